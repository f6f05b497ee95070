import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '#client/client.ts';
import { Panel } from '#panel/panel.tsx';
import { RetouchError } from '#wire/error.ts';
import { factsOf, fakeDocument } from './panel-shell/fake-document.ts';
import { fakeService } from './panel-shell/fake-service.ts';

/**
 * The panel as it stands in a program that has the document open, in a browser window: to look at it and to press its
 * buttons. Pixels, renderings and answers come from a real service; the document is a fake that remembers what it was
 * asked to do, and `window.shell` plays the program.
 */
const parameters = new URLSearchParams(location.search);
const client = createClient({ baseUrl: '', token: parameters.get('token') ?? '' });
const sample = parameters.get('sample') ?? '';
const document_ = fakeDocument(client, { 1: sample, 2: sample });
const service = fakeService();
const commands = new Set();
const clipboard = [];

/** @type {import('#panel/host.ts').Host} */
const host = {
  specVersion: 1,
  id: 'shell',
  platform: 'other',
  showsPreview: false,
  previewEdge: 512,
  document: document_.host,
  service,
  onCommand(listener) {
    commands.add(listener);
    return () => commands.delete(listener);
  },
  async copyText(text) {
    clipboard.push(text);
  },
  connect: async () => ({ about: await client.about(), photo: null }),
  pair: async () => undefined,
  chooseFile: async () => null,
  openPhoto: () => Promise.reject(new TypeError('Cannot open files here')),
  openSample: () => Promise.reject(new TypeError('Cannot open files here')),
  samplePicture: () => '',
  async render(photo, settings, edge, signal) {
    const jpeg = await client.render(photo, { settings, edge }, signal);
    return URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
  },
  releasePicture: (address) => URL.revokeObjectURL(address),
  async warmPicture(address) {
    const image = new Image();
    image.src = address;
    await image.decode();
  },
  histogram: () => Promise.reject(new TypeError('Not shown here')),
  clippingOverlay: () => Promise.reject(new TypeError('Not shown here')),
  read: (instruction) => client.read(instruction),
  async retouch({ request, onEvent, signal }) {
    await client.retouch(request, { onEvent, signal });
  },
  rank: (request, signal) => client.rank(request, signal),
  exportFile: () => Promise.reject(new TypeError('Not offered here')),
  saveText: async () => undefined,
};

Object.assign(window, {
  shell: {
    document: document_,
    service,
    clipboard,
    factsOf,
    command: (command) => {
      for (const listener of commands) listener(command);
    },
    fail: (name, sentence) => document_.failures.set(name, new RetouchError('bad-photo', sentence)),
  },
});
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(createElement(Panel, { host }));
