/**
 * Kernels of the engine in AssemblyScript (WebAssembly SIMD). They work on plain addresses: the caller lays out memory
 * and gives every row buffer SLACK bytes more than it needs, since whole vectors are written.
 */
export { blendRows, lineRow } from './base';
export { gainRoots } from './gain';
export { boxMeans, guideLines, multiply } from './guide';
export { levels } from './level';
export { blockSums } from './measure';
export { codePlaces, rootPlaces, roots8 } from './roots';
export { applyTable } from './table';
