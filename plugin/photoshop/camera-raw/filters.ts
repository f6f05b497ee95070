import * as z from 'zod';
import { CAMERA_RAW_FILTER } from './keys.ts';

/** A smart filter as the host lists it. */
export interface SmartFilter {
  /** From 1, for `filterFX` references. Changes when the person moves or removes filters. */
  readonly index: number;
  /** Stays the same for the life of the filter; absent where the host gives none. */
  readonly filterID: number | string | undefined;
  /** In the language of the host. */
  readonly name: string;
  readonly isCameraRaw: boolean;
  readonly enabled: boolean;
  /** Its settings, as the host holds them. */
  readonly filter: Readonly<Record<string, unknown>>;
}

const replySchema = z.looseObject({
  smartObject: z
    .looseObject({
      filterFX: z
        .array(
          z.looseObject({
            name: z.string().nullish().catch(undefined),
            filterID: z.union([z.number(), z.string()]).nullish().catch(undefined),
            enabled: z.boolean().nullish().catch(undefined),
            filter: z.record(z.string(), z.unknown()).nullish().catch(undefined),
          }),
        )
        .nullish()
        .catch(undefined),
    })
    .nullish()
    .catch(undefined),
});

/**
 * The smart filters in the reply to `get smartObject`, in the host's order; none when the layer has none or is no
 * smart object. Never throws: what cannot be read is not there.
 */
export function readFilters(reply: unknown): readonly SmartFilter[] {
  const parsed = replySchema.safeParse(reply);
  const list = parsed.success ? (parsed.data.smartObject?.filterFX ?? []) : [];
  return list.map(({ name, filterID, enabled, filter }, index) => ({
    index: index + 1,
    filterID: filterID ?? undefined,
    name: name ?? '',
    isCameraRaw: filter?.['_obj'] === CAMERA_RAW_FILTER,
    enabled: enabled ?? true,
    filter: filter ?? {},
  }));
}

/** Ours among them, wherever it stands by now. Never a foreign one. */
export function findFilter(
  filters: readonly SmartFilter[],
  filterID: number | string | undefined,
): SmartFilter | undefined {
  return filterID === undefined
    ? undefined
    : filters.find((one) => one.isCameraRaw && String(one.filterID) === String(filterID));
}

/**
 * The Camera Raw filter that is there after applying and was not before. Undefined when it cannot be told: then
 * nothing may be changed through its place.
 */
export function addedFilter(
  before: readonly SmartFilter[],
  after: readonly SmartFilter[],
): SmartFilter | undefined {
  const known = new Set(before.map(({ filterID }) => String(filterID)));
  const added = after.filter((one) => one.isCameraRaw && !known.has(String(one.filterID)));
  return added.length === 1 ? added[0] : undefined;
}
