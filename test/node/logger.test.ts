import { createLogger } from '#node/logger.ts';

test('createLogger() writes JSON lines without secrets or what people say about their photos', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  logger.info(
    {
      token: 'T0KEN',
      code: '123456',
      request: { instruction: 'hide my face', authorization: 'Bearer T0KEN' },
      route: '/v1/read',
    },
    'asked',
  );
  logger.error({ err: new Error('broken') }, 'failed');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0]!)).toMatchObject({ msg: 'asked', route: '/v1/read', token: '[not logged]' });
  expect(lines[0]).not.toMatch(/T0KEN|123456|hide my face/);
  expect(JSON.parse(lines[1]!)).toMatchObject({ msg: 'failed', err: { message: 'broken' } });
});
