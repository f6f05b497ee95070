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
  /** Works while text is being written too. */
  readonly always?: boolean;
}

function plain(...keys: string[]): (press: KeyPress) => boolean {
  return (press) =>
    !press.command && keys.includes(press.key.length === 1 ? press.key.toLowerCase() : press.key);
}

/** Every key of the panel: the handler and the sheet both read this table. */
export const KEYS: readonly KeyRow[] = [
  { keys: ['Enter'], does: 'Run the instruction' },
  { keys: ['Shift', 'Enter'], does: 'New line in the instruction' },
  { keys: ['/'], does: 'Write an instruction', command: 'write', matches: plain('/') },
  { keys: ['↑', '↓'], does: 'Previous, next alternative (in the instruction: earlier ones)' },
  { keys: ['1 – 9'], does: 'Choose that alternative' },
  { keys: ['\\'], does: 'Before / after', command: 'before', matches: plain('\\') },
  { keys: ['Y'], does: 'Split before and after', command: 'split', matches: plain('y') },
  { keys: ['Z', 'Space'], does: '100 % at the pointer', command: 'zoom', matches: plain('z', ' ') },
  { keys: ['J'], does: 'Show clipping', command: 'clipping', matches: plain('j') },
  { keys: ['L'], does: 'Surround: grey, dark, white', command: 'surround', matches: plain('l') },
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
    matches: (press) => press.command && press.key === 'Enter',
    always: true,
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

/** What a press means; null when it is not ours. ↑ ↓ and digits belong to the strip and the lists they act on. */
export function commandOf(press: KeyPress, writing: boolean): KeyCommand | null {
  const row = KEYS.find((each) => each.matches?.(press) === true && (!writing || each.always === true));
  if (row?.command !== undefined) return row.command;
  if (writing || press.command) return null;
  if (press.key === 'ArrowUp') return 'previous';
  return press.key === 'ArrowDown' ? 'next' : null;
}
