import { editedResult } from '#panel/state/edited-result.ts';
import { exportPlans } from '#panel/state/export-plan.ts';
import { resultSchema } from '#wire/result.ts';
import { follow, PHOTO, RANKED } from './support.ts';

describe('exportPlans()', () => {
  test('says what each way out writes, the file name with all its dots kept', () => {
    const plans = exportPlans(PHOTO);
    expect(plans.map(({ kind }) => kind)).toEqual(['jpeg', 'png', 'tiff', 'xmp', 'embedded', 'result']);
    expect(plans[0]?.file).toBe('lake.view-retouched.jpg');
    expect(plans.every(({ writes }) => writes !== '')).toBe(true);
  });

  test('offers an editable copy only where the file can hold settings', () => {
    expect(exportPlans({ ...PHOTO, canEmbed: false }).map(({ kind }) => kind)).not.toContain('embedded');
  });

  test('offers a preset for rendered files and a sidecar for raw files', () => {
    const label = (source: 'rendered' | 'raw-preview') =>
      exportPlans({ ...PHOTO, photo: { ...PHOTO.photo, source } }).find(({ kind }) => kind === 'xmp')?.label;
    expect(label('rendered')).toBe('Lightroom preset');
    expect(label('raw-preview')).toBe('XMP sidecar');
  });
});

describe('editedResult()', () => {
  test('is a valid result with the edits in it, sorted by the newest ranks', () => {
    const state = follow(
      RANKED,
      { type: 'setting-changed', name: 'Exposure2012', value: 2, gesture: null },
      {
        type: 'ranking-ready',
        reply: {
          reward: 'embedded',
          noise: 0.2,
          verdict: 'clear',
          candidates: [3, 1, 2].map((rank, index) => ({
            id: `warmer-${index + 1}`,
            rank,
            reward: { score: 5, metrics: [], guards: [] },
          })),
        },
      },
    );
    const work = state.work.present;
    const result = resultSchema.parse(editedResult(work.round!.result!, work));
    expect(result.candidates.map(({ id, rank }) => [id, rank])).toEqual([
      ['warmer-2', 1],
      ['warmer-3', 2],
      ['warmer-1', 3],
    ]);
    expect(result.candidates[2]?.settings).toEqual({ Exposure2012: 2 });
  });
});
