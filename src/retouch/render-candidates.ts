import type { Raster } from '#image/raster.ts';
import type { Proposal } from '#policy/policy.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import type { Report } from './progress.ts';

export interface RenderedCandidate {
  readonly proposal: Proposal;
  readonly after: Raster;
}

/** Renders every proposal on the opened preview, one after the other, telling of each as it is ready. */
export async function renderCandidates(
  source: RenderSource,
  proposals: readonly Proposal[],
  { renderer }: { readonly renderer: Renderer },
  report: Report,
): Promise<readonly RenderedCandidate[]> {
  const rendered: RenderedCandidate[] = [];
  for (const proposal of proposals) {
    await report.pause();
    rendered.push({ proposal, after: renderer.render(source, proposal.settings) });
    report.news({ type: 'candidate-ready', title: proposal.title, settings: proposal.settings });
  }
  return rendered;
}
