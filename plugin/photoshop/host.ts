import type { Raster } from '#image/raster.ts';
import type { DocumentHost, HostCommand, ServiceLink } from '#panel/document-host.ts';
import type { Histogram, Host } from '#panel/host.ts';
import { countLevels } from '#panel/state/count-levels.ts';
import { RetouchError } from '#wire/error.ts';
import type { Backend } from './backend/backend.ts';
import { showPicture } from './document/show-picture.ts';
import type { RunModal } from './host/modal.ts';
import type { Photoshop } from './host/photoshop.ts';
import type { Uxp } from './host/uxp.ts';
import type { HostAnswers } from './self-test/questions.ts';

export interface HostParts {
  readonly photoshop: Photoshop;
  readonly uxp: Uxp;
  readonly run: RunModal;
  readonly backend: Backend;
  readonly document: DocumentHost;
  readonly service: ServiceLink;
  /** What is known of this very host. */
  readonly answers: () => Pick<HostAnswers, 'encodesOutsideModal'>;
  readonly onCommand: (listener: (command: HostCommand) => void) => () => void;
  readonly copyText: (text: string) => Promise<void>;
  readonly platform: Host['platform'];
}

/** Long edge of the pictures of alternatives, px: two columns of a wide panel on a dense screen. */
const PREVIEW_EDGE = 512;
/** Pictures whose levels are kept for the histogram. */
const KEPT = 64;

/** Photoshop as a host of the panel: photos are documents, pictures are encoded by Photoshop itself. */
export function createPhotoshopHost(parts: HostParts): Host {
  const { photoshop, backend, run, uxp } = parts;
  const rasters = new Map<string, Raster>();

  /** Some hosts encode only in a modal scope; without a self-test that is found out once. */
  let refused = false;
  async function show(raster: Raster): Promise<string> {
    if (!refused && parts.answers().encodesOutsideModal) {
      try {
        return await showPicture(photoshop, raster);
      } catch {
        refused = true;
      }
    }
    return run({ name: 'Preparing a picture' }, () => showPicture(photoshop, raster));
  }

  return {
    specVersion: 1,
    id: 'photoshop',
    platform: parts.platform,
    showsPreview: false,
    previewEdge: PREVIEW_EDGE,
    document: parts.document,
    service: parts.service,
    onCommand: parts.onCommand,
    copyText: parts.copyText,
    connect: async () => ({ about: await backend.about(), photo: null }),
    pair: async () => {
      throw filesOnly('Pair in the connection sheet');
    },
    chooseFile: async () => null,
    openPhoto: async () => {
      throw filesOnly('Open the file in Photoshop');
    },
    openSample: async () => {
      throw filesOnly('Open a document in Photoshop');
    },
    samplePicture: () => '',
    async render(photo, settings, edge, signal) {
      const raster = await backend.render(photo, settings, edge, signal);
      const address = await show(raster);
      rasters.set(address, raster);
      if (rasters.size > KEPT) rasters.delete(rasters.keys().next().value as string);
      return address;
    },
    releasePicture: (address) => void rasters.delete(address),
    warmPicture: async () => {},
    async histogram(address): Promise<Histogram> {
      return countLevels(rasters.get(address)?.data ?? [], 3);
    },
    async clippingOverlay() {
      throw filesOnly('Clipping is shown in the browser page');
    },
    read: (instruction) => backend.read(instruction),
    retouch: ({ request, onEvent, signal }) => backend.retouch(request, onEvent, signal),
    rank: (request, signal) => backend.rank(request, signal),
    async exportFile() {
      throw filesOnly('Commit the edit, then save the document in Photoshop');
    },
    async saveText(name, text) {
      const { localFileSystem, formats } = uxp.storage;
      const file = await localFileSystem.getFileForSaving(name);
      if (file === null) throw new RetouchError('cancelled', 'Not saved');
      await file.write(text, { format: formats.utf8 });
    },
  };
}

function filesOnly(advice: string): RetouchError {
  return new RetouchError('bad-request', `This is not done in the Photoshop panel. ${advice}`);
}
