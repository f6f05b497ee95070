import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { usePanel, usePanelState, usePicture } from '../effects/panel-context.ts';
import { ZOOM_EVENT } from '../effects/use-keys.ts';
import { zoomSlot } from '../effects/use-pictures.ts';
import { useSize } from '../effects/use-size.ts';
import { chosenId, shownAlternatives } from '../state/select.ts';
import { ORIGINAL } from '../state/work.ts';
import { ClippingLayer } from './clipping-layer.tsx';
import { Divider } from './divider.tsx';
import {
  fitFrame,
  frameCentre,
  type Point,
  type Size,
  visiblePart,
  zoomCentreAt,
  zoomFrame,
} from './geometry.ts';
import { PictureLayer } from './picture-layer.tsx';
import { StageCaption } from './stage-caption.tsx';

const MARGIN = 24;
/** A press that moves less than this (CSS px) is a click. */
const CLICK_SLOP = 4;

/** The photo: whole or at 100 %, after, before or split. All pictures lie ready on top of each other. */
export function Stage({ compact = false }: { compact?: boolean }) {
  const { store } = usePanel();
  const photo = usePanelState((state) => state.photo?.photo ?? null);
  const chosen = usePanelState(chosenId);
  const alternatives = usePanelState(shownAlternatives);
  const { compare, divider, zoom, clipping, surround } = usePanelState((state) => state.view);
  const element = useRef<HTMLDivElement>(null);
  const size = useSize(element);
  const pointer = useRef<Point | null>(null);
  const drag = useRef<{ x: number; y: number; centre: Point; moved: boolean } | null>(null);
  const [dragging, setDragging] = useState(false);
  const picture = usePicture(chosen);
  const zoomed = usePicture(zoomSlot(chosen));
  const ratio = window.devicePixelRatio || 1;
  const shown = compare === 'before' ? 'before' : chosen;
  const margin = size.width < 500 ? 8 : MARGIN;
  const height = compact && photo !== null ? compactHeight(size.width, photo) : undefined;
  const whole = photo === null ? null : fitFrame(size, photo, margin, ratio);
  const frame = photo === null || zoom === null ? whole : zoomFrame(size, photo, zoom, ratio);

  const toggleZoom = useCallback(
    (at: Point | null) => {
      if (photo === null || whole === null) return;
      const middle = { x: size.width / 2, y: size.height / 2 };
      store.dispatch({
        type: 'zoom-changed',
        zoom: zoom === null ? zoomCentreAt(size, whole, photo, at ?? middle, ratio) : null,
      });
    },
    [photo, whole, size, zoom, ratio, store],
  );
  useEffect(() => {
    const onZoom = () => toggleZoom(pointer.current);
    document.addEventListener(ZOOM_EVENT, onZoom);
    return () => document.removeEventListener(ZOOM_EVENT, onZoom);
  }, [toggleZoom]);

  function place(event: PointerEvent): Point {
    const box = element.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0 || frame === null) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = { ...place(event), centre: frameCentre(size, frame), moved: false };
  }
  function onPointerMove(event: PointerEvent) {
    const at = place(event);
    pointer.current = at;
    const start = drag.current;
    if (start === null || frame === null) return;
    if (Math.hypot(at.x - start.x, at.y - start.y) > CLICK_SLOP) start.moved = true;
    if (!start.moved || zoom === null) return;
    setDragging(true);
    const x = start.centre.x - (at.x - start.x) / frame.width;
    const y = start.centre.y - (at.y - start.y) / frame.height;
    store.dispatch({
      type: 'zoom-changed',
      zoom: { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) },
    });
  }
  function onPointerUp(event: PointerEvent) {
    const start = drag.current;
    drag.current = null;
    setDragging(false);
    if (start !== null && !start.moved) toggleZoom(place(event));
  }

  const ids = [...new Set(['before', ORIGINAL, ...alternatives.map(({ id }) => id), chosen])];
  const part = frame === null ? null : visiblePart(size, frame);
  const cut = part === null ? 0 : part.left + divider * part.width;
  const classes = ['stage', `stage-${surround}`, zoom === null ? 'stage-whole' : 'stage-zoomed'];
  if (dragging) classes.push('stage-dragging');
  return (
    <div className={classes.join(' ')} ref={element} style={height === undefined ? undefined : { height }}>
      {frame !== null && (
        <div
          className="stage-pictures"
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          onPointerLeave={() => {
            pointer.current = null;
          }}
        >
          {ids.map((id) => (
            <PictureLayer
              key={id}
              slot={id}
              frame={frame}
              visible={id === shown}
              zoomed={zoom !== null}
              fallback="before"
            />
          ))}
          {compare === 'split' && (
            <div className="stage-before" style={{ width: cut }}>
              <PictureLayer slot="before" frame={frame} visible zoomed={zoom !== null} />
            </div>
          )}
          {clipping && <ClippingLayer slot={shown} frame={frame} />}
        </div>
      )}
      {compare === 'split' && part !== null && <Divider part={part} stage={element} />}
      <StageCaption pending={picture.pending || (zoom !== null && zoomed.pending)} failed={picture.failed} />
    </div>
  );
}

/** In one column the stage is as high as the photo needs, and leaves room for what is under it. */
function compactHeight(width: number, photo: Size): number {
  const whole = (Math.max(0, width - 16) * photo.height) / photo.width + 16;
  return Math.max(140, Math.min(window.innerHeight * 0.45, whole));
}
