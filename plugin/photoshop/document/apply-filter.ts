import type { Applied } from '#panel/document-host.ts';
import type { Settings } from '#settings/settings.ts';
import { compareApplied } from '../camera-raw/compare-applied.ts';
import { type CameraRawDescriptor, cameraRawDescriptor } from '../camera-raw/descriptor.ts';
import type { Shortfall } from '../camera-raw/expressed.ts';
import { addedFilter, findFilter, readFilters, type SmartFilter } from '../camera-raw/filters.ts';
import { readFilter } from '../camera-raw/read-back.ts';
import { applyFilter, changeFilter, deleteFilter, readSmartObject } from '../commands/filters.ts';
import { selectLayer } from '../commands/layers.ts';
import type { ModalScope } from '../host/modal.ts';

/** A Camera Raw smart filter of ours: found again by the id that the host gave it, never by its place. */
export interface OwnFilter {
  readonly layerId: number;
  /** Absent where the host gives none; then the filter is only taken back through the history. */
  readonly filterID: number | string | undefined;
}

export interface AppliedFilter {
  readonly filter: OwnFilter;
  readonly differences: Applied['differences'];
  readonly notes: readonly string[];
}

/** Adds the one filter to a smart object and reads back what the host made of it. */
export async function addFilter(
  scope: ModalScope,
  layerId: number,
  settings: Settings,
): Promise<AppliedFilter> {
  const wanted = cameraRawDescriptor(settings);
  const before = await filtersOf(scope, layerId);
  await scope.play(selectLayer(layerId));
  await scope.play(applyFilter(wanted.descriptor));
  const added = addedFilter(before, await filtersOf(scope, layerId));
  return report(layerId, wanted, added);
}

/**
 * Gives our filter other settings where it stands, between whatever the person put around it. Where the host does not
 * take all of them so, the filter is taken out and applied anew. Undefined when ours is not there any more.
 */
export async function replaceFilter(
  scope: ModalScope,
  { layerId, filterID }: OwnFilter,
  settings: Settings,
): Promise<AppliedFilter | undefined> {
  const before = await filtersOf(scope, layerId);
  const standing = findFilter(before, filterID);
  if (standing === undefined) return undefined;
  const changed = await changeWhereItStands(scope, layerId, before, standing, settings);
  if (changed !== undefined && changed.differences.length === 0) return changed;
  await removeFilter(scope, { layerId, filterID: changed?.filter.filterID ?? filterID });
  return addFilter(scope, layerId, settings);
}

/** Undefined where the host does not change filters, or loses sight of ours. */
async function changeWhereItStands(
  scope: ModalScope,
  layerId: number,
  before: readonly SmartFilter[],
  { index, filterID }: SmartFilter,
  settings: Settings,
): Promise<AppliedFilter | undefined> {
  const wanted = cameraRawDescriptor(settings, { replaces: true });
  try {
    await scope.play(changeFilter(layerId, index, wanted.descriptor));
  } catch {
    scope.check();
    return undefined;
  }
  const after = await filtersOf(scope, layerId);
  // A host may give a changed filter another id.
  const held = findFilter(after, filterID) ?? addedFilter(before, after);
  return held && report(layerId, wanted, held);
}

/** Takes our filter out; false when it is not there any more. */
export async function removeFilter(scope: ModalScope, { layerId, filterID }: OwnFilter): Promise<boolean> {
  const standing = findFilter(await filtersOf(scope, layerId), filterID);
  if (standing === undefined) return false;
  await scope.play(deleteFilter(layerId, standing.index));
  return true;
}

async function filtersOf(scope: ModalScope, layerId: number): Promise<readonly SmartFilter[]> {
  return readFilters(await scope.play(readSmartObject(layerId)));
}

function report(
  layerId: number,
  { sent, unsupported, replaced }: CameraRawDescriptor,
  held: SmartFilter | undefined,
): AppliedFilter {
  const notes = [...unsupported.map(leftOut), ...replaced.map(otherwise)];
  if (held === undefined) {
    notes.push('Photoshop did not tell which smart filter is ours, so it could not be read back.');
    return { filter: { layerId, filterID: undefined }, differences: [], notes };
  }
  const { differences } = compareApplied(sent, readFilter(held.filter));
  return { filter: { layerId, filterID: held.filterID }, differences, notes };
}

function leftOut({ name, why }: Shortfall): string {
  return `${name} was left out: ${why}.`;
}

function otherwise({ name, why }: Shortfall): string {
  return `${name}: ${why}.`;
}
