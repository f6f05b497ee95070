import type { DocumentFacts } from '#panel/document-host.ts';
import { createEmbeddedBackend } from '../../../plugin/photoshop/backend/embedded/embedded-backend.ts';
import { createDocumentHost } from '../../../plugin/photoshop/document/photoshop-document.ts';
import type { DocumentRecipe } from '../../support/photoshop/make-document.ts';
import type { Rules } from '../../support/photoshop/rules.ts';
import { COOL, LAYERED, SIGNAL, stage, WARM } from './stage.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function begin(recipe: DocumentRecipe = {}, rules: Partial<Rules> = {}) {
  const it = stage(recipe, rules);
  const backend = createEmbeddedBackend({ version: '0', now: () => performance.now(), warmUp: false });
  const host = createDocumentHost({
    photoshop: it.photoshop,
    run: it.run,
    backend,
    now: () => '2026-11-24T12:00:00Z',
    breathe: async () => {},
    selfTest: () => Promise.reject(new Error('not in this test')),
  });
  /** The newest facts; resolves once they are as wanted. */
  let facts: DocumentFacts | null | undefined;
  const waiting = new Set<() => void>();
  ends.push(
    host.watch((told) => {
      facts = told;
      for (const look of [...waiting]) look();
    }),
  );
  const until = (wanted: (told: DocumentFacts | null) => boolean) =>
    new Promise<DocumentFacts>((resolve) => {
      const look = () => {
        if (facts === undefined || !wanted(facts)) return;
        waiting.delete(look);
        resolve(facts as DocumentFacts);
      };
      waiting.add(look);
      look();
    });
  return { ...it, host, backend, until };
}

describe('watch()', () => {
  test('tells of the document at once, and that there is none any more', async () => {
    const it = begin({ title: 'lake.psd' });
    expect(await it.until((facts) => facts !== null)).toMatchObject({
      title: 'lake.psd',
      layer: 'Background',
      tried: null,
      refusal: null,
      hasSelection: false,
    });
    it.control.close(it.id);
    await it.until((facts) => facts === null);
  });

  test('gives a new mark to what other hands changed, and none to a trial of ours', async () => {
    const it = begin(LAYERED);
    const mark = (facts: DocumentFacts | null) => facts?.looks[0]?.mark;
    const first = mark(await it.until((facts) => facts !== null));
    await it.host.tryOut(it.editOf(WARM), SIGNAL);
    expect(mark(await it.until((facts) => facts?.tried !== null))).toBe(first);
    await it.host.discard();
    await it.until((facts) => facts?.tried === null);
    it.control.paint('Dodge');
    await it.until((facts) => facts !== null && mark(facts) !== first);
  });

  test('says the same of the document while an alternative is tried in it', async () => {
    const it = begin();
    const places = (await it.until((facts) => facts !== null)).places;
    await it.host.tryOut(it.editOf(WARM), SIGNAL);
    const tried = await it.until((facts) => facts?.tried != null);
    expect(tried.places).toEqual(places);
    expect(tried.layer).toBe('Background');
  });

  test('keeps documents apart', async () => {
    const it = begin(LAYERED);
    await it.host.tryOut(it.editOf(WARM), SIGNAL);
    await it.until((facts) => facts?.tried !== null);
    const other = it.control.open({ title: 'other.psd' });
    expect((await it.until((facts) => facts?.id === other)).tried).toBeNull();
    it.control.show(it.id);
    await it.until((facts) => facts?.id === it.id && facts.tried !== null);
  });

  test('tells what was committed earlier, also to a document that is opened anew', async () => {
    const it = begin(LAYERED);
    await it.host.commit(it.commitOf(WARM, { instruction: 'warm it', keepWords: true }), SIGNAL);
    const metadata = it.control.metadata();
    const again = it.control.open({ title: 'again.psd', metadata });
    const { committed } = await it.until((facts) => facts?.id === again);
    expect(committed).toMatchObject([{ settings: WARM, instruction: 'warm it' }]);
  });

  test('explains every place before anything is touched', async () => {
    const cases: [DocumentRecipe, string][] = [
      [
        {
          layers: [
            { name: 'L', visible: false },
            { name: 'B', background: true },
          ],
        },
        'hidden',
      ],
      [{ layers: [{ name: 'L', allLocked: true }] }, 'locked'],
      [
        {
          layers: [
            { name: 'L', empty: true },
            { name: 'B', background: true },
          ],
        },
        'empty',
      ],
      [{ layers: [{ name: 'G', children: [{ name: 'in' }] }] }, 'group'],
      [
        {
          layers: [
            { name: 'L', masked: () => 128 },
            { name: 'B', background: true },
          ],
        },
        'mask',
      ],
      [
        {
          layers: [
            { name: 'L', clipped: true },
            { name: 'B', background: true },
          ],
        },
        'clipped',
      ],
      [
        {
          layers: [
            { name: 'C', kind: 'curves' },
            { name: 'B', background: true },
          ],
        },
        'adjustment',
      ],
      [{ mode: 'Bitmap' }, 'Bitmap'],
    ];
    for (const [recipe, word] of cases) {
      const it = begin(recipe);
      const facts = await it.until((told) => told !== null);
      const refusal = facts.places.find(({ place }) => place === 'this-layer')?.refusal ?? '';
      expect(refusal).toContain(word);
      expect(it.control.history()).toEqual(['Open']);
    }
  });
});

