/** Limits of the HTTP API, version 1; every one is checked at the edge. */
export const LIMITS = {
  photoBytes: 256 * 1024 * 1024,
  photoPixels: 120e6,
  jsonBytes: 1024 * 1024,
  /** A ranking may bring its own pictures. */
  rankBytes: 24 * 1024 * 1024,
  /** Most pixels of such a picture. */
  rankPixels: 512 * 512,
  instructionCharacters: 2000,
  candidates: 16,
  renderEdge: 4096,
} as const;
