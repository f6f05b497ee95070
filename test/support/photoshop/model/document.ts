import type { RgbSpace } from '#color/space.ts';
import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import { composite } from './composite.ts';
import { History } from './history.ts';
import type { DocumentState, Mode } from './state.ts';

export interface DocumentFacts {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly mode: Mode;
  readonly depth: 8 | 16 | 32;
  readonly profile: string;
  /** Of RGB documents; pixels of other modes are held as sRGB. */
  readonly space: RgbSpace;
  readonly temporary: boolean;
}

const drawn = new WeakMap<DocumentState, Raster>();

export class DocumentModel {
  readonly history: History;
  /** Not a part of the states unless the rules say so. */
  metadata: string;
  quickMask = false;

  constructor(
    readonly facts: DocumentFacts,
    opened: DocumentState,
    nextId: () => number,
    limit: number,
  ) {
    this.history = new History(opened, nextId, limit);
    this.metadata = opened.metadata;
  }

  get id(): number {
    return this.facts.id;
  }

  get state(): DocumentState {
    return this.history.state;
  }

  change(name: string | null, change: Partial<DocumentState>): void {
    this.history.change(name, { ...this.state, ...change });
  }

  /** What is visible, in the document's own depth and space. */
  composite(state: DocumentState = this.state): Raster {
    let picture = drawn.get(state);
    if (!picture) {
      picture = composite(state.layers, this.blank());
      drawn.set(state, picture);
    }
    return picture;
  }

  /** A transparent picture as large as the canvas. */
  blank(): Raster {
    const { width, height, depth, mode, space } = this.facts;
    const Samples = depth === 8 ? Uint8Array : Uint16Array;
    return {
      width,
      height,
      space: mode === 'RGB' ? space : SRGB,
      data: new Samples(width * height * 3),
      alpha: new Samples(width * height),
    };
  }
}
