import { ask, chooseOther, press, run } from '../person.ts';
import { type Faults, photo, tryOut } from './fault.ts';

/** Photoshop is held by something else, or the person stops it. */
export const HELD: Faults = {
  'a dialog is open while the document is read': {
    before: (double) => {
      double.open({ width: 96, height: 64 });
      double.hold();
    },
    act: (panel) => ask(panel, 'brighter'),
    says: /busy with a dialog/,
  },
  'another plug-in holds Photoshop at commit': {
    before: photo,
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) => void double.hold('com.example.other'));
      await press(panel, 'Commit');
    },
    says: /com\.example\.other is using Photoshop/,
  },
  'another plug-in is done in time': {
    before: photo,
    rules: { millisecondsPerSecond: 2000 },
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) => {
        const release = double.hold('com.example.other');
        setTimeout(release, 50);
      });
      await press(panel, 'Commit');
    },
    says: /Added one Camera Raw smart filter/,
    after: { history: ['Open', 'brighter'], filters: 1 },
  },
  'Esc is pressed while the filter is applied': {
    before: photo,
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) => double.once('Adobe Camera Raw Filter', () => double.pressEscape()));
      await press(panel, 'Try in document');
      await panel.until(
        (double) => !double.inModal && double.played.some(({ _obj }) => _obj === 'newPlacedLayer'),
      );
    },
    says: /Try in document/,
  },
  'Esc is pressed during a commit': {
    before: photo,
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) => double.once('newPlacedLayer', () => double.pressEscape()));
      await press(panel, 'Commit');
      await panel.until(
        (double) => !double.inModal && double.played.some(({ _obj }) => _obj === 'duplicate'),
      );
    },
    says: /Commit/,
  },
  'Esc is pressed while another alternative takes the place of one': {
    before: photo,
    async act(panel) {
      await tryOut(panel);
      await chooseOther(panel);
      await panel.host((double) =>
        double.once('Adobe Camera Raw Filter', () => {
          double.pressEscape();
          document.title = 'escaped';
        }),
      );
      await press(panel, 'Update');
      await panel.until(
        (double) => document.title === 'escaped' && !double.inModal && double.filters().length === 1,
      );
    },
    // The one that stood there stands there again.
    after: { history: ['Open', expect.stringContaining('RetouchIQ')] as string[], filters: 1 },
    says: /Update/,
  },
  'Esc is pressed while Camera Raw ranks': {
    before: photo,
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) => double.once('Adobe Camera Raw Filter', () => double.pressEscape()));
      await panel.page.getByRole('tab', { name: 'Criteria' }).click();
      await press(panel, 'Rank as Camera Raw renders');
      await panel.until(
        (double) => !double.inModal && double.played.some(({ _obj }) => _obj === 'newPlacedLayer'),
      );
    },
    says: /Rank as Camera Raw renders/,
  },
};
