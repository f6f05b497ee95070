import fc from 'fast-check';
import { recordStep, redoStep, startHistory, undoStep } from '#panel/state/history.ts';

describe('a history', () => {
  test('undone to the end and redone to the end is where it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 30 }), (values) => {
        const full = values.reduce((history, value) => recordStep(history, value), startHistory(0));
        let history = full;
        for (const _ of values) history = undoStep(history);
        expect(history.present).toBe(0);
        for (const _ of values) history = redoStep(history);
        expect(history.present).toBe(full.present);
      }),
    );
  });

  test('forgets what was undone once something new is done', () => {
    const history = recordStep(undoStep(recordStep(recordStep(startHistory(0), 1), 2)), 3);
    expect(redoStep(history).present).toBe(3);
    expect(undoStep(history).present).toBe(1);
  });

  test('joins the steps of one gesture, not those of two', () => {
    const drag = [1, 2, 3].reduce((history, value) => recordStep(history, value, 'a'), startHistory(0));
    expect(undoStep(drag).present).toBe(0);
    expect(undoStep(recordStep(drag, 4, 'b')).present).toBe(3);
  });
});
