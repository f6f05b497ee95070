/** What a key asks for; the controller does it. */
export type KeyCommand =
  | 'previous'
  | 'next'
  | 'before'
  | 'split'
  | 'zoom'
  | 'clipping'
  | 'surround'
  | 'undo'
  | 'redo'
  | 'export'
  | 'commit'
  | 'sheet'
  | 'write'
  | 'leave';

export interface KeyPress {
  readonly key: string;
  /** Ctrl, or ⌘ on a Mac. */
  readonly command: boolean;
  readonly shift: boolean;
}

interface KeyRow {
  /** As the sheet shows them; `mod` becomes Ctrl or ⌘. */
  readonly keys: readonly string[];
  readonly does: string;
  readonly command?: KeyCommand;
  readonly matches?: (press: KeyPress) => boolean;
  /** Where there is no such thing elsewhere; both when absent. */
  readonly where?: 'page' | 'document';
  /** Works while text is being written too. */
  readonly always?: boolean;
}

function plain(...keys: string[]): (press: KeyPress) => boolean {
  return (press) =>
    !press.command && keys.includes(press.key.length === 1 ? press.key.toLowerCase() : press.key);
}

function commandEnter(press: KeyPress): boolean {
  return press.command && press.key === 'Enter';
}

/** Every key of the panel: the handler and the sheet both read this table. */
export const KEYS: readonly KeyRow[] = [
  { keys: ['Enter'], does: 'Run the instruction' },
  { keys: ['Shift', 'Enter'], does: 'New line in the instruction' },
  { keys: ['/'], does: 'Write an instruction', command: 'write', matches: plain('/') },
  { keys: ['↑', '↓'], does: 'Previous, next alternative (in the instruction: earlier ones)' },
  { keys: ['1 – 9'], does: 'Choose that alternative' },
  { keys: ['\\'], does: 'Before / after', command: 'before', matches: plain('\\') },
  { keys: ['Y'], does: 'Split before and after', command: 'split', matches: plain('y'), where: 'page' },
  {
    keys: ['Z', 'Space'],
    does: '100 % at the pointer',
    command: 'zoom',
    matches: plain('z', ' '),
    where: 'page',
  },
  { keys: ['J'], does: 'Show clipping', command: 'clipping', matches: plain('j'), where: 'page' },
  {
    keys: ['L'],
    does: 'Surround: grey, dark, white',
    command: 'surround',
    matches: plain('l'),
    where: 'page',
  },
  {
    keys: ['mod', 'Z'],
    does: 'Undo',
    command: 'undo',
    matches: (press) => press.command && !press.shift && press.key.toLowerCase() === 'z',
  },
  {
    keys: ['mod', 'Shift', 'Z'],
    does: 'Redo',
    command: 'redo',
    matches: (press) =>
      press.command && ((press.shift && press.key.toLowerCase() === 'z') || press.key.toLowerCase() === 'y'),
  },
  {
    keys: ['mod', 'Enter'],
    does: 'Export',
    command: 'export',
    matches: commandEnter,
    always: true,
    where: 'page',
  },
  {
    keys: ['mod', 'Enter'],
    does: 'Commit to the document',
    command: 'commit',
    matches: commandEnter,
    always: true,
    where: 'document',
  },
  {
    keys: ['Esc'],
    does: 'Stop, or close what is open',
    command: 'leave',
    matches: plain('Escape'),
    always: true,
  },
  { keys: ['?'], does: 'This sheet', command: 'sheet', matches: plain('?') },
];

/** The keys of a page, or of a panel beside the host's own document window. */
export function keysOf(where: 'page' | 'document'): readonly KeyRow[] {
  return KEYS.filter((row) => row.where === undefined || row.where === where);
}

/** What a press means; null when it is not ours. ↑ ↓ and digits belong to the strip and the lists they act on. */
export function commandOf(
  press: KeyPress,
  writing: boolean,
  where: 'page' | 'document' = 'page',
): KeyCommand | null {
  const row = keysOf(where).find(
    (each) => each.matches?.(press) === true && (!writing || each.always === true),
  );
  if (row?.command !== undefined) return row.command;
  if (writing || press.command) return null;
  if (press.key === 'ArrowUp') return 'previous';
  return press.key === 'ArrowDown' ? 'next' : null;
}
