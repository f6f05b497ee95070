import type { PlaceChoice } from '#panel/document-host.ts';
import { type DocumentSnapshot, isAdjustment, type LayerSnapshot } from './snapshot.ts';

/** Modes that have no layers, or that Photoshop cannot show as RGB. */
const FLAT_MODES: Readonly<Record<string, string>> = {
  bitmapMode: 'Bitmap',
  indexedColorMode: 'Indexed Color',
  duotoneMode: 'Duotone',
  multichannelMode: 'Multichannel',
};
/** Modes in which the filter may be missing: it is tried, and taken back in full when Photoshop refuses. */
const DOUBTFUL_MODES: Readonly<Record<string, string>> = {
  CMYKColorMode: 'CMYK',
  labColorMode: 'Lab',
  grayscaleMode: 'Grayscale',
};

/** Every place for an edit, each with exactly what would happen, or why it cannot. Nothing is touched to find out. */
export function placesFor(document: DocumentSnapshot): readonly PlaceChoice[] {
  const doubt = DOUBTFUL_MODES[document.mode];
  const caution =
    doubt === undefined
      ? ''
      : ` This document is in ${doubt}: should Photoshop have no Camera Raw filter for it, nothing is changed.`;
  const choice = (place: PlaceChoice['place'], label: string, will: string, refusal: string | null) => ({
    place,
    label,
    will: `${will}${caution}`,
    refusal: documentRefusal(document) ?? refusal,
  });
  return [
    choice('new-layer', 'New layer', newLayerSentence(document), newLayerRefusal(document)),
    choice('this-layer', 'This layer', thisLayerSentence(document.layer), thisLayerRefusal(document)),
  ];
}

/** Why the document cannot be retouched at all; null when it can. */
export function documentRefusal({ mode, quickMask }: DocumentSnapshot): string | null {
  const flat = FLAT_MODES[mode];
  if (flat !== undefined)
    return `A document in ${flat} mode has no place for a smart filter: convert it with Image > Mode > RGB Color`;
  if (quickMask) return 'Leave Quick Mask mode first (key Q)';
  return null;
}

function newLayerSentence({ layerCount, layer }: DocumentSnapshot): string {
  return layerCount <= 1
    ? `Adds a copy of ${layer === null ? 'the layer' : quoted(layer.name)} as a smart object with one Camera Raw smart filter. The original layer stays as it is.`
    : 'Adds what is visible as a smart object on top, with one Camera Raw smart filter. Your layers stay as they are.';
}

function newLayerRefusal({ anythingVisible }: DocumentSnapshot): string | null {
  return anythingVisible ? null : 'Nothing is visible in this document: show a layer first';
}

function thisLayerSentence(layer: LayerSnapshot | null): string {
  if (layer === null) return 'Adds one Camera Raw smart filter to the active layer.';
  const name = quoted(layer.name);
  if (layer.kind === 'smartObject') {
    return layer.filters === 0
      ? `Adds one Camera Raw smart filter to the smart object ${name}.`
      : `Adds one Camera Raw smart filter to ${name}, after the ${counted(layer.filters)} it has. Those stay as they are.`;
  }
  const becomes = layer.background ? `Turns the background ${name}` : `Turns ${name}`;
  const inside = layer.kind === 'text' ? ' The text stays editable inside of it.' : '';
  return `${becomes} into a smart object with one Camera Raw smart filter.${inside}`;
}

function thisLayerRefusal({ layer, activeCount }: DocumentSnapshot): string | null {
  if (layer === null)
    return activeCount === 0
      ? 'Select a layer in the Layers panel'
      : 'Several layers are selected: select one, or use a new layer';
  const name = quoted(layer.name);
  if (layer.kind === 'group') return `${name} is a group: select a layer in it, or use a new layer`;
  if (isAdjustment(layer.kind))
    return `${name} is an adjustment layer and has no pixels of its own: use a new layer`;
  if (!layer.visible) return `${name} is hidden: show it first, or use a new layer`;
  if (layer.locked) return `${name} is locked: unlock it, or use a new layer`;
  if (layer.empty) return `${name} is empty: select a layer with something on it`;
  if (layer.kind === 'smartObject') return null;
  // What follows is lost or changed when a layer becomes a smart object.
  if (layer.masked)
    return `${name} has a mask, which would disappear into the smart object: use a new layer, or convert it yourself`;
  if (layer.clipped)
    return `${name} is clipped to the layer below it, which could come apart: use a new layer`;
  if (layer.linked)
    return `${name} is linked to other layers, which could come apart: unlink it, or use a new layer`;
  return null;
}

function quoted(name: string): string {
  const short = name.length > 40 ? `${name.slice(0, 39)}…` : name;
  return `“${short}”`;
}

function counted(filters: number): string {
  return filters === 1 ? 'smart filter' : `${filters} smart filters`;
}
