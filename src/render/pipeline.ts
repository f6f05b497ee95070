import { depthOf, samplesOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { runNow, type Steps } from '#image/steps.ts';
import type { Settings } from '#settings/settings.ts';
import { haloStripRows } from './halo-strips.ts';
import { KernelDeveloper } from './kernels/kernel-developer.ts';
import type { Kernels } from './kernels/kernels.ts';
import { PlainDeveloper } from './plain-developer.ts';
import { type Plan, planSteps } from './plan.ts';
import type { OpenOptions, Renderer, RenderSource, RowRange, Strip } from './renderer.ts';
import type { StripDeveloper } from './strip-developer.ts';

/** Pixels of a strip: its samples (200 KB) stay in the processor's cache. */
const STRIP_PIXELS = 1 << 14;

/** Makes a photo ready. Cheap: what is measured on it is measured when a setting needs it. */
export function open(raster: Raster, options: OpenOptions = {}): RenderSource {
  return {
    raster,
    window: options.window ?? { top: 0, height: raster.height },
    ...(options.measurement ? { measurement: options.measurement } : {}),
    source: options.source ?? 'rendered',
    asShot: options.asShot ?? { kelvin: 6500, tint: 0 },
    scale: options.scale ?? 1,
  };
}

/**
 * Develops from the top, strip by strip; settings are trusted (see `settingsSchema`). With a range, the strips that
 * begin in it: ranges that cover the picture give the same strips as one rendering, on any number of workers.
 */
export function* renderStrips(
  source: RenderSource,
  settings: Settings,
  range: RowRange = { top: 0, rows: source.window.height },
): Generator<Strip, void, undefined> {
  for (const strip of develop(source, settings, range, undefined)) if (strip) yield strip;
}

/** The whole picture at the source's size, depth and space. */
export function render(source: RenderSource, settings: Settings): Raster {
  return runNow(renderSteps(source, settings));
}

/** The same in pieces. */
export function* renderSteps(source: RenderSource, settings: Settings): Steps<Raster> {
  const { raster } = source;
  const data = samplesOf(depthOf(raster.data), raster.data.length);
  for (const _ of develop(source, settings, { top: 0, rows: raster.height }, data)) yield;
  return { ...raster, data };
}

/**
 * Yields a strip when one is done, and undefined between two pieces of work before that.
 *
 * @param target the whole picture's samples, which strips are then views of; without it they share memory */
function* develop(
  source: RenderSource,
  settings: Settings,
  range: RowRange,
  target: Raster['data'] | undefined,
): Generator<Strip | undefined, void, undefined> {
  const { raster, window } = source;
  const { width } = raster;
  const { height } = window;
  const plan = yield* planSteps(source, settings);
  const halo = plan?.detail?.halo ?? 0;
  const stripRows =
    halo > 0 ? haloStripRows({ width, height }, halo) : Math.max(1, Math.floor(STRIP_PIXELS / width));
  const developer = plan && developerOf(source, plan, Math.min(height, stripRows + 2 * halo));
  const end = Math.min(height, range.top + range.rows);
  // Running sums of detail begin with a strip: its strips lie on the picture's own grid, other rows stand alone.
  const first = halo > 0 ? Math.ceil(range.top / stripRows) * stripRows : range.top;
  const samples = target ?? samplesOf(depthOf(raster.data), Math.min(height, stripRows) * width * 3);
  try {
    for (let top = first; top < end; top += stripRows) {
      const rows = Math.min(stripRows, (halo > 0 ? height : end) - top);
      const start = (top - window.top) * width * 3;
      const length = rows * width * 3;
      const data = target ? samples.subarray(start, start + length) : samples.subarray(0, length);
      if (developer) yield* developer.develop(top, rows, data);
      else data.set(raster.data.subarray(start, start + length));
      yield { top, rows, data };
    }
  } finally {
    developer?.end();
  }
}

/** @param rows of a strip with its halo, at most */
function developerOf(source: RenderSource, plan: Plan, rows: number): StripDeveloper {
  return source.kernels
    ? new KernelDeveloper(source.kernels, source, plan, rows)
    : new PlainDeveloper(source, plan, rows);
}

/** @param kernels where the runtime has WebAssembly; plain TypeScript does the same within a level, slower */
export function createRenderer(kernels?: Kernels): Renderer {
  const openWithKernels = (raster: Raster, options?: OpenOptions): RenderSource => ({
    ...open(raster, options),
    ...(kernels ? { kernels } : {}),
  });
  return { specVersion: 1, id: 'engine/1', open: openWithKernels, render, renderSteps, renderStrips };
}

/** The engine in plain TypeScript, which runs everywhere. */
export const embeddedRenderer: Renderer = createRenderer();
