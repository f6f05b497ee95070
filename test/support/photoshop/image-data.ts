import type { PhotoshopImageData } from '../../../plugin/photoshop/host/photoshop.ts';
import type { Host } from './model/host.ts';
import type { HostSamples } from './model/samples.ts';

export interface ImageFacts extends HostSamples {
  readonly width: number;
  readonly height: number;
}

/** Memory of the host, counted until it is disposed of. 16-bit samples are held as 0…32768 [DOC imaging.md]. */
export class ImageData implements PhotoshopImageData {
  readonly #host: Host;
  #data: ImageFacts['data'] | null;

  constructor(
    host: Host,
    readonly facts: ImageFacts,
  ) {
    this.#host = host;
    this.#data = facts.data;
    host.buffers.add(this);
  }

  get width() {
    return this.facts.width;
  }
  get height() {
    return this.facts.height;
  }
  get colorSpace() {
    return this.facts.colorSpace;
  }
  get colorProfile() {
    return this.facts.colorProfile;
  }
  get hasAlpha() {
    return this.facts.hasAlpha;
  }
  get components() {
    return this.facts.components;
  }
  get componentSize() {
    return this.facts.componentSize;
  }
  get pixelFormat() {
    return this.facts.pixelFormat;
  }
  readonly isChunky = true;

  read(): ImageFacts['data'] {
    if (!this.#data) throw new Error('The image data was disposed of');
    return this.#data;
  }

  async getData(options: { chunky?: boolean; fullRange?: boolean } = {}): Promise<ImageFacts['data']> {
    await this.#host.meet('getData');
    const held = this.read();
    const ranged =
      options.fullRange && held instanceof Uint16Array
        ? held.map((value) => Math.round((value * 65535) / 32768))
        : held.slice();
    return options.chunky === false ? planar(ranged, this.facts.components) : ranged;
  }

  dispose(): void {
    this.#data = null;
    this.#host.buffers.delete(this);
  }
}

function planar<T extends ImageFacts['data']>(chunky: T, components: number): T {
  const out = chunky.slice() as T;
  const size = chunky.length / components;
  for (let i = 0; i < chunky.length; i++) out[(i % components) * size + ((i / components) | 0)] = chunky[i]!;
  return out;
}
