import type { Raster } from '#image/raster.ts';
import { runInTurns } from '#image/steps.ts';
import type { Proposal } from '#policy/policy.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import type { Report } from './progress.ts';

type Draft = Pick<Proposal, 'title' | 'settings'>;

export interface RenderedCandidate {
  readonly proposal: Proposal;
  readonly after: Raster;
}

interface RenderParts {
  readonly renderer: Renderer;
  readonly breathe?: () => Promise<void>;
}

/** Renders candidates on the opened preview, each once, telling of each as it is ready. */
export interface CandidateRenderings {
  /** What a policy is given, so that a candidate is shown while others are still looked for; nothing without turns. */
  readonly ahead: {
    readonly onDraft?: (draft: Draft) => void;
    readonly breathe?: () => Promise<void>;
  };
  /** All of them, in the order proposed. */
  finish(proposals: readonly Proposal[]): Promise<readonly RenderedCandidate[]>;
}

export function candidateRenderings(
  source: RenderSource,
  { renderer, breathe }: RenderParts,
  report: Report,
): CandidateRenderings {
  const waiting: Draft[] = [];
  const rendered = new Map<Settings, Raster>();

  async function render({ title, settings }: Draft): Promise<Raster> {
    const known = rendered.get(settings);
    if (known) return known;
    const after = await runInTurns(renderer.renderSteps(source, settings), breathe);
    rendered.set(settings, after);
    report.news({ type: 'candidate-ready', title, settings });
    return after;
  }

  return {
    ahead: breathe
      ? {
          onDraft: (draft) => void waiting.push(draft),
          async breathe() {
            await breathe();
            for (let draft = waiting.shift(); draft; draft = waiting.shift()) await render(draft);
          },
        }
      : {},
    async finish(proposals) {
      const candidates: RenderedCandidate[] = [];
      for (const proposal of proposals) {
        await report.pause();
        candidates.push({ proposal, after: await render(proposal) });
      }
      return candidates;
    },
  };
}
