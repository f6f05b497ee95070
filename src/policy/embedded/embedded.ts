import { runInTurns, type Steps } from '#image/steps.ts';
import type { Renderer } from '#render/renderer.ts';
import type { PolicyModel, Proposal, ProposeRequest } from '../policy.ts';
import { chooseDrafts } from './choose-drafts.ts';
import { proposeFromBase } from './propose-from-base.ts';
import { hasStyle, keptRegions, readIntent } from './read-intent.ts';
import { isReference } from './reference.ts';
import { createSceneOpener, type OpenScene } from './scene.ts';
import { titleDrafts } from './title.ts';
import { traceDraft } from './trace/trace.ts';

/**
 * The policy that needs no model: reads goals and looks as targets on measures of the photo and solves for sliders by
 * rendering a small preview. The same request and seed give the same proposals.
 */
export function createEmbeddedPolicy({ renderer }: { readonly renderer: Renderer }): PolicyModel {
  const openScene = createSceneOpener(renderer);
  return {
    specVersion: 1,
    id: 'embedded/1',
    doPropose: async (request) => runInTurns(proposeSteps(request, openScene), request.breathe),
  };
}

function* proposeSteps(request: ProposeRequest, openScene: OpenScene): Steps<readonly Proposal[]> {
  request.signal?.throwIfAborted();
  const scene = yield* openScene(request.observation, request.base, keptRegions(request));
  const intent = readIntent(request, scene);
  if (intent.goals.length === 0 && !hasStyle(request))
    return isReference(request.reading) ? yield* proposeFromBase(request, scene) : [];
  const chosen = yield* chooseDrafts(request, scene, intent);
  const titles = titleDrafts(
    chosen.map(({ spec, draft }) => ({ draft, lead: spec.lead })),
    intent.goals,
  );
  const proposals: Proposal[] = [];
  for (const [i, { spec, draft }] of chosen.entries()) {
    yield;
    const reasoning = traceDraft(scene, request.reading, intent, spec, draft);
    proposals.push({ title: titles[i]!, settings: draft.settings, reasoning });
  }
  return proposals;
}
