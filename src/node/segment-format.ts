import type { Raster } from '#image/raster.ts';
import { checkJpegSize, type EncodeOptions, encodeJpeg, encodeTiff, metadataFor } from './encode.ts';
import { insertJpegMetadata } from './jpeg-metadata.ts';
import { afterScan, joinedHead, scanOf } from './jpeg-segments.ts';
import { joinedTiffHead, stripOf } from './tiff-segments.ts';

/** Encodes the segments of a part, from the top, and delivers what the file is made of. */
export interface SegmentFormat {
  /** @param top row of the segment */
  add(segment: Raster, top: number): Promise<void>;
  finish(): Promise<void>;
}

export interface FormatPlan {
  /** The whole picture; its samples are not looked at. */
  readonly picture: Omit<Raster, 'data' | 'alpha'>;
  /** Rows of a segment, a multiple of 16; the picture's last one may have fewer. */
  readonly segmentRows: number;
  readonly output: EncodeOptions;
  /** @param isHead they stand before all others */
  readonly deliver: (bytes: Uint8Array, isHead?: boolean) => void;
  /** What all parts, in order, have to tell. */
  readonly gather: <T>(value: T) => Promise<readonly (T | undefined)[]>;
}

/** @throws RetouchError `too-large` when the format cannot hold the size */
export function segmentFormat(plan: FormatPlan): SegmentFormat {
  return plan.output.format === 'jpeg' ? jpegSegments(plan) : tiffSegments(plan);
}

/** Each is delivered when it is encoded. */
function jpegSegments({ picture, segmentRows, output, deliver }: FormatPlan): SegmentFormat {
  checkJpegSize(picture);
  return {
    async add(segment, top) {
      const jpeg = await encodeJpeg(segment, output.quality);
      if (top === 0)
        deliver(insertJpegMetadata(joinedHead(jpeg, picture, segmentRows), metadataFor(picture, output)));
      deliver(scanOf(jpeg));
      deliver(afterScan(top / segmentRows, top + segment.height === picture.height));
    },
    finish: async () => {},
  };
}

/** The directory, which stands before them, tells how long all of them are, those of the other parts too. */
function tiffSegments({ picture, segmentRows, output, deliver, gather }: FormatPlan): SegmentFormat {
  const own: number[] = [];
  let first: Uint8Array | undefined;
  return {
    async add(segment, top) {
      const file = await encodeTiff(segment, segmentRows);
      if (top === 0) first = file;
      const strip = stripOf(file);
      own.push(strip.length);
      deliver(strip);
    },
    async finish() {
      const all = await gather(own);
      if (first) {
        const byteCounts = all.flatMap((counts) => counts ?? []);
        const metadata = metadataFor(picture, output);
        const joined = { height: picture.height, stripRows: segmentRows, byteCounts, metadata };
        deliver(joinedTiffHead(first, joined), true);
      }
    },
  };
}
