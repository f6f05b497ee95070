import type { Action, Descriptor } from '../../../plugin/photoshop/host/photoshop.ts';
import { makeAdjustment, setAdjustment } from './commands/color-lookup.ts';
import { notAvailable, type Play, Refusal, references } from './commands/command.ts';
import {
  closeDocument,
  createDocument,
  selectDocument,
  selectHistoryState,
  setMetadata,
} from './commands/documents.ts';
import { cameraRawFilter, deleteFilter, setFilter } from './commands/filter.ts';
import { get, multiGet } from './commands/get.ts';
import {
  deleteLayer,
  deleteMask,
  duplicateLayer,
  fill,
  flattenImage,
  makeLayer,
  makeMask,
  mergeVisible,
  moveLayer,
  newPlacedLayer,
  rasterizeLayer,
  selectLayer,
  selectNoLayers,
  setLayer,
  setVisible,
} from './commands/layers.ts';
import { deleteChannel, findPart, inverse, saveSelection, setSelection } from './commands/selection.ts';
import { type Host, requireModal } from './model/host.ts';

/** What only reads may be played anywhere. */
const READING = ['get', 'multiGet'];

/** The class that a command is about: that of its innermost reference. */
function subject(descriptor: Descriptor): string {
  const [inner = {}] = references(descriptor['_target']);
  if (inner['_property'] === 'XMPMetadataAsUTF8') return 'metadata';
  if (inner['_ref'] === 'channel' && inner['_property'] === 'selection') return 'selection';
  if (inner['_ref'] === 'channel' && typeof inner['_name'] === 'string') return 'namedChannel';
  return String(inner['_ref'] ?? '');
}

const PLAYS: Readonly<Record<string, Play>> = {
  'Adobe Camera Raw Filter': cameraRawFilter,
  get,
  multiGet,
  newPlacedLayer,
  mergeVisible,
  fill,
  flattenImage,
  rasterizeLayer,
  inverse,
  autoCutout: findPart('subject'),
  selectSky: findPart('sky'),
  selectNoLayers,
  hide: setVisible(false),
  show: setVisible(true),
  close: closeDocument,
  move: moveLayer,
  'select layer': selectLayer,
  'select document': selectDocument,
  'select historyState': selectHistoryState,
  'make layer': makeLayer,
  'make adjustmentLayer': makeAdjustment,
  'set layer': setLayer,
  'set filterFX': setFilter,
  'set selection': setSelection,
  'set metadata': setMetadata,
  'set adjustmentLayer': setAdjustment,
  'delete layer': deleteLayer,
  'delete filterFX': deleteFilter,
  'delete channel': deleteMask,
  'delete namedChannel': deleteChannel,
  'duplicate layer': duplicateLayer,
  'duplicate selection': saveSelection,
};

function playOf(descriptor: Descriptor): Play | undefined {
  const name = String(descriptor['_obj']);
  const made = descriptor['new'] as Descriptor | undefined;
  if (name === 'make' && made?.['_class'] === 'channel') return makeMask;
  if (name === 'make' && made?.['_obj'] === 'document') return createDocument;
  return PLAYS[name] ?? PLAYS[`${name} ${subject(descriptor)}`];
}

async function playOne(host: Host, descriptor: Descriptor): Promise<Descriptor> {
  const name = String(descriptor['_obj']);
  await host.meet(name, descriptor);
  if (!READING.includes(name) || host.modal.depth > 0) requireModal(host, name);
  host.played.push(descriptor);
  try {
    const play = playOf(descriptor);
    if (!play) throw notAvailable(name);
    return await play(host, descriptor);
  } catch (error) {
    // A refusal does not reject: it is an element of the answer [DOC batchplay.md; HOST DRM §1.4.9].
    if (!(error instanceof Refusal)) throw error;
    const options = descriptor['_options'] as Descriptor | undefined;
    // Only "silent", the default, never shows anything [DOC batchplay.md, "Command execution options"].
    if (![undefined, 'silent'].includes(options?.['dialogOptions'] as string | undefined))
      host.dialogs.push(error.message);
    return { _obj: 'error', message: error.message, result: error.result };
  }
}

export function createAction(host: Host): Action {
  return {
    async batchPlay(commands, options) {
      if (!Array.isArray(commands))
        throw new Error(
          `Argument 1 has an invalid type. Expected type: array actual type: ${typeof commands}`,
        );
      const replies: Descriptor[] = [];
      for (const command of commands as readonly Descriptor[]) {
        const reply = await playOne(host, command);
        replies.push(reply);
        if (reply['_obj'] === 'error' && options?.['continueOnError'] !== true) break;
      }
      return replies;
    },
    async addNotificationListener(events, listener) {
      host.listeners.push({ events, listener });
    },
    async removeNotificationListener(_events, listener) {
      host.listeners = host.listeners.filter((one) => one.listener !== listener);
    },
  };
}
