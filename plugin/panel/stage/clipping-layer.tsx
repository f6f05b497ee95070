import { useEffect, useState } from 'react';
import { usePanel, usePicture } from '../effects/panel-context.ts';
import type { Rect } from './geometry.ts';

/** What is clipped in the shown picture: highlights red, shadows blue. */
export function ClippingLayer({ slot, frame }: { slot: string; frame: Rect }) {
  const { host } = usePanel();
  const { address } = usePicture(slot);
  const [overlay, setOverlay] = useState<string | null>(null);
  useEffect(() => {
    if (address === null) return;
    let current = true;
    host.clippingOverlay(address).then(
      (next) => {
        if (current) setOverlay(next);
        else host.releasePicture(next);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [host, address]);
  useEffect(() => {
    if (overlay !== null) return () => host.releasePicture(overlay);
  }, [host, overlay]);
  if (overlay === null) return null;
  const { left, top, width, height } = frame;
  return (
    <img
      className="picture picture-overlay"
      src={overlay}
      style={{ left, top, width, height }}
      alt=""
      draggable={false}
    />
  );
}
