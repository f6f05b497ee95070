/** Linear RGB, interleaved, 1 = paper white before the film curve; row-major. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function newPicture(width: number, height: number): Picture {
  return { width, height, data: new Float32Array(width * height * 3) };
}

/** Adds the light that a lens scatters around what is brighter than `threshold`: two box-blurred halos. */
export function addBloom(picture: Picture, threshold: number, strength: number, radius: number): void {
  const { width, height, data } = picture;
  const scale = 4;
  const small = newPicture(Math.ceil(width / scale), Math.ceil(height / scale));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 3;
      const to = (Math.floor(y / scale) * small.width + Math.floor(x / scale)) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const over = Math.min(12, Math.max(0, (data[from + channel] as number) - threshold));
        small.data[to + channel] = (small.data[to + channel] as number) + over / (scale * scale);
      }
    }
  }
  for (let pass = 0; pass < 3; pass += 1) boxBlur(small, Math.max(1, Math.round(radius / scale)));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        data[to + channel] =
          (data[to + channel] as number) + strength * sample(small, x / scale, y / scale, channel);
      }
    }
  }
}

/** Bilinear value at a position, edges repeated. */
export function sample(picture: Picture, x: number, y: number, channel: number): number {
  const { width, height, data } = picture;
  const left = Math.min(width - 1, Math.max(0, Math.floor(x - 0.5)));
  const top = Math.min(height - 1, Math.max(0, Math.floor(y - 0.5)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const fx = Math.min(1, Math.max(0, x - 0.5 - left));
  const fy = Math.min(1, Math.max(0, y - 0.5 - top));
  const at = (px: number, py: number) => data[(py * width + px) * 3 + channel] as number;
  const upper = at(left, top) * (1 - fx) + at(right, top) * fx;
  const lower = at(left, bottom) * (1 - fx) + at(right, bottom) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** A copy blurred by three boxes, close to a Gaussian. */
export function blurCopy(picture: Picture, radius: number): Picture {
  const copy = { ...picture, data: picture.data.slice() };
  for (let pass = 0; pass < 3; pass += 1) boxBlur(copy, Math.max(1, Math.round(radius)));
  return copy;
}

function boxBlur(picture: Picture, radius: number): void {
  const { width, height, data } = picture;
  blurLines(data, width, height, 3, width * 3, radius);
  blurLines(data, height, width, width * 3, 3, radius);
}

function blurLines(
  data: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  radius: number,
): void {
  const line = new Float32Array(length);
  const share = 1 / (2 * radius + 1);
  for (let index = 0; index < lines; index += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const start = index * lineStep + channel;
      let sum = 0;
      const at = (i: number) => line[Math.min(length - 1, Math.max(0, i))] as number;
      for (let i = 0; i < length; i += 1) line[i] = data[start + i * step] as number;
      for (let i = -radius; i <= radius; i += 1) sum += at(i);
      for (let i = 0; i < length; i += 1) {
        data[start + i * step] = sum * share;
        sum += at(i + radius + 1) - at(i - radius);
      }
    }
  }
}
