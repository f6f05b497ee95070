import { commandOf, KEYS } from '#panel/state/keys.ts';

const press = (key: string, change: { command?: boolean; shift?: boolean } = {}) => ({
  key,
  command: false,
  shift: false,
  ...change,
});

describe('commandOf()', () => {
  test.each([
    ['\\', 'before'],
    ['y', 'split'],
    ['Y', 'split'],
    ['z', 'zoom'],
    [' ', 'zoom'],
    ['j', 'clipping'],
    ['l', 'surround'],
    ['?', 'sheet'],
    ['/', 'write'],
    ['ArrowUp', 'previous'],
    ['ArrowDown', 'next'],
    ['q', null],
  ])('reads %j as %s, and as text while writing', (key, command) => {
    expect(commandOf(press(key), false)).toBe(command);
    expect(commandOf(press(key), true)).toBeNull();
  });

  test.each([
    ['z', { command: true }, 'undo'],
    ['Z', { command: true, shift: true }, 'redo'],
    ['y', { command: true }, 'redo'],
    ['Enter', { command: true }, 'export'],
  ])('reads %j with %j as %s', (key, change, command) => {
    expect(commandOf(press(key, change), false)).toBe(command);
  });

  test('leaves undo inside a text to the text, and stops and exports from there too', () => {
    expect(commandOf(press('z', { command: true }), true)).toBeNull();
    expect(commandOf(press('Escape'), true)).toBe('leave');
    expect(commandOf(press('Enter', { command: true }), true)).toBe('export');
  });

  test('leaves the keys of the browser alone', () => {
    expect(['r', 'l', 'j', 'f'].map((key) => commandOf(press(key, { command: true }), false))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('is described completely by the sheet', () => {
    expect(KEYS.every((row) => row.does !== '' && row.keys.length > 0)).toBe(true);
  });
});
