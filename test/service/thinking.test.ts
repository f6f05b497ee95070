import type { JobNews } from '#service/jobs.ts';
import { inFewPieces } from '#service/thinking.ts';

const stage = { type: 'stage-start', stage: 'render', elapsedMs: 1 } as const;

test('pieces of thinking become one, in its place before the next news', () => {
  const told: JobNews[] = [];
  const news = inFewPieces((one) => told.push(one));
  for (let i = 0; i < 1000; i++) news.tell({ type: 'thinking', text: 'ab ' });
  expect(told).toHaveLength(0);
  news.tell(stage);
  expect(told).toEqual([{ type: 'thinking', text: 'ab '.repeat(1000) }, stage]);
  news.end();
});

test('thinking without end is cut, however it comes', () => {
  const told: JobNews[] = [];
  const news = inFewPieces((one) => told.push(one));
  for (const text of ['x'.repeat(19_999), 'yz', 'w'.repeat(1e6), 'v']) {
    news.tell({ type: 'thinking', text });
    news.tell(stage);
  }
  const text = told.map((one) => (one.type === 'thinking' ? one.text : '')).join('');
  expect(text).toBe(`${'x'.repeat(19_999)}y…`);
  news.end();
});

test('a person sees thinking also while nothing else happens', async () => {
  const shown = new Promise<JobNews>((resolve) => {
    inFewPieces(resolve).tell({ type: 'thinking', text: 'Hm' });
  });
  // The timer does not keep a program alive by itself.
  const alive = setInterval(() => {}, 1000);
  expect(await shown).toEqual({ type: 'thinking', text: 'Hm' });
  clearInterval(alive);
});
