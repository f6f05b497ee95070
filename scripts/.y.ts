import { SRGB } from '#color/spaces.ts';
import { loadKernels } from '#node/kernels.ts';
import { createRenderer } from '#render/pipeline.ts';
import { planOf } from '#render/plan.ts';
import { FULL_CHAIN as S } from './bench/settings.ts';

const pic = (W: number, H: number, space = SRGB) => {
  const data = new Uint8Array(W * H * 3);
  let s = 1;
  for (let y = 0, p = 0; y < H; y++)
    for (let x = 0; x < W; x++)
      for (let c = 0; c < 3; c++) {
        s = (Math.imul(s, 1664525) + 1013904223) | 0;
        data[p++] = Math.max(
          0,
          Math.min(
            255,
            128 + 110 * Math.sin((x / W) * 9 + c) * Math.cos((y / H) * 7 + c * 0.5) + ((s >>> 24) - 128) / 10,
          ),
        );
      }
  return { width: W, height: H, data, space };
};
const k = createRenderer(loadKernels());
const med = (a: number[]) => [...a].sort((x, y) => x - y)[a.length >> 1]!;
const r = pic(1024, 683),
  src = k.open(r);
const w: number[] = [],
  tt: number[] = [];
for (let q = 0; q < 40; q++) {
  const t = performance.now();
  for (let i = 0; i < 6; i++) k.render(src, { ...S, Exposure2012: 0.1 + i * 0.1 + q / 1000 });
  w.push(performance.now() - t);
  const t2 = performance.now();
  planOf(src, { ...S, Exposure2012: 0.7 + q / 1000 })!.global!.table();
  tt.push(performance.now() - t2);
}
console.log(
  '6 at 1024: wall',
  med(w).toFixed(1),
  'min',
  Math.min(...w).toFixed(1),
  'plan+table33',
  med(tt).toFixed(2),
);
