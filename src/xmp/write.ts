import { clampName } from '#settings/clamp-mask.ts';
import type { Look, Settings } from '#settings/settings.ts';
import { type AsShot, withIncrementalWhite, withKelvinWhite } from '#settings/white-balance.ts';
import { contentId } from './content-id.ts';
import { CRS, META, RDF } from './namespaces.ts';
import { spellProperties } from './properties.ts';
import { alternative, attributes } from './xml.ts';

type Pairs = readonly (readonly [string, string])[];

/** Process version 6; `Version` and `CompatibleVersion` are those that Lightroom Classic 14 writes. */
export const PROCESS_VERSION = '15.4';
export const VERSIONS: Pairs = [
  ['Version', '17.1'],
  ['CompatibleVersion', '251854848'],
  ['ProcessVersion', PROCESS_VERSION],
];

export interface SidecarOptions {
  /** Name of the raw file beside which it will lie. */
  readonly rawFileName?: string;
  /** White of the raw file: incremental white balance is written as kelvin and tint. */
  readonly asShot?: AsShot;
  /** The file is JPEG, TIFF or PNG: kelvin and tint are written as incremental values. @default false */
  readonly rendered?: boolean;
  readonly look?: Look;
  /** Goes into the ids of masks: two files get the same ones only with the same seed. */
  readonly seed?: string;
}

export interface PresetOptions {
  readonly name: string;
  /** Folder in the host's list. */
  readonly group: string;
  readonly look?: Look;
  /** Anything that tells presets of equal name and content apart. */
  readonly seed?: string;
}

function writeLook(look: Look | undefined): string {
  if (look === undefined) return '';
  const pairs: Pairs = [
    ['Name', look.name],
    ['Amount', look.amount.toFixed(6)],
    ...(look.uuid === undefined ? [] : ([['UUID', look.uuid]] as const)),
  ];
  return `\n   <crs:Look><rdf:Description${attributes('crs', pairs)}/></crs:Look>`;
}

type Extras = Pick<SidecarOptions, 'look' | 'seed'>;

function packet(settings: Settings, head: Pairs, names: string, { look, seed }: Extras): string {
  const { attributes: values, elements } = spellProperties(settings, seed);
  const pairs = [...head, ...values];
  const children = [...elements.values()].map((element) => `\n   ${element}`).join('');
  return (
    `<x:xmpmeta xmlns:x="${META}" x:xmptk="RetouchIQ">\n` +
    ` <rdf:RDF xmlns:rdf="${RDF}">\n` +
    `  <rdf:Description rdf:about="" xmlns:crs="${CRS}"${attributes('crs', pairs, '\n   ')}>` +
    `${names}${writeLook(look)}${children}\n` +
    '  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n'
  );
}

/** Develop settings as instructions for a file: to lie beside a raw file, or to be put into an image. */
export function writeSidecar(settings: Settings, options: SidecarOptions = {}): string {
  const { rawFileName, asShot, rendered } = options;
  const white = rendered
    ? withIncrementalWhite(settings, asShot)
    : asShot === undefined
      ? settings
      : withKelvinWhite(settings, asShot);
  const head: Pairs = [
    ...VERSIONS,
    ...(rawFileName === undefined ? [] : ([['RawFileName', rawFileName]] as const)),
    ['HasSettings', 'True'],
    ['AlreadyApplied', 'False'],
  ];
  return packet(white, head, '', options);
}

/** What the amount slider and the host's filters need to know of a preset. */
const SUPPORTS: Pairs = [
  ['SupportsAmount2', 'True'],
  ['SupportsAmount', 'True'],
  ['SupportsColor', 'True'],
  ['SupportsMonochrome', 'True'],
  ['SupportsHighDynamicRange', 'True'],
  ['SupportsNormalDynamicRange', 'True'],
  ['SupportsSceneReferred', 'True'],
  ['SupportsOutputReferred', 'True'],
  ['RequiresRGBTables', 'False'],
  ['ShowInPresets', 'True'],
  ['ShowInQuickActions', 'False'],
  ['CameraModelRestriction', ''],
  ['Copyright', ''],
  ['ContactInfo', ''],
];

/** A Camera Raw and Lightroom preset that sets only the keys given. The same input gives the same bytes. */
export function writePreset(settings: Settings, options: PresetOptions): string {
  const name = clampName(options.name);
  const group = clampName(options.group);
  const { attributes: values, elements } = spellProperties(settings);
  const content = JSON.stringify([
    options.seed ?? '',
    name,
    group,
    [...values],
    [...elements],
    options.look ?? null,
  ]);
  const head: Pairs = [
    ['PresetType', 'Normal'],
    ['Cluster', ''],
    ['UUID', contentId(content)],
    ...SUPPORTS,
    ...VERSIONS,
    ['HasSettings', 'True'],
  ];
  const names = [
    ['Name', name],
    ['ShortName', ''],
    ['SortName', ''],
    ['Group', group],
    ['Description', ''],
  ] as const;
  const children = names.map(([key, text]) => `\n   <crs:${key}>${alternative(text)}</crs:${key}>`).join('');
  return packet(settings, head, children, options);
}
