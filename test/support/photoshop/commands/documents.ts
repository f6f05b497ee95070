import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import { makeDocument } from '../make-document.ts';
import type { Mode } from '../model/state.ts';
import { documentOf, noObject, notAvailable, type Play, Refusal, references } from './command.ts';

export const selectDocument: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  // It has no window that could come to the front [DOC photoshopcore.md: "does not appear in the UI"].
  if (document.facts.temporary) throw noObject('document');
  host.active = document;
  host.notify('select', { _target: [{ _ref: 'document', _id: document.id }] });
  return {};
};

const MODES: Readonly<Record<string, Mode>> = {
  RGBColorMode: 'RGB',
  CMYKColorMode: 'CMYK',
  labColorMode: 'Lab',
  grayscaleMode: 'Grayscale',
};

/** A new white one; it comes to the front [recorded by the Actions panel]. */
export const createDocument: Play = (host, descriptor) => {
  const given = descriptor['new'] as Descriptor;
  const length = (name: string) => Number((given[name] as Descriptor | undefined)?.['_value']);
  const mode = MODES[String((given['mode'] as Descriptor | undefined)?.['_class'])];
  if (!mode || !(length('width') >= 1) || !(length('height') >= 1)) throw notAvailable('Make');
  const document = makeDocument(host, {
    title: String(given['name'] ?? 'Untitled-1'),
    width: Math.round(length('width')),
    height: Math.round(length('height')),
    mode,
    depth: given['depth'] === 16 ? 16 : 8,
    ...(typeof given['profile'] === 'string' ? { profile: given['profile'] } : {}),
    layers: [{ name: 'Background', background: true, paint: () => [255, 255, 255] }],
  });
  host.documents.push(document);
  host.active = document;
  host.notify('make', { documentID: document.id });
  return { documentID: document.id };
};

export const closeDocument: Play = (host, descriptor) => {
  const id = descriptor['documentID'];
  const target = typeof id === 'number' ? [{ _ref: 'document', _id: id }] : references(descriptor['_target']);
  host.close(documentOf(host, target));
  return {};
};

/** By its id, or by its place from the last one. */
export const selectHistoryState: Play = (host, descriptor) => {
  const target = references(descriptor['_target']);
  const document = documentOf(host, target);
  const reference = target.find((one) => one['_ref'] === 'historyState') ?? {};
  const { entries, current } = document.history;
  let id: unknown = reference['_id'];
  if (typeof reference['_offset'] === 'number')
    id = entries[entries.indexOf(current) + reference['_offset']]?.id;
  if (typeof id !== 'number' || !document.history.goTo(id)) throw noObject('history state');
  return {};
};

export const setMetadata: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const text = (descriptor['to'] as Descriptor | undefined)?.['XMPMetadataAsUTF8'];
  if (typeof text !== 'string')
    throw new Refusal('The parameters for command “Set” are not currently valid.', -25921);
  if (host.rules.metadataInHistory) document.change('File Info', { metadata: text });
  else document.metadata = text;
  return {};
};
