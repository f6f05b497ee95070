import type { Raster } from '#image/raster.ts';
import type { Descriptor } from '../../../plugin/photoshop/host/photoshop.ts';
import { rectangle } from './commands/selection.ts';
import { type DocumentRecipe, makeDocument } from './make-document.ts';
import type { Modal } from './modal.ts';
import type { DocumentModel } from './model/document.ts';
import type { Fate, Host } from './model/host.ts';
import type { LayerState, SmartFilter } from './model/state.ts';
import { allLayers, changeLayer, findLayer, replaceLayer } from './model/tree.ts';
import { createFetch, type Domains } from './network.ts';
import type { Rules } from './rules.ts';
import type { UxpState } from './uxp.ts';

/** The person at the screen, fate, and a look at what came of it. */
export class Control {
  constructor(
    private readonly host: Host,
    private readonly modal: Modal,
    readonly uxp: UxpState,
  ) {}

  // What the person does. None of it needs a modal scope, and all of it is notified as in the host.

  /** Opens a document and brings it to the front. @returns its id */
  open(recipe: DocumentRecipe = {}): number {
    const document = makeDocument(this.host, recipe);
    this.host.documents.push(document);
    this.host.active = document;
    this.host.notify('open', { documentID: document.id });
    return document.id;
  }

  close(id: number): void {
    this.host.close(this.document(id));
  }

  /** Brings a document to the front. */
  show(id: number): void {
    this.host.active = this.document(id);
    this.host.notify('select', { _target: [{ _ref: 'document', _id: id }] });
  }

  /** Chooses layers by their names. */
  choose(...names: readonly string[]): void {
    const document = this.#active();
    const ids = names.map((name) => this.layer(name).id);
    document.change(null, { activeLayers: ids });
    this.host.notify('select', { _target: [{ _ref: 'layer', _id: ids[0] }], layerID: ids });
  }

  /** A rectangle in fractions of the canvas; null drops the selection. */
  select(area: { left: number; top: number; right: number; bottom: number } | null): void {
    const document = this.#active();
    const { width, height } = document.facts;
    const selection =
      area &&
      rectangle(
        document,
        Math.round(area.left * width),
        Math.round(area.top * height),
        Math.round(area.right * width),
        Math.round(area.bottom * height),
      );
    document.change(selection ? 'Rectangular Marquee' : 'Deselect', { selection });
    this.host.notify('set', { _target: [{ _ref: 'channel', _property: 'selection' }] });
  }

  /** Paints a stroke: a change of pixels and a history state of the person's own. */
  paint(name: string): void {
    const layer = this.layer(name);
    const pixels = { ...layer.pixels!, data: layer.pixels!.data.slice() };
    pixels.data.fill(0, 0, 30);
    this.#change('Brush Tool', layer.id, { pixels });
    this.host.notify('paint', {});
  }

  change(name: string, change: Partial<LayerState>): void {
    this.#change('Layer Properties', this.layer(name).id, change);
    this.host.notify('set', { _target: [{ _ref: 'layer', _id: this.layer(name).id }] });
  }

  /** Deletes a layer, by its name or id. */
  deleteLayer(which: string | number, documentId?: number): void {
    const document = documentId === undefined ? this.#active() : this.document(documentId);
    const id = typeof which === 'number' ? which : this.layer(which).id;
    const layers = replaceLayer(document.state.layers, id, () => []);
    document.change('Delete Layer', { layers, activeLayers: layers[0] ? [layers[0].id] : [] });
    this.host.notify('delete', { _target: [{ _ref: 'layer', _id: id }] });
  }

