import { blueOf, firstOf, greenOf, lumaOf, redOf, secondOf, thirdOf } from './interleaved';

/** Luma of `count` interleaved pixels. */
export function lumaRow(samples: usize, count: i32, out: usize): void {
  for (let x = 0; x < count; x += 4, samples += 48, out += 16) {
    const a = v128.load(samples);
    const b = v128.load(samples, 16);
    const c = v128.load(samples, 32);
    v128.store(out, lumaOf(redOf(a, b, c), greenOf(a, b, c), blueOf(a, b, c)));
  }
}

/**
 * Changes all channels of `count` pixels by the same, so that their luma is the given one plus `changes`. Whole vectors
 * run over the end: what lies there is put back.
 */
export function setLuma(samples: usize, luma: usize, changes: usize, count: i32): void {
  const end = samples + <usize>count * 12;
  const p = v128.load(end);
  const q = v128.load(end, 16);
  const r = v128.load(end, 32);
  for (; samples < end; samples += 48, luma += 16, changes += 16) {
    const a = v128.load(samples);
    const b = v128.load(samples, 16);
    const c = v128.load(samples, 32);
    const own = lumaOf(redOf(a, b, c), greenOf(a, b, c), blueOf(a, b, c));
    const change = f32x4.sub(f32x4.add(v128.load(luma), v128.load(changes)), own);
    v128.store(samples, f32x4.add(a, firstOf(change)));
    v128.store(samples, f32x4.add(b, secondOf(change)), 16);
    v128.store(samples, f32x4.add(c, thirdOf(change)), 32);
  }
  v128.store(end, p);
  v128.store(end, q, 16);
  v128.store(end, r, 32);
}
