import type {
  App,
  Bounds,
  HistoryState,
  Layer,
  List,
  PhotoshopDocument,
} from '../../../plugin/photoshop/host/photoshop.ts';
import { boundsOf, boundsOfPixels } from './model/bounds.ts';
import { pixelsOf } from './model/composite.ts';
import { DocumentModel } from './model/document.ts';
import { type Host, requireModal } from './model/host.ts';
import { newLayer } from './model/new-layer.ts';
import type { LayerState, Mode } from './model/state.ts';
import { allLayers, changeLayer, findLayer, parentOf } from './model/tree.ts';

/** Length and indices, no iterator [HOST DRM README: "`document.layers` is not iterable"]. */
function list<T>(items: readonly T[]): List<T> {
  const bare = Object.create(null) as { length: number; [index: number]: T };
  Object.defineProperty(bare, 'length', { value: items.length, enumerable: false });
  items.forEach((item, index) => {
    bare[index] = item;
  });
  return bare;
}

/** [HOST DRM README: `Document.mode` returns "RGBColorMode"] */
const MODES: Readonly<Record<Mode, string>> = {
  RGB: 'RGBColorMode',
  CMYK: 'CMYKColorMode',
  Lab: 'labColorMode',
  Grayscale: 'grayscaleMode',
  Indexed: 'indexedColorMode',
  Bitmap: 'bitmapMode',
  Multichannel: 'multichannelMode',
};

const NOTHING: Bounds = { left: 0, top: 0, right: 0, bottom: 0 };

export class DomLayer implements Layer {
  constructor(
    private readonly host: Host,
    private readonly document: DocumentModel,
    readonly id: number,
  ) {}

