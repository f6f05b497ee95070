import { SRGB } from '#color/spaces.ts';
import { runNow } from '#image/steps.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { colorLookup } from '../../camera-raw/color-lookup.ts';
import { makeLayer, stampVisible } from '../../commands/layers.ts';
import { readMetadata, writeMetadata } from '../../commands/metadata.ts';
import { anyReply } from '../../commands/reply.ts';
import { layerById, listed, onlyActiveLayer } from '../../host/documents.ts';
import { currentState } from '../../host/history.ts';
import { show } from '../probe.ts';
import { question } from '../question.ts';

const stampFillsEmptyLayer = question({
  id: 'stampFillsEmptyLayer',
  question: 'Does a stamp of what is visible go into the active empty layer?',
  expected: true,
  yes: 'into that one',
  no: 'into one of its own',
  settles: 'which layer the edit goes on',
  ask: (probe) =>
    probe.within(async (scope) => {
      await scope.play(makeLayer('Test'));
      const empty = onlyActiveLayer(probe.document).id;
      await scope.play(stampVisible());
      const stamped = onlyActiveLayer(probe.document).id;
      const count = listed(probe.document.layers).length;
      return {
        answer: stamped === empty,
        seen: `${count} layers; the empty one ${layerById(probe.document, empty) === undefined ? 'is gone' : 'is there'}`,
      };
    }),
});

const historyIsOneState = question({
  id: 'historyIsOneState',
  question: 'Does a suspended history become one state with our name?',
  expected: true,
  yes: 'one state with that name',
  no: 'something else',
  settles: 'one history state for a commit',
  ask: (probe) =>
    probe.within(async (scope) => {
      const before = currentState(probe.document);
      const name = 'RetouchIQ: „test“';
      await scope.asOneState(probe.documentId, name, async () => {
        await scope.play(makeLayer('One'));
        await scope.play(makeLayer('Two'));
      });
      const { document } = probe;
      const states = listed(document.historyStates);
      const added = states.slice(states.findIndex(({ id }) => id === before) + 1);
      const names = added.map((state) => state.name).join(', ');
      return {
        answer: added.length === 1 && document.activeHistoryState.name === name,
        seen: `${added.length} states: ${names}`,
      };
    }),
});

const historyIsTakenBack = question({
  id: 'historyIsTakenBack',
  question: 'Does a suspended history that is dropped leave nothing?',
  expected: true,
  yes: 'neither a layer nor a state is left',
  no: 'something is left',
  settles: 'whether a failure half-way leaves the document as it was',
  ask: (probe) =>
    probe.within(async (scope) => {
      const [state, layers] = [currentState(probe.document), probe.document.layers.length];
      await scope.andTakeBack(probe.documentId, async () => {
        await scope.play(makeLayer('One'));
      });
      const { document } = probe;
      return {
        answer: document.layers.length === layers && currentState(document) === state,
        seen: `${document.layers.length - layers} layers too many`,
      };
    }),
});

const PACKET =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description rdf:about="" xmlns:test="https://retouchiq.example/ns/test/1.0/" test:Kept="é &amp; „yes“"/>' +
  '</rdf:RDF></x:xmpmeta>';

const metadataIsKept = question({
  id: 'metadataIsKept',
  question: 'Can metadata of our own be kept with the document?',
  expected: true,
  yes: 'it comes back as it was',
  no: 'it does not come back',
  settles: 'whether settings are stored with the document',
  ask: (probe) =>
    probe.within(async (scope) => {
      await scope.play(writeMetadata(probe.documentId, PACKET));
      const { XMPMetadataAsUTF8: xmp = '' } = await scope.play(readMetadata(probe.documentId));
      const kept = /Kept(?:="|>)([^"<]*)/.exec(xmp)?.[1];
      return {
        answer: kept === 'é &amp; „yes“' || kept === 'é & „yes“',
        seen: `${xmp.length} characters, ${kept ?? 'without ours'}`,
      };
    }),
});

const metadataInHistory = question({
  id: 'metadataInHistory',
  question: 'Is a change of metadata a history state?',
  expected: false,
  yes: 'it is, and is undone with it',
  no: 'it is not',
  settles: 'whether undoing a commit undoes its record',
  ask: (probe) =>
    probe.within(async (scope) => {
      const before = currentState(probe.document);
      await scope.play(writeMetadata(probe.documentId, PACKET.replace('Kept', 'Other')));
      const { document } = probe;
      return { answer: currentState(document) !== before, seen: document.activeHistoryState.name };
    }),
});

const colorLookupWorks = question({
  id: 'colorLookupWorks',
  question: 'Does a Color Lookup layer with a table of ours change the picture?',
  expected: true,
  yes: 'it changes colors as the table says',
  no: 'it does not, or not so',
  settles: 'whether an edit can be kept as a Color Lookup layer',
  async ask(probe) {
    const settings = { Exposure2012: -1 };
    const level = Math.round(probe.grey);
    const grey = { width: 1, height: 1, data: new Uint8Array([level, level, level]), space: SRGB };
    const photo = embeddedRenderer.open(grey);
    const expected = embeddedRenderer.render(photo, settings).data[0] ?? 0;
    const { make, fill } = runNow(colorLookup(settings, photo, SRGB, 'Test'));
    return probe.within(async (scope) => {
      try {
        await scope.play({
          what: 'make a Color Lookup layer',
          descriptor: make,
          reply: anyReply,
          modifies: true,
        });
        await scope.play({ what: 'give it its table', descriptor: fill, reply: anyReply, modifies: true });
      } catch (error) {
        scope.check();
        return { answer: false, seen: error instanceof Error ? error.message : '' };
      }
      const { left } = await probe.levels();
      return {
        answer: probe.isChanged(left) && Math.abs(left - expected) < 4,
        seen: `${show(left)}, by the table ${show(expected)}`,
      };
    });
  },
});

/** About layers, history, metadata and other forms of an edit. */
export const DOCUMENT_QUESTIONS = [
  stampFillsEmptyLayer,
  historyIsOneState,
  historyIsTakenBack,
  metadataIsKept,
  metadataInHistory,
  colorLookupWorks,
] as const;
