import type { Raster } from '#image/raster.ts';
import { RetouchError } from '#wire/error.ts';
import { addedFilter, readFilters, type SmartFilter } from '../camera-raw/filters.ts';
import { CAMERA_RAW_FILTER } from '../camera-raw/keys.ts';
import { applyFilter, readSmartObject } from '../commands/filters.ts';
import { selectLayer, toSmartObject } from '../commands/layers.ts';
import { readPixels } from '../document/read-pixels.ts';
import { documentById, listed, onlyActiveLayer } from '../host/documents.ts';
import { currentState, goToState } from '../host/history.ts';
import type { ModalScope, RunModal } from '../host/modal.ts';
import type { Descriptor, Photoshop, PhotoshopDocument } from '../host/photoshop.ts';
import { TEST_SIZE } from './test-document.ts';

/** What questions may look at besides the document. */
export interface Surroundings {
  readonly photoshop: Photoshop;
  readonly run: RunModal;
  /** The runtime's globals: `document`, `fetch`, `TextDecoder` and the like, where they are. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Address of a service that answers, with its port; null without one. */
  readonly service: string | null;
  readonly signal: AbortSignal;
}

/** Level 0…255 of the picture's left and right half, mean of the channels. */
export interface Levels {
  readonly left: number;
  readonly right: number;
}

/** The means by which a question is asked, on a document of the test's own. */
export class Probe {
  constructor(
    readonly around: Surroundings,
    readonly documentId: number,
    /** History state to which every question goes back. */
    private readonly start: number,
    /** Level of the untouched picture. */
    readonly grey: number,
  ) {}

  get document(): PhotoshopDocument {
    return documentById(this.around.photoshop, this.documentId);
  }

  get isOpen(): boolean {
    return listed(this.around.photoshop.app.documents).some(({ id }) => id === this.documentId);
  }

  /** Work in a modal scope, after which the document is back where the test began. */
  async within<T>(work: (scope: ModalScope) => Promise<T>): Promise<T> {
    const { run, signal } = this.around;
    return run({ name: 'RetouchIQ self-test', signal }, async (scope) => {
      try {
        return await work(scope);
      } finally {
        // A cancelled scope refuses this; the document is closed anyway then.
        this.#rewind();
      }
    });
  }

  #rewind(): void {
    try {
      const { document } = this;
      if (currentState(document) !== this.start) goToState(document, this.start);
    } catch {
      // Closed, or cancelled: the next question, or the end, finds out.
    }
  }

  /** The document's layer as a smart object. @returns its id */
  async smartObject(scope: ModalScope): Promise<number> {
    await scope.play(selectLayer(onlyActiveLayer(this.document).id));
    await scope.play(toSmartObject());
    return onlyActiveLayer(this.document).id;
  }

  /** Applies a filter with these keys alone. @returns it as it was read back, and all that are there */
  async applied(
    scope: ModalScope,
    layerId: number,
    keys: Descriptor,
  ): Promise<{ readonly filter: SmartFilter | undefined; readonly all: readonly SmartFilter[] }> {
    const before = await this.filters(scope, layerId);
    await scope.play(applyFilter({ _obj: CAMERA_RAW_FILTER, ...keys }));
    const all = await this.filters(scope, layerId);
    return { filter: addedFilter(before, all), all };
  }

  async filters(scope: ModalScope, layerId: number): Promise<readonly SmartFilter[]> {
    return readFilters(await scope.play(readSmartObject(layerId)));
  }

  /** Everything visible; in a modal scope. */
  levels(document: PhotoshopDocument = this.document): Promise<Levels> {
    return levelsOf(this.around.photoshop, document);
  }

  /** Levels with one filter of these keys. */
  async levelsWith(keys: Descriptor): Promise<Levels> {
    return this.within(async (scope) => {
      const layerId = await this.smartObject(scope);
      await this.applied(scope, layerId, keys);
      return this.levels();
    });
  }

  /** Whether a level is not that of the untouched picture. */
  isChanged(level: number): boolean {
    return differ(level, this.grey);
  }

  check(): void {
    if (this.around.signal.aborted) throw new RetouchError('cancelled', 'Cancelled');
  }
}

/** Everything visible; in a modal scope. */
export async function levelsOf(photoshop: Photoshop, document: PhotoshopDocument): Promise<Levels> {
  const { raster } = await readPixels(photoshop, { document, edge: TEST_SIZE.width });
  return { left: meanOf(raster, 0, 0.4), right: meanOf(raster, 0.6, 1) };
}

/** Columns from one fraction of the width to another. */
function meanOf({ data, width, height }: Raster, from: number, to: number): number {
  const [first, end] = [Math.floor(width * from), Math.ceil(width * to)];
  let sum = 0;
  for (let y = 0; y < height; y++)
    for (let i = (y * width + first) * 3; i < (y * width + end) * 3; i++) sum += data[i] ?? 0;
  return sum / (height * Math.max(1, end - first) * 3);
}

/** Whether two levels differ by more than rounding and dithering. */
export function differ(a: number, b: number): boolean {
  return Math.abs(a - b) > 2;
}

export function show(value: number): string {
  return value.toFixed(1);
}
