import { isEqual } from '#settings/equal.ts';
import { roundSettings } from '#settings/normalize.ts';
import type { Settings } from '#settings/settings.ts';
import type { Edits } from './edits.ts';
import { CRS, RDF } from './namespaces.ts';
import type { ScannedElement } from './scan.ts';
import { writeCorrection, writeCorrections } from './write-corrections.ts';

interface CorrectionsJob {
  readonly text: string;
  readonly edits: Edits;
  /** As wanted. */
  readonly settings: Settings;
  /** As read from the file. */
  readonly before: Settings;
}

/** The element with what it needs to stand in this place, whatever prefixes the file uses. */
export function placed(element: string, scope: ReadonlyMap<string, string>): string {
  if (scope.get('crs') === CRS && scope.get('rdf') === RDF) return element;
  return element.replace(/^<crs:\w+/, (tag) => `${tag} xmlns:crs="${CRS}" xmlns:rdf="${RDF}"`);
}

/** Corrections that did not change keep their bytes, and with them brushes and all else that is not read here. */
export function rewriteCorrections(element: ScannedElement, job: CorrectionsJob): void {
  const wanted = roundSettings(job.settings).MaskGroupBasedCorrections ?? [];
  const had = job.before.MaskGroupBasedCorrections ?? [];
  if (isEqual(wanted, had)) return;
  const list = element.children.find((one) => one.uri === RDF);
  const items = list?.children.filter((one) => one.uri === RDF && one.name === 'li') ?? [];
  if (list === undefined || list.selfClosing || items.length < had.length) {
    job.edits.replace(element.start, element.end, placed(writeCorrections(wanted), element.scope));
    return;
  }
  const free = had.map((correction, index) => ({ correction, item: items[index] }));
  const parts = wanted.map((correction, index) => {
    const found = free.findIndex((one) => isEqual(one.correction, correction));
    const item = found < 0 ? undefined : free.splice(found, 1)[0]?.item;
    if (item !== undefined) return `\n     ${job.text.slice(item.start, item.end)}`;
    const own = element.scope.get('crs') === CRS && element.scope.get('rdf') === RDF;
    const written = writeCorrection(correction, index, 'rewritten');
    return own ? written : written.replace('<rdf:li', `<rdf:li xmlns:crs="${CRS}" xmlns:rdf="${RDF}"`);
  });
  job.edits.replace(list.openEnd, list.closeStart, `${parts.join('')}\n    `);
}
