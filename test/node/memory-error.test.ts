import { memoryError } from '#node/memory-error.ts';

test.each([
  ['V8', new RangeError('Array buffer allocation failed')],
  ['a typed array', new RangeError('Invalid typed array length: 9000000000')],
  ['WebAssembly', new RangeError('WebAssembly.Memory(): could not allocate memory')],
  ['libvips', new Error('vips_tracked: out of memory --- size == 300MB')],
  ['a worker', Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })],
])('memory that %s did not get is told as such', (_, cause) => {
  expect(memoryError(cause)).toMatchObject({
    code: 'internal',
    message: expect.stringContaining('not enough memory'),
    cause,
  });
});

test.each([new Error('VipsJpeg: premature end of JPEG image'), new RangeError('Invalid count'), undefined])(
  'other failures are not: %s',
  (error) => expect(memoryError(error)).toBeUndefined(),
);
