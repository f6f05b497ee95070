/** Limits of the HTTP API, version 1; every one is checked at the edge. */
export const LIMITS = {
  photoBytes: 256 * 1024 * 1024,
  photoPixels: 120e6,
  jsonBytes: 1024 * 1024,
  instructionCharacters: 2000,
  candidates: 16,
  renderEdge: 4096,
} as const;
