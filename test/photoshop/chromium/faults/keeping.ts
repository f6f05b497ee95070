import type { Panel } from '../harness.ts';
import { button, press, run } from '../person.ts';
import { type Before, commit, type Faults, photo } from './fault.ts';

/** A document that holds an edit whose masks only the host can make. */
const withSky: Before = (double) => {
  const mask = {
    kind: 'ai',
    target: 'sky',
    combine: 'add',
    inverted: false,
    referenceX: 0.5,
    referenceY: 0.2,
  };
  const sky = { name: 'Sky', active: true, amount: 1, values: { LocalExposure2012: -0.2 }, masks: [mask] };
  const settings = { Exposure2012: 0.3, MaskGroupBasedCorrections: [sky] };
  const edit = {
    id: 'a',
    at: '2026-01-02T03:04:05Z',
    settings,
    versions: {},
    criteria: [],
    instruction: null,
  };
  const record = JSON.stringify({ version: 1, edits: [edit] }).replaceAll('"', '&quot;');
  double.open({
    width: 96,
    height: 64,
    metadata: `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:retouchiq="https://retouchiq.org/ns/1.0/">
      <retouchiq:Edits>${record}</retouchiq:Edits></rdf:Description></rdf:RDF></x:xmpmeta>`,
  });
};

async function commitEarlier(panel: Panel): Promise<void> {
  await press(panel, 'Load its settings');
  await press(panel, 'Commit');
  await button(panel, 'Undo commit').waitFor();
}

/** What is kept with the document, and what else stands in it. */
export const KEEPING: Faults = {
  'the metadata of the document is damaged': {
    before: (double) => void double.open({ width: 96, height: 64, metadata: '<x:xmpmeta><rdf' }),
    act: commit,
    says: /could not be kept in the document.s metadata/,
    after: { history: ['Open', 'brighter'], filters: 1 },
  },
  'no table of colours can be made into a layer': {
    before: photo,
    rules: { colorLookup: false },
    async act(panel) {
      await run(panel, 'warmer');
      await press(panel, 'Options');
      await panel.page.getByRole('radio', { name: /Color Lookup layer/ }).click();
      await press(panel, 'Back');
      await press(panel, 'Commit');
    },
    says: /Photoshop would not add a Color Lookup layer/,
  },
  'Photoshop finds no sky': {
    before: withSky,
    rules: { findsParts: false },
    act: commitEarlier,
    says: /Photoshop found no sky in this picture, so .* was left out/,
    after: { history: ['Open', expect.any(String)] as string[], filters: 1 },
  },
  'only Photoshop can find the sky': {
    before: withSky,
    act: commitEarlier,
    says: /Added/,
    // One mask serves a layer's whole stack: the sky has a layer of its own.
    after: { history: ['Open', expect.any(String)] as string[], filters: 2 },
  },
  'a foreign filter stands on the layer': {
    before: (double) => {
      double.open({ width: 96, height: 64, layers: [{ name: 'photo', smartObject: 'present' }] });
      double.addForeignFilter('photo');
    },
    async act(panel) {
      await run(panel, 'brighter');
      await press(panel, 'Options');
      await panel.page.getByRole('radio', { name: /^This layer/ }).click();
      await press(panel, 'Back');
      await press(panel, 'Try in document');
      await button(panel, 'Discard').click();
      await button(panel, 'Discard').waitFor({ state: 'detached' });
    },
    says: /Adds one Camera Raw smart filter/,
    after: { history: ['Open', 'Camera Raw Filter'], filters: 1 },
  },
};