  get #state(): LayerState {
    const open = this.host.documents.includes(this.document);
    const layer = open ? findLayer(this.document.state.layers, this.id) : undefined;
    if (!layer) throw new Error('The requested layer does not exist');
    return layer;
  }

  #set(what: string, history: string | null, change: Partial<LayerState>): void {
    requireModal(this.host, what);
    const { layers } = this.document.state;
    this.document.change(history, { layers: changeLayer(layers, this.#state.id, change) });
  }

  get name(): string {
    return this.#state.name;
  }
  set name(name: string) {
    this.#set('set', 'Name Change', { name });
  }
  get visible(): boolean {
    return this.#state.visible;
  }
  set visible(visible: boolean) {
    this.#set(visible ? 'show' : 'hide', null, { visible });
  }
  get kind(): string {
    return this.#state.kind;
  }
  get allLocked(): boolean {
    return this.#state.allLocked;
  }
  get pixelsLocked(): boolean {
    return this.#state.pixelsLocked;
  }
  get positionLocked(): boolean {
    return this.#state.positionLocked;
  }
  get transparentPixelsLocked(): boolean {
    return this.#state.transparentPixelsLocked;
  }
  get isBackgroundLayer(): boolean {
    return this.#state.background;
  }
  get isClippingMask(): boolean {
    return this.#state.clipped;
  }
  get linkedLayers(): List<Layer> {
    return list(this.#state.linked.map((id) => new DomLayer(this.host, this.document, id)));
  }
  get opacity(): number {
    return this.#state.opacity;
  }
  get blendMode(): string {
    return this.#state.blendMode;
  }
  get parent(): Layer | null {
    const parent = parentOf(this.document.state.layers, this.#state.id);
    return parent && new DomLayer(this.host, this.document, parent.id);
  }
  get layers(): List<Layer> | undefined {
    const { children } = this.#state;
    return children ? list(children.map(({ id }) => new DomLayer(this.host, this.document, id))) : undefined;
  }
  get bounds(): Bounds {
    const layer = this.#state;
    const pixels = pixelsOf(layer);
    if (pixels) return boundsOfPixels(pixels);
    const inside = (layer.children ?? []).map(
      (child) => new DomLayer(this.host, this.document, child.id).bounds,
    );
    const real = inside.filter((one) => one.right > one.left);
    if (real.length === 0) return NOTHING;
    return {
      left: Math.min(...real.map((one) => one.left)),
      top: Math.min(...real.map((one) => one.top)),
      right: Math.max(...real.map((one) => one.right)),
      bottom: Math.max(...real.map((one) => one.bottom)),
    };
  }
}

export class DomDocument implements PhotoshopDocument {
  constructor(
    private readonly host: Host,
    readonly model: DocumentModel,
  ) {}

  get #model(): DocumentModel {
    if (!this.host.documents.includes(this.model)) throw new Error('The requested document does not exist');
    return this.model;
  }

  get id(): number {
    return this.model.id;
  }
  get title(): string {
    return this.#model.facts.title;
  }
  get path(): string {
    return this.#model.facts.path;
  }
  get width(): number {
    return this.#model.facts.width;
  }
  get height(): number {
    return this.#model.facts.height;
  }
  get mode(): string {
    return MODES[this.#model.facts.mode];
  }
  get bitsPerChannel(): string {
    return `bitDepth${this.#model.facts.depth}`;
  }
  get colorProfileName(): string {
    return this.#model.facts.profile;
  }
  get quickMaskMode(): boolean {
    return this.#model.quickMask;
  }
  get layers(): List<Layer> {
    return this.#layers(this.#model.state.layers.map(({ id }) => id));
  }
  get activeLayers(): List<Layer> {
    const { layers, activeLayers } = this.#model.state;
    return this.#layers(
      allLayers(layers)
        .map(({ id }) => id)
        .filter((id) => activeLayers.includes(id)),
    );
  }
  #layers(ids: readonly number[]): List<Layer> {
    return list(ids.map((id) => new DomLayer(this.host, this.model, id)));
  }
  get selection(): { readonly bounds: Bounds | null } {
    // Older hosts know nothing of it.
    if (!this.host.rules.selectionClass) return undefined as never;
    const { selection } = this.#model.state;
    return { bounds: selection && boundsOf(selection, this.model.facts.width) };
  }
  get historyStates(): List<HistoryState> {
    return list(this.#model.history.entries.map(({ id, name }) => ({ id, name })));
  }
  get activeHistoryState(): HistoryState {
    const { id, name } = this.#model.history.current;
    return { id, name };
  }
  /** [DOC document.md:86: R/W from 22.5] */
  set activeHistoryState(state: HistoryState) {
    requireModal(this.host, 'select');
    if (!this.#model.history.goTo(state.id)) throw new Error('The requested history state does not exist');
  }
  async duplicate(name?: string, merge = false): Promise<PhotoshopDocument> {
    await this.host.meet('duplicate document');
    requireModal(this.host, 'duplicate');
    return new DomDocument(this.host, copyDocument(this.host, this.#model, name, merge, false));
  }
  async closeWithoutSaving(): Promise<void> {
    await this.host.meet('close');
    requireModal(this.host, 'close');
    this.host.close(this.#model);
  }
}

/** @param temporary one that has no window and does not become active [DOC photoshopcore.md] */
export function copyDocument(
  host: Host,
  { facts, state, metadata }: DocumentModel,
  name: string | undefined,
  merge: boolean,
  temporary: boolean,
): DocumentModel {
  const id = host.nextId();
  const source = host.document(facts.id)!;
  const merged = merge
    ? [newLayer(host, { name: 'Background', background: true, pixels: source.composite() })]
    : state.layers;
  const copy = new DocumentModel(
    { ...facts, id, title: name ?? `${facts.title} copy`, path: '', temporary },
    { ...state, layers: merged, metadata, activeLayers: merge ? [merged[0]!.id] : state.activeLayers },
    host.nextId,
    host.rules.historyLimit,
  );
  host.documents.push(copy);
  if (!temporary) {
    host.active = copy;
    host.notify('make', { documentID: id });
  }
  return copy;
}

export function createApp(host: Host): App {
  return {
    get activeDocument() {
      if (!host.active && host.rules.noDocumentThrows)
        throw new Error('The object “current document” is not currently available.');
      return host.active && new DomDocument(host, host.active);
    },
    get documents() {
      return list(
        host.documents.filter((one) => !one.facts.temporary).map((model) => new DomDocument(host, model)),
      );
    },
  };
}
