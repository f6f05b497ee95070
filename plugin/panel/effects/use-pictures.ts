import { useEffect } from 'react';
import type { Settings } from '#settings/settings.ts';
import { effectiveSettings } from '../state/effective.ts';
import { ORIGINAL } from '../state/work.ts';
import { usePanel, usePanelState } from './panel-context.ts';

/** Pictures shown until the full preview is there; a tenth of its pixels. */
const DRAFT_EDGE = 400;
/** Largest picture that the service renders for looking (`LIMITS.renderEdge`). */
const ZOOM_EDGE = 4096;

/** The slot of the full-size picture of an alternative. */
export function zoomSlot(id: string): string {
  return `zoom/${id}`;
}

/** Wishes the pictures that the state calls for: every alternative and the original, and full size when zoomed in. */
export function usePictures(): void {
  const { book, host } = usePanel();
  const photo = usePanelState((state) => state.photo);
  const work = usePanelState((state) => state.work.present);
  const run = usePanelState((state) => state.run);
  const zoomed = usePanelState((state) => state.view.zoom !== null);
  const compare = usePanelState((state) => state.view.compare);
  useEffect(() => {
    if (photo === null) return;
    const want = (slot: string, settings: Settings, size: number) =>
      book.want(slot, {
        photo: photo.id,
        settings,
        edge: size,
        ...(size > DRAFT_EDGE * 2 ? { draft: DRAFT_EDGE } : {}),
      });
    // In the order in which they are wanted: what is looked at first.
    const slots = new Map<string, Settings>();
    for (const id of [work.chosen, ...(work.round?.alternatives ?? []).map((each) => each.id), ORIGINAL]) {
      slots.set(id, effectiveSettings(work, id));
    }
    for (const { id, settings } of run?.arrived ?? []) slots.set(id, settings);
    slots.set('before', {});
    book.retain(new Set([...slots.keys(), ...[...slots.keys()].map(zoomSlot)]));
    for (const [id, settings] of slots) want(id, settings, host.previewEdge);
    if (!zoomed) return;
    const full = Math.min(ZOOM_EDGE, Math.max(photo.photo.width, photo.photo.height));
    // At 100 % the preview itself stands in until the full picture is there.
    const wantFull = (id: string, settings: Settings) =>
      book.want(zoomSlot(id), { photo: photo.id, settings, edge: full });
    wantFull(work.chosen, effectiveSettings(work, work.chosen));
    if (compare !== 'after') wantFull('before', {});
  }, [book, photo, work, run?.arrived, zoomed, compare, host.previewEdge]);
}
