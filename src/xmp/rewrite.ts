import { readNumber } from '#settings/clamp-value.ts';
import { PARAMETERS } from '#settings/parameters.ts';
import type { Settings } from '#settings/settings.ts';
import { Edits } from './edits.ts';
import { CRS, RDF } from './namespaces.ts';
import { readXmpText } from './parse.ts';
import { CURVE_NAME, type Properties, spellProperties } from './properties.ts';
import { readXmp } from './read.ts';
import { placed, rewriteCorrections } from './rewrite-corrections.ts';
import { type ScannedAttribute, type ScannedElement, scanXml } from './scan.ts';
import { PROCESS_VERSION, VERSIONS } from './write.ts';
import { attributes, escapeXml } from './xml.ts';

const LOCAL = 'MaskGroupBasedCorrections';
const OURS = new Set([...PARAMETERS.map((parameter) => parameter.name), LOCAL, CURVE_NAME]);

interface Job {
  readonly text: string;
  readonly edits: Edits;
  readonly settings: Settings;
  readonly before: Settings;
  readonly wanted: Properties;
  /** The file's settings are in its pixels already: none of them may be applied again. */
  readonly baked: boolean;
  readonly kind: 'preset' | 'sidecar';
  readonly done: Set<string>;
  /** Keys that the file states in element form. */
  readonly elements: ReadonlySet<string>;
}

/** Text of a bookkeeping key that has to change, or undefined. */
function bookkeeping(job: Job, key: string, value: string): string | undefined {
  if (key === 'AlreadyApplied') return 'False';
  if (key === 'HasSettings') return 'True';
  if (key !== 'ProcessVersion') return undefined;
  // Version 3 (6.7) brought today's sliders, masks need the newest; a later one is never lowered.
  const needed = job.wanted.elements.has(LOCAL) ? Number(PROCESS_VERSION) : 6.7;
  return (readNumber(value) ?? 0) < needed ? PROCESS_VERSION : undefined;
}

/** The text that a key's place is to hold; null to take it out, undefined to leave it as it is. */
function decide(job: Job, key: string, value: string): string | null | undefined {
  const changed = bookkeeping(job, key, value);
  const known = OURS.has(key) || changed !== undefined || key === 'ProcessVersion' || key === 'Version';
  if (!known) return job.baked ? null : undefined;
  // An element of ours in a place where it cannot stay: it is written anew.
  if (job.done.has(key) || job.wanted.elements.has(key)) return null;
  job.done.add(key);
  if (!OURS.has(key)) return changed;
  const wanted = job.wanted.attributes.get(key);
  if (wanted === undefined) return null;
  return sameValue(value, wanted) ? undefined : escapeXml(wanted);
}

/** "0.15" and "+0.15", "true" and "True": another spelling is no reason to touch a file. */
function sameValue(stated: string, wanted: string): boolean {
  const number = readNumber(stated);
  return number === undefined
    ? stated.trim().toLowerCase() === wanted.toLowerCase()
    : number === readNumber(wanted);
}

/** Texts of the list items in an element, without white space. */
function itemTexts(element: string): string {
  return [...element.matchAll(/<[\w.-]*:?li\b[^>]*>([^<]*)</g)]
    .map(([, text]) => text?.replace(/\s/g, ''))
    .join(' ');
}

function rewriteAttribute(job: Job, attribute: ScannedAttribute): void {
  const { name, start, valueStart, valueEnd } = attribute;
  // A name as attribute and as alternatives: Adobe's XMP library refuses the whole file for it.
  const twice = !OURS.has(name) && job.elements.has(name);
  const text = twice ? null : decide(job, name, job.text.slice(valueStart, valueEnd));
  if (text === null) job.edits.remove(start, valueEnd + 1);
  else if (text !== undefined) job.edits.replace(valueStart, valueEnd, text);
}

function removeElement(job: Job, element: ScannedElement): void {
  const lead = /\s*$/.exec(job.text.slice(Math.max(0, element.start - 200), element.start))?.[0].length ?? 0;
  job.edits.remove(element.start - lead, element.end);
}

function rewriteElement(job: Job, element: ScannedElement): void {
  const { name, openEnd, closeStart, selfClosing, start, end } = element;
  const wanted = job.wanted.elements.get(name);
  if (wanted !== undefined && !job.done.has(name) && !job.baked) {
    job.done.add(name);
    if (name === LOCAL) rewriteCorrections(element, job);
    else if (itemTexts(job.text.slice(start, end)) !== itemTexts(wanted)) {
      job.edits.replace(start, end, placed(wanted, element.scope));
    }
    return;
  }
  const text = decide(job, name, job.text.slice(openEnd, closeStart));
  if (text === null || (text !== undefined && selfClosing)) {
    removeElement(job, element);
    if (text !== null) job.done.delete(name);
  } else if (text !== undefined) job.edits.replace(openEnd, closeStart, text);
}

