import { readFileSync } from 'node:fs';
import { type KernelExports, Kernels } from '#render/kernels/kernels.ts';

/** Beside the bundle, or in the build of a checkout that runs from its sources. */
const PLACES = ['./kernels.wasm', '../../dist/kernels.wasm'];

let loaded: Kernels | undefined;

/** The compiled kernels, or undefined where there are none: the engine then runs in plain TypeScript. */
export function loadKernels(): Kernels | undefined {
  const bytes = PLACES.map(read).find((found) => found !== undefined);
  if (!loaded && bytes) {
    const module = new WebAssembly.Module(bytes);
    loaded = new Kernels(() => new WebAssembly.Instance(module).exports as unknown as KernelExports);
  }
  return loaded;
}

function read(place: string): Buffer<ArrayBuffer> | undefined {
  try {
    return readFileSync(new URL(place, import.meta.url));
  } catch {
    return undefined;
  }
}
