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

function mark(ink: string, ground: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
    <rect x="0" y="0" width="24" height="24" rx="4" fill="${ground}"/>
    <rect x="3.5" y="3.5" width="17" height="17" rx="1.5" fill="none" stroke="${ink}" stroke-width="1.5"/>
    <path d="M4 20 C10 19 10.5 5.5 20 4" fill="none" stroke="${ink}" stroke-width="1.5"/>
    <circle cx="10.8" cy="12" r="2.2" fill="${ink}"/>
  </svg>`;
}

mkdirSync('icons', { recursive: true });
for (const { name, size, ink, ground } of ICONS) {
  for (const scale of [1, 2]) {
    await sharp(Buffer.from(mark(ink, ground)), { density: 72 * scale * 4 })
      .resize(size * scale, size * scale)
      .png({ compressionLevel: 9 })
      .toFile(`icons/${name}@${scale}x.png`);
  }
}