/** What is still missing in the file, for one of its descriptions. */
function missing(job: Job, description: ScannedElement, prefix: string): { inside: string; below: string } {
  const state = job.kind === 'preset' ? [] : [['AlreadyApplied', 'False'] as const];
  const head = [...VERSIONS, ['HasSettings', 'True'] as const, ...state];
  // A compatible version belongs to the version beside it.
  const versioned = job.done.has('Version');
  const pairs = [...head, ...job.wanted.attributes].filter(
    ([key]) => !job.done.has(key) && !(key === 'CompatibleVersion' && versioned),
  );
  const last = description.attributes.at(-1);
  const gap =
    last === undefined ? ' ' : (/^\s+/.exec(job.text.slice(last.start, last.valueStart))?.[0] ?? ' ');
  const elements = [...job.wanted.elements].filter(([key]) => !job.done.has(key));
  return {
    inside: attributes(prefix, pairs, gap),
    below: elements.map(([, element]) => `\n   ${placed(element, description.scope)}`).join(''),
  };
}

function addTo(job: Job, description: ScannedElement, prefix: string): void {
  const { inside, below } = missing(job, description, prefix);
  const last = description.attributes.at(-1);
  const tagEnd = description.openEnd - (description.selfClosing ? 2 : 1);
  job.edits.insert(last === undefined ? tagEnd : last.valueEnd + 1, inside);
  if (below === '') return;
  if (!description.selfClosing) {
    const filled = job.text.slice(0, description.closeStart).trimEnd().length;
    job.edits.insert(Math.max(filled, description.openEnd), below);
    return;
  }
  const name = job.text.slice(description.start + 1, description.start + 1 + qualifiedLength(description));
  job.edits.replace(tagEnd, description.openEnd, `>${below}\n  </${name}>`);
}

function qualifiedLength({ prefix, name }: ScannedElement): number {
  return prefix === '' ? name.length : prefix.length + 1 + name.length;
}

/** A description of our own, for a file that has no develop settings. */
function addDescription(job: Job, rdf: ScannedElement): void {
  const own = ` xmlns:crs="${CRS}" xmlns:rdf="${RDF}"`;
  const about = rdf.children[0]?.attributes.find((one) => one.uri === RDF && one.name === 'about');
  const subject = about === undefined ? '' : job.text.slice(about.valueStart, about.valueEnd);
  const scope = new Map([
    ['crs', CRS],
    ['rdf', RDF],
  ]);
  const { inside, below } = missing(job, { ...rdf, attributes: [], scope }, 'crs');
  const element = `\n  <rdf:Description rdf:about="${subject}"${own}${inside}>${below}\n  </rdf:Description>\n `;
  if (!rdf.selfClosing) job.edits.insert(rdf.closeStart, element);
  else {
    const name = job.text.slice(rdf.start + 1, rdf.start + 1 + qualifiedLength(rdf));
    job.edits.replace(rdf.openEnd - 2, rdf.openEnd, `>${element}</${name}>`);
  }
}

function usesCameraRaw(description: ScannedElement): string | undefined {
  const bound = [...description.scope].find(([prefix, uri]) => prefix !== '' && uri === CRS);
  const used = [...description.attributes, ...description.children].some((one) => one.uri === CRS);
  return used || description.attributes.some((one) => one.prefix === 'xmlns' && one.name === bound?.[0])
    ? bound?.[0]
    : undefined;
}

/**
 * The same XMP with other develop settings: our keys are replaced where they stand, added or taken out; all else
 * (unknown keys, profile, other namespaces, white space) stays as it is. Settings that the file says are in its
 * pixels already are taken out altogether.
 * @throws RetouchError `bad-settings` when the original is not XMP
 */
export function rewriteXmp(original: string | Uint8Array, settings: Settings): string {
  const text = readXmpText(original).replace(/^(<\?xml[^>]*encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2');
  const read = readXmp(text);
  const roots = scanXml(text);
  const rdf = [...roots, ...roots.flatMap((root) => root.children)].find(
    (one) => one.uri === RDF && one.name === 'RDF',
  );
  if (rdf === undefined) return text;
  const descriptions = rdf.children;
  const baked = descriptions.some((one) => /^true$/i.test(stated(text, one, 'AlreadyApplied')));
  const job: Job = {
    text,
    edits: new Edits(),
    settings,
    before: read.settings,
    wanted: spellProperties(settings),
    baked,
    kind: read.kind,
    done: new Set(),
    elements: new Set(
      descriptions.flatMap((one) => one.children.filter(({ uri }) => uri === CRS).map(({ name }) => name)),
    ),
  };
  for (const description of descriptions) {
    for (const attribute of description.attributes)
      if (attribute.uri === CRS) rewriteAttribute(job, attribute);
    for (const child of description.children) if (child.uri === CRS) rewriteElement(job, child);
  }
  const target = descriptions.find((one) => usesCameraRaw(one) !== undefined);
  if (target === undefined) addDescription(job, rdf);
  else addTo(job, target, usesCameraRaw(target) ?? 'crs');
  return job.edits.apply(text);
}

function stated(text: string, description: ScannedElement, key: string): string {
  const attribute = description.attributes.find((one) => one.uri === CRS && one.name === key);
  if (attribute !== undefined) return text.slice(attribute.valueStart, attribute.valueEnd);
  const element = description.children.find((one) => one.uri === CRS && one.name === key);
  return element === undefined ? '' : text.slice(element.openEnd, element.closeStart).trim();
}
