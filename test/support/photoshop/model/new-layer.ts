import type { Host } from './host.ts';
import type { LayerState } from './state.ts';

const PLAIN: Omit<LayerState, 'id'> = {
  name: 'Layer',
  kind: 'pixel',
  visible: true,
  opacity: 100,
  blendMode: 'normal',
  allLocked: false,
  pixelsLocked: false,
  positionLocked: false,
  transparentPixelsLocked: false,
  background: false,
  clipped: false,
  linked: [],
  pixels: null,
  smart: null,
  mask: null,
  hasVectorMask: false,
  lookUp: null,
  children: null,
};

export function newLayer(host: Pick<Host, 'nextId'>, given: Partial<LayerState>): LayerState {
  return { ...PLAIN, ...given, id: host.nextId() };
}
