import type { KernelMemory } from './kernels.ts';

/** Addresses of one table per channel; channels that share a table share its copy, which stays in the processor's cache. */
export function putTables(
  memory: KernelMemory,
  tables: readonly Float32Array[],
  convert: (table: Float32Array) => Float32Array | Uint16Array = (table) => table,
): [number, number, number] {
  const addresses = new Map<Float32Array, number>();
  return tables.map((table) => {
    const address = addresses.get(table) ?? memory.put(convert(table));
    addresses.set(table, address);
    return address;
  }) as [number, number, number];
}
