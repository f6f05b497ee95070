import { retryAfter } from '#openai/retry-after.ts';
import { serverWords } from '#openai/server-words.ts';

test.each([
  [
    '{"error": {"message": "m", "type": "t", "param": "p", "code": "c"}}',
    { message: 'm', code: 'c', field: 'p' },
  ],
  ['{"error": {"message": "m", "type": "t", "param": null, "code": null}}', { message: 'm', code: 't' }],
  ['{"error": "m"}', { message: 'm', code: '' }],
  ['[{"error": {"code": 400, "message": "m", "status": "INVALID_ARGUMENT"}}]', { message: 'm', code: '400' }],
  [
    '{"object": "error", "message": "m", "type": "NotFoundError", "code": 404}',
    { message: 'm', code: '404' },
  ],
  [
    '{"error": {"message": "Provider returned error", "code": 429, "metadata": {"raw": "slow"}}}',
    { message: 'Provider returned error: slow', code: '429' },
  ],
  ['{"detail": "Not Found"}', { message: 'Not Found', code: '' }],
  [
    '{"detail": [{"loc": ["body", "messages", 0], "msg": "bad"}]}',
    { message: 'messages.0: bad', code: '', field: 'messages' },
  ],
  ['<html><head><title> 502  Bad </title>', { message: 'a web page, "502  Bad"', code: '' }],
  ['<svg>', { message: 'a web page', code: '' }],
  ['upstream connect error', { message: 'upstream connect error', code: '' }],
  ['', { message: '', code: '' }],
  ['null', { message: 'null', code: '' }],
  ['{"error": {"message": {"nested": true}}}', { message: '', code: '' }],
  ['{"__proto__": {"error": "x"}, "detail": []}', { message: '', code: '' }],
])('serverWords() reads %s', (body, words) => {
  expect(serverWords(body)).toEqual(words);
});

const NOW = Date.parse('2026-11-24T12:00:00Z');

test.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': ' 1.5 ' }, 1500],
  [{ 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'Tue, 24 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '-5' }, undefined],
  [{ 'retry-after': '7', 'retry-after-ms': '20' }, 20],
  [{}, undefined],
])('retryAfter() reads %j', (headers, wait) => {
  expect(retryAfter(new Headers(headers as Record<string, string>), NOW)).toBe(wait);
});
