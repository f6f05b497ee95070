import type { KernelMemory } from './kernels.ts';

/** Addresses of one table per channel; channels that share a table share its copy, which stays in the processor's cache. */
export function putTables(
  memory: KernelMemory,
  tables: readonly (Float32Array | Uint16Array)[],
): [number, number, number] {
  const addresses = new Map<object, number>();
  return tables.map((table) => {
    const address = addresses.get(table) ?? memory.put(table);
    addresses.set(table, address);
    return address;
  }) as [number, number, number];
}