describe('open()', () => {
  test('reads the picture without the alternative that is being tried, and leaves that standing', async () => {
    const it = begin(LAYERED);
    const first = await it.host.open('document', SIGNAL);
    await it.host.tryOut(it.editOf({ Exposure2012: 2 }), SIGNAL);
    const tried = it.control.picture();
    const second = await it.host.open('document', SIGNAL);
    expect(second.photo.sha256).toBe(first.photo.sha256);
    expect(it.control.picture().data).toEqual(tried.data);
  });

  test('reads without it also when the person painted on top of it, and leaves no history state', async () => {
    const it = begin(LAYERED);
    await it.host.tryOut(it.editOf({ Exposure2012: 2 }), SIGNAL);
    it.control.paint('Background');
    const states = it.control.history();
    const buried = await it.host.open('document', SIGNAL);
    expect(it.control.history()).toEqual(states);
    expect(it.control.filters()).toHaveLength(1);
    await it.host.discard();
    const without = await it.host.open('document', SIGNAL);
    expect(buried.photo.sha256).toBe(without.photo.sha256);
  });

  test('looks at the selection alone, and its masks land there in the document', async () => {
    const it = begin({ width: 400, height: 200 });
    it.control.select({ left: 0.5, top: 0, right: 1, bottom: 1 });
    const { photo } = await it.host.open('selection', SIGNAL);
    expect([photo.width, photo.height]).toEqual([200, 200]);
    const before = it.control.picture();
    const left = {
      MaskGroupBasedCorrections: [
        {
          name: 'left half of what was looked at',
          active: true,
          amount: 1,
          values: { LocalExposure2012: -0.5 },
          masks: [
            {
              kind: 'linear',
              combine: 'add',
              inverted: false,
              zeroX: 0.5,
              zeroY: 0.5,
              fullX: 0.4,
              fullY: 0.5,
            } as const,
            {
              kind: 'linear',
              combine: 'intersect',
              inverted: false,
              zeroX: -0.1,
              zeroY: 0.5,
              fullX: 0,
              fullY: 0.5,
            } as const,
          ],
        },
      ],
    };
    await it.host.tryOut(it.editOf(left), SIGNAL);
    const after = it.control.picture();
    const at = (picture: typeof before, x: number) => picture.data[(100 * 400 + x) * 3]!;
    expect(at(after, 240)).toBeLessThan(at(before, 240) - 10);
    expect(Math.abs(at(after, 350) - at(before, 350))).toBeLessThan(3);
    expect(Math.abs(at(after, 60) - at(before, 60))).toBeLessThan(3);
  });
});

describe('rankTrue()', () => {
  test('ranks what Camera Raw rendered, tells how faithful the preview was, and touches nothing', async () => {
    const it = begin(LAYERED);
    const { id } = await it.host.open('document', SIGNAL);
    await it.host.tryOut(it.editOf(WARM), SIGNAL);
    const [picture, states] = [it.control.picture(), it.control.history()];
    const progress: number[] = [];
    const reply = await it.host.rankTrue(
      {
        photo: id,
        instruction: 'warmer',
        candidates: [
          { id: 'a', settings: WARM },
          { id: 'b', settings: COOL },
        ],
      },
      (done) => progress.push(done),
      SIGNAL,
    );
    expect(reply.candidates.map(({ id: each }) => each)).toEqual(['a', 'b']);
    expect(reply.candidates[0]?.rank).toBe(1);
    // The double renders with our own engine, at full size: what is left is the reduction.
    for (const { mean, p95 } of Object.values(reply.fidelity)) {
      expect(mean).toBeLessThan(1);
      expect(p95).toBeGreaterThanOrEqual(mean);
    }
    expect(progress).toEqual([0, 1, 2]);
    expect(it.control.openIds).toEqual([it.id]);
    expect(it.control.picture().data).toEqual(picture.data);
    expect(it.control.history()).toEqual(states);
    expect(it.control.leftovers()).toEqual([]);
  });

  test.each(['Adobe Camera Raw Filter', 'get'])(
    'closes its copy when Esc is pressed before "%s"',
    async (step) => {
      const it = begin(LAYERED);
      const { id } = await it.host.open('document', SIGNAL);
      it.control.once(step, () => it.control.pressEscape());
      const ranking = it.host.rankTrue(
        { photo: id, instruction: 'warmer', candidates: [{ id: 'a', settings: WARM }] },
        () => {},
        SIGNAL,
      );
      await expect(ranking).rejects.toMatchObject({ code: 'cancelled' });
      expect(it.control.openIds).toEqual([it.id]);
      expect(it.control.leftovers()).toEqual([]);
    },
  );
});

describe('strip()', () => {
  test('removes words from the metadata and keeps the settings, or removes all of it', async () => {
    const it = begin(LAYERED);
    await it.host.commit(it.commitOf(WARM, { instruction: 'make her less red', keepWords: true }), SIGNAL);
    expect(it.control.metadata()).toContain('less red');
    await it.host.strip(false);
    expect(it.control.metadata()).not.toContain('less red');
    expect(it.control.metadata()).toContain('IncrementalTemperature');
    const criteria = (await it.until((facts) => (facts?.committed.length ?? 0) > 0)).committed[0]?.criteria;
    for (const { name } of criteria ?? []) expect(name).toMatch(/^Criterion \d+$/);
    await it.host.strip(true);
    expect(it.control.metadata()).not.toContain('retouchiq');
  });
});
