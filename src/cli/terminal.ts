import { createInterface } from 'node:readline/promises';
import { RetouchError } from '#wire/error.ts';

/** Whether somebody can be asked: both what is asked and what is answered are on a terminal. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** A question with yes or no; anything but yes is no. Only where `canAsk()`. */
export async function askYesNo(question: string, signal?: AbortSignal): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [y/N] `, signal ? { signal } : {});
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } finally {
    terminal.close();
  }
}

/** Everything that standard input holds; on a terminal, one line that is not shown. @throws {RetouchError} `too-large` */
export async function readSecret(prompt: string): Promise<string> {
  if (process.stdin.isTTY) return await askHidden(prompt);
  let text = '';
  for await (const piece of process.stdin.setEncoding('utf8')) {
    text += piece;
    if (text.length > 10_000) throw new RetouchError('too-large', 'What was given is far too long for a key');
  }
  return text;
}

function askHidden(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  // Before anything is asked: what is typed must never be shown.
  stdin.setRawMode(true).setEncoding('utf8').resume();
  stderr.write(prompt);
  return new Promise((resolve, reject) => {
    let text = '';
    const end = () => {
      stdin.off('data', take).setRawMode(false).pause();
      stderr.write('\n');
    };
    function take(piece: string): void {
      for (const c of piece) {
        if (c === '\u0003') {
          end();
          reject(new RetouchError('cancelled', 'Cancelled'));
          return;
        }
        if (c === '\r' || c === '\n' || c === '\u0004') {
          end();
          resolve(text);
          return;
        }
        text = c === '\u007f' || c === '\b' ? text.slice(0, -1) : text + c;
      }
    }
    stdin.on('data', take);
  });
}
