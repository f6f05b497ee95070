import { describeWithProgram } from '../../support/programs.ts';
import { DOCUMENTS } from './faults/documents.ts';
import type { Faults } from './faults/fault.ts';
import { HELD } from './faults/held.ts';
import { KEEPING } from './faults/keeping.ts';
import { KINDS } from './faults/kinds.ts';
import { REFUSALS } from './faults/refusals.ts';
import { type Plugin, startPlugin } from './harness.ts';
import { documentNow, reads } from './person.ts';

const FAULTS: Faults = { ...HELD, ...DOCUMENTS, ...REFUSALS, ...KINDS, ...KEEPING };

describeWithProgram('chromium', 'faults of the host', () => {
  let plugin: Plugin;
  beforeAll(async () => {
    plugin = await startPlugin();
  });
  afterAll(() => plugin?.close());

  test.each(Object.entries(FAULTS))('%s: said in a sentence, nothing left behind', async (_, fault) => {
    const { before, rules = {}, act, says, after, elsewhere } = fault;
    const panel = await plugin.open({ before, rules });
    const found = await documentNow(panel);
    await act(panel);
    await reads(panel, says);
    await panel.until((double) => !double.inModal);
    const left = await documentNow(panel);
    if (elsewhere) expect(left).toMatchObject({ history: ['Open'], filters: 0 });
    else if (after) expect(left).toMatchObject(after);
    else expect(left).toEqual(found);
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });
});