  /** Adds a smart filter that is none of ours. @returns its filterID */
  addForeignFilter(name: string): number {
    const layer = this.layer(name);
    const id = this.host.nextId();
    const filter: SmartFilter = {
      id,
      name: 'Camera Raw Filter',
      filter: { _obj: 'Adobe Camera Raw Filter', $CrVe: '18.6', $Cl12: 5 },
    };
    this.#change('Camera Raw Filter', layer.id, {
      smart: { ...layer.smart!, filters: [...layer.smart!.filters, filter] },
    });
    return id;
  }

  undo(): void {
    const { history } = this.#active();
    const before = history.entries[history.entries.indexOf(history.current) - 1];
    if (before) history.goTo(before.id);
    this.host.notify('select', { _target: [{ _ref: 'historyState' }] });
  }

  redo(): void {
    const { history } = this.#active();
    const after = history.entries[history.entries.indexOf(history.current) + 1];
    if (after) history.goTo(after.id);
    this.host.notify('select', { _target: [{ _ref: 'historyState' }] });
  }

  pressEscape(): void {
    this.modal.cancel();
  }

  /** Another plug-in (`com.example.other`), a dialog or a tool holds Photoshop until the answer is called. */
  hold(who = 'a dialog'): () => void {
    return this.modal.hold(who);
  }

  quickMask(on: boolean): void {
    this.#active().quickMask = on;
  }

  // What fate does.

  /** Before each thing that the plug-in asks of the host. @returns how to end it */
  before(fate: Fate): () => void {
    this.host.fates.push(fate);
    return () => {
      this.host.fates = this.host.fates.filter((one) => one !== fate);
    };
  }

  /** Once, before the first command of this name. */
  once(command: string, fate: () => void | Promise<void>): void {
    const end = this.before(async (what) => {
      if (what.command !== command) return;
      end();
      await fate();
    });
  }

  /** The next command of this name is refused. */
  failOnce(command: string, message = 'A program error occurred'): void {
    this.once(command, () => {
      throw new Error(message);
    });
  }

  /** `fetch` under the manifest's network permission. */
  fetch(domains: Domains, real: typeof globalThis.fetch): typeof globalThis.fetch {
    return createFetch(this.host, domains, real);
  }

  rules(change: Partial<Rules>): void {
    Object.assign(this.host.rules, change);
  }

  // What can be seen.

  get activeId(): number | null {
    return this.host.active?.id ?? null;
  }

  get openIds(): readonly number[] {
    return this.host.documents.map(({ id }) => id);
  }

  document(id?: number): DocumentModel {
    const document = id === undefined ? this.host.active : this.host.document(id);
    if (!document) throw new Error('The test asks for a document that is not open');
    return document;
  }

  layer(name: string, documentId?: number): LayerState {
    const layer = this.layers(documentId).find((one) => one.name === name);
    if (!layer) throw new Error(`The test asks for a layer '${name}' that is not there`);
    return layer;
  }

  /** All of them, topmost first, groups before what is in them. */
  layers(documentId?: number): readonly LayerState[] {
    return allLayers(this.document(documentId).state.layers);
  }

  /** Names of the history states up to the current one. */
  history(documentId?: number): readonly string[] {
    const { entries, current } = this.document(documentId).history;
    return entries.slice(0, entries.indexOf(current) + 1).map(({ name }) => name);
  }

  /** What is visible, in the document's own depth and space. */
  picture(documentId?: number): Raster {
    return this.document(documentId).composite();
  }

  /** Smart filters of all layers. */
  filters(documentId?: number): readonly SmartFilter[] {
    return this.layers(documentId).flatMap((layer) => layer.smart?.filters ?? []);
  }

  metadata(documentId?: number): string {
    const document = this.document(documentId);
    return this.host.rules.metadataInHistory ? document.state.metadata : document.metadata;
  }

  get liveBuffers(): number {
    return this.host.buffers.size;
  }

  get inModal(): boolean {
    return this.host.modal.depth > 0;
  }

  get played(): readonly Descriptor[] {
    return this.host.played;
  }

  /** Messages that Photoshop itself may have put in front of the person. */
  get dialogs(): readonly string[] {
    return this.host.dialogs;
  }

  /** What a real host would not forgive. */
  get problems(): readonly string[] {
    return this.host.problems;
  }

  /** Whether every document is as before a test: nothing suspended, no temporary one, no buffer. */
  leftovers(): readonly string[] {
    return [
      ...this.host.problems,
      ...(this.liveBuffers > 0 ? [`${this.liveBuffers} image data not disposed of`] : []),
      ...this.host.documents
        .filter(({ facts }) => facts.temporary)
        .map(({ facts }) => `temporary document ${facts.id} still open`),
      ...this.host.documents
        .filter(({ history }) => history.suspended)
        .map(({ id }) => `history of document ${id} suspended`),
    ];
  }

  #active(): DocumentModel {
    return this.document();
  }

  #change(history: string, id: number, change: Partial<LayerState>): void {
    const document = this.host.documents.find((one) => findLayer(one.state.layers, id));
    if (document) document.change(history, { layers: changeLayer(document.state.layers, id, change) });
  }
}
