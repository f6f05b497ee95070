import { anyReply } from '../commands/reply.ts';
import { documentTarget } from '../commands/target.ts';
import type { Command } from '../host/command.ts';

/** px. Small: every question renders it several times. */
export const TEST_SIZE = { width: 128, height: 96 } as const;

export interface DocumentKind {
  readonly mode: 'RGBColorMode' | 'CMYKColorMode' | 'labColorMode' | 'grayscaleMode';
  readonly depth: 8 | 16 | 32;
}

/** A new white document, one background layer; it comes to the front. Evidence: recorded by the Actions panel. */
export function makeDocument({ mode, depth }: DocumentKind): Command {
  return {
    what: 'make a document for the test',
    descriptor: {
      _obj: 'make',
      new: {
        _obj: 'document',
        name: 'RetouchIQ self-test',
        artboard: false,
        autoPromoteBackgroundLayer: false,
        mode: { _class: mode },
        width: pixels(TEST_SIZE.width),
        height: pixels(TEST_SIZE.height),
        resolution: { _unit: 'densityUnit', _value: 72 },
        pixelScaleFactor: 1,
        fill: { _enum: 'fill', _value: 'white' },
        depth,
        // Other modes get the working profile.
        ...(mode === 'RGBColorMode' && depth < 32 ? { profile: 'sRGB IEC61966-2.1' } : {}),
      },
    },
    reply: anyReply,
    modifies: true,
  };
}

/** Middle grey all over: every slider could move it either way. Evidence: Edit > Fill > 50% Gray as recorded. */
export function fillGrey(): Command {
  return {
    what: 'fill the document for the test',
    descriptor: {
      _obj: 'fill',
      using: { _enum: 'fillContents', _value: 'gray' },
      opacity: { _unit: 'percentUnit', _value: 100 },
      mode: { _enum: 'blendMode', _value: 'normal' },
    },
    reply: anyReply,
    modifies: true,
  };
}

/** The left half of the canvas. */
export function selectLeftHalf(documentId: number): Command {
  return {
    what: 'select a part of the picture',
    descriptor: {
      _obj: 'set',
      _target: [{ _ref: 'channel', _property: 'selection' }, ...documentTarget(documentId)],
      to: {
        _obj: 'rectangle',
        left: pixels(0),
        top: pixels(0),
        right: pixels(TEST_SIZE.width / 2),
        bottom: pixels(TEST_SIZE.height),
      },
    },
    reply: anyReply,
    modifies: true,
  };
}

/** At 72 dpi a distance unit is a pixel. */
function pixels(value: number) {
  return { _unit: 'pixelsUnit', _value: value };
}
