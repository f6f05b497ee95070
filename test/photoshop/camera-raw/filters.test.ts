import fc from 'fast-check';
import { addedFilter, findFilter, readFilters } from '../../../plugin/photoshop/camera-raw/filters.ts';

const CAMERA_RAW = 'Adobe Camera Raw Filter';

function reply(...filterFX: readonly unknown[]) {
  return { smartObject: { _obj: 'smartObject', filterFX } };
}

/** As a Korean Photoshop 27.8 gave it back. */
const recorded = {
  _obj: 'filterFX',
  name: 'Camera Raw 필터',
  filter: { _obj: CAMERA_RAW, $Ex12: 0.75, sharpen: 73, $ShpM: 38 },
  filterID: 2824,
};
const blur = {
  _obj: 'filterFX',
  name: 'Gaussian Blur',
  enabled: false,
  filter: { _obj: 'gaussianBlur' },
  filterID: 7,
};

describe('readFilters()', () => {
  test('reads a recorded reply, counting from 1', () => {
    expect(readFilters(reply(blur, recorded))).toEqual([
      {
        index: 1,
        filterID: 7,
        name: 'Gaussian Blur',
        isCameraRaw: false,
        enabled: false,
        filter: blur.filter,
      },
      {
        index: 2,
        filterID: 2824,
        name: 'Camera Raw 필터',
        isCameraRaw: true,
        enabled: true,
        filter: recorded.filter,
      },
    ]);
  });

  test.each([
    ['a layer that is no smart object', {}],
    ['a smart object without filters', { smartObject: {} }],
    ['null', null],
    ['a refusal', { _obj: 'error', message: 'not available', result: -25920 }],
    ['filters in another form', { smartObject: { filterFX: 'none' } }],
  ])('finds none in %s', (_name, given) => {
    expect(readFilters(given)).toEqual([]);
  });

  test('keeps the places of filters that it cannot read', () => {
    expect(
      readFilters(reply({ filter: 9 }, { filterID: {} }, recorded)).map(({ index, isCameraRaw }) => [
        index,
        isCameraRaw,
      ]),
    ).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(Array.isArray(readFilters(reply(given)))).toBe(true);
        expect(readFilters(given)).toEqual(expect.any(Array));
      }),
    );
  });
});

describe('findFilter()', () => {
  const own = { ...recorded, filterID: 12 };
  test('finds ours wherever it stands, also when the host gives ids as text', () => {
    expect(findFilter(readFilters(reply(recorded, blur, own)), 12)?.index).toBe(3);
    expect(findFilter(readFilters(reply(own, recorded)), '12')?.index).toBe(1);
  });

  test('never takes a foreign one', () => {
    expect(findFilter(readFilters(reply(recorded, blur)), 12)).toBeUndefined();
    expect(findFilter(readFilters(reply(blur)), 7)).toBeUndefined();
    expect(findFilter(readFilters(reply({ filter: recorded.filter })), undefined)).toBeUndefined();
  });
});

describe('addedFilter()', () => {
  const before = readFilters(reply(recorded, blur));
  test.each([
    ['in front', [{ ...recorded, filterID: 9 }, recorded, blur], 1],
    ['at the end', [recorded, blur, { ...recorded, filterID: 9 }], 3],
  ])('finds the new one %s', (_name, after, index) => {
    expect(addedFilter(before, readFilters(reply(...after)))?.index).toBe(index);
  });

  test.each([
    ['nothing was added', [recorded, blur]],
    ['something else was added', [recorded, blur, { ...blur, filterID: 8 }]],
    ['two were added', [recorded, { ...recorded, filterID: 9 }, { ...recorded, filterID: 10 }]],
  ])('does not guess when %s', (_name, after) => {
    expect(addedFilter(before, readFilters(reply(...after)))).toBeUndefined();
  });

  test('takes the only one without an id where there was none', () => {
    expect(addedFilter([], readFilters(reply({ filter: recorded.filter })))?.index).toBe(1);
  });
});
