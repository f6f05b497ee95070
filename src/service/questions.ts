import { RetouchError } from '#wire/error.ts';

/** Questions that are answered while the client waits: so many at once, each with its pictures in memory. */
export interface Questions {
  /** @throws RetouchError `busy` at once, when too many are under way */
  ask<T>(answer: () => Promise<T>): Promise<T>;
}

export function createQuestions(most: number): Questions {
  let underWay = 0;
  return {
    async ask(answer) {
      if (underWay >= most)
        throw new RetouchError('busy', `${most} questions are being answered already; try again in a moment`);
      underWay++;
      try {
        return await answer();
      } finally {
        underWay--;
      }
    },
  };
}
