import { correctionHasEffect } from '#settings/neutral.ts';
import { roundSettings } from '#settings/normalize.ts';
import type { Correction, Mask } from '#settings/settings.ts';
import { FILTER_FORM } from '#xmp/correction-form.ts';
import { CRS, META, RDF } from '#xmp/namespaces.ts';
import { writeCorrections } from '#xmp/write-corrections.ts';
import type { Shortfall } from './expressed.ts';

export interface LocalCorrections {
  /** Text for `$LCs`; with nothing to correct, a list that is empty. */
  readonly xmp: string;
  /** What the text says. */
  readonly corrections: readonly Correction[];
  readonly unsupported: readonly Shortfall[];
}

/** Masks that hold what a model or a click found in the pixels: the filter takes them from nobody but itself. */
export function isHostMask(mask: Mask): mask is Extract<Mask, { kind: 'ai' | 'color' }> {
  return mask.kind === 'ai' || mask.kind === 'color';
}

/** A full turn is the same hue as none; Camera Raw counts to 359. */
function withinTurn(correction: Correction): Correction {
  const values = Object.entries(correction.values).map(([name, value]) => [
    name,
    /^LocalColorGrade\w+Hue$/.test(name) ? value % 360 : value,
  ]);
  return { ...correction, values: Object.fromEntries(values) };
}

/**
 * Local corrections as the Camera Raw Filter takes them. Sending the text replaces the whole list. A correction that
 * needs a mask of Photoshop itself is left out as a whole: without that mask it would touch what it must not.
 *
 * @param corrections coordinates are fractions of the whole canvas (see `moveMasks`)
 */
export function writeLocalCorrections(corrections: readonly Correction[]): LocalCorrections {
  const unsupported: Shortfall[] = [];
  const taken = corrections.flatMap((correction, index) => {
    if (correction.masks.length === 0) return [];
    if (!correction.masks.some(isHostMask)) return [withinTurn(correction)];
    if (correctionHasEffect(correction))
      unsupported.push({
        name: `MaskGroupBasedCorrections[${index}]`,
        why: `'${correction.name}' needs a selection made by Photoshop, which goes on a layer of its own`,
      });
    return [];
  });
  const rounded = roundSettings({ MaskGroupBasedCorrections: taken }).MaskGroupBasedCorrections ?? [];
  return { xmp: packet(writeCorrections(rounded, '', FILTER_FORM)), corrections: rounded, unsupported };
}

function packet(corrections: string): string {
  return (
    `<x:xmpmeta xmlns:x="${META}" x:xmptk="RetouchIQ">\n` +
    ` <rdf:RDF xmlns:rdf="${RDF}">\n` +
    `  <rdf:Description rdf:about="" xmlns:crs="${CRS}">\n   ${corrections}\n` +
    '  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n'
  );
}
