import { createRenderer } from '#render/pipeline.ts';
import type { Renderer } from '#render/renderer.ts';
import { loadKernels } from './kernels.ts';

/** The engine as it runs in Node: with the compiled kernels, where they are. */
export const nodeRenderer: Renderer = createRenderer(loadKernels());
