/** The first version number in what a program says of itself: `vips-8.14.1`, `Version: ImageMagick 6.9.11-60 Q16`. */
export function versionIn(text: string): string {
  return /(?<![\w.])(?:[a-z]+-)?v?(\d+\.\d+[\w.+-]*)/i.exec(text)?.[1] ?? 'unknown version';
}
