import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { deltaESpread } from '#image/delta-e-spread.ts';
import { toLab } from '#image/lab.ts';
import type { Raster } from '#image/raster.ts';
import { resize } from '#image/resample.ts';
import type { DocumentHost, HostTrueReply } from '#panel/document-host.ts';
import { DISPLAY_EDGE, OBSERVATION_EDGE } from '#retouch/observe.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import type { Backend } from '../backend/backend.ts';
import { readMetadata, writeMetadata } from '../commands/metadata.ts';
import { activeDocument, documentById, listed } from '../host/documents.ts';
import type { RunModal } from '../host/modal.ts';
import type { Photoshop, PhotoshopDocument } from '../host/photoshop.ts';
import { refuseColorLookup } from './color-lookup.ts';
import { describeDocument } from './describe.ts';
import { DocumentEdits } from './document-edits.ts';
import { stripRecord } from './document-record.ts';
import { type Looked, lookAt, pixelsOf, withoutTrial } from './look.ts';
import { renderTrue } from './render-true.ts';
import type { DocumentMemory } from './standing.ts';
import { watchDocument } from './watch.ts';

export interface DocumentParts {
  readonly photoshop: Photoshop;
  readonly run: RunModal;
  readonly backend: Backend;
  /** ISO 8601 */
  readonly now: () => string;
  readonly selfTest: DocumentHost['selfTest'];
  /** Lets Photoshop have its turn during long work. */
  readonly breathe: () => Promise<void>;
}

/** Photoshop's documents as the panel's host of documents. */
export function createDocumentHost(parts: DocumentParts): DocumentHost {
  const { photoshop, run, backend, now, breathe } = parts;
  const memories = new Map<number, DocumentMemory>();
  const looks = new Map<string, Looked>();
  const memory = (id: number) => {
    const known = memories.get(id) ?? { looked: null, standing: null, committed: null };
    memories.set(id, known);
    return known;
  };
  const edits = new DocumentEdits({ photoshop, run, memory, now, breathe });
  let changed = () => {};

  /** Whatever was done, the panel hears of it at once. */
  async function telling<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      changed();
    }
  }

  return {
    watch(listener) {
      let asked = 0;
      changed = () => {
        asked += 1;
        const mine = asked;
        forgetClosed(photoshop, memories);
        describeDocument(photoshop, memory)
          // Closed while it was being looked at: the next event tells.
          .catch(() => null)
          .then((facts) => {
            if (mine === asked) listener(facts);
          });
      };
      return watchDocument(photoshop, () => changed());
    },

    async open(look, signal) {
      const { looked, raster, document } = await run(
        { name: 'Reading the picture', signal },
        async (scope) => {
          const front = frontDocument(photoshop);
          const what = lookAt(front, look);
          const { raster, area } = await withoutTrial(front, memory(front.id).standing, scope, () =>
            pixelsOf(photoshop, front, what, DISPLAY_EDGE),
          );
          return { looked: { ...what, area }, raster, document: front };
        },
      );
      const reply = await backend.open(
        {
          raster,
          facts: {
            name: document.title,
            width: looked.area.right - looked.area.left,
            height: looked.area.bottom - looked.area.top,
            source: 'rendered',
            sha256: bytesToHex(sha256(raster.data as Uint8Array)),
          },
          bitDepth: document.bitsPerChannel === 'bitDepth8' ? 8 : 16,
          notes: notesOf(document),
        },
        signal,
      );
      looks.set(reply.id, looked);
      memory(document.id).looked = { area: looked.area, raster };
      return reply;
    },

    tryOut: (edit, signal) => telling(edits.tryOut(edit, signal)),
    commit: (edit, signal) => telling(edits.commit(edit, signal)),
    refuseForm(form, settings) {
      const document = activeDocument(photoshop);
      return form === 'smart-filter' || document === null ? null : refuseColorLookup(document, settings);
    },
    discard: () => telling(edits.discard(frontDocument(photoshop).id)),
    showBefore: (before) => telling(edits.showBefore(frontDocument(photoshop).id, before)),
    undo: () => telling(edits.undo(frontDocument(photoshop).id)),

    async rankTrue(request, onProgress, signal): Promise<HostTrueReply> {
      const looked = looks.get(request.photo);
      if (looked === undefined) throw new RetouchError('not-found', 'Read the document anew first');
      const { standing } = memory(looked.documentId);
      const candidates = request.candidates.map(({ settings }) => settings as Settings);
      const edge = OBSERVATION_EDGE;
      const { before, after } = await telling(
        renderTrue(photoshop, run, {
          looked,
          standing,
          candidates,
          edge,
          onProgress,
          signal,
        }),
      );
      const renderings: Record<string, Raster> = {};
      const fidelity: Record<string, { mean: number; p95: number }> = {};
      for (const [index, { id, settings }] of request.candidates.entries()) {
        const rendered = after[index]!;
        renderings[id] = rendered;
        const preview = await backend.render(request.photo, settings as Settings, edge, signal);
        fidelity[id] = deltaESpread(toLab(resize(rendered, preview.width, preview.height)), toLab(preview));
      }
      const reply = await backend.rankRendered(request, renderings, before, signal);
      return { ...reply, fidelity };
    },

    async strip(everything) {
      const { id } = frontDocument(photoshop);
      return telling(
        run({ name: 'Removing words from the metadata' }, async (scope) => {
          const document = documentById(photoshop, id);
          const { XMPMetadataAsUTF8: xmp = '' } = await scope.play(readMetadata(id));
          const stripped = stripRecord(xmp, everything);
          if (stripped === xmp) return 'There was nothing of ours in the metadata of this document.';
          await scope.asOneState(document.id, 'RetouchIQ: strip metadata', () =>
            scope.play(writeMetadata(id, stripped)),
          );
          return everything
            ? 'Removed everything of ours from the metadata. History states keep their names until the document is closed.'
            : 'Removed instructions and traces from the metadata; the settings stay.';
        }),
      );
    },

    selfTest: (onProgress, signal) => telling(parts.selfTest(onProgress, signal)),
  };
}

/** Pictures of documents that are closed are of no more use. */
function forgetClosed({ app }: Photoshop, memories: Map<number, DocumentMemory>): void {
  const open = new Set(listed(app.documents).map(({ id }) => id));
  for (const id of memories.keys()) if (!open.has(id)) memories.delete(id);
}

function frontDocument(photoshop: Photoshop): PhotoshopDocument {
  const document = activeDocument(photoshop);
  if (document === null) throw new RetouchError('not-found', 'Open a document in Photoshop first');
  return document;
}

const MODE_NAMES: Readonly<Record<string, string>> = {
  CMYKColorMode: 'CMYK',
  labColorMode: 'Lab',
  grayscaleMode: 'Grayscale',
};

/** What the person should know of how their document was read. */
function notesOf({ mode, colorProfileName, bitsPerChannel }: PhotoshopDocument): readonly string[] {
  const name = MODE_NAMES[mode];
  const converted = name === undefined ? [] : [`${name} is previewed in sRGB`];
  const profile =
    name === undefined && colorProfileName !== '' && !/sRGB/i.test(colorProfileName)
      ? [`${colorProfileName} is previewed in sRGB`]
      : [];
  const deep = bitsPerChannel === 'bitDepth32' ? ['32 bits: light beyond white is not previewed'] : [];
  return [...converted, ...profile, ...deep];
}
