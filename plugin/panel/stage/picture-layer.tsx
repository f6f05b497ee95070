import { usePicture } from '../effects/panel-context.ts';
import { zoomSlot } from '../effects/use-pictures.ts';
import type { Rect } from './geometry.ts';

interface PictureLayerProps {
  readonly slot: string;
  readonly frame: Rect;
  readonly visible: boolean;
  readonly zoomed: boolean;
  /** Shown while this slot has no picture of its own yet. */
  readonly fallback?: string;
}

/** One picture in its place. Hidden ones stay decoded, so that showing them takes no longer than a frame. */
export function PictureLayer({ slot, frame, visible, zoomed, fallback }: PictureLayerProps) {
  const picture = usePicture(slot);
  const instead = usePicture(fallback ?? slot);
  const full = usePicture(zoomSlot(slot));
  const address = picture.address ?? instead.address;
  const { left, top, width, height } = frame;
  const style = { left, top, width, height };
  const className = visible ? 'picture' : 'picture picture-hidden';
  return (
    <>
      {address !== null && <img className={className} src={address} style={style} alt="" draggable={false} />}
      {zoomed && visible && full.address !== null && (
        <img className="picture" src={full.address} style={style} alt="" draggable={false} />
      )}
    </>
  );
}
