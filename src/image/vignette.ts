import type { LabImage } from './raster.ts';

/** Mean L* of the four corners (an eighth of each edge) minus mean L* of the middle (a third of each edge). */
export function measureVignette({ width, height, data }: LabImage): number {
  let [corners, cornerCount, centre, centreCount] = [0, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    const dy = Math.abs((y + 0.5) / height - 0.5);
    for (let x = 0; x < width; x++) {
      const dx = Math.abs((x + 0.5) / width - 0.5);
      if (dx > 0.375 && dy > 0.375) {
        corners += data[(y * width + x) * 3]!;
        cornerCount++;
      } else if (dx < 1 / 6 && dy < 1 / 6) {
        centre += data[(y * width + x) * 3]!;
        centreCount++;
      }
    }
  }
  return cornerCount === 0 || centreCount === 0 ? 0 : corners / cornerCount - centre / centreCount;
}
