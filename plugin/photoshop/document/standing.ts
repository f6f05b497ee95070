import type { Raster } from '#image/raster.ts';
import type { Place } from '#panel/document-host.ts';
import type { Rectangle } from '../camera-raw/move-masks.ts';
import { layerById } from '../host/documents.ts';
import { currentState, hasState } from '../host/history.ts';
import type { PhotoshopDocument } from '../host/photoshop.ts';
import type { PlacedFilter } from './place-edit.ts';

/** An alternative that stands in a document without being committed. */
export interface Standing {
  readonly editId: string;
  /** History state before it; null when that shows an earlier alternative, so that there is nothing to go back to. */
  readonly before: number | null;
  /** History state that it made. */
  readonly state: number;
  readonly place: Place;
  /** The layer that was active before it. */
  readonly source: number;
  readonly filters: readonly PlacedFilter[];
}

/** What is remembered of a document while it is open; switching documents keeps each apart. */
export interface DocumentMemory {
  /** What was looked at last: masks are fractions of `area`, tone adapts to `raster`. */
  looked: { readonly area: Rectangle; readonly raster: Raster } | null;
  standing: Standing | null;
  /** The newest commit: it can be undone while nothing was done after it. */
  committed: { readonly before: number; readonly state: number; readonly at: string } | null;
}

/**
 * How a standing alternative relates to what the document shows now.
 * `shown`: nothing was done after it. `hidden`: the state before it is shown, and it can be brought back or forgotten
 * without loss. `buried`: it is in the document and cannot be rewound, as the person went on working. `gone`: it is not in the document any more.
 */
export type Relation = 'none' | 'shown' | 'hidden' | 'buried' | 'gone';

export function relationOf(document: PhotoshopDocument, standing: Standing | null): Relation {
  if (standing === null) return 'none';
  const now = currentState(document);
  if (standing.before !== null && now === standing.state) return 'shown';
  if (now === standing.before) return 'hidden';
  // Its state may have been undone, or have fallen off a list that grew too long: the layers tell.
  const there =
    hasState(document, standing.state) ||
    standing.filters.some(({ layerId }) => layerById(document, layerId));
  return there ? 'buried' : 'gone';
}

/** The state that the document is in without the alternative being tried: what an edit starts from. */
export function stateWithoutTrial(document: PhotoshopDocument, standing: Standing | null): number {
  const rewinds = standing !== null && relationOf(document, standing) === 'shown';
  return rewinds ? (standing.before ?? currentState(document)) : currentState(document);
}
