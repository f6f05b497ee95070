import type { Renderer } from '#render/renderer.ts';
import type { PolicyModel, Proposal } from '../policy.ts';
import { chooseDrafts } from './choose-drafts.ts';
import { proposeFromBase } from './propose-from-base.ts';
import { hasStyle, keptRegions, readIntent } from './read-intent.ts';
import { isReference } from './reference.ts';
import { createSceneOpener } from './scene.ts';
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
    async doPropose(request) {
      request.signal?.throwIfAborted();
      const scene = openScene(request.observation, request.base, keptRegions(request));
      const intent = readIntent(request, scene);
      if (intent.goals.length === 0 && !hasStyle(request))
        return isReference(request.reading) ? proposeFromBase(request, scene) : [];
      const chosen = await chooseDrafts(request, scene, intent);
      const titles = titleDrafts(
        chosen.map(({ spec, draft }) => ({ draft, lead: spec.lead })),
        intent.goals,
      );
      return chosen.map(
        ({ spec, draft }, i): Proposal => ({
          title: titles[i]!,
          settings: draft.settings,
          reasoning: traceDraft(scene, request.reading, intent, spec, draft),
        }),
      );
    },
  };
}
