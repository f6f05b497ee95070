/**
 * Draws the icons of the plug-in at every scale and theme: `npx tsx scripts/icons.ts`.
 * The mark: a frame, a tone curve through it, and the point that was moved.
 */
import { mkdirSync } from 'node:fs';
import sharp from 'sharp';

const ICONS = [
  { name: 'dark', size: 23, ink: '#d6d6d6', ground: 'none' }, // for dark themes
  { name: 'light', size: 23, ink: '#4a4a4a', ground: 'none' },
  { name: 'plugin', size: 24, ink: '#d6d6d6', ground: '#262626' },
] as const;

/** Lines lie on whole pixels at 100 %, so that they are sharp there too. */
function mark(size: number, ink: string, ground: string): string {
  const first = size === 23 ? 3.5 : 4.5;
  const last = size - first;
  const middle = size / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">
    <rect width="${size}" height="${size}" rx="4" fill="${ground}"/>
    <rect x="${first}" y="${first}" width="${last - first}" height="${last - first}" fill="none" stroke="${ink}"/>
    <path d="M${first} ${last} C${middle} ${last - 1} ${middle} ${first + 1} ${last} ${first}" fill="none" stroke="${ink}" stroke-width="1.4"/>
    <circle cx="${middle}" cy="${middle}" r="2.4" fill="${ink}"/>
  </svg>`;
}

mkdirSync('icons', { recursive: true });
for (const { name, size, ink, ground } of ICONS) {
  for (const scale of [1, 2]) {
    await sharp(Buffer.from(mark(size, ink, ground)), { density: 72 * scale })
      .png({ compressionLevel: 9 })
      .toFile(`icons/${name}@${scale}x.png`);
  }
}
