/** Reads the texts in the value of a JSON object's first key `reasoning`, while the object is still being written. */
export interface ReasoningReader {
  /** Takes the next piece of the answer and returns what it adds to the reasoning. */
  push(text: string): string;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '', b: '', f: '' };

/**
 * A reader of one character at a time: the object may stand in a code fence, the value may be a text, or a list or object
 * that holds texts (each then begins on a new line). It never fails: what is not so is read over.
 */
export function readReasoningKey(): ReasoningReader {
  let step: 'before' | 'key' | 'colon' | 'value' | 'over' = 'before';
  let key = '';
  /** Within the value: open brackets, and whether a text that comes now is a key of an object. */
  const open: ('{' | '[')[] = [];
  let isKey = false;
  let inText = false;
  let escaped = '';
  let texts = 0;

  function character(c: string): string {
    if (step === 'over') return '';
    if (inText) return inside(c);
    if (step === 'before') {
      if (c === '{') step = 'key';
      return '';
    }
    if (step === 'key') {
      if (c === '"') inText = true;
      else if (c.trim() !== '') step = 'over';
      return '';
    }
    if (step === 'colon') {
      if (c === ':') step = 'value';
      else if (c.trim() !== '') step = 'over';
      return '';
    }
    return structure(c);
  }

  function structure(c: string): string {
    if (c === '"') {
      inText = true;
      return !isKey && texts++ > 0 ? '\n' : '';
    }
    if (c === '{' || c === '[') open.push(c);
    if (c === '}' || c === ']') open.pop();
    if ((c === '}' || c === ']' || c === ',') && open.length === 0) step = 'over';
    if (c === '{' || c === ',') isKey = open.at(-1) === '{';
    if (c === ':' || c === '[') isKey = false;
    return '';
  }

  function inside(c: string): string {
    let read = c;
    if (escaped !== '' || c === '\\') {
      escaped += c;
      if (escaped.length === 1 || (escaped[1] === 'u' && escaped.length < 6)) return '';
      read = escaped[1] === 'u' ? unicode(escaped.slice(2)) : (ESCAPES[escaped[1]!] ?? escaped[1]!);
      escaped = '';
    } else if (c === '"') {
      inText = false;
      if (step === 'key') step = key === 'reasoning' ? 'colon' : 'over';
      else if (open.length === 0) step = 'over';
      return '';
    }
    if (step === 'key') key += read;
    return step === 'value' && !isKey ? read : '';
  }

  return {
    push(text) {
      let read = '';
      for (const c of text) read += character(c);
      return read;
    },
  };
}

function unicode(digits: string): string {
  const code = Number.parseInt(digits, 16);
  return Number.isNaN(code) ? '' : String.fromCharCode(code);
}
