import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';
import { FILTER, inScope, openSmart, play } from './support.ts';

const APPLY = { _obj: FILTER, $Ex12: 0.5 };

describe('the history of the double', () => {
  test('each command is a state', async () => {
    const double = createPhotoshop();
    double.control.open();
    await play(double, { _obj: 'newPlacedLayer' }, APPLY);
    expect(double.control.history()).toEqual(['Open', 'Convert to Smart Object', 'Camera Raw Filter']);
  });

  test.each([true, false])('what is suspended becomes one state or none; committed: %s', async (commit) => {
    const double = createPhotoshop();
    double.control.open();
    const before = double.control.picture().data;
    await inScope(double, async ({ hostControl }) => {
      const id = await hostControl.suspendHistory({
        documentID: double.control.activeId!,
        name: 'first name',
      });
      await double.photoshop.action.batchPlay([{ _obj: 'newPlacedLayer' }, APPLY], {});
      id.finalName = 'brighter';
      await hostControl.resumeHistory(id, commit);
    });
    expect(double.control.history()).toEqual(commit ? ['Open', 'brighter'] : ['Open']);
    expect(double.control.filters()).toHaveLength(commit ? 1 : 0);
    if (!commit) expect(double.control.picture().data).toEqual(before);
    expect(double.control.leftovers()).toEqual([]);
  });

  test('makes no state where nothing was changed', async () => {
    const double = createPhotoshop();
    const documentID = double.control.open();
    await inScope(double, async ({ hostControl }) => {
      await hostControl.resumeHistory(await hostControl.suspendHistory({ documentID, name: 'nothing' }));
    });
    expect(double.control.history()).toEqual(['Open']);
  });

  test.each([true, false])('a scope left suspended is settled by how it ends; fails: %s', async (fails) => {
    const double = createPhotoshop();
    openSmart(double);
    await inScope(double, async ({ hostControl }) => {
      await hostControl.suspendHistory({ documentID: double.control.activeId!, name: 'left' });
      await double.photoshop.action.batchPlay([APPLY], {});
      if (fails) throw new Error('on purpose');
    }).catch(() => {});
    expect(double.control.history()).toEqual(fails ? ['Open'] : ['Open', 'left']);
    // Rolling back by an error is what a cancellation needs; forgetting to resume is not.
    expect(double.control.leftovers()).toHaveLength(fails ? 0 : 1);
  });

  test('goes back to a state, and those ahead vanish with the next change', async () => {
    const double = createPhotoshop();
    openSmart(double);
    await play(double, APPLY, APPLY);
    const document = double.photoshop.app.activeDocument!;
    await inScope(double, async () => {
      document.activeHistoryState = document.historyStates[1]!;
    });
    expect(double.control.filters()).toHaveLength(1);
    expect(document.historyStates.length).toBe(3);
    double.control.change('photo', { opacity: 50 });
    expect(double.control.history()).toEqual(['Open', 'Camera Raw Filter', 'Layer Properties']);
    expect(document.historyStates.length).toBe(3);
  });

  test('old states fall off', async () => {
    const double = createPhotoshop({ rules: { historyLimit: 3 } });
    openSmart(double);
    const first = double.photoshop.app.activeDocument!.activeHistoryState;
    await play(double, APPLY, APPLY, APPLY);
    expect(double.control.history()).toHaveLength(3);
    await expect(
      inScope(double, async () => {
        double.photoshop.app.activeDocument!.activeHistoryState = first;
      }),
    ).rejects.toThrow('does not exist');
  });
});
