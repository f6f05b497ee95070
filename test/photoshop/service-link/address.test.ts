import { readAddress } from '../../../plugin/photoshop/service-link/address.ts';

describe('readAddress()', () => {
  const both = (end: string) => [`http://localhost${end}`, `http://127.0.0.1${end}`];
  it.each([
    ['', both(':4815')],
    ['localhost', both(':4815')],
    ['localhost:4815', both(':4815')],
    ['  http://localhost:4815/ ', both(':4815')],
    ['http://localhost:4815///', both(':4815')],
    ['HTTP://LocalHost : 9000', both(':9000')],
    ['http:/localhost', both(':4815')],
    ['http//localhost:5000', both(':5000')],
    ['localhost:', both(':4815')],
    ['localhost/v1/health', both(':4815')],
    ['http://localhost:4815/index.html?x#y', both(':4815')],
    ['127.0.0.1:4820', ['http://127.0.0.1:4820', 'http://localhost:4820']],
    ['0.0.0.0:4820', ['http://127.0.0.1:4820', 'http://localhost:4820']],
    ['[::1]:4815', ['http://[::1]:4815', 'http://localhost:4815']],
    ['https://localhost', ['https://localhost:4815', 'https://127.0.0.1:4815']],
    ['retouch.example.com', ['https://retouch.example.com']],
    ['https://Retouch.Example.com./', ['https://retouch.example.com']],
    ['studio:8443', ['https://studio:8443']],
    ['https://example.com/tools/retouch/', ['https://example.com/tools/retouch']],
    ['https://example.com/tools/v1/about', ['https://example.com/tools']],
    ['192.168.1.20:4815', ['https://192.168.1.20:4815']],
  ])('reads %p', (text, urls) => {
    expect(readAddress(text).urls).toEqual(urls);
  });

  it('takes the token along from the address of the page', () => {
    expect(readAddress('http://127.0.0.1:4815/#token=abc-DEF_1.~&photo=7').token).toBe('abc-DEF_1.~');
    expect(readAddress('http://127.0.0.1:4815/').token).toBeNull();
  });

  it.each([
    'http://192.168.1.20:4815',
    'http://studio',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
  ])('wants %p encrypted', (text) => {
    expect(() => readAddress(text)).toThrow(/https/);
  });

  it.each([
    'http://',
    '://',
    'a b@c',
    'localhost:99999',
    'localhost:0',
    'user:pass@host',
    'ftp://host',
    '-',
    '日本',
  ])('refuses %p and says how one looks', (text) => {
    expect(() => readAddress(text)).toThrow(/is no address: write it like/);
  });
});
