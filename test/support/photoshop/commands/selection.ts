import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import { pixelsOf } from '../model/composite.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Mask } from '../model/state.ts';
import { isShown } from '../model/tree.ts';
import {
  activeLayer,
  documentOf,
  layerOf,
  noObject,
  notAvailable,
  type Play,
  references,
} from './command.ts';

function full(document: DocumentModel): Mask {
  return new Uint8Array(document.facts.width * document.facts.height).fill(255);
}

/** px, the right and bottom edges outside. */
export function rectangle(
  document: DocumentModel,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Mask {
  const { width, height } = document.facts;
  const mask = new Uint8Array(width * height);
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
    mask.fill(255, y * width + Math.max(0, left), y * width + Math.min(width, right));
  return mask;
}

function pixelsValue(value: unknown): number {
  const number = typeof value === 'number' ? value : (value as Descriptor | undefined)?.['_value'];
  if (typeof number !== 'number') throw notAvailable('Set');
  return Math.round(number);
}

/** `set selection`: to nothing, to everything, to a rectangle, to a layer's mask or transparency. */
export const setSelection: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const to = descriptor['to'];
  const [reference = {}] = references(to);
  if (reference['_value'] === 'none') {
    // Without a selection there is nothing to drop, and no state.
    if (document.state.selection) document.change('Deselect', { selection: null });
    return {};
  }
  document.change('Select', { selection: chosen(document, reference, references(to)) });
  return {};
};

function chosen(document: DocumentModel, to: Descriptor, chain: readonly Descriptor[]): Mask {
  if (to['_value'] === 'allEnum') return full(document);
  if (to['_obj'] === 'rectangle') {
    const [left, top, right, bottom] = ['left', 'top', 'right', 'bottom'].map((side) =>
      pixelsValue(to[side]),
    );
    return rectangle(document, left!, top!, right!, bottom!);
  }
  if (to['_ref'] !== 'channel') throw notAvailable('Set');
  if (typeof to['_name'] === 'string') return kept(document, to['_name']);
  const layer = layerOf(document, chain);
  if (to['_value'] === 'mask') {
    if (!layer.mask) throw noObject('channel “mask”');
    return layer.mask;
  }
  const pixels = pixelsOf(layer);
  const alpha = pixels?.alpha;
  if (!alpha) return full(document);
  return Uint8Array.from(alpha, (value) => (alpha.BYTES_PER_ELEMENT === 1 ? value : value >> 8));
}

export const inverse: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const { selection } = document.state;
  if (!selection) throw notAvailable('Inverse');
  document.change('Inverse', { selection: selection.map((value) => 255 - value) });
  return {};
};

/** Photoshop's own finding of parts; here an oval in the middle is the subject and the upper third is the sky. */
export function findPart(part: 'subject' | 'sky'): Play {
  return (host, descriptor) => {
    const document = documentOf(host, references(descriptor['_target']));
    const name = part === 'sky' ? 'Select Sky' : 'Select Subject';
    const layer = activeLayer(document, name);
    if (!isShown(document.state.layers, layer.id) || !host.rules.findsParts) throw notAvailable(name);
    const { width, height } = document.facts;
    const selection = new Uint8Array(width * height);
    for (let i = 0; i < selection.length; i++) {
      const [x, y] = [(i % width) / width - 0.5, Math.floor(i / width) / height];
      const inside = part === 'sky' ? y < 1 / 3 : (x / 0.25) ** 2 + ((y - 0.5) / 0.35) ** 2 < 1;
      selection[i] = inside ? 255 : 0;
    }
    document.change(name, { selection });
    return {};
  };
}

function kept(document: DocumentModel, name: string): Mask {
  const mask = document.state.channels[name];
  if (!mask) throw noObject(`channel "${name}"`);
  return mask;
}

/** Keeps the selection as an alpha channel. */
export const saveSelection: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const { selection, channels } = document.state;
  const name = descriptor['name'];
  if (!selection || typeof name !== 'string') throw notAvailable('Duplicate');
  document.change('Duplicate Channel', { channels: { ...channels, [name]: selection } });
  return {};
};

export const deleteChannel: Play = (host, descriptor) => {
  const target = references(descriptor['_target']);
  const document = documentOf(host, target);
  const name = String(target[0]?.['_name']);
  kept(document, name);
  const { [name]: _, ...channels } = document.state.channels;
  document.change('Delete Channel', { channels });
  return {};
};
