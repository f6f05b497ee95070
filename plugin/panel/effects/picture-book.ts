import type { Settings } from '#settings/settings.ts';
import type { Host } from '../host.ts';

export interface WantedPicture {
  readonly photo: string;
  readonly settings: Settings;
  /** Long edge, px. */
  readonly edge: number;
  /** Long edge of a quick picture to show on the way; none when it would not be quicker. */
  readonly draft?: number;
}

/** What a slot shows: the newest picture that arrived, and whether a newer one is on its way. */
export interface SlotPicture {
  readonly address: string | null;
  readonly pending: boolean;
  readonly failed: boolean;
}

interface Slot {
  wanted: WantedPicture;
  key: string;
  busy: boolean;
  /** Key of the wish whose quick picture was made. */
  drafted: string | null;
  picture: SlotPicture;
}

/** Rendered pictures kept for undo and for going back and forth; each is a JPEG of some 200 kB. */
const KEPT = 48;
/** The service renders in a pool of workers; more at once would only delay the one being looked at. */
const AT_ONCE = 2;
const NOTHING: SlotPicture = { address: null, pending: false, failed: false };

/**
 * Pictures by slot (one per alternative). A slot asks for the newest wish only: while a slider is dragged, wishes
 * in between are skipped and the last one always comes.
 */
export class PictureBook {
  readonly #host: Host;
  readonly #slots = new Map<string, Slot>();
  readonly #kept = new Map<string, string>();
  /** Pictures on their way, by key: an alternative under an early and a final name is rendered once. */
  readonly #coming = new Map<string, Promise<string | null>>();
  readonly #queue: string[] = [];
  readonly #listeners = new Set<() => void>();
  #running = 0;
  #version = 0;
  #abort = new AbortController();

  constructor(host: Host) {
    this.#host = host;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  version = (): number => this.#version;

  picture(slot: string): SlotPicture {
    return this.#slots.get(slot)?.picture ?? NOTHING;
  }

  /** Wishes a picture for a slot; cheap when it is the one already there. */
  want(name: string, wanted: WantedPicture): void {
    const key = keyOf(wanted);
    let slot = this.#slots.get(name);
    if (slot?.key === key && !slot.picture.failed) return;
    if (slot === undefined) {
      slot = { wanted, key, busy: false, drafted: null, picture: NOTHING };
      this.#slots.set(name, slot);
    }
    slot.wanted = wanted;
    slot.key = key;
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#show(slot, { address: kept, pending: false, failed: false });
      return;
    }
    this.#show(slot, { ...slot.picture, pending: true, failed: false });
    if (!slot.busy && !this.#queue.includes(name)) this.#queue.push(name);
    this.#pump();
  }

  /** Drops the slots that nothing shows any more, so that nothing is rendered for them. */
  retain(names: ReadonlySet<string>): void {
    for (const name of this.#slots.keys()) {
      if (!names.has(name)) this.#slots.delete(name);
    }
  }

  /** Forgets everything: another photo was opened. */
  clear(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    for (const address of this.#kept.values()) this.#host.releasePicture(address);
    this.#kept.clear();
    this.#slots.clear();
    this.#coming.clear();
    this.#queue.length = 0;
    this.#running = 0;
    this.#changed();
  }

  #pump(): void {
    while (this.#running < AT_ONCE) {
      const name = this.#queue.shift();
      if (name === undefined) return;
      const slot = this.#slots.get(name);
      if (slot !== undefined) void this.#develop(name, slot);
    }
  }

  /** One picture for a slot: the quick one first where there is none yet, the full one when its turn comes again. */
  async #develop(name: string, slot: Slot): Promise<void> {
    const { signal } = this.#abort;
    const { wanted, key } = slot;
    const quick = wanted.draft !== undefined && slot.drafted !== key;
    slot.busy = true;
    this.#running += 1;
    const edge = quick ? (wanted.draft ?? wanted.edge) : wanted.edge;
    const address = await this.#picture(quick ? `draft/${key}` : key, wanted, edge, signal);
    if (signal.aborted) return;
    this.#running -= 1;
    slot.busy = false;
    const newest = slot.key === key;
    if (quick) slot.drafted = key;
    const done = newest && !quick;
    // A picture asked for before still shows where a drag has come to; one that was overtaken by a kept one does not.
    if (slot.picture.pending) {
      this.#show(slot, {
        address: address ?? slot.picture.address,
        pending: !done,
        failed: done && address === null,
      });
      if (!done) this.#queue.push(name);
    }
    this.#pump();
  }

  /** The kept picture of this key, the one on its way, or a new one. */
  #picture(key: string, wanted: WantedPicture, edge: number, signal: AbortSignal): Promise<string | null> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return Promise.resolve(kept);
    const coming = this.#coming.get(key);
    if (coming !== undefined) return coming;
    const made = this.#render(wanted, edge, signal).then((address) => {
      if (signal.aborted) {
        if (address !== null) this.#host.releasePicture(address);
        return null;
      }
      this.#coming.delete(key);
      if (address !== null) this.#keep(key, address);
      return address;
    });
    this.#coming.set(key, made);
    return made;
  }

  async #render(
    { photo, settings }: WantedPicture,
    edge: number,
    signal: AbortSignal,
  ): Promise<string | null> {
    try {
      const address = await this.#host.render(photo, settings, edge, signal);
      await this.#host.warmPicture(address).catch(() => undefined);
      return address;
    } catch {
      return null;
    }
  }

  #keep(key: string, address: string): void {
    this.#kept.set(key, address);
    const shown = new Set([...this.#slots.values()].map((slot) => slot.picture.address));
    for (const [oldKey, old] of this.#kept) {
      if (this.#kept.size <= KEPT) return;
      if (shown.has(old) || old === address) continue;
      this.#kept.delete(oldKey);
      this.#host.releasePicture(old);
    }
  }

  #show(slot: Slot, picture: SlotPicture): void {
    slot.picture = picture;
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener();
  }
}

function keyOf(wanted: WantedPicture): string {
  const entries = Object.entries(wanted.settings).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${wanted.photo}/${wanted.edge}/${JSON.stringify(entries)}`;
}
