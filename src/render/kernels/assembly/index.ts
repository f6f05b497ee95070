/**
 * Kernels of the engine in AssemblyScript (WebAssembly SIMD). They work on plain addresses: the caller lays out memory
 * and gives every row buffer SLACK bytes more than it needs, since whole vectors are written.
 */
export { blendRows, lineRow } from './base';
export { changeColors, colorBlocks, colorDifferences } from './color-noise';
export { gainRoots } from './gain';
export { addGrain, noiseCells, noiseRow } from './grain';
export { boxMeans, guideLines, multiply } from './guide';
export { mixer, vibranceDown, vibranceUp } from './hue';
export { levels } from './level';
export { clearAir, lighten, removeBase } from './light';
export { lookUpSamples } from './look-up';
export { lumaRow, setLuma } from './luma';
export { blockSums } from './measure';
export { interleave, nodePlanes, split, storeNodes } from './planes';
export { quantize16, quantize8, values16, values8 } from './quantize';
export { codePlaces, lookUp, lookUp16, planePlaces, rootPlaces, valuePlaces, valueRoots } from './roots';
export { filterAcross, weighRows, weighSquares } from './row-filter';
export { applyLines, selfLines, smoothRow } from './self-guided';
export { edgeRow, keepToEdges, sharpenRow } from './sharpen';
export { applyTable } from './table';
export { codePlane, gainByLevel, matrix, oddOfPlane, toneByExtremes, toneOfPlane } from './tone';
export { fadeToWhite, gainLight, holdLights, rootsOfLight, vignetteRow } from './vignette';
