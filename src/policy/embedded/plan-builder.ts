import type { Correction, Settings } from '#settings/settings.ts';
import type { Knob } from './axis.ts';
import type { PlacedKnob } from './knobs.ts';
import { laySettings } from './lay-settings.ts';
import { correctionAt, type Place } from './local.ts';
import type { Hold, Note, Owner, Target } from './plan.ts';

interface Hand {
  /** Factor on a knob's reach. @default 1 */
  readonly reach?: number;
  /** Share of a knob's tasteful ends. @default 1 */
  readonly range?: number;
}

/** Collects what a plan is made of, with an owner for everything that may change. Locked names never get in. */
export class PlanBuilder {
  prior: Settings;
  readonly knobs: PlacedKnob[] = [];
  readonly targets: Target[] = [];
  readonly holds: Hold[] = [];
  readonly owners = new Map<string, Owner>();
  readonly manner = new Map<number, string>();
  readonly left: Note[] = [];
  readonly corrections: Correction[];
  readonly #locked: ReadonlySet<string>;
  readonly #spots = new Map<string, number>();

  constructor(base: Settings, locked: ReadonlySet<string>) {
    this.prior = base;
    this.corrections = [...(base.MaskGroupBasedCorrections ?? [])];
    this.#locked = locked;
  }

  /** Goals take over what a style or the balance brought; the first goal keeps what a second one shares. */
  own(names: Iterable<string>, owner: Owner): void {
    for (const name of names) {
      const known = this.owners.get(name);
      if (!known || (owner.kind === 'goal' && known.kind !== 'goal')) this.owners.set(name, owner);
    }
  }

  lay(moves: Settings, owner: Owner): void {
    const free = Object.entries(moves).filter(([name]) => !this.#locked.has(name));
    this.prior = laySettings(this.prior, Object.fromEntries(free));
    this.own(
      free.map(([name]) => name),
      owner,
    );
  }

  /** A knob on sliders that another one holds already replaces it only when it reaches further. */
  turnable(knobs: readonly PlacedKnob[], owner: Owner, { reach = 1, range = 1 }: Hand = {}): void {
    for (const one of knobs) {
      const parameters = one.parameters.filter(({ name }) => !this.#locked.has(name));
      if (parameters.length === 0) continue;
      const placed = scaled({ ...one, parameters }, reach, range);
      const at = this.knobs.findIndex((other) => overlaps(other, placed));
      if (at < 0) this.knobs.push(placed);
      else this.knobs[at] = joined(this.knobs[at]!, placed);
      if (one.correction === undefined) {
        this.own(
          parameters.map(({ name }) => name),
          owner,
        );
      }
    }
  }

  /** The correction at a place, one for all goals of a region; returns its index. */
  correct(place: Place, values: Readonly<Record<string, number>>, owner: Owner): number {
    const at = this.#spots.get(place.name) ?? this.corrections.push(correctionAt(place, {})) - 1;
    this.#spots.set(place.name, at);
    const known = this.corrections[at]!;
    this.corrections[at] = { ...known, values: { ...known.values, ...values } };
    this.own([`mask ${at}`], owner);
    return at;
  }
}

function scaled(knob: PlacedKnob, reach: number, range: number): PlacedKnob {
  return { ...knob, reach: knob.reach * reach, low: knob.low * range, high: knob.high * range };
}

/** The one that reaches further; it waits for something to mend only when both do. */
function joined(known: PlacedKnob, added: PlacedKnob): PlacedKnob {
  const further = known.reach < added.reach && known.parameters.length === 1 ? added : known;
  if (known.mends === added.mends) return further;
  const { mends: _mends, ...always } = further;
  return always;
}

function overlaps(one: PlacedKnob, other: PlacedKnob): boolean {
  const names = (knob: Knob) => knob.parameters.map(({ name }) => name);
  return one.correction === other.correction && names(one).some((name) => names(other).includes(name));
}
