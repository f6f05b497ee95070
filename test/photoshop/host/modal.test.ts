import { RetouchError } from '#wire/error.ts';
import { makeLayer } from '../../../plugin/photoshop/commands/layers.ts';
import { deselect } from '../../../plugin/photoshop/commands/selection.ts';
import { createModalRunner } from '../../../plugin/photoshop/host/modal.ts';
import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';

function start() {
  const { photoshop, control } = createPhotoshop();
  const id = control.open();
  return { photoshop, control, id, run: createModalRunner(photoshop) };
}

describe('runModal()', () => {
  test('keeps class and code of an error, which Photoshop takes away', async () => {
    const { run } = start();
    const error = new RetouchError('bad-request', 'Not like this');
    await expect(
      run({ name: 'Test' }, async () => {
        throw error;
      }),
    ).rejects.toBe(error);
  });

  test('makes one history state of several steps', async () => {
    const { run, control, id } = start();
    const before = control.history().length;
    await run({ name: 'Test' }, (scope) =>
      scope.asOneState(id, 'One step', async () => {
        await scope.play(makeLayer('a'));
        await scope.play(makeLayer('b'));
      }),
    );
    expect(control.history().slice(before)).toEqual(['One step']);
    expect(control.layers()).toHaveLength(3);
  });

  test('leaves nothing of steps that failed half-way', async () => {
    const { run, control, id } = start();
    const before = control.history();
    const work = run({ name: 'Test' }, (scope) =>
      scope.asOneState(id, 'One step', async () => {
        await scope.play(makeLayer('a'));
        throw new RetouchError('internal', 'Half-way');
      }),
    );
    await expect(work).rejects.toThrow('Half-way');
    expect(control.layers()).toHaveLength(1);
    expect(control.history()).toEqual(before);
    expect(control.leftovers()).toEqual([]);
  });

  test('says cancelled when the person presses Esc, and rolls back', async () => {
    const { run, control, id } = start();
    const work = run({ name: 'Test' }, (scope) =>
      scope.asOneState(id, 'One step', async () => {
        await scope.play(makeLayer('a'));
        control.pressEscape();
        await scope.play(makeLayer('b'));
      }),
    );
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(control.layers()).toHaveLength(1);
    expect(control.leftovers()).toEqual([]);
  });

  test('says cancelled when the caller gives up between two steps, and rolls back', async () => {
    const { run, control, id } = start();
    const abort = new AbortController();
    const work = run({ name: 'Test', signal: abort.signal }, (scope) =>
      scope.asOneState(id, 'One step', async () => {
        await scope.play(makeLayer('a'));
        abort.abort();
        await scope.play(makeLayer('b'));
      }),
    );
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(control.layers()).toHaveLength(1);
    expect(control.leftovers()).toEqual([]);
  });

  test('says who is busy when another plug-in holds Photoshop longer than it waits', async () => {
    const { run, control } = start();
    const release = control.hold('com.example.other');
    await expect(run({ name: 'Test' }, async () => {})).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining('com.example.other'),
    });
    release();
    await expect(run({ name: 'Test' }, async () => 'done')).resolves.toBe('done');
  });

  test('never collides with itself', async () => {
    const { run } = start();
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3].map((number) =>
        run({ name: 'Test' }, async (scope) => {
          await scope.play(deselect());
          order.push(number);
        }),
      ),
    );
    expect(order).toEqual([1, 2, 3]);
  });

  test('goes on after work that failed', async () => {
    const { run } = start();
    const failing = run({ name: 'Test' }, async () => {
      throw new RetouchError('internal', 'Once');
    });
    await expect(failing).rejects.toThrow('Once');
    await expect(run({ name: 'Test' }, async () => 'done')).resolves.toBe('done');
  });

  test('tells what Photoshop refused, though batchPlay resolves', async () => {
    const { run, control } = start();
    control.failOnce('make', 'The command “Make” is not currently available');
    await expect(run({ name: 'Test' }, (scope) => scope.play(makeLayer('a')))).rejects.toThrow(
      /would not add a layer: .*not currently available/,
    );
  });
});
