import type { Renderer } from '#render/renderer.ts';
import type { GoalRegion } from '#wire/goal.ts';
import type { PolicyModel, Proposal, ProposeRequest } from '../policy.ts';
import { castGoals, frameNeeds, livelierGoals } from './auto.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import { composePlan } from './compose.ts';
import { type Draft, solvePlan } from './draft.ts';
import { intentGoals } from './intent.ts';
import { isBroken, isNews } from './pick.ts';
import type { Intent } from './plan.ts';
import { seededRandom } from './random.ts';
import { enumerateSpecs } from './readings.ts';
import { isGoalRegion } from './region.ts';
import { openScene, type Scene } from './scene.ts';
import type { Spec } from './spec.ts';
import { titleDrafts } from './title.ts';
import { traceDraft } from './trace.ts';

/** The look that asks for what the frame needs, and the one that asks for neutral greys only. */
const AUTO = 'auto';
const NEUTRAL = 'neutral color';
/** Candidates solved at most for each one wanted, so that many look-alikes cost no time without end. */
const TRIES = 2;

/**
 * The policy that needs no model: reads goals and looks as targets on measures of the photo and solves for sliders by
 * rendering a small preview. The same request and seed give the same proposals.
 */
export function createEmbeddedPolicy({ renderer }: { readonly renderer: Renderer }): PolicyModel {
  return {
    specVersion: 1,
    id: 'embedded/1',
    async doPropose(request) {
      const scene = openScene(request.observation, renderer, request.base, keptRegions(request));
      const intent = readIntent(request, scene);
      if (intent.goals.length === 0 && !hasStyle(request)) return [];
      const chosen = chooseDrafts(request, scene, intent);
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

function readIntent({ reading, locks, base, observation }: ProposeRequest, scene: Scene): Intent {
  const asked = intentGoals(reading);
  const names = new Set(reading.styles.map(({ name }) => name.toLowerCase()));
  const before = scene.before.measures;
  const needs = names.has(AUTO)
    ? frameNeeds(before, observation)
    : names.has(NEUTRAL)
      ? castGoals(before, observation)
      : [];
  const open = needs.filter(
    (need) => !asked.some(({ axis, region }) => axis === need.axis && region === null),
  );
  const extras = names.has(AUTO) && open.length > 0 ? livelierGoals([...asked, ...open]) : [];
  const goals = [...asked, ...open, ...extras];
  const axisLocks = reading.locks.filter(({ kind }) => kind === 'axis').flatMap(({ what }) => ownNames(what));
  const parameterLocks = reading.locks.filter(({ kind }) => kind === 'parameter').map(({ what }) => what);
  return {
    goals,
    locks: reading.locks,
    lockedNames: new Set([...locks, ...parameterLocks, ...axisLocks]),
    base,
  };
}

/** Regions that must stay as they are: what is asked is measured outside of them. */
function keptRegions({ reading }: ProposeRequest): GoalRegion[] {
  return reading.locks.flatMap(({ kind, what }) => (kind === 'region' && isGoalRegion(what) ? [what] : []));
}

function ownNames(what: string): readonly string[] {
  return what in AXIS_SPECS ? AXIS_SPECS[what as keyof typeof AXIS_SPECS].own : [];
}

/** Looks that do something by themselves; the automatic ones only answer to needs. */
function hasStyle({ reading }: ProposeRequest): boolean {
  return reading.styles.some(({ name }) => ![AUTO, NEUTRAL].includes(name.toLowerCase()));
}

function chooseDrafts(request: ProposeRequest, scene: Scene, intent: Intent): { spec: Spec; draft: Draft }[] {
  const specs = enumerateSpecs(request.reading, intent.goals, scene, seededRandom(request.seed));
  const chosen: { spec: Spec; draft: Draft }[] = [];
  const broken: { spec: Spec; draft: Draft }[] = [];
  const coverage = shareTouched(scene, intent);
  let tries = Math.ceil(request.candidates * TRIES);
  for (const spec of specs) {
    if (chosen.length >= request.candidates || tries-- <= 0) break;
    request.signal?.throwIfAborted();
    const draft = solvePlan(scene, composePlan(scene, intent, spec));
    if (
      !isNews(
        draft,
        chosen.map((one) => one.draft),
        scene,
        coverage,
      )
    )
      continue;
    (isBroken(draft, scene, intent.locks) ? broken : chosen).push({ spec, draft });
  }
  // Better an honest try than none: where every reading strains the frame, the mildest of them is shown.
  return chosen.length > 0 ? chosen : broken.slice(0, 1);
}

/** Share of the frame that the goals can touch: small regions make small differences. */
function shareTouched(scene: Scene, { goals }: Intent): number {
  if (goals.length === 0 || goals.some(({ region }) => region === null)) return 1;
  const areas = goals.map(({ region }) => {
    const weights = region && scene.weights(region);
    return weights ? weights.reduce((sum, value) => sum + value, 0) / weights.length : 1;
  });
  return Math.min(1, Math.max(...areas));
}
