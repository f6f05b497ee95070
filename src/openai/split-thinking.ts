const [OPEN, CLOSE] = ['<think>', '</think>'];

export interface Pieces {
  readonly thought: string;
  readonly answer: string;
}

/** Tells thinking between `<think>` and `</think>` at the beginning of a text from the answer, piece by piece. */
export interface ThinkingSplitter {
  push(text: string): Pieces;
  /** What was held back because it could have become a tag. */
  end(): Pieces;
}

export function splitThinking(): ThinkingSplitter {
  let state: 'start' | 'thinking' | 'after' | 'answer' = 'start';
  let held = '';
  function push(text: string): Pieces {
    held += text;
    let [thought, answer] = ['', ''];
    if (state === 'start') {
      const begun = held.trimStart();
      if (begun.startsWith(OPEN)) [state, held] = ['thinking', begun.slice(OPEN.length)];
      else if (!OPEN.startsWith(begun)) state = 'answer';
    }
    if (state === 'thinking') {
      const end = held.indexOf(CLOSE);
      const safe = end === -1 ? held.length - overlap(held, CLOSE) : end;
      thought = held.slice(0, safe);
      held = held.slice(end === -1 ? safe : end + CLOSE.length);
      if (end !== -1) state = 'after';
    }
    if (state === 'after') {
      held = held.trimStart();
      if (held !== '') state = 'answer';
    }
    if (state === 'answer') [answer, held] = [held, ''];
    return { thought, answer };
  }
  return {
    push,
    end() {
      const rest = held;
      held = '';
      return state === 'thinking' ? { thought: rest, answer: '' } : { thought: '', answer: rest.trimStart() };
    },
  };
}

/** How many characters at the end of `text` could be the beginning of `tag`. */
function overlap(text: string, tag: string): number {
  for (let length = Math.min(text.length, tag.length - 1); length > 0; length--)
    if (text.endsWith(tag.slice(0, length))) return length;
  return 0;
}

/** Some chat templates open the thinking themselves, so that only its end is in the text. */
export function splitUnopened(answer: string): Pieces {
  const end = answer.indexOf(CLOSE);
  return end === -1
    ? { thought: '', answer }
    : { thought: answer.slice(0, end), answer: answer.slice(end + CLOSE.length).trimStart() };
}
