import { SRGB } from '#color/spaces.ts';
import type { OpenedPixels } from '../../../plugin/photoshop/backend/backend.ts';
import { testSamples } from '../../support/photo-files.ts';

/** A document of 3000 × 2000 px as the panel has read it, reduced to `width`; another digit is another document. */
export function openedPixels({ width = 150, digit = '1', name = 'hills.psd' } = {}): OpenedPixels {
  const height = Math.round(width / 1.5);
  const data = testSamples(width, height, 8).map((value, i) => value + ((i * 7919) % 13)) as Uint8Array;
  return {
    raster: { width, height, data, space: SRGB },
    facts: { name, width: 3000, height: 2000, source: 'rendered', sha256: digit.repeat(64) },
    notes: ['CMYK, 16 bits, converted to sRGB'],
    bitDepth: 16,
  };
}

export const patient = new AbortController().signal;
