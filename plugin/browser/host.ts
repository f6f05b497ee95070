import { type Client, createClient } from '#client/client.ts';
import type { Host, PickedFile } from '#panel/host.ts';
import { chooseFile } from './choose-file.ts';
import { clippingOverlayOf, histogramOf } from './pixels.ts';
import { saveFile } from './save-file.ts';
import type { Session } from './session.ts';

/** The page as a host: pictures are blob addresses, files are downloads, the service is the one it came from. */
export function createBrowserHost(session: Session): Host {
  let client = clientOf(session.token());
  return {
    specVersion: 1,
    id: 'browser',
    platform: /Mac|iPhone|iPad/.test(navigator.platform) ? 'mac' : 'other',
    showsPreview: true,
    previewEdge: 1280,
    models: {
      list: () => client.models(),
      agree: (request) => client.agree(request),
      setLocalOnly: (localOnly) => client.setLocalOnly(localOnly),
      kept: session.models,
      keep: session.keepModels,
    },
    copyText: (text) => navigator.clipboard.writeText(text),
    async connect() {
      const about = await client.about();
      const id = session.photo();
      // The photo may be gone when the service was restarted; the page then simply starts empty.
      const photo = id === null ? null : await client.photo(id).catch(() => null);
      return { about, photo };
    },
    async pair(code) {
      session.keepToken(await clientOf(null).pair(code));
      client = clientOf(session.token());
    },
    chooseFile,
    async openPhoto(file: PickedFile, signal) {
      const photo = await client.openPhoto(await bytesOf(file.content), file.name, signal);
      session.keepPhoto(photo.id);
      return photo;
    },
    async openSample(name, signal) {
      const photo = await client.openSample(name, signal);
      session.keepPhoto(photo.id);
      return photo;
    },
    samplePicture: (name) => `samples/${name}.jpg`,
    async render(photo, settings, edge, signal) {
      const jpeg = await client.render(photo, { settings, edge }, signal);
      return URL.createObjectURL(new Blob([jpeg as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
    },
    releasePicture: (address) => URL.revokeObjectURL(address),
    async warmPicture(address) {
      const image = new Image();
      image.src = address;
      await image.decode();
    },
    histogram: histogramOf,
    clippingOverlay: clippingOverlayOf,
    async retouch({ request, onEvent, signal }) {
      await client.retouch(request, { onEvent, signal });
    },
    read: (instruction) => client.read(instruction),
    rank: (request, signal) => client.rank(request, signal),
    async exportFile(photo, request) {
      const { name, contentType, content } = await client.exportFile(photo, request);
      saveFile(name, new Blob([content as Uint8Array<ArrayBuffer>], { type: contentType }));
      return name;
    },
    async saveText(name, text) {
      saveFile(name, new Blob([text], { type: 'application/json' }));
    },
  };
}

function clientOf(token: string | null): Client {
  return createClient({ baseUrl: '', ...(token === null ? {} : { token }) });
}

async function bytesOf(content: Blob): Promise<Uint8Array> {
  return new Uint8Array(await content.arrayBuffer());
}
