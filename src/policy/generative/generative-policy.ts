import type { Raster } from '#image/raster.ts';
import type { OpenOptions, Renderer } from '#render/renderer.ts';
import { isNeutral } from '#settings/neutral.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import type { ReasoningStep } from '#wire/result.ts';
import { isReference } from '../embedded/reference.ts';
import type { PolicyModel, Proposal, ProposeRequest } from '../policy.ts';
import type { ImageEditor } from './image-editor.ts';
import type { Matched, MatchPair } from './match-pair.ts';
import { editPrompt1 } from './prompts/edit-1.ts';
import { traceMatch } from './trace-match.ts';

export interface GenerativePolicyParts {
  readonly editor: ImageEditor;
  readonly renderer: Renderer;
  /** A picture as JPEG or PNG file, without anything but pixels in it. */
  readonly encode: (raster: Raster) => Promise<Uint8Array>;
  /** A picture file as it came from the editor. */
  readonly decode: (file: Uint8Array) => Promise<Raster>;
  readonly match: MatchPair;
  /** Pictures asked for in one go, each paid for. @default 1 */
  readonly most?: number;
  /** Takes over where nothing comes of the generator, and says why. */
  readonly fallback?: PolicyModel;
}

/**
 * A picture generator as a policy: what it did to light and colour becomes develop settings, so that the photo keeps every
 * pixel's content and the person gets sliders. What sliders cannot do is told, not done.
 *
 * Off unless somebody puts it in: nothing here knows an address or a key by itself.
 */
export function createGenerativePolicy(parts: GenerativePolicyParts): PolicyModel {
  return {
    specVersion: 1,
    id: `${parts.editor.id}/edit-1`,
    async doPropose(request) {
      const { fallback, editor } = parts;
      // "Even stronger", "undo": arithmetic on the edit before, which no generator knows.
      if (isReference(request.reading)) {
        if (!fallback) throw new RetouchError('model-failed', `${editor.id} does not know the edit before`);
        request.onNote?.(`Worked out from the edit before; ${editor.id} was not asked`);
        return await fallback.doPropose(request);
      }
      try {
        const proposals = await propose(parts, request);
        if (proposals.length > 0) {
          request.onNote?.(`Proposed like a picture that ${editor.id} painted`);
          return proposals;
        }
        throw new RetouchError('model-failed', `${editor.id} changed nothing that settings could do`);
      } catch (error) {
        const failure = RetouchError.wrap(error);
        if (failure.code === 'cancelled' || request.signal?.aborted || !fallback) throw failure;
        const proposals = await fallback.doPropose(request);
        request.onNote?.(
          `${editor.id} could not be used, so ${fallback.id} made the proposals: ${failure.message}`,
        );
        const notice: ReasoningStep = {
          step: 'left',
          text: `Made without ${editor.id}: ${failure.message}`,
          evidence: `${editor.id} could not be used; ${fallback.id} took over`,
        };
        return proposals.map((proposal) => ({ ...proposal, reasoning: [notice, ...proposal.reasoning] }));
      }
    },
  };
}

async function propose(parts: GenerativePolicyParts, request: ProposeRequest): Promise<readonly Proposal[]> {
  const proposals: Proposal[] = [];
  const count = Math.min(request.candidates, parts.most ?? 1);
  for (let index = 0; index < count; index++) {
    request.signal?.throwIfAborted();
    const proposal = await proposeOne(parts, request, request.seed + index);
    const known = [request.base, ...proposals.map(({ settings }) => settings)];
    if (!known.some((settings) => isSame(settings, proposal.settings))) proposals.push(proposal);
  }
  return proposals;
}

async function proposeOne(
  { editor, renderer, encode, decode, match }: GenerativePolicyParts,
  { observation, instruction, base, locks, signal, breathe }: ProposeRequest,
  seed: number,
): Promise<Proposal> {
  const { preview, photo, regions } = observation;
  const scale = Math.max(preview.width, preview.height) / Math.max(photo.width, photo.height);
  const open: OpenOptions = { source: photo.source, scale };
  // The generator goes on from what the person sees.
  const seen = isNeutral(base) ? preview : renderer.render(renderer.open(preview, open), base);
  const stop = signal ? { signal } : {};
  const file = await editor.edit({
    image: await encode(seen),
    prompt: editPrompt1(instruction),
    seed,
    ...stop,
  });
  const after = await decodeReply(decode, file, editor.id);
  const turns = breathe ? { breathe } : {};
  const found = await matchReply(match, editor.id, {
    before: preview,
    after,
    open,
    base,
    locks,
    regions,
    ...stop,
    ...turns,
  });
  return {
    title: `Like the picture of ${editor.id}`,
    settings: found.settings,
    reasoning: traceMatch(editor.id, instruction, base, found),
  };
}

async function decodeReply(
  decode: GenerativePolicyParts['decode'],
  file: Uint8Array,
  id: string,
): Promise<Raster> {
  try {
    return await decode(file);
  } catch (error) {
    throw new RetouchError('model-failed', `${id} sent something that is no picture`, { cause: error });
  }
}

/** A picture of something else is the generator's failure, not the photo's. */
async function matchReply(match: MatchPair, id: string, pair: Parameters<MatchPair>[0]): Promise<Matched> {
  try {
    return await match(pair);
  } catch (error) {
    const { code } = RetouchError.wrap(error);
    if (code !== 'bad-photo') throw error;
    throw new RetouchError('model-failed', `${id} painted another scene than the photo shows`, {
      cause: error,
    });
  }
}

function isSame(one: Settings, other: Settings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
