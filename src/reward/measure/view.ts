/** A part of the picture that is measured: soft weights made on "before" and used for before and after alike. */
export interface View {
  /** Unique within one scoring; names the cached measures. */
  readonly key: string;
  /** How the part is called in a sentence: "the picture", "the sky", "the greens". */
  readonly label: string;
  /** 0…1 per pixel; null is the whole frame. */
  readonly weights: Float32Array | null;
  /** Share of the frame, 0…1. */
  readonly area: number;
  /** Set when the part was not found and something else is measured: what, in words. */
  readonly note?: string;
  /** Set when that is only where such a part usually is: too little to hold anybody to. */
  readonly rough?: true;
}

export const WHOLE: View = { key: 'whole', label: 'the picture', weights: null, area: 1 };
