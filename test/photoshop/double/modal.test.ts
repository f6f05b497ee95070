import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';
import { FILTER, inScope, openSmart, play } from './support.ts';

const APPLY = { _obj: FILTER, $Ex12: 0.5 };

describe('modal scopes of the double', () => {
  test('changes outside of one are refused, also by the DOM', async () => {
    const { photoshop, control } = createPhotoshop();
    control.open();
    await expect(photoshop.action.batchPlay([APPLY], {})).rejects.toThrow('modal scope');
    expect(() => {
      photoshop.app.activeDocument!.layers[0]!.visible = false;
    }).toThrow('modal scope');
    expect(() => {
      photoshop.app.activeDocument!.activeHistoryState = photoshop.app.activeDocument!.historyStates[0]!;
    }).toThrow('modal scope');
    await expect(photoshop.imaging.getPixels({})).rejects.toThrow('modal scope');
  });

  test('a collision has number 9 and may name the other plug-in', async () => {
    const double = createPhotoshop();
    double.control.hold('com.example.other');
    await expect(inScope(double, async () => 1)).rejects.toMatchObject({
      number: 9,
      message: 'Plugin: com.example.other is running a modal command',
    });
  });

  test('waits for the other plug-in as long as it was told to', async () => {
    const double = createPhotoshop({ rules: { millisecondsPerSecond: 10_000 } });
    const release = double.control.hold('com.example.other');
    const done = inScope(double, async () => 'in');
    release();
    expect(await done).toBe('in');
  });

  test('an older host does not wait', async () => {
    const double = createPhotoshop({ rules: { timeOut: false, millisecondsPerSecond: 1e9 } });
    double.control.hold('com.example.other');
    await expect(inScope(double, async () => 1)).rejects.toMatchObject({ number: 9 });
  });

  test('errors lose their class and code on the way out', async () => {
    const double = createPhotoshop();
    const thrown = Object.assign(new RangeError('too much'), { code: 'mine' });
    const caught = await inScope(double, async () => {
      throw thrown;
    }).catch((error: unknown) => error);
    expect(caught).not.toBe(thrown);
    expect(caught).not.toBeInstanceOf(RangeError);
    expect(caught).toMatchObject({ message: 'too much' });
    expect(caught).not.toHaveProperty('code');
  });

  test('scopes nest', async () => {
    const double = createPhotoshop();
    openSmart(double);
    const inner = await inScope(double, () =>
      inScope(double, () => double.photoshop.action.batchPlay([APPLY], {})),
    );
    expect(inner[0]?.['_obj']).not.toBe('error');
    expect(double.control.inModal).toBe(false);
  });

  test('after Esc everything throws until the scope is left', async () => {
    const double = createPhotoshop();
    openSmart(double);
    let told = 0;
    await inScope(double, async (context) => {
      context.onCancel = () => {
        told++;
      };
      double.control.pressEscape();
      expect(context.isCancelled).toBe(true);
      await expect(double.photoshop.action.batchPlay([APPLY], {})).rejects.toThrow('cancel');
    });
    expect(told).toBe(1);
    expect((await play(double, APPLY))[0]?.['_obj']).not.toBe('error');
  });

  test('properties of the context are not enumerable', async () => {
    const double = createPhotoshop();
    expect(await inScope(double, async (context) => Object.keys({ ...context }))).toEqual([]);
  });

  test('documents registered for it close when the scope is left', async () => {
    const double = createPhotoshop();
    double.control.open();
    await inScope(double, async ({ hostControl }) => {
      const copy = await double.photoshop.app.activeDocument!.duplicate('copy', true);
      await hostControl.registerAutoCloseDocument(copy.id);
      expect(double.photoshop.app.documents.length).toBe(2);
    });
    expect(double.photoshop.app.documents.length).toBe(1);
  });

  test('notifications are silent inside', async () => {
    const double = createPhotoshop();
    openSmart(double);
    const heard: string[] = [];
    await double.photoshop.action.addNotificationListener(['all'], (event) => heard.push(event));
    await play(double, { _obj: 'select', _target: [{ _ref: 'layer', _name: 'photo' }] });
    expect(heard).toEqual(['modalJavaScriptScopeEnter', 'modalJavaScriptScopeExit']);
    double.control.choose('photo');
    expect(heard.at(-1)).toBe('select');
  });
});
