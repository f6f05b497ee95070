var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) =>
  function __init() {
    if (err) throw err[0];
    try {
      return (fn && (res = (0, fn[__getOwnPropNames(fn)[0]])((fn = 0))), res);
    } catch (e) {
      throw ((err = [e]), e);
    }
  };
var __export = (target, all) => {
  for (var name in all) __defProp(target, name, { get: all[name], enumerable: true });
};

// src/node/bytes.ts
function concatBytes(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
var init_bytes = __esm({
  'src/node/bytes.ts'() {},
});

// src/wire/error.ts
var marker, RetouchError;
var init_error = __esm({
  'src/wire/error.ts'() {
    marker = /* @__PURE__ */ Symbol.for('retouchiq.error');
    RetouchError = class _RetouchError extends Error {
      code;
      [marker] = true;
      constructor(code, message, options) {
        super(message, options);
        this.name = 'RetouchError';
        this.code = code;
      }
      static isInstance(error) {
        return typeof error === 'object' && error !== null && marker in error;
      }
      /** Wraps what is not one yet as `internal` (or `cancelled` for an abort). */
      static wrap(error) {
        if (_RetouchError.isInstance(error)) return error;
        const { name, message = String(error) } = error ?? {};
        if (name === 'AbortError') return new _RetouchError('cancelled', 'Cancelled', { cause: error });
        if (name === 'TimeoutError')
          return new _RetouchError('timeout', 'The time limit was reached', { cause: error });
        return new _RetouchError('internal', message, { cause: error });
      }
    };
  },
});

// src/node/memory-error.ts
function memoryError(error) {
  const { message = '', code } = error ?? {};
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY' && !REFUSALS.test(message)) return void 0;
  return new RetouchError(
    'internal',
    'There was not enough memory to render this picture: close other programs, or ask for a smaller size',
    { cause: error },
  );
}
var REFUSALS;
var init_memory_error = __esm({
  'src/node/memory-error.ts'() {
    init_error();
    REFUSALS =
      /allocation failed|invalid (typed )?array (buffer )?length|could not allocate|out of memory|cannot allocate/i;
  },
});

// src/color/curve.ts
function powerCurve(gamma) {
  return oddCurve(
    (v) => v ** gamma,
    (v) => v ** (1 / gamma),
  );
}
function oddCurve(decode2, encode2) {
  return {
    decode: (v) => (v < 0 ? -decode2(-v) : decode2(v)),
    encode: (v) => (v < 0 ? -encode2(-v) : encode2(v)),
  };
}
var SRGB_CURVE, ADOBE_RGB_CURVE, PROPHOTO_CURVE;
var init_curve = __esm({
  'src/color/curve.ts'() {
    SRGB_CURVE = oddCurve(
      (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4),
      (v) => (v <= 31308e-7 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055),
    );
    ADOBE_RGB_CURVE = powerCurve(563 / 256);
    PROPHOTO_CURVE = oddCurve(
      (v) => (v < 1 / 32 ? v / 16 : v ** 1.8),
      (v) => (v < 1 / 512 ? v * 16 : v ** (1 / 1.8)),
    );
  },
});

// src/color/icc-curve.ts
function readIccCurve(view) {
  if (view.byteLength < 12) return null;
  const type = view.getUint32(0);
  if (type === 1668641398) return readSampledCurve(view);
  if (type === 1885434465) return readParametricCurve(view);
  return null;
}
function readSampledCurve(view) {
  const count = view.getUint32(8);
  if (count === 0) return powerCurve(1);
  if (count > (view.byteLength - 12) / 2) return null;
  if (count === 1) {
    const gamma = view.getUint16(12) / 256;
    return gamma > 0 ? powerCurve(gamma) : null;
  }
  const samples = new Float64Array(count);
  for (let i2 = 0; i2 < count; i2++) samples[i2] = view.getUint16(12 + i2 * 2) / 65535;
  return sampledCurve(samples);
}
function sampledCurve(samples) {
  const last = samples.length - 1;
  for (let i2 = 1; i2 <= last; i2++) samples[i2] = Math.max(samples[i2], samples[i2 - 1]);
  if (!(samples[last] > samples[0])) return null;
  const endSlope = Math.max((samples[last] - samples[last - 1]) * last, 1e-3);
  return oddCurve(
    (v) => {
      if (v >= 1) return samples[last] + (v - 1) * endSlope;
      const position = v * last;
      const i2 = Math.floor(position);
      return samples[i2] + (samples[i2 + 1] - samples[i2]) * (position - i2);
    },
    (v) => {
      if (v >= samples[last]) return 1 + (v - samples[last]) / endSlope;
      if (v <= samples[0]) return 0;
      let low = 0;
      let high = last;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (samples[middle] <= v) low = middle;
        else high = middle;
      }
      return (low + (v - samples[low]) / (samples[high] - samples[low])) / last;
    },
  );
}
function readParametricCurve(view) {
  const kind = view.getUint16(8);
  const count = PARAMETER_COUNTS[kind];
  if (count === void 0 || view.byteLength < 12 + count * 4) return null;
  const p = Array.from({ length: count }, (_, i2) => view.getInt32(12 + i2 * 4) / 65536);
  const [g, a = 1, b = 0] = p;
  if (!(g > 0) || !(a > 0)) return null;
  if (kind === 0) return powerCurve(g);
  if (kind === 1) return segmentedCurve(g, a, b, 0, -b / a, 0, 0);
  if (kind === 2) return segmentedCurve(g, a, b, 0, -b / a, p[3], p[3]);
  if (kind === 3) return segmentedCurve(g, a, b, p[3], p[4], 0, 0);
  return segmentedCurve(g, a, b, p[3], p[4], p[5], p[6]);
}
function segmentedCurve(g, a, b, c2, d, e, f) {
  const power = (v) => Math.max(0, a * v + b) ** g + e;
  if (c2 < 0 || !(power(1) > 0)) return null;
  const split2 = power(d);
  return oddCurve(
    (v) => (v >= d ? power(v) : c2 * v + f),
    (v) => {
      if (v >= split2) return (Math.max(0, v - e) ** (1 / g) - b) / a;
      return c2 > 0 ? (v - f) / c2 : Math.max(0, d);
    },
  );
}
var PARAMETER_COUNTS;
var init_icc_curve = __esm({
  'src/color/icc-curve.ts'() {
    init_curve();
    PARAMETER_COUNTS = [1, 3, 4, 5, 7];
  },
});

// src/color/matrix.ts
function multiply3(a, b) {
  const out = [];
  for (let row = 0; row < 9; row += 3) {
    for (let column = 0; column < 3; column++) {
      out.push(a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6]);
    }
  }
  return out;
}
function apply3(m, v, out = [0, 0, 0]) {
  const [x, y, z] = v;
  out[0] = m[0] * x + m[1] * y + m[2] * z;
  out[1] = m[3] * x + m[4] * y + m[5] * z;
  out[2] = m[6] * x + m[7] * y + m[8] * z;
  return out;
}
function invert3(m) {
  const [a, b, c2, d, e, f, g, h, i2] = m;
  const A = e * i2 - f * h;
  const B = f * g - d * i2;
  const C = d * h - e * g;
  const determinant = a * A + b * B + c2 * C;
  if (!(Math.abs(determinant) > 1e-12)) {
    throw new RangeError(`Cannot invert a singular matrix: determinant is ${determinant}`);
  }
  const k = 1 / determinant;
  return [
    A * k,
    (c2 * h - b * i2) * k,
    (b * f - c2 * e) * k,
    B * k,
    (a * i2 - c2 * g) * k,
    (c2 * d - a * f) * k,
    C * k,
    (b * g - a * h) * k,
    (a * e - b * d) * k,
  ];
}
var init_matrix = __esm({
  'src/color/matrix.ts'() {},
});

// src/color/icc-read.ts
function readIccProfile(bytes) {
  if (bytes.byteLength < 132) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isMatrixRgb =
    signature(view, 36) === 'acsp' && signature(view, 16) === 'RGB ' && signature(view, 20) === 'XYZ ';
  if (!isMatrixRgb) return null;
  const tags = readTags(view);
  if (tags === null || tags.has('A2B0')) return null;
  const columns = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => readXyz(tags.get(name)));
  const curves = ['rTRC', 'gTRC', 'bTRC'].map((name) => readCurve(tags.get(name)));
  const [r, g, b] = columns;
  const [red, green, blue] = curves;
  if (!r || !g || !b || !red || !green || !blue) return null;
  const toXyzD50 = [r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]];
  const fromXyzD50 = invertOrNull(toXyzD50);
  if (fromXyzD50 === null) return null;
  const byChannel = [red, green, blue];
  return {
    name: readText(tags.get('desc')) || 'Unnamed RGB profile',
    toXyzD50,
    fromXyzD50,
    decode: (encoded, channel = 0) => byChannel[channel].decode(encoded),
    encode: (linear, channel = 0) => byChannel[channel].encode(linear),
    icc: bytes,
  };
}
function readTags(view) {
  const count = view.getUint32(128);
  if (count > MAX_TAGS || 132 + count * 12 > view.byteLength) return null;
  const tags = /* @__PURE__ */ new Map();
  for (let i2 = 0; i2 < count; i2++) {
    const entry = 132 + i2 * 12;
    const offset = view.getUint32(entry + 4);
    const size = view.getUint32(entry + 8);
    if (offset + size > view.byteLength) continue;
    tags.set(signature(view, entry), new DataView(view.buffer, view.byteOffset + offset, size));
  }
  return tags;
}
function readXyz(tag2) {
  if (tag2 === void 0 || tag2.byteLength < 20 || signature(tag2, 0) !== 'XYZ ') return null;
  return [tag2.getInt32(8) / 65536, tag2.getInt32(12) / 65536, tag2.getInt32(16) / 65536];
}
function readCurve(tag2) {
  return tag2 === void 0 ? null : readIccCurve(tag2);
}
function readText(tag2) {
  if (tag2 === void 0 || tag2.byteLength < 12) return '';
  const type = signature(tag2, 0);
  if (type === 'desc') return ascii(tag2, 12, tag2.getUint32(8));
  if (type !== 'mluc' || tag2.byteLength < 28 || tag2.getUint32(8) < 1) return '';
  const size = tag2.getUint32(20);
  const offset = tag2.getUint32(24);
  if (offset + size > tag2.byteLength) return '';
  let text = '';
  for (let i2 = 0; i2 + 1 < Math.min(size, 512); i2 += 2)
    text += String.fromCharCode(tag2.getUint16(offset + i2));
  return printable(text);
}
function ascii(tag2, offset, size) {
  const end = Math.min(tag2.byteLength, offset + Math.min(size, 256));
  let text = '';
  for (let i2 = offset; i2 < end; i2++) text += String.fromCharCode(tag2.getUint8(i2));
  return printable(text);
}
function printable(text) {
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).replace(/\p{C}/gu, '').trim();
}
function signature(view, offset) {
  return String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  );
}
function invertOrNull(matrix) {
  try {
    return invert3(matrix);
  } catch {
    return null;
  }
}
var MAX_TAGS;
var init_icc_read = __esm({
  'src/color/icc-read.ts'() {
    init_icc_curve();
    init_matrix();
    MAX_TAGS = 200;
  },
});

// src/color/adaptation.ts
function adaptationMatrix(from, to, method = 'bradford') {
  const cone = CONE_MATRICES[method];
  const source = apply3(cone, from);
  const target = apply3(cone, to);
  const gains = [target[0] / source[0], 0, 0, 0, target[1] / source[1], 0, 0, 0, target[2] / source[2]];
  return multiply3(invert3(cone), multiply3(gains, cone));
}
var CONE_MATRICES;
var init_adaptation = __esm({
  'src/color/adaptation.ts'() {
    init_matrix();
    CONE_MATRICES = {
      /** Lam 1985, as ICC.1 Annex E gives it. */
      // biome-ignore format: one row per line
      bradford: [
        0.8951,
        0.2664,
        -0.1614,
        -0.7502,
        1.7135,
        0.0367,
        0.0389,
        -0.0685,
        1.0296
      ],
      /** Li et al. 2017, "Comprehensive color solutions: CAM16, CAT16 and CAM16-UCS". */
      // biome-ignore format: one row per line
      cat16: [
        0.401288,
        0.650173,
        -0.051461,
        -0.250268,
        1.204414,
        0.045854,
        -2079e-6,
        0.048952,
        0.953127
      ],
    };
  },
});

// src/color/white.ts
function xyToXyz([x, y]) {
  return [x / y, 1, (1 - x - y) / y];
}
var D65, D50, PCS_WHITE;
var init_white = __esm({
  'src/color/white.ts'() {
    D65 = [0.3127, 0.329];
    D50 = [0.3457, 0.3585];
    PCS_WHITE = [0.9642, 1, 0.8249];
  },
});

// src/color/spaces.ts
function identifySpace(space) {
  return BUILT_IN_SPACES.find((known3) => sameMatrix(known3, space) && sameCurves(known3, space)) ?? null;
}
function sameMatrix(a, b) {
  return a.toXyzD50.every((value, i2) => Math.abs(value - b.toXyzD50[i2]) < MATRIX_TOLERANCE);
}
function sameCurves(a, b) {
  for (const channel of [0, 1, 2]) {
    for (let i2 = 1; i2 < 32; i2++) {
      if (Math.abs(a.decode(i2 / 32, channel) - b.decode(i2 / 32, channel)) > CURVE_TOLERANCE) return false;
    }
  }
  return true;
}
function rgbSpace(definition) {
  const white = xyToXyz(definition.white);
  const toXyzD50 = multiply3(adaptationMatrix(white, PCS_WHITE), primariesMatrix(definition, white));
  return {
    name: definition.name,
    toXyzD50,
    fromXyzD50: invert3(toXyzD50),
    decode: definition.curve.decode,
    encode: definition.curve.encode,
  };
}
function primariesMatrix({ red, green, blue }, white) {
  const [r, g, b] = [xyToXyz(red), xyToXyz(green), xyToXyz(blue)];
  const columns = [r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]];
  const [kr, kg, kb] = apply3(invert3(columns), white);
  return multiply3(columns, [kr, 0, 0, 0, kg, 0, 0, 0, kb]);
}
var SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO, BUILT_IN_SPACES, MATRIX_TOLERANCE, CURVE_TOLERANCE;
var init_spaces = __esm({
  'src/color/spaces.ts'() {
    init_adaptation();
    init_curve();
    init_matrix();
    init_white();
    SRGB = rgbSpace({
      name: 'sRGB',
      red: [0.64, 0.33],
      green: [0.3, 0.6],
      blue: [0.15, 0.06],
      white: D65,
      curve: SRGB_CURVE,
    });
    DISPLAY_P3 = rgbSpace({
      name: 'Display P3',
      red: [0.68, 0.32],
      green: [0.265, 0.69],
      blue: [0.15, 0.06],
      white: D65,
      curve: SRGB_CURVE,
    });
    ADOBE_RGB = rgbSpace({
      name: 'Adobe RGB (1998)',
      red: [0.64, 0.33],
      green: [0.21, 0.71],
      blue: [0.15, 0.06],
      white: D65,
      curve: ADOBE_RGB_CURVE,
    });
    PROPHOTO = rgbSpace({
      name: 'ProPhoto RGB',
      red: [0.734699, 0.265301],
      green: [0.159597, 0.840403],
      blue: [0.036598, 105e-6],
      white: D50,
      curve: PROPHOTO_CURVE,
    });
    BUILT_IN_SPACES = [SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO];
    MATRIX_TOLERANCE = 3e-3;
    CURVE_TOLERANCE = 4e-3;
  },
});

// src/color/icc-write.ts
function writeIccProfile(space) {
  if (space.icc !== void 0) return space.icc;
  const m = space.toXyzD50;
  const curve2 = curveTag(parametersOf(space));
  const tags = [
    ['desc', textTag(space.name)],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', xyzTag(...PCS_WHITE)],
    ['rXYZ', xyzTag(m[0], m[3], m[6])],
    ['gXYZ', xyzTag(m[1], m[4], m[7])],
    ['bXYZ', xyzTag(m[2], m[5], m[8])],
    ['rTRC', curve2],
    ['gTRC', curve2],
    ['bTRC', curve2],
  ];
  return assemble(tags);
}
function parametersOf(space) {
  if (space.name === ADOBE_RGB.name) return ADOBE_RGB_PARAMETERS;
  if (space.name === PROPHOTO.name) return PROPHOTO_PARAMETERS;
  return SRGB_PARAMETERS;
}
function assemble(tags) {
  const places = /* @__PURE__ */ new Map();
  let end = HEADER_SIZE + 4 + tags.length * 12;
  for (const [, body] of tags) {
    if (places.has(body)) continue;
    places.set(body, end);
    end += Math.ceil(body.length / 4) * 4;
  }
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  writeHeader(view);
  view.setUint32(HEADER_SIZE, tags.length);
  tags.forEach(([name, body], i2) => {
    const entry = HEADER_SIZE + 4 + i2 * 12;
    const place = places.get(body);
    setSignature(view, entry, name);
    view.setUint32(entry + 4, place);
    view.setUint32(entry + 8, body.length);
    bytes.set(body, place);
  });
  return bytes;
}
function writeHeader(view) {
  view.setUint32(0, view.byteLength);
  view.setUint32(8, 70254592);
  setSignature(view, 12, 'mntr');
  setSignature(view, 16, 'RGB ');
  setSignature(view, 20, 'XYZ ');
  view.setUint16(24, 2025);
  view.setUint16(26, 1);
  view.setUint16(28, 1);
  setSignature(view, 36, 'acsp');
  setFixed(view, 68, PCS_WHITE);
}
function textTag(text) {
  const { bytes, view } = tag('mluc', 28 + text.length * 2);
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  setSignature(view, 16, 'enUS');
  view.setUint32(20, text.length * 2);
  view.setUint32(24, 28);
  for (let i2 = 0; i2 < text.length; i2++) view.setUint16(28 + i2 * 2, text.charCodeAt(i2));
  return bytes;
}
function xyzTag(x, y, z) {
  const { bytes, view } = tag('XYZ ', 20);
  setFixed(view, 8, [x, y, z]);
  return bytes;
}
function curveTag({ type, values }) {
  const { bytes, view } = tag('para', 12 + values.length * 4);
  view.setUint16(8, type);
  setFixed(view, 12, values);
  return bytes;
}
function tag(type, size) {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  setSignature(view, 0, type);
  return { bytes, view };
}
function setSignature(view, offset, text) {
  for (let i2 = 0; i2 < 4; i2++) view.setUint8(offset + i2, text.charCodeAt(i2));
}
function setFixed(view, offset, values) {
  for (const [i2, value] of values.entries()) view.setInt32(offset + i2 * 4, Math.round(value * 65536));
}
var HEADER_SIZE, SRGB_PARAMETERS, PROPHOTO_PARAMETERS, ADOBE_RGB_PARAMETERS;
var init_icc_write = __esm({
  'src/color/icc-write.ts'() {
    init_spaces();
    init_white();
    HEADER_SIZE = 128;
    SRGB_PARAMETERS = { type: 3, values: [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] };
    PROPHOTO_PARAMETERS = { type: 3, values: [1.8, 1, 0, 1 / 16, 1 / 32] };
    ADOBE_RGB_PARAMETERS = { type: 0, values: [563 / 256] };
  },
});

// src/color/icc.ts
var init_icc = __esm({
  'src/color/icc.ts'() {
    init_icc_read();
    init_icc_write();
  },
});

// src/node/render-job.ts
import { types } from 'node:util';

function isDivisible({ versions }) {
  return versions.every(({ output }) => output.size === void 0);
}
function sendJob(job) {
  const { photo } = job;
  return 'raster' in photo
    ? { ...job, photo: { raster: sendRaster(shareRaster(photo.raster)) } }
    : { ...job, photo: { ...photo, bytes: shareSamples(photo.bytes) } };
}
function receiveJob(job) {
  const { photo } = job;
  return { ...job, photo: 'raster' in photo ? { raster: receiveRaster(photo.raster) } : photo };
}
function sendRaster({ space, ...raster }) {
  return { ...raster, spaceName: space.name, ...(space.icc === void 0 ? {} : { icc: space.icc }) };
}
function receiveRaster({ spaceName, icc, ...raster }) {
  return { ...raster, space: receiveSpace(spaceName, icc) };
}
function shareRaster(raster) {
  const { data, alpha } = raster;
  return {
    ...raster,
    data: shareSamples(data),
    ...(alpha === void 0 ? {} : { alpha: shareSamples(alpha) }),
  };
}
function sharedSamples(depth, length) {
  const memory = new SharedArrayBuffer((length * depth) / 8);
  return depth === 16 ? new Uint16Array(memory) : new Uint8Array(memory);
}
function shareSamples(samples) {
  if (types.isSharedArrayBuffer(samples.buffer)) return samples;
  const memory = new SharedArrayBuffer(samples.byteLength);
  const ArrayType = samples.constructor;
  const shared2 = Buffer.isBuffer(samples) ? new Uint8Array(memory) : new ArrayType(memory);
  shared2.set(samples);
  return shared2;
}
function receiveSpace(name, icc) {
  const read2 = icc === void 0 ? null : readIccProfile(icc);
  return read2 ?? BUILT_IN_SPACES.find((space) => space.name === name) ?? SRGB;
}
var init_render_job = __esm({
  'src/node/render-job.ts'() {
    init_icc();
    init_spaces();
  },
});

// src/image/depth.ts
function depthOf(data) {
  return data.BYTES_PER_ELEMENT === 1 ? 8 : 16;
}
function topOf(data) {
  return depthOf(data) === 8 ? 255 : 65535;
}
function samplesOf(depth, length) {
  return depth === 8 ? new Uint8Array(length) : new Uint16Array(length);
}
var init_depth = __esm({
  'src/image/depth.ts'() {},
});

// src/color/transfer.ts
function decodeTable8(space, channel = 0) {
  return cached(space, 'decode8', channel, (c2) =>
    Float32Array.from({ length: 256 }, (_, i2) => space.decode(i2 / 255, c2)),
  );
}
function decodeTable16(space, channel = 0) {
  return cached(space, 'decode16', channel, (c2) => {
    const table = new Float32Array(65536);
    for (let i2 = 0; i2 < table.length; i2++) table[i2] = space.decode(i2 / 65535, c2);
    return table;
  });
}
function decodeTableFor(data, space, channel = 0) {
  return data.BYTES_PER_ELEMENT === 1 ? decodeTable8(space, channel) : decodeTable16(space, channel);
}
function encodeTable(space, channel = 0) {
  return cached(space, 'encode', channel, (c2) => {
    const table = new Float32Array(ENCODE_STEPS + 2);
    for (let i2 = 0; i2 <= ENCODE_STEPS; i2++) table[i2] = space.encode((i2 / ENCODE_STEPS) ** 2, c2);
    table[ENCODE_STEPS + 1] = table[ENCODE_STEPS];
    return table;
  });
}
function encodeFast(table, linear) {
  if (!(linear > 0)) return table[0];
  if (linear >= 1) return table[ENCODE_STEPS];
  const position = Math.sqrt(linear) * ENCODE_STEPS;
  const index = position | 0;
  const low = table[index];
  return low + (table[index + 1] - low) * (position - index);
}
function cached(space, kind, channel, build) {
  let tables3 = cache.get(space);
  if (tables3 === void 0) cache.set(space, (tables3 = { decode8: [], decode16: [], encode: [] }));
  const own = tables3[kind][channel];
  if (own !== void 0) return own;
  const table = channel !== 0 && sameCurve(space, channel) ? cached(space, kind, 0, build) : build(channel);
  tables3[kind][channel] = table;
  return table;
}
function sameCurve(space, channel) {
  for (let i2 = 0; i2 <= 64; i2++) {
    if (space.decode(i2 / 64, channel) !== space.decode(i2 / 64, 0)) return false;
  }
  return true;
}
var ENCODE_STEPS, cache;
var init_transfer = __esm({
  'src/color/transfer.ts'() {
    ENCODE_STEPS = 8192;
    cache = /* @__PURE__ */ new WeakMap();
  },
});

// src/image/code-table.ts
function codeTable(table) {
  const codes = known.get(table) ?? makeCodeTable(table);
  known.set(table, codes);
  return codes;
}
function codeOf({ starts, limits }, linear) {
  if (!(linear > 0)) return starts[0];
  if (linear >= 1) return starts[CELLS];
  let code = starts[(linear * CELLS) | 0];
  while (linear >= limits[code + 1]) code++;
  return code;
}
function makeCodeTable(table) {
  const rounded = (linear) => (encodeFast(table, linear) * 255 + 0.5) | 0;
  const limits = Float64Array.from({ length: 257 }, (_, code) => {
    if (code > rounded(1)) return Number.POSITIVE_INFINITY;
    let [low, high] = [0, 1];
    for (let step = 0; step < 80; step++) {
      const middle = (low + high) / 2;
      if (rounded(middle) >= code) high = middle;
      else low = middle;
    }
    return high;
  });
  return { starts: Uint8Array.from({ length: CELLS + 1 }, (_, cell2) => rounded(cell2 / CELLS)), limits };
}
var CELLS, known;
var init_code_table = __esm({
  'src/image/code-table.ts'() {
    init_transfer();
    CELLS = 32768;
    known = /* @__PURE__ */ new WeakMap();
  },
});

// src/image/encode-row.ts
function encodersOf(space) {
  const curves = [encodeTable(space, 0), encodeTable(space, 1), encodeTable(space, 2)];
  return { curves, codes: [codeTable(curves[0]), codeTable(curves[1]), codeTable(curves[2])] };
}
function encodeRow(row, channels, out, at, { curves, codes }) {
  if (depthOf(out) === 8) encode8(row, channels, out, at, ...codes);
  else encode16(row, channels, out, at, ...curves);
}
function encode8(row, channels, out, start, red, green, blue) {
  for (let i2 = 0, at = start; i2 < row.length; i2 += channels, at += 3) {
    out[at] = codeOf(red, row[i2]);
    out[at + 1] = codeOf(green, row[i2 + 1]);
    out[at + 2] = codeOf(blue, row[i2 + 2]);
  }
}
function encode16(row, channels, out, start, red, green, blue) {
  for (let i2 = 0, at = start; i2 < row.length; i2 += channels, at += 3) {
    out[at] = encodeFast(red, row[i2]) * 65535 + 0.5;
    out[at + 1] = encodeFast(green, row[i2 + 1]) * 65535 + 0.5;
    out[at + 2] = encodeFast(blue, row[i2 + 2]) * 65535 + 0.5;
  }
}
var init_encode_row = __esm({
  'src/image/encode-row.ts'() {
    init_transfer();
    init_code_table();
    init_depth();
  },
});

// src/image/shrink-row.ts
function createRowShrinker(raster, width) {
  const { data, alpha, space } = raster;
  const spans = spansOf(raster.width, width);
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const channels = alpha ? 4 : 3;
  const row = new Float64Array(width * channels);
  let current = -1;
  return {
    channels,
    shrink(y) {
      if (y === current) return row;
      current = y;
      const start = y * raster.width;
      if (alpha) shrinkBlended(data, alpha, start, spans, red, green, blue, row);
      else shrinkOpaque(data, start, spans, red, green, blue, row);
      return row;
    },
  };
}
function spansOf(from, to) {
  const step = from / to;
  const first = new Int32Array(to);
  const last = new Int32Array(to);
  const head = new Float64Array(to);
  const tail = new Float64Array(to);
  for (let x = 0; x < to; x++) {
    const left = x * step;
    const right = Math.min(from, left + step);
    first[x] = Math.floor(left);
    last[x] = Math.ceil(right) - 1;
    head[x] = Math.min(first[x] + 1, right) - left;
    tail[x] = last[x] > first[x] ? right - last[x] : 0;
  }
  return { first, last, head, tail };
}
function shrinkOpaque(data, start, { first, last, head, tail }, red, green, blue, row) {
  for (let x = 0, out = 0; x < first.length; x++, out += 3) {
    let at = (start + first[x]) * 3;
    const end = (start + last[x]) * 3;
    const part = head[x];
    let r = red[data[at]] * part;
    let g = green[data[at + 1]] * part;
    let b = blue[data[at + 2]] * part;
    for (at += 3; at < end; at += 3) {
      r += red[data[at]];
      g += green[data[at + 1]];
      b += blue[data[at + 2]];
    }
    const rest = tail[x];
    if (rest > 0) {
      r += red[data[end]] * rest;
      g += green[data[end + 1]] * rest;
      b += blue[data[end + 2]] * rest;
    }
    row[out] = r;
    row[out + 1] = g;
    row[out + 2] = b;
  }
}
function shrinkBlended(data, alpha, start, { first, last, head, tail }, red, green, blue, row) {
  row.fill(0);
  for (let x = 0, out = 0; x < first.length; x++, out += 4) {
    for (let sx = first[x]; sx <= last[x]; sx++) {
      const share = sx === first[x] ? head[x] : sx === last[x] ? tail[x] : 1;
      const weight = share * (alpha[start + sx] + TRANSPARENT_WEIGHT);
      const at = (start + sx) * 3;
      row[out] += red[data[at]] * weight;
      row[out + 1] += green[data[at + 1]] * weight;
      row[out + 2] += blue[data[at + 2]] * weight;
      row[out + 3] += weight;
    }
  }
}
var TRANSPARENT_WEIGHT;
var init_shrink_row = __esm({
  'src/image/shrink-row.ts'() {
    init_transfer();
    TRANSPARENT_WEIGHT = 1e-6;
  },
});

// src/image/resample.ts
function fitWithin(raster, edge) {
  if (!(edge >= 1))
    throw new RangeError(`Cannot fit a picture as 'edge' must be at least 1: current value is ${edge}`);
  const scale = Math.min(1, edge / Math.max(raster.width, raster.height));
  if (scale === 1) return raster;
  return resize(
    raster,
    Math.max(1, Math.round(raster.width * scale)),
    Math.max(1, Math.round(raster.height * scale)),
  );
}
function resize(raster, width, height) {
  for (const size of [width, height]) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`Cannot resize as sizes must be positive integers: current value is ${size}`);
    }
  }
  if (width === raster.width && height === raster.height) return raster;
  const { space, alpha } = raster;
  const data = samplesOf(depthOf(raster.data), width * height * 3);
  const alphaOut = alpha && samplesOf(depthOf(alpha), width * height);
  const tables3 = encodersOf(space);
  const cell2 = (raster.width / width) * (raster.height / height);
  const rows = createRowShrinker(raster, width);
  const sums = new Float64Array(width * rows.channels);
  for (let y = 0; y < height; y++) {
    const top = (y * raster.height) / height;
    const bottom = ((y + 1) * raster.height) / height;
    const first = Math.floor(top);
    for (let sy = first; sy < Math.min(raster.height, Math.ceil(bottom)); sy++) {
      const share = (Math.min(sy + 1, bottom) - Math.max(sy, top)) / cell2;
      if (sy === first) setRow(sums, rows.shrink(sy), share);
      else addRow(sums, rows.shrink(sy), share);
    }
    if (alphaOut) {
      divideByWeights(sums);
      for (let x = 0; x < width; x++) alphaOut[y * width + x] = Math.min(topOf(data), sums[x * 4 + 3] + 0.5);
    }
    encodeRow(sums, rows.channels, data, y * width * 3, tables3);
  }
  return alphaOut ? { width, height, data, space, alpha: alphaOut } : { width, height, data, space };
}
function setRow(sums, row, share) {
  for (let i2 = 0; i2 < sums.length; i2++) sums[i2] = row[i2] * share;
}
function addRow(sums, row, share) {
  for (let i2 = 0; i2 < sums.length; i2++) sums[i2] += row[i2] * share;
}
function divideByWeights(sums) {
  for (let i2 = 0; i2 < sums.length; i2 += 4) {
    const weight = 1 / sums[i2 + 3];
    sums[i2] *= weight;
    sums[i2 + 1] *= weight;
    sums[i2 + 2] *= weight;
  }
}
var init_resample = __esm({
  'src/image/resample.ts'() {
    init_depth();
    init_encode_row();
    init_shrink_row();
  },
});

// src/render/curve.ts
function tabulate(f, steps = STEPS) {
  const curve2 = new Float32Array(steps + 1);
  for (let i2 = 0; i2 <= steps; i2++) curve2[i2] = f(i2 / steps);
  return curve2;
}
function evaluate(curve2, x) {
  const last = curve2.length - 1;
  const position = x * last;
  const i2 = position <= 0 ? 0 : position >= last - 1 ? last - 1 : position | 0;
  const a = curve2[i2];
  return a + (curve2[i2 + 1] - a) * (position - i2);
}
function toneByExtremes(curve2) {
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      const r = samples[p];
      const g = samples[p + 1];
      const b = samples[p + 2];
      const high = r > g ? Math.max(r, b) : Math.max(g, b);
      const low = r < g ? Math.min(r, b) : Math.min(g, b);
      const newLow = evaluate(curve2, low);
      if (high - low < 1e-9) {
        samples[p] = samples[p + 1] = samples[p + 2] = newLow;
        continue;
      }
      const scale = (evaluate(curve2, high) - newLow) / (high - low);
      samples[p] = newLow + (r - low) * scale;
      samples[p + 1] = newLow + (g - low) * scale;
      samples[p + 2] = newLow + (b - low) * scale;
    }
  };
}
function toneByChannel(curves) {
  const [red, green, blue] = curves;
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      samples[p] = evaluate(red, samples[p]);
      samples[p + 1] = evaluate(green, samples[p + 1]);
      samples[p + 2] = evaluate(blue, samples[p + 2]);
    }
  };
}
function tabulateRoot(f, steps = ROOT_STEPS) {
  const curve2 = new Float32Array(steps + 1);
  for (let i2 = 0; i2 <= steps; i2++) curve2[i2] = f(ROOT_TOP * (i2 / steps) ** 2);
  return curve2;
}
function evaluateRoot(curve2, x) {
  if (!(x > 0)) return curve2[0] + Math.min(x, 0);
  const last = curve2.length - 1;
  const position = Math.sqrt(x / ROOT_TOP) * last;
  const i2 = position >= last - 1 ? last - 1 : position | 0;
  const a = curve2[i2];
  return a + (curve2[i2 + 1] - a) * (position - i2);
}
function toneLinearByExtremes(curve2) {
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      const r = samples[p];
      const g = samples[p + 1];
      const b = samples[p + 2];
      const high = r > g ? Math.max(r, b) : Math.max(g, b);
      const low = r < g ? Math.min(r, b) : Math.min(g, b);
      const newLow = evaluateRoot(curve2, low);
      if (high - low < 1e-9) {
        samples[p] = samples[p + 1] = samples[p + 2] = newLow;
        continue;
      }
      const scale = (evaluateRoot(curve2, high) - newLow) / (high - low);
      samples[p] = newLow + (r - low) * scale;
      samples[p + 1] = newLow + (g - low) * scale;
      samples[p + 2] = newLow + (b - low) * scale;
    }
  };
}
function monotoneCubic(xs, ys) {
  const n = xs.length;
  const slopes = new Array(n).fill(0);
  const secants = [];
  for (let i2 = 0; i2 < n - 1; i2++) secants.push((ys[i2 + 1] - ys[i2]) / (xs[i2 + 1] - xs[i2]));
  for (let i2 = 0; i2 < n; i2++) {
    const left = secants[i2 - 1];
    const right = secants[i2];
    if (left === void 0 || right === void 0) slopes[i2] = left ?? right ?? 0;
    else if (left * right > 0) {
      const before = xs[i2] - xs[i2 - 1];
      const after2 = xs[i2 + 1] - xs[i2];
      const w1 = 2 * after2 + before;
      const w2 = after2 + 2 * before;
      slopes[i2] = (w1 + w2) / (w1 / left + w2 / right);
    }
  }
  return (x) => {
    if (n === 1 || x <= xs[0]) return ys[0];
    if (x >= xs[n - 1]) return ys[n - 1];
    let i2 = 0;
    while (x > xs[i2 + 1]) i2++;
    const h = xs[i2 + 1] - xs[i2];
    const t2 = (x - xs[i2]) / h;
    const t22 = t2 * t2;
    const t3 = t22 * t2;
    return (
      ys[i2] * (2 * t3 - 3 * t22 + 1) +
      slopes[i2] * h * (t3 - 2 * t22 + t2) +
      ys[i2 + 1] * (3 * t22 - 2 * t3) +
      slopes[i2 + 1] * h * (t3 - t22)
    );
  };
}
function clamp(x, low, high) {
  return x < low ? low : Math.min(x, high);
}
function smoothstep(low, high, x) {
  const t2 = clamp((x - low) / (high - low), 0, 1);
  return t2 * t2 * (3 - 2 * t2);
}
var STEPS, ROOT_TOP, ROOT_STEPS;
var init_curve2 = __esm({
  'src/render/curve.ts'() {
    STEPS = 256;
    ROOT_TOP = 8;
    ROOT_STEPS = 512;
  },
});

// src/render/base-curve.ts
function displayOfScene(scene) {
  toDisplay ??= tabulateRoot(forward(), STEPS2);
  return evaluateRoot(toDisplay, scene);
}
function sceneOfDisplay(display) {
  return evaluateRoot(sceneCurve(), Math.min(display, 1));
}
function sceneCurve() {
  toScene ??= tabulateRoot(backward(), STEPS2);
  return toScene;
}
function stops() {
  return DISPLAY_LOG2.map((_, i2) => FIRST_STOP + i2 / 2);
}
function forward() {
  const xs = [...stops(), WHITE_STOP];
  const curve2 = monotoneCubic(xs, [...DISPLAY_LOG2, 0]);
  const darkest = 0.18 * 2 ** FIRST_STOP;
  return (scene) => {
    if (scene <= darkest) return (scene / darkest) * 2 ** DISPLAY_LOG2[0];
    return 2 ** curve2(Math.log2(scene / 0.18));
  };
}
function backward() {
  const f = forward();
  return (display) => {
    const target = Math.min(display, 1);
    let low = 0;
    let high = 0.18 * 2 ** WHITE_STOP;
    for (let i2 = 0; i2 < 40; i2++) {
      const middle = (low + high) / 2;
      if (f(middle) < target) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
}
var FIRST_STOP, DISPLAY_LOG2, LAST_STOP, WHITE_STOP, STEPS2, toDisplay, toScene;
var init_base_curve = __esm({
  'src/render/base-curve.ts'() {
    init_curve2();
    FIRST_STOP = -8;
    DISPLAY_LOG2 = [
      -11.9591, -11.3786, -10.7315, -10.1103, -9.4927, -8.9118, -8.3715, -7.863, -7.2939, -6.6531, -5.9415,
      -5.1927, -4.445, -3.7255, -3.03, -2.3507, -1.7167, -1.1963, -0.7893, -0.4904, -0.2758, -0.1308, -0.0448,
      -49e-4,
    ];
    LAST_STOP = FIRST_STOP + (DISPLAY_LOG2.length - 1) / 2;
    WHITE_STOP = LAST_STOP + 0.1;
    STEPS2 = 4096;
  },
});

// src/render/ops/base-curve.ts
var removeBaseCurve, applyBaseCurve;
var init_base_curve2 = __esm({
  'src/render/ops/base-curve.ts'() {
    init_base_curve();
    init_curve2();
    removeBaseCurve = {
      name: 'base curve, out',
      scene: false,
      prepare(_, { source }) {
        if (source !== 'raw-preview') return void 0;
        return {
          kind: 'pixel',
          kernel: () => ({ kind: 'remove-base', curve: sceneCurve() }),
          apply(samples, count) {
            for (let p = 0; p < count * 3; p += 3) {
              const r = samples[p];
              const g = samples[p + 1];
              const b = samples[p + 2];
              const high = Math.max(r, g, b);
              const low = Math.min(r, g, b);
              const newHigh = sceneOfDisplay(high);
              if (high - low < 1e-9) {
                samples[p] = samples[p + 1] = samples[p + 2] = newHigh;
                continue;
              }
              let newLow = sceneOfDisplay(low);
              if (low > 0.8)
                newLow += (newHigh - newLow) * smoothstep(0.8, 0.97, low) * smoothstep(0.93, 0.99, high);
              const scale = (newHigh - newLow) / (high - low);
              samples[p] = newLow + (r - low) * scale;
              samples[p + 1] = newLow + (g - low) * scale;
              samples[p + 2] = newLow + (b - low) * scale;
            }
          },
        };
      },
    };
    applyBaseCurve = {
      name: 'base curve, in',
      scene: false,
      prepare: (_, { source }) =>
        source === 'raw-preview' ? { kind: 'tone-linear', name: 'base', tone: () => displayOfScene } : void 0,
    };
  },
});

// src/render/hue-bands.ts
function gapOf(band, sign) {
  const next = sign > 0 ? band : (band + 7) % 8;
  return CENTRES[next + 1] - CENTRES[next];
}
function overHue(values) {
  const table = new Float32Array(HUE_STEPS + 2);
  if (values.every((value) => value === 0)) return table;
  for (let i2 = 0; i2 < table.length; i2++) {
    const degrees = ((i2 * 360) / HUE_STEPS) % 360;
    let band = 0;
    while (degrees >= CENTRES[band + 1]) band++;
    const t2 = (degrees - CENTRES[band]) / (CENTRES[band + 1] - CENTRES[band]);
    const w = t2 * t2 * (3 - 2 * t2);
    table[i2] = values[band] * (1 - w) + values[(band + 1) % 8] * w;
  }
  return table;
}
function hueOf(r, g, b, high, chroma) {
  if (high === r) {
    const h = (g - b) / chroma;
    return h < 0 ? h + 6 : h;
  }
  return high === g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma;
}
var BANDS, CENTRES, HUE_STEPS;
var init_hue_bands = __esm({
  'src/render/hue-bands.ts'() {
    BANDS = ['Red', 'Orange', 'Yellow', 'Green', 'Aqua', 'Blue', 'Purple', 'Magenta'];
    CENTRES = [0, 30, 55, 95, 160, 230, 275, 330, 360];
    HUE_STEPS = 360;
  },
});

// src/render/local/fast-log.ts
function fastLog2(x) {
  float[0] = x;
  const raw = bits[0];
  return (raw >> 23) + mantissas[(raw >> (23 - MANTISSA_BITS)) & ((1 << MANTISSA_BITS) - 1)];
}
function fastPower2(x) {
  const position = (x / RANGE + 1) * STEPS3;
  if (!(position > 0)) return powers[0];
  if (position >= 2 * STEPS3) return powers[2 * STEPS3];
  const i2 = position | 0;
  const a = powers[i2];
  return a + (powers[i2 + 1] - a) * (position - i2);
}
var float, bits, MANTISSA_BITS, mantissas, STEPS3, RANGE, powers;
var init_fast_log = __esm({
  'src/render/local/fast-log.ts'() {
    float = new Float32Array(1);
    bits = new Int32Array(float.buffer);
    MANTISSA_BITS = 12;
    mantissas = new Float32Array(1 << MANTISSA_BITS);
    for (let i2 = 0; i2 < mantissas.length; i2++)
      mantissas[i2] = Math.log2(1 + (i2 + 0.5) / mantissas.length) - 127;
    STEPS3 = 2048;
    RANGE = 8;
    powers = new Float32Array(2 * STEPS3 + 2);
    for (let i2 = 0; i2 < powers.length; i2++) powers[i2] = 2 ** ((i2 / STEPS3 - 1) * RANGE);
  },
});

// src/render/read-settings.ts
function amountOf(settings, name, neutral = 0) {
  const value = settings[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : neutral;
}
function curveOf(settings, name) {
  const value = settings[name];
  if (!Array.isArray(value) || value.length === 0) return void 0;
  const points = value;
  const straight = points.every(([x, y]) => x === y) && points[0]?.[0] === 0 && points.at(-1)?.[0] === 255;
  return straight ? void 0 : points;
}
function flagOf(settings, name) {
  return settings[name] === true;
}
var init_read_settings = __esm({
  'src/render/read-settings.ts'() {},
});

// src/render/working-space.ts
function keepGrey(m) {
  const out = [...m];
  for (let row = 0; row < 9; row += 3) {
    const sum = out[row] + out[row + 1] + out[row + 2];
    for (let column = 0; column < 3; column++) out[row + column] /= sum;
  }
  return out;
}
function spaceToWorking(space) {
  return keepGrey(multiply3(WORKING_FROM_XYZ, space.toXyzD50));
}
function workingToSpace(space) {
  return keepGrey(invert3(spaceToWorking(space)));
}
function applyMatrix(m, samples, count) {
  const [a, b, c2, d, e, f, g, h, i2] = m;
  for (let p = 0; p < count * 3; p += 3) {
    const x = samples[p];
    const y = samples[p + 1];
    const z = samples[p + 2];
    samples[p] = a * x + b * y + c2 * z;
    samples[p + 1] = d * x + e * y + f * z;
    samples[p + 2] = g * x + h * y + i2 * z;
  }
}
var WORKING_TO_XYZ, WORKING_FROM_XYZ, LUMINANCE;
var init_working_space = __esm({
  'src/render/working-space.ts'() {
    init_matrix();
    init_spaces();
    WORKING_TO_XYZ = PROPHOTO.toXyzD50;
    WORKING_FROM_XYZ = PROPHOTO.fromXyzD50;
    LUMINANCE = [0.28804, 0.711874, 86e-6];
  },
});

// src/render/ops/black-and-white.ts
var STOPS, PALE, blackAndWhite;
var init_black_and_white = __esm({
  'src/render/ops/black-and-white.ts'() {
    init_hue_bands();
    init_fast_log();
    init_read_settings();
    init_working_space();
    STOPS = 2.4;
    PALE = 0.3;
    blackAndWhite = {
      name: 'black and white',
      scene: true,
      prepare(settings) {
        if (!flagOf(settings, 'ConvertToGrayscale')) return void 0;
        const mix3 = BANDS.map((band) => (amountOf(settings, `GrayMixer${band}`) / 100) * STOPS);
        const table = overHue(mix3);
        const mixed = mix3.some((amount) => amount !== 0);
        return {
          kind: 'pixel',
          apply(samples, count) {
            for (let p = 0; p < count * 3; p += 3) {
              const r = samples[p];
              const g = samples[p + 1];
              const b = samples[p + 2];
              let y = LUMINANCE[0] * r + LUMINANCE[1] * g + LUMINANCE[2] * b;
              const high = Math.max(r, g, b);
              const chroma = high - Math.min(r, g, b);
              if (mixed && high > 1e-6 && chroma > high * 1e-5) {
                const position = hueOf(r, g, b, high, chroma) * (HUE_STEPS / 6);
                const s = Math.min(1, chroma / high);
                y *= fastPower2((table[Math.round(position)] * s) / (s + PALE));
              }
              samples[p] = samples[p + 1] = samples[p + 2] = y;
            }
          },
        };
      },
    };
  },
});

// src/render/transfer.ts
function exactEncode(linear) {
  const a = Math.abs(linear);
  const e = a <= 31308e-7 ? 12.92 * a : 1.055 * a ** (1 / 2.4) - 0.055;
  return linear < 0 ? -e : e;
}
function exactDecode(encoded) {
  const a = Math.abs(encoded);
  const l = a <= 0.04045 ? a / 12.92 : ((a + 0.055) / 1.055) ** 2.4;
  return encoded < 0 ? -l : l;
}
function encode(linear) {
  if (!(linear >= 0 && linear <= 1)) return exactEncode(linear);
  const position = Math.sqrt(linear) * STEPS4;
  const i2 = position | 0;
  const a = encodeTable2[i2];
  return a + (encodeTable2[i2 + 1] - a) * (position - i2);
}
function decode(encoded) {
  if (!(encoded >= 0 && encoded <= 1)) return exactDecode(encoded);
  const position = encoded * STEPS4;
  const i2 = position | 0;
  const a = decodeTable[i2];
  return a + (decodeTable[i2 + 1] - a) * (position - i2);
}
function encodeSamples(samples, count) {
  for (let i2 = 0; i2 < count * 3; i2++) samples[i2] = encode(samples[i2]);
}
function decodeSamples(samples, count) {
  for (let i2 = 0; i2 < count * 3; i2++) samples[i2] = decode(samples[i2]);
}
var STEPS4, encodeTable2, decodeTable;
var init_transfer2 = __esm({
  'src/render/transfer.ts'() {
    STEPS4 = 4096;
    encodeTable2 = new Float32Array(STEPS4 + 2);
    decodeTable = new Float32Array(STEPS4 + 2);
    for (let i2 = 0; i2 < STEPS4 + 2; i2++) {
      encodeTable2[i2] = exactEncode((i2 / STEPS4) ** 2);
      decodeTable[i2] = exactDecode(i2 / STEPS4);
    }
  },
});

// src/render/ops/calibration.ts
var HUE_UNIT, SATURATION_UNIT, calibration, shadowTint;
var init_calibration = __esm({
  'src/render/ops/calibration.ts'() {
    init_read_settings();
    init_transfer2();
    HUE_UNIT = 0.333;
    SATURATION_UNIT = 0.4;
    calibration = {
      name: 'calibration',
      scene: true,
      prepare(settings) {
        const read2 = (name) => amountOf(settings, name) / 100;
        const [redHue, greenHue, blueHue] = [read2('RedHue'), read2('GreenHue'), read2('BlueHue')].map(
          (amount) => amount * HUE_UNIT,
        );
        const [red, green, blue] = [
          read2('RedSaturation'),
          read2('GreenSaturation'),
          read2('BlueSaturation'),
        ].map((amount) => amount * -SATURATION_UNIT);
        if ([redHue, greenHue, blueHue, red, green, blue].every((part) => part === 0)) return void 0;
        const greenToRed = green - greenHue;
        const blueToRed = blue + blueHue;
        const redToGreen = red + redHue;
        const blueToGreen = blue - blueHue;
        const redToBlue = red - redHue;
        const greenToBlue = green + greenHue;
        const matrix = [
          1 - greenToRed - blueToRed,
          greenToRed,
          blueToRed,
          redToGreen,
          1 - redToGreen - blueToGreen,
          blueToGreen,
          redToBlue,
          greenToBlue,
          1 - redToBlue - greenToBlue,
        ];
        return { kind: 'matrix', matrix };
      },
    };
    shadowTint = {
      name: 'shadow tint',
      scene: false,
      prepare(settings) {
        const amount = amountOf(settings, 'ShadowTint') / 30;
        if (amount === 0) return void 0;
        const tinted2 = (share) => (x) => {
          const level = Math.max(x, 0);
          const stops2 = 0.19 * Math.exp(-level / 0.28) + 0.45 * Math.exp(-level / 0.012);
          return encode(decode(x) * 2 ** (-amount * share * stops2));
        };
        return {
          kind: 'channels',
          name: `shadow tint ${amount}`,
          tones: () => [(x) => x, tinted2(1), tinted2(0.5)],
        };
      },
    };
  },
});

// src/render/ops/contrast.ts
function flow(speed, time) {
  const steps = Math.max(4, Math.ceil(Math.abs(time) * 4));
  const h = time / steps;
  return (x) => {
    if (x <= 0 || x >= 1) return x;
    let y = x;
    for (let i2 = 0; i2 < steps; i2++) {
      const middle = y + (h / 2) * evaluate(speed, clamp(y, 0, 1));
      y += h * evaluate(speed, clamp(middle, 0, 1));
    }
    return clamp(y, 0, 1);
  };
}
var LEVELS, PHOTOGRAPH, DARK_CHART, contrast;
var init_contrast = __esm({
  'src/render/ops/contrast.ts'() {
    init_curve2();
    init_read_settings();
    LEVELS = [0, 0.015, 0.04, 0.08, 0.13, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.88, 0.94, 1];
    PHOTOGRAPH = [
      0, -0.0166, -0.0306, -0.0394, -0.0452, -0.0461, -0.0361, -0.0149, 0.0135, 0.0359, 0.0488, 0.0487, 0.037,
      0.0232, 0,
    ];
    DARK_CHART = [
      0, -98e-4, -0.0246, -0.0342, -0.0424, -0.0504, -0.0515, -0.04, -0.0193, 0.011, 0.0328, 0.0395, 0.0324,
      0.0197, 0,
    ];
    contrast = {
      name: 'contrast',
      scene: false,
      prepare(settings, context) {
        const amount = amountOf(settings, 'Contrast2012') / 50;
        if (amount === 0) return void 0;
        const { darkKey } = context;
        const tone = () => {
          const speeds = PHOTOGRAPH.map((speed, i2) => speed + (DARK_CHART[i2] - speed) * darkKey);
          return flow(tabulate(monotoneCubic(LEVELS, speeds), 256), amount);
        };
        return { kind: 'tone-encoded', name: `contrast ${amount} ${darkKey}`, tone };
      },
    };
  },
});

// src/render/remembered.ts
var Remembered;
var init_remembered = __esm({
  'src/render/remembered.ts'() {
    Remembered = class {
      results = /* @__PURE__ */ new Map();
      most;
      constructor(most = 256) {
        this.most = most;
      }
      /** @param name all that the result depends on */
      get(name, build) {
        const known3 = this.results.get(name);
        if (known3 !== void 0) return known3;
        const result = build();
        if (this.results.size >= this.most) this.results.delete(this.results.keys().next().value);
        this.results.set(name, result);
        return result;
      }
    };
  },
});

// src/render/ops/exposure.ts
function exposureTone(stops2, source) {
  const side = stops2 < 0 ? 'darker' : 'brighter';
  const white = source === 'rendered' ? 1 : SCENE_WHITE[side];
  const f = stops2 < 0 ? darker(2 ** stops2) : brighter(2 ** -stops2);
  return (x) => white * f(x / white);
}
function exposureInverse(stops2, source) {
  const side = stops2 < 0 ? 'darker' : 'brighter';
  const white = source === 'rendered' ? 1 : SCENE_WHITE[side];
  const f = stops2 < 0 ? brighter(2 ** stops2) : darker(2 ** -stops2);
  return (x) => white * f(x / white);
}
function gainCurve(tone) {
  return tabulateRoot((x) => (x > 1e-5 ? tone(x) / x : tone(1e-5) / 1e-5));
}
function shoulder(s) {
  const a = (16 / 9) * (1 - s);
  const b = s - a / 2;
  return { a, b, c: 1 - a - b };
}
function darker(s) {
  const { a, b, c: c2 } = shoulder(s);
  return (x) => (x <= 0.25 ? x * s : x <= 1 ? (a * x + b) * x + c2 : 1 + (2 * a + b) * (x - 1));
}
function brighter(s) {
  const { a, b, c: c2 } = shoulder(s);
  return (y) => {
    if (y <= 0.25 * s) return y / s;
    if (y >= 1) return 1 + (y - 1) / (2 * a + b);
    return (2 * (y - c2)) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * (c2 - y))));
  };
}
var SCENE_WHITE, exposure, gainCurves;
var init_exposure = __esm({
  'src/render/ops/exposure.ts'() {
    init_curve2();
    init_read_settings();
    init_remembered();
    SCENE_WHITE = { brighter: 2.2, darker: 3 };
    exposure = {
      name: 'exposure',
      scene: true,
      prepare(settings, context) {
        const stops2 = clamp(amountOf(settings, 'Exposure2012'), -10, 10);
        if (stops2 === 0) return void 0;
        const tone = () => exposureTone(stops2, context.source);
        if (stops2 < 0 && context.source === 'rendered')
          return {
            kind: 'gain',
            over: 'largest',
            curve: () => gainCurves.get(`${stops2}`, () => gainCurve(tone())),
          };
        return { kind: 'tone-linear', name: `exposure ${stops2} ${context.source}`, tone };
      },
    };
    gainCurves = new Remembered();
  },
});

// src/render/ops/grading.ts
function tonesOf(shadow, middle, light, all, blending, bend) {
  const shadowTint2 = tintOf(shadow.hue);
  const lightTint = tintOf(light.hue);
  const allTint = tintOf(all.hue);
  const middleTint = midtoneTint(middle.hue);
  const curves = [0, 1, 2].map(() => new Float32Array(STEPS5 + 1));
  for (let i2 = 0; i2 <= STEPS5; i2++) {
    const level = (i2 / STEPS5) ** bend;
    const shadowMove = shadow.saturation * shadowShare(level);
    const lightMove = light.saturation * highlightShare(level);
    const middleMove = middle.saturation * MIDTONE.strength * midtoneShare(level, blending);
    const allMove = all.saturation * globalShare(level);
    const stops2 =
      shadow.luminance * (1 - smoothstep(0.1, 0.7, level)) +
      middle.luminance * midtoneShare(level, blending) +
      light.luminance * smoothstep(0.3, 0.9, level) +
      all.luminance;
    const before = decode(i2 / STEPS5);
    for (const channel of [0, 1, 2]) {
      const gain =
        tinted(shadowMove, shadowTint2[channel], level) *
        tinted(lightMove, lightTint[channel], level) *
        tinted(allMove, allTint[channel], level) *
        (middleMove === 0 ? 1 : Math.exp(middleMove * middleTint[channel]));
      curves[channel][i2] = encode(roll(before * gain, stops2));
    }
  }
  const tone = (curve2) => (x) => (x <= 0 ? x : x >= 1 ? evaluate(curve2, 1) + (x - 1) : evaluate(curve2, x));
  return [tone(curves[0]), tone(curves[1]), tone(curves[2])];
}
function roll(x, stops2) {
  if (stops2 === 0) return x;
  const k = 2 ** stops2;
  return stops2 > 0 ? (x * k) / (1 + (k - 1) * clamp(x, 0, 1)) : x * k;
}
function shadowShare(x) {
  return SHADOW.strength * (1 - x * x) ** SHADOW.power;
}
function highlightShare(x) {
  return HIGHLIGHT.strength * x ** HIGHLIGHT.power * (1 - x);
}
function midtoneShare(x, blending) {
  const width = MIDTONE.width * (0.6 + 0.8 * blending);
  return Math.exp(-(((x - MIDTONE.centre) / width) ** 2) / 2);
}
function globalShare(x) {
  return 0.6 * (shadowShare(x) + highlightShare(x));
}
function tinted(strength, tint, level) {
  if (strength === 0) return 1;
  const move = strength * tint;
  const linear = Math.max(0.02, 1 + move);
  const exponential = Math.exp(move);
  const s = 1 - smoothstep(0.2, 0.55, level);
  return exponential + (linear - exponential) * s;
}
function tintOf(hue) {
  const rgb = rgbOf(hue);
  const y = LUMINANCE[0] * rgb[0] + LUMINANCE[1] * rgb[1] + LUMINANCE[2] * rgb[2];
  return [rgb[0] - y, rgb[1] - y, rgb[2] - y];
}
function midtoneTint(hue) {
  const [r, g, b] = rgbOf(hue);
  return [r - 0.5, g - 0.5, b - 0.5];
}
function rgbOf(hue) {
  const part = (offset) => clamp(Math.abs(((((hue / 60 + offset) % 6) + 6) % 6) - 3) - 1, 0, 1);
  return [part(0), part(4), part(2)];
}
var SHADOW, HIGHLIGHT, MIDTONE, LUMINANCE_STOPS, STEPS5, grading;
var init_grading = __esm({
  'src/render/ops/grading.ts'() {
    init_curve2();
    init_read_settings();
    init_transfer2();
    init_working_space();
    SHADOW = { strength: 1.2, power: 3 };
    HIGHLIGHT = { strength: 2.85, power: 1.7 };
    MIDTONE = { strength: 0.45, centre: 0.458, width: 0.175 };
    LUMINANCE_STOPS = 0.9;
    STEPS5 = 256;
    grading = {
      name: 'grading',
      scene: false,
      prepare(settings) {
        const wheel = (hue, saturation2, luminance) => ({
          hue: amountOf(settings, hue),
          saturation: amountOf(settings, saturation2) / 50,
          luminance: (amountOf(settings, luminance) / 100) * LUMINANCE_STOPS,
        });
        const shadow = wheel('SplitToningShadowHue', 'SplitToningShadowSaturation', 'ColorGradeShadowLum');
        const middle = wheel('ColorGradeMidtoneHue', 'ColorGradeMidtoneSat', 'ColorGradeMidtoneLum');
        const light = wheel(
          'SplitToningHighlightHue',
          'SplitToningHighlightSaturation',
          'ColorGradeHighlightLum',
        );
        const all = wheel('ColorGradeGlobalHue', 'ColorGradeGlobalSat', 'ColorGradeGlobalLum');
        if ([shadow, middle, light, all].every((one) => one.saturation === 0 && one.luminance === 0))
          return void 0;
        const blending = amountOf(settings, 'ColorGradeBlending', 50) / 100;
        const bend = 2 ** (-amountOf(settings, 'SplitToningBalance') / 100);
        const wheels = [shadow, middle, light, all].map(({ hue, saturation: saturation2, luminance }) => [
          hue,
          saturation2,
          luminance,
        ]);
        return {
          kind: 'channels',
          name: `grading ${wheels.join(' ')} ${blending} ${bend}`,
          tones: () => tonesOf(shadow, middle, light, all, blending, bend),
        };
      },
    };
  },
});

// src/render/ops/local-color.ts
var localHue, localToning;
var init_local_color = __esm({
  'src/render/ops/local-color.ts'() {
    init_hue_bands();
    init_read_settings();
    init_working_space();
    localHue = {
      name: 'local hue',
      scene: true,
      prepare(settings) {
        const shift = amountOf(settings, 'LocalHue') / 60;
        if (shift === 0) return void 0;
        return {
          kind: 'pixel',
          apply(samples, count) {
            for (let p = 0; p < count * 3; p += 3) {
              const r = samples[p];
              const g = samples[p + 1];
              const b = samples[p + 2];
              const high = Math.max(r, g, b);
              const low = Math.min(r, g, b);
              const chroma = high - low;
              if (!(high > 1e-6) || chroma < high * 1e-5) continue;
              const hue = hueOf(r, g, b, high, chroma) + shift + 12;
              for (let c2 = 0; c2 < 3; c2++) {
                const distance = Math.abs(((hue - 2 * c2 + 3) % 6) - 3);
                samples[p + c2] = low + chroma * Math.min(1, Math.max(0, 2 - distance));
              }
            }
          },
        };
      },
    };
    localToning = {
      name: 'local toning',
      scene: false,
      prepare(settings) {
        const saturation2 = amountOf(settings, 'LocalToningSaturation') / 100;
        if (saturation2 === 0) return void 0;
        const hue = amountOf(settings, 'LocalToningHue') / 60;
        const rgb = [0, 1, 2].map((c2) =>
          Math.min(1, Math.max(0, 2 - Math.abs(((hue - 2 * c2 + 15) % 6) - 3))),
        );
        const y = rgb.reduce((sum, value, c2) => sum + value * LUMINANCE[c2], 0);
        const [red, green, blue] = rgb.map((value) => Math.max(0, 1 + 0.8 * saturation2 * (value - y)));
        return { kind: 'matrix', matrix: [red, 0, 0, 0, green, 0, 0, 0, blue] };
      },
    };
  },
});

// src/render/saturate.ts
function gainChroma(s, v, amount) {
  if (amount <= 0) return 1 + Math.max(amount, -1);
  const room = s < 1 ? 1 - s : 0;
  if (room === 0) return 1;
  const light = Math.min(v, 1);
  const position = room * STEPS6;
  const i2 = position >= STEPS6 ? STEPS6 : position | 0;
  const q = (bounds[i2] + (bounds[i2 + 1] - bounds[i2]) * (position - i2)) * (1 - 0.45 * light * light);
  return 1 / (1 - amount * q);
}
var FULL, STEPS6, bounds;
var init_saturate = __esm({
  'src/render/saturate.ts'() {
    FULL = 0.55;
    STEPS6 = 256;
    bounds = new Float32Array(STEPS6 + 2);
    for (let i2 = 1; i2 < bounds.length; i2++)
      bounds[i2] = 1 / Math.cbrt(1 / FULL ** 3 + 1 / (i2 / STEPS6) ** 3);
  },
});

// src/render/ops/mixer.ts
function lighterStops(s, v, amount) {
  return ((4.75 * s) / (s + 0.6)) * (v / (v + 0.2)) * amount * (1 - 0.12 * amount);
}
function darkerStops(s, v, amount) {
  return 4.5 * s * Math.sin((Math.PI / 2) * (v < 0.46 ? v / 0.46 : 1)) * amount * (0.62 - 0.38 * amount);
}
function reach(band, sign) {
  return Math.max(30, 0.9 * gapOf(band, sign));
}
function hexagon(angle) {
  const x = (angle - Math.floor(angle) - 0.5) * (Math.PI / 3);
  const x2 = x * x;
  return 1 - x2 / 2 + (x2 * x2) / 24;
}
function paint(samples, p, angle, low, high) {
  const hue = angle < 0 ? angle + 6 : angle >= 6 ? angle - 6 : angle;
  const sector = hue | 0;
  const f = hue - sector;
  const middle = low + (high - low) * (sector % 2 === 0 ? f : 1 - f);
  const red = sector === 0 || sector === 5 ? high : sector === 1 || sector === 4 ? middle : low;
  const green = sector === 1 || sector === 2 ? high : sector === 0 || sector === 3 ? middle : low;
  const blue = sector === 3 || sector === 4 ? high : sector === 2 || sector === 5 ? middle : low;
  samples[p] = red;
  samples[p + 1] = green;
  samples[p + 2] = blue;
}
var tables, mixer;
var init_mixer = __esm({
  'src/render/ops/mixer.ts'() {
    init_hue_bands();
    init_fast_log();
    init_read_settings();
    init_remembered();
    init_saturate();
    tables = new Remembered(64);
    mixer = {
      name: 'mixer',
      scene: true,
      prepare(settings) {
        if (flagOf(settings, 'ConvertToGrayscale')) return void 0;
        const read2 = (kind) => BANDS.map((band) => amountOf(settings, `${kind}Adjustment${band}`) / 100);
        const hue = read2('Hue');
        const saturation2 = read2('Saturation');
        const luminance = read2('Luminance');
        const moves = (amounts) => amounts.some((amount) => amount !== 0);
        if (!moves(hue) && !moves(saturation2) && !moves(luminance)) return void 0;
        const { shifts, chromas, levels } = tables.get(`${hue} ${saturation2} ${luminance}`, () => ({
          shifts: overHue(hue.map((amount, band) => (amount * reach(band, amount)) / 60)),
          chromas: overHue(saturation2),
          levels: overHue(luminance),
        }));
        const lights = moves(luminance);
        return {
          kind: 'pixel',
          kernel: () => ({ kind: 'mixer', shifts, chromas, levels }),
          apply(samples, count) {
            for (let p = 0; p < count * 3; p += 3) {
              const r = samples[p];
              const g = samples[p + 1];
              const b = samples[p + 2];
              let high = r > g ? Math.max(r, b) : Math.max(g, b);
              let low = r < g ? Math.min(r, b) : Math.min(g, b);
              const chroma = high - low;
              if (!(high > 1e-6) || chroma < high * 1e-5) continue;
              const angle = hueOf(r, g, b, high, chroma);
              const position = angle * (HUE_STEPS / 6);
              const i2 = position | 0;
              const f = position - i2;
              const shift = shifts[i2] + (shifts[i2 + 1] - shifts[i2]) * f;
              const amount = chromas[i2] + (chromas[i2 + 1] - chromas[i2]) * f;
              const level = lights ? levels[i2] + (levels[i2 + 1] - levels[i2]) * f : 0;
              if (shift === 0 && amount === 0 && level === 0) continue;
              const s = Math.min(1, chroma / high);
              const value = high;
              if (amount !== 0) {
                const k = gainChroma(s, value, amount);
                const middle = amount > 0 ? high : (high + low) / 2;
                low = middle + (low - middle) * k;
                high = amount > 0 ? high : middle + (high - middle) * k;
              }
              if (level !== 0) {
                const stops2 = level > 0 ? lighterStops(s, value, level) : darkerStops(s, value, level);
                const light = Math.min(value, 1);
                const purer =
                  level > 0 ? 1 - 0.45 * light * light * level : 1 - 0.7 * Math.min(value, 0.6) * level;
                const gain = fastPower2(stops2);
                const newChroma = Math.min((high - low) * purer, Math.max(high, high - low));
                low = (high - newChroma) * gain;
                high *= gain;
              }
              if (shift !== 0) {
                const middle = (high + low) / 2;
                const half = ((high - low) / 2) * (hexagon(angle + shift) / hexagon(angle));
                high = middle + half;
                low = middle - half;
              }
              paint(samples, p, angle + shift, low, high);
            }
          },
        };
      },
    };
  },
});

// src/render/ops/tone-tables.ts
function toneOfTable(table, amount) {
  const amounts = Object.keys(table).map(Number);
  const stops2 = [...amounts, 0].sort((a, b) => a - b);
  let floor2 = 0;
  const ys = LEVELS2.map((level, i2) => {
    const values = stops2.map((stop) => (stop === 0 ? 0 : table[stop][i2]));
    const y = clamp(level + monotoneCubic(stops2, values)(amount), floor2, 1);
    floor2 = y;
    return y;
  });
  const curve2 = monotoneCubic(LEVELS2, ys);
  return (x) => (x > 1 ? x - 1 + ys.at(-1) : x < 0 ? x : curve2(x));
}
var LEVELS2;
var init_tone_tables = __esm({
  'src/render/ops/tone-tables.ts'() {
    init_curve2();
    LEVELS2 = [0, 0.015, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.88, 0.94, 0.98, 1];
  },
});

// src/render/ops/parametric-curve.ts
function toneOf(settings, amounts) {
  const passes = Math.max(1, Math.ceil(Math.max(...amounts.map(Math.abs))));
  const pass = onePass(amounts.map((amount) => amount / passes));
  const warp = splitWarp(settings);
  const curve2 = tabulate((x) => {
    let u = warp.into(x);
    for (let i2 = 0; i2 < passes; i2++) u = pass(clamp(u, 0, 1));
    return warp.back(u);
  });
  return (x) => (x < 0 || x > 1 ? x : evaluate(curve2, x));
}
function onePass(amounts) {
  let floor2 = 0;
  const ys = LEVELS2.map((level, i2) => {
    let y = level;
    amounts.forEach((amount, region) => {
      const table = amount > 0 ? UP : DOWN;
      y += table[REGIONS[region]][i2] * Math.abs(amount);
    });
    floor2 = clamp(y, floor2, 1);
    return floor2;
  });
  return monotoneCubic(LEVELS2, ys);
}
function splitWarp(settings) {
  const low = clamp(amountOf(settings, 'ParametricShadowSplit', 25) / 100, 0.05, 0.9);
  const middle = clamp(amountOf(settings, 'ParametricMidtoneSplit', 50) / 100, low + 0.02, 0.95);
  const high = clamp(amountOf(settings, 'ParametricHighlightSplit', 75) / 100, middle + 0.02, 0.98);
  const splits = [0, low, middle, high, 1];
  const places = [0, 0.25, 0.5, 0.75, 1];
  if (splits.every((split2, i2) => split2 === places[i2])) return { into: (x) => x, back: (x) => x };
  return { into: monotoneCubic(splits, places), back: monotoneCubic(places, splits) };
}
var SPLITS, REGIONS, UP, DOWN, parametricCurve;
var init_parametric_curve = __esm({
  'src/render/ops/parametric-curve.ts'() {
    init_curve2();
    init_read_settings();
    init_tone_tables();
    SPLITS = ['ParametricShadowSplit', 'ParametricMidtoneSplit', 'ParametricHighlightSplit'];
    REGIONS = ['Shadows', 'Darks', 'Lights', 'Highlights'];
    UP = {
      Shadows: [0, 0.0128, 0.0238, 0.0329, 0.0418, 0.0485, 0.0492, 0.0329, 0.0105, 3e-4, 0, 0, 0, 0, 0, 0, 0],
      Darks: [
        0, 0.0131, 0.0243, 0.0342, 0.0456, 0.0588, 0.0708, 0.0881, 0.0921, 0.0825, 0.0625, 0.0395, 0.0191,
        73e-4, 19e-4, 2e-4, 0,
      ],
      Lights: [
        0, 1e-4, 2e-4, 8e-4, 22e-4, 54e-4, 0.0107, 0.0286, 0.0558, 0.089, 0.1204, 0.1374, 0.1282, 0.093,
        0.052, 0.0184, 0,
      ],
      Highlights: [0, 0, 0, 0, 0, 0, 0, 0, 0, 6e-4, 0.0142, 0.045, 0.0665, 0.0655, 0.044, 0.017, 0],
    };
    DOWN = {
      Shadows: [
        0, -0.0137, -0.0266, -0.049, -0.0644, -0.0632, -0.0557, -0.0334, -0.011, -3e-4, 0, 0, 0, 0, 0, 0, 0,
      ],
      Darks: [
        0, -0.0101, -0.0191, -0.0299, -0.0405, -0.0526, -0.0639, -0.0816, -0.0903, -0.0869, -0.0704, -0.0454,
        -0.0215, -79e-4, -2e-3, -2e-4, 0,
      ],
      Lights: [
        0, -1e-4, -3e-4, -7e-4, -2e-3, -5e-3, -0.0103, -0.0277, -0.0525, -0.0782, -0.0973, -0.1049, -0.0966,
        -0.0734, -0.0438, -0.0164, 0,
      ],
      Highlights: [0, 0, 0, 0, 0, 0, 0, 0, 0, -5e-4, -0.0125, -0.04, -0.0599, -0.0596, -0.04, -0.016, 0],
    };
    parametricCurve = {
      name: 'parametric curve',
      scene: false,
      prepare(settings) {
        const amounts = REGIONS.map((region) => amountOf(settings, `Parametric${region}`) / 50);
        if (amounts.every((amount) => amount === 0)) return void 0;
        return {
          kind: 'tone-encoded',
          name: `parametric ${amounts.join(' ')} ${SPLITS.map((split2) => amountOf(settings, split2))}`,
          tone: () => toneOf(settings, amounts),
        };
      },
    };
  },
});

// src/render/ops/point-curve.ts
function toneThrough(points) {
  const f = monotoneCubic(
    points.map((point) => point[0] / 255),
    points.map((point) => point[1] / 255),
  );
  const curve2 = tabulate(f);
  return (x) => (x <= 0 ? f(0) : x >= 1 ? f(1) : evaluate(curve2, x));
}
var pointCurve, channelCurves, curveSaturation;
var init_point_curve = __esm({
  'src/render/ops/point-curve.ts'() {
    init_curve2();
    init_read_settings();
    pointCurve = {
      name: 'point curve',
      scene: false,
      prepare(settings) {
        const points = curveOf(settings, 'ToneCurvePV2012');
        return (
          points && {
            kind: 'tone-encoded',
            name: `points ${points.join(' ')}`,
            tone: () => toneThrough(points),
          }
        );
      },
    };
    channelCurves = {
      name: 'channel curves',
      scene: false,
      prepare(settings) {
        const [red, green, blue] = ['Red', 'Green', 'Blue'].map((channel) =>
          curveOf(settings, `ToneCurvePV2012${channel}`),
        );
        if (!red && !green && !blue) return void 0;
        const tone = (points) => (points ? toneThrough(points) : (x) => x);
        return {
          kind: 'channels',
          name: `points ${[red, green, blue].map((points) => points?.join(' ')).join('; ')}`,
          tones: () => [tone(red), tone(green), tone(blue)],
        };
      },
    };
    curveSaturation = {
      name: 'curve saturation',
      scene: false,
      prepare(settings) {
        const refine = amountOf(settings, 'CurveRefineSaturation', 100) / 100 - 1;
        const points = curveOf(settings, 'ToneCurvePV2012');
        if (refine === 0 || !points) return void 0;
        const tone = toneThrough(points);
        const slope = (tone(0.75) - tone(0.25)) / 0.5;
        const k = Math.min(Math.max(1 + refine * (slope - 1), 0), 2);
        return {
          kind: 'pixel',
          apply(samples, count) {
            for (let p = 0; p < count * 3; p += 3) {
              const r = samples[p];
              const g = samples[p + 1];
              const b = samples[p + 2];
              const grey = (Math.max(r, g, b) + Math.min(r, g, b)) / 2;
              samples[p] = grey + (r - grey) * k;
              samples[p + 1] = grey + (g - grey) * k;
              samples[p + 2] = grey + (b - grey) * k;
            }
          },
        };
      },
    };
  },
});

// src/render/ops/saturation.ts
var saturation;
var init_saturation = __esm({
  'src/render/ops/saturation.ts'() {
    init_read_settings();
    init_working_space();
    saturation = {
      name: 'saturation',
      scene: true,
      prepare(settings) {
        if (flagOf(settings, 'ConvertToGrayscale')) return void 0;
        const amount = amountOf(settings, 'Saturation') / 100;
        if (amount === 0) return void 0;
        const k = 1 + amount;
        const [r, g, b] = LUMINANCE.map((weight) => weight * (1 - k));
        return { kind: 'matrix', matrix: [r + k, g, b, r, g + k, b, r, g, b + k] };
      },
    };
  },
});

// src/render/ops/vibrance.ts
function shareOf(hue) {
  const degrees = hue > 180 ? hue - 360 : hue;
  const skin =
    smoothstep(SKIN.from, SKIN.fullFrom, degrees) * (1 - smoothstep(SKIN.fullTo, SKIN.to, degrees));
  return 1 - (1 - SKIN.share) * skin;
}
function fadeOf(s) {
  const s2 = s * s;
  return 0.43 + 0.2 * s2 + 0.2 * s2 * s2;
}
function darkeningOf(s) {
  return 1 - 0.175 * (1 - Math.exp(-s / 0.15));
}
function upOverHue(up) {
  return Float32Array.from({ length: HUE_STEPS + 2 }, (_, degrees) => up * shareOf(degrees % 360));
}
function downOverSaturation(down) {
  return {
    kind: 'vibrance-down',
    chromas: tabulate((s) => fadeOf(s) ** down),
    values: tabulate((s) => darkeningOf(s) ** down),
  };
}
var SKIN, vibrance;
var init_vibrance = __esm({
  'src/render/ops/vibrance.ts'() {
    init_curve2();
    init_hue_bands();
    init_read_settings();
    init_saturate();
    SKIN = { share: 0.38, from: -30, fullFrom: -4, fullTo: 33, to: 45 };
    vibrance = {
      name: 'vibrance',
      scene: true,
      prepare(settings) {
        if (flagOf(settings, 'ConvertToGrayscale')) return void 0;
        const amount = amountOf(settings, 'Vibrance') / 100;
        if (amount === 0) return void 0;
        const up = amount * (1.32 - 0.32 * amount);
        const down = -2 * amount;
        return {
          kind: 'pixel',
          kernel: () =>
            amount > 0 ? { kind: 'vibrance-up', amounts: upOverHue(up) } : downOverSaturation(down),
          apply(samples, count) {
            for (let p = 0; p < count * 3; p += 3) {
              const r = samples[p];
              const g = samples[p + 1];
              const b = samples[p + 2];
              const high = r > g ? Math.max(r, b) : Math.max(g, b);
              const low = r < g ? Math.min(r, b) : Math.min(g, b);
              const chroma = high - low;
              if (!(high > 1e-6) || chroma < high * 1e-5) continue;
              const s = chroma < high ? chroma / high : 1;
              let k;
              let newHigh;
              if (amount > 0) {
                const angle = hueOf(r, g, b, high, chroma);
                const own = up * shareOf(angle * 60);
                k = gainChroma(s, high, own);
                newHigh = high * (1 + 0.08 * own * Math.min(1, s / 0.3));
              } else {
                k = fadeOf(s) ** down;
                newHigh = high * darkeningOf(s) ** down;
              }
              samples[p] = newHigh + (r - high) * k;
              samples[p + 1] = newHigh + (g - high) * k;
              samples[p + 2] = newHigh + (b - high) * k;
            }
          },
        };
      },
    };
  },
});

// src/settings/white-balance.ts
var MIRED_PER_UNIT;
var init_white_balance = __esm({
  'src/settings/white-balance.ts'() {
    MIRED_PER_UNIT = 1;
  },
});

// src/color/temperature.ts
function kelvinToMired(kelvin) {
  return 1e6 / kelvin;
}
function kelvinTintToXy(kelvin, tint) {
  const mired = clampMired(kelvinToMired(kelvin));
  let i2 = 1;
  while (i2 < ISOTHERMS.length - 1 && mired > ISOTHERMS[i2][0]) i2++;
  const low = ISOTHERMS[i2 - 1];
  const high = ISOTHERMS[i2];
  const f = (mired - low[0]) / (high[0] - low[0]);
  const [du, dv] = direction(low, high, f);
  const along = tint / TINT_SCALE;
  return uvToXy(mix(low[1], high[1], f) + du * along, mix(low[2], high[2], f) + dv * along);
}
function direction(low, high, f) {
  const lowLength = Math.hypot(1, low[3]);
  const highLength = Math.hypot(1, high[3]);
  const du = mix(1 / lowLength, 1 / highLength, f);
  const dv = mix(low[3] / lowLength, high[3] / highLength, f);
  const length = Math.hypot(du, dv);
  return [du / length, dv / length];
}
function uvToXy(u, v) {
  const d = u - 4 * v + 2;
  return [(1.5 * u) / d, v / d];
}
function clampMired(mired) {
  return Math.min(MAX_MIRED, Math.max(MIN_MIRED, mired));
}
function mix(a, b, f) {
  return a + (b - a) * f;
}
var ISOTHERMS, TINT_SCALE, MAX_MIRED, MIN_MIRED;
var init_temperature = __esm({
  'src/color/temperature.ts'() {
    ISOTHERMS = [
      [0, 0.18006, 0.26352, -0.24341],
      [10, 0.18066, 0.26589, -0.25479],
      [20, 0.18133, 0.26846, -0.26876],
      [30, 0.18208, 0.27119, -0.28539],
      [40, 0.18293, 0.27407, -0.3047],
      [50, 0.18388, 0.27709, -0.32675],
      [60, 0.18494, 0.28021, -0.35156],
      [70, 0.18611, 0.28342, -0.37915],
      [80, 0.1874, 0.28668, -0.40955],
      [90, 0.1888, 0.28997, -0.44278],
      [100, 0.19032, 0.29326, -0.47888],
      [125, 0.19462, 0.30141, -0.58204],
      [150, 0.19962, 0.30921, -0.70471],
      [175, 0.20525, 0.31647, -0.84901],
      [200, 0.21142, 0.32312, -1.0182],
      [225, 0.21807, 0.32909, -1.2168],
      [250, 0.22511, 0.33439, -1.4512],
      [275, 0.23247, 0.33904, -1.7298],
      [300, 0.2401, 0.34308, -2.0637],
      [325, 0.24792, 0.34655, -2.4681],
      [350, 0.25591, 0.34951, -2.9641],
      [375, 0.264, 0.352, -3.5814],
      [400, 0.27218, 0.35407, -4.3633],
      [425, 0.28039, 0.35577, -5.3762],
      [450, 0.28863, 0.35714, -6.7262],
      [475, 0.29685, 0.35823, -8.5955],
      [500, 0.30505, 0.35907, -11.324],
      [525, 0.3132, 0.35968, -15.628],
      [550, 0.32129, 0.36011, -23.325],
      [575, 0.32931, 0.36038, -40.77],
      [600, 0.33724, 0.36051, -116.45],
    ];
    TINT_SCALE = -3e3;
    MAX_MIRED = 600;
    MIN_MIRED = 1;
  },
});

// src/render/white.ts
function balanceMatrix(from, to) {
  const a = apply3(RESPONSES, whiteXyz(from));
  const b = apply3(RESPONSES, whiteXyz(to));
  const gains = [b[0] / a[0], 0, 0, 0, b[1] / a[1], 0, 0, 0, b[2] / a[2]];
  const inXyz = multiply3(invert3(RESPONSES), multiply3(gains, RESPONSES));
  const matrix = multiply3(WORKING_FROM_XYZ, multiply3(inXyz, WORKING_TO_XYZ));
  const green = matrix[3] + matrix[4] + matrix[5];
  return matrix.map((value) => value / green);
}
function whiteXyz(white) {
  return xyToXyz(kelvinTintToXy(white.kelvin, white.tint));
}
var RESPONSES;
var init_white2 = __esm({
  'src/render/white.ts'() {
    init_matrix();
    init_temperature();
    init_white();
    init_working_space();
    RESPONSES = [1.2594, -0.0313, -0.2281, -0.6411, 1.6316, 95e-4, 0.0192, -0.0196, 1.0004];
  },
});

// src/render/ops/white-balance.ts
var MIN_MIRED2, MAX_MIRED2, whiteBalance;
var init_white_balance2 = __esm({
  'src/render/ops/white-balance.ts'() {
    init_white_balance();
    init_read_settings();
    init_white2();
    MIN_MIRED2 = 1;
    MAX_MIRED2 = 600;
    whiteBalance = {
      name: 'white balance',
      scene: true,
      prepare(settings, { asShot }) {
        const increment = amountOf(settings, 'IncrementalTemperature');
        const shift = amountOf(settings, 'IncrementalTint');
        const chosen = amountOf(settings, 'Temperature', asShot.kelvin);
        const tint = amountOf(settings, 'Tint', asShot.tint) + shift;
        if (chosen === asShot.kelvin && increment === 0 && tint === asShot.tint) return void 0;
        const mired = Math.min(Math.max(1e6 / chosen - increment * MIRED_PER_UNIT, MIN_MIRED2), MAX_MIRED2);
        const matrix = balanceMatrix({ kelvin: 1e6 / mired, tint }, asShot);
        return { kind: 'matrix', matrix };
      },
    };
  },
});

// src/render/ops/whites-blacks.ts
function gainCurve2(whites, blacks, display) {
  const down = toneOfTable(WHITES, whites);
  const up = toneOfTable(BLACKS, blacks);
  return tabulateRoot((x) => {
    const level = Math.max(x, 1e-4);
    const target = decode(up(down(encode(display.of(level)))));
    return clamp(display.inverse(target) / level, 0.05, 20);
  });
}
function responseOf(stops2, source) {
  const expose = stops2 === 0 ? (x) => x : exposureTone(stops2, source);
  const restore = stops2 === 0 ? (x) => x : exposureInverse(stops2, source);
  if (source === 'rendered') return { of: expose, inverse: restore };
  return { of: (x) => displayOfScene(expose(x)), inverse: (y) => restore(sceneOfDisplay(y)) };
}
var WHITES, BLACKS, LEVEL_WEIGHTS, clippingCurves, whitesUpBlacksDown, whitesDownBlacksUp, gainCurves2;
var init_whites_blacks = __esm({
  'src/render/ops/whites-blacks.ts'() {
    init_base_curve();
    init_curve2();
    init_read_settings();
    init_remembered();
    init_transfer2();
    init_exposure();
    init_tone_tables();
    WHITES = {
      [-100]: [
        0, 0, -2e-4, -4e-4, -12e-4, -27e-4, -47e-4, -0.0107, -0.0206, -0.0346, -0.0499, -0.0658, -0.0854,
        -0.0993, -0.0866, -0.042, 0,
      ],
      [-50]: [
        0, 0, -2e-4, -4e-4, -11e-4, -25e-4, -44e-4, -95e-4, -0.0173, -0.0277, -0.0375, -0.0457, -0.0509,
        -0.0498, -0.0375, -0.0163, 0,
      ],
      [-25]: [
        0, 0, -2e-4, -3e-4, -8e-4, -18e-4, -31e-4, -66e-4, -0.0112, -0.017, -0.0218, -0.0252, -0.0254, -0.023,
        -0.0164, -64e-4, 0,
      ],
      25: [
        0, 0, 0, 1e-4, 4e-4, 9e-4, 16e-4, 38e-4, 73e-4, 0.0122, 0.0154, 0.0187, 0.0205, 0.0238, 0.0239,
        0.0143, 0,
      ],
      50: [
        0, 1e-4, 1e-4, 5e-4, 15e-4, 33e-4, 6e-3, 0.0131, 0.024, 0.0381, 0.0485, 0.0578, 0.0665, 0.0716,
        0.0586, 0.02, 0,
      ],
      100: [
        0, 5e-4, 3e-4, 29e-4, 79e-4, 0.0176, 0.0317, 0.0666, 0.1189, 0.1685, 0.1987, 0.2113, 0.2, 0.12, 0.06,
        0.02, 0,
      ],
    };
    BLACKS = {
      [-100]: [
        0, -0.015, -0.03, -0.06, -0.1, -0.15, -0.2, -0.2074, -0.1657, -0.1361, -0.1059, -0.0673, -0.036,
        -0.017, -7e-3, -18e-4, 0,
      ],
      [-50]: [
        0, -0.015, -0.03, -0.06, -0.0859, -0.0777, -0.0722, -0.0559, -0.0447, -0.0368, -0.027, -0.0171,
        -93e-4, -46e-4, -19e-4, -5e-4, 0,
      ],
      [-25]: [
        0, -0.015, -0.03, -0.0455, -0.0392, -0.0354, -0.0315, -0.0238, -0.0186, -0.0148, -0.0107, -69e-4,
        -35e-4, -2e-3, -8e-4, -2e-4, 0,
      ],
      25: [
        0, 8e-3, 97e-4, 0.0111, 0.0128, 0.0138, 0.0134, 0.0118, 0.0105, 96e-4, 69e-4, 43e-4, 23e-4, 1e-3,
        3e-4, 1e-4, 0,
      ],
      50: [
        0, 0.0105, 0.0144, 0.0197, 0.0273, 0.0335, 0.0364, 0.0377, 0.0369, 0.0341, 0.0255, 0.017, 91e-4,
        41e-4, 14e-4, 3e-4, 0,
      ],
      100: [
        0, 0.0174, 0.0262, 0.0418, 0.0617, 0.0772, 0.0851, 0.0909, 0.0888, 0.0768, 0.0573, 0.0372, 0.0193,
        89e-4, 3e-3, 6e-4, 0,
      ],
    };
    LEVEL_WEIGHTS = [0.25, 0.57, 0.18];
    clippingCurves = new Remembered();
    whitesUpBlacksDown = {
      name: 'whites +, blacks \u2212',
      scene: false,
      prepare(settings) {
        const whites = Math.max(0, amountOf(settings, 'Whites2012'));
        const blacks = Math.min(0, amountOf(settings, 'Blacks2012'));
        if (whites === 0 && blacks === 0) return void 0;
        const name = `whites ${whites} blacks ${blacks}`;
        const tone = () => {
          const curve2 = clippingCurves.get(name, () => {
            const up = toneOfTable(WHITES, whites);
            const down = toneOfTable(BLACKS, blacks);
            return tabulateRoot((x) => decode(up(down(encode(x)))));
          });
          return (x) => evaluateRoot(curve2, x);
        };
        return { kind: 'tone-linear', name, tone };
      },
    };
    whitesDownBlacksUp = {
      name: 'whites \u2212, blacks +',
      scene: true,
      prepare(settings, { source }) {
        const whites = Math.min(0, amountOf(settings, 'Whites2012'));
        const blacks = Math.max(0, amountOf(settings, 'Blacks2012'));
        if (whites === 0 && blacks === 0) return void 0;
        const stops2 = clamp(amountOf(settings, 'Exposure2012'), -10, 10);
        const curve2 = () =>
          gainCurves2.get(`${whites} ${blacks} ${stops2} ${source}`, () =>
            gainCurve2(whites, blacks, responseOf(stops2, source)),
          );
        return { kind: 'gain', over: LEVEL_WEIGHTS, curve: curve2 };
      },
    };
    gainCurves2 = new Remembered();
  },
});

// src/render/order.ts
var POINTWISE;
var init_order = __esm({
  'src/render/order.ts'() {
    init_base_curve2();
    init_black_and_white();
    init_calibration();
    init_contrast();
    init_exposure();
    init_grading();
    init_local_color();
    init_mixer();
    init_parametric_curve();
    init_point_curve();
    init_saturation();
    init_vibrance();
    init_white_balance2();
    init_whites_blacks();
    POINTWISE = [
      calibration,
      whiteBalance,
      whitesDownBlacksUp,
      mixer,
      localHue,
      vibrance,
      saturation,
      blackAndWhite,
      exposure,
      applyBaseCurve,
      whitesUpBlacksDown,
      contrast,
      parametricCurve,
      pointCurve,
      curveSaturation,
      channelCurves,
      grading,
      shadowTint,
      localToning,
    ];
  },
});

// src/render/step.ts
function applyOf(step) {
  switch (step.kind) {
    case 'encode':
      return encodeSamples;
    case 'decode':
      return decodeSamples;
    case 'matrix':
      return (samples, count) => applyMatrix(step.matrix, samples, count);
    case 'tone':
      return toneByExtremes(step.curve);
    case 'tone-root':
      return toneLinearByExtremes(step.curve);
    case 'channels':
      return toneByChannel(step.curves);
    case 'gain':
      return step.over === 'largest' ? gainByLargest(step.curve) : gainByLevel(step.curve, step.over);
    case 'pixel':
      return step.apply;
  }
}
function gainByLargest(curve2) {
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      const r = samples[p];
      const g = samples[p + 1];
      const b = samples[p + 2];
      const gain = evaluateRoot(curve2, Math.max(0, r > g ? Math.max(r, b) : Math.max(g, b)));
      samples[p] = r * gain;
      samples[p + 1] = g * gain;
      samples[p + 2] = b * gain;
    }
  };
}
function gainByLevel(curve2, [red, green, blue]) {
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      const r = samples[p];
      const g = samples[p + 1];
      const b = samples[p + 2];
      const gain = evaluateRoot(curve2, Math.max(0, red * r + green * g + blue * b));
      samples[p] = r * gain;
      samples[p + 1] = g * gain;
      samples[p + 2] = b * gain;
    }
  };
}
var init_step = __esm({
  'src/render/step.ts'() {
    init_curve2();
    init_transfer2();
    init_working_space();
  },
});

// src/render/chain.ts
function pointwiseChain(settings, context, scene) {
  const stages = [];
  let crossing = scene;
  for (const operator of POINTWISE) {
    if (operator === applyBaseCurve) {
      const back = crossing ? operator.prepare(settings, context) : void 0;
      if (back) stages.push(back);
      continue;
    }
    const stage = operator.prepare(settings, context);
    if (!stage) continue;
    stages.push(stage);
    if (operator.scene) crossing = true;
  }
  const entry = crossing ? removeBaseCurve.prepare(settings, context) : void 0;
  const steps = { enterScene: entry ? compile([entry]) : [], develop: compile(join(stages)) };
  return { enterScene: sequence(steps.enterScene), develop: sequence(steps.develop), steps };
}
function join(stages) {
  const out = [];
  for (const stage of stages) {
    const last = out.at(-1);
    const joined2 = last && joinTwo(last, stage);
    if (joined2) out[out.length - 1] = joined2;
    else out.push(stage);
  }
  return out;
}
function joinTwo(first, second) {
  if (first.kind === 'channels' && second.kind === 'channels') {
    const tones = () => {
      const [a, b] = [first.tones(), second.tones()];
      return [after(a[0], b[0]), after(a[1], b[1]), after(a[2], b[2])];
    };
    return { kind: 'channels', name: `${first.name}, ${second.name}`, tones };
  }
  if (first.kind === 'matrix' && second.kind === 'matrix')
    return { kind: 'matrix', matrix: multiply3(second.matrix, first.matrix) };
  if (first.kind !== second.kind) return void 0;
  if (first.kind !== 'tone-linear' && first.kind !== 'tone-encoded') return void 0;
  const other = second;
  const tone = () => after(first.tone(), other.tone());
  return { kind: first.kind, name: `${first.name}, ${other.name}`, tone };
}
function after(first, second) {
  return (x) => second(first(x));
}
function compile(stages) {
  const steps = [];
  let encoded = false;
  stages.forEach((stage, i2) => {
    if (worksEncoded(stage) !== encoded) steps.push({ kind: encoded ? 'decode' : 'encode' });
    encoded = worksEncoded(stage);
    if (stage.kind === 'channels' && !worksEncoded(stages[i2 + 1])) {
      steps.push({ kind: 'channels', curves: channelCurvesOf(stage, decode) });
      encoded = false;
    } else steps.push(stepOf(stage));
  });
  if (encoded) steps.push({ kind: 'decode' });
  return steps;
}
function worksEncoded(stage) {
  return stage?.kind === 'tone-encoded' || stage?.kind === 'channels';
}
function channelCurvesOf({ name, tones }, decoding) {
  return channelCurves2.get(decoding ? `${name}, decoded` : name, () => {
    const [red, green, blue] = tones();
    const curve2 = (tone) => (decoding ? tabulate(after(tone, decoding), DECODING_STEPS) : tabulate(tone));
    return [curve2(red), curve2(green), curve2(blue)];
  });
}
function stepOf(stage) {
  switch (stage.kind) {
    case 'matrix':
    case 'pixel':
      return stage;
    case 'gain':
      return { kind: 'gain', over: stage.over, curve: stage.curve() };
    case 'tone-linear':
      return { kind: 'tone-root', curve: linearCurves.get(stage.name, () => tabulateRoot(stage.tone())) };
    case 'tone-encoded':
      return { kind: 'tone', curve: encodedCurves.get(stage.name, () => tabulate(stage.tone())) };
    case 'channels':
      return { kind: 'channels', curves: channelCurvesOf(stage) };
  }
}
function sequence(steps) {
  if (steps.length === 0) return void 0;
  const applies = steps.map(applyOf);
  return (samples, count) => {
    for (const apply of applies) apply(samples, count);
  };
}
var linearCurves, encodedCurves, channelCurves2, DECODING_STEPS;
var init_chain = __esm({
  'src/render/chain.ts'() {
    init_matrix();
    init_curve2();
    init_base_curve2();
    init_order();
    init_remembered();
    init_step();
    init_transfer2();
    linearCurves = new Remembered();
    encodedCurves = new Remembered();
    channelCurves2 = new Remembered();
    DECODING_STEPS = 1024;
  },
});

// src/render/local/upsample.ts
function spreadOf(planeWidth, width, scale) {
  const starts = new Int32Array(planeWidth + 1).fill(width);
  const shares = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const u = clampPosition((x + 0.5) / scale - 0.5, planeWidth - 1);
    const left = Math.floor(u);
    shares[x] = u - left;
    if (x < starts[left]) starts[left] = x;
  }
  for (let i2 = planeWidth - 1; i2 >= 0; i2--) starts[i2] = Math.min(starts[i2], starts[i2 + 1]);
  return { starts, shares };
}
function rowsAround(y, scale, planeHeight) {
  const v = clampPosition((y + 0.5) / scale - 0.5, planeHeight - 1);
  const upper = Math.floor(v);
  return { upper, lower: Math.min(upper + 1, planeHeight - 1), share: v - upper };
}
function clampPosition(position, last) {
  return position < 0 ? 0 : Math.min(position, last);
}
var RowUpsampler;
var init_upsample = __esm({
  'src/render/local/upsample.ts'() {
    RowUpsampler = class {
      starts;
      shares;
      /** Two plane rows blended, with the last value twice. */
      blend;
      second;
      planeWidth;
      scaleY;
      /**
       * @param planeWidth width of the reduced planes
       * @param scaleX source pixels per plane pixel, across and down
       */
      constructor(planeWidth, width, scaleX, scaleY = scaleX) {
        this.planeWidth = planeWidth;
        this.scaleY = scaleY;
        const { starts, shares } = spreadOf(planeWidth, width, scaleX);
        this.starts = starts;
        this.shares = shares;
        this.blend = new Float32Array(planeWidth + 1);
        this.second = new Float32Array(planeWidth + 1);
      }
      /** Row `y` of the full picture. */
      row(plane, planeHeight, y, out) {
        const { starts, shares, blend: blend2, planeWidth } = this;
        this.blendRow(plane, planeHeight, y, blend2);
        for (let i2 = 0; i2 < planeWidth; i2++) {
          const a = blend2[i2];
          const change = blend2[i2 + 1] - a;
          const end = starts[i2 + 1];
          for (let x = starts[i2]; x < end; x++) out[x] = a + change * shares[x];
        }
      }
      /** slope · value + offset along row `y`, both coefficients from reduced planes. */
      line(slope, offset, planeHeight, y, values, out) {
        const { starts, shares, blend: blend2, second, planeWidth } = this;
        this.blendRow(slope, planeHeight, y, blend2);
        this.blendRow(offset, planeHeight, y, second);
        for (let i2 = 0; i2 < planeWidth; i2++) {
          const a = blend2[i2];
          const aChange = blend2[i2 + 1] - a;
          const b = second[i2];
          const bChange = second[i2 + 1] - b;
          const end = starts[i2 + 1];
          for (let x = starts[i2]; x < end; x++)
            out[x] = (a + aChange * shares[x]) * values[x] + b + bChange * shares[x];
        }
      }
      blendRow(plane, planeHeight, y, out) {
        const { planeWidth, scaleY } = this;
        const place = rowsAround(y, scaleY, planeHeight);
        const { share } = place;
        const upper = place.upper * planeWidth;
        const lower = place.lower * planeWidth;
        for (let i2 = 0; i2 < planeWidth; i2++)
          out[i2] = plane[upper + i2] + (plane[lower + i2] - plane[upper + i2]) * share;
        out[planeWidth] = out[planeWidth - 1];
      }
    };
  },
});

// src/render/detail/sliding-mean.ts
function slide(columns, shares, width, radius, scale, out) {
  let sum = 0;
  for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x];
  const inner = Math.min(width, radius + 1);
  for (let x = 0; x < inner; x++) {
    if (x + radius < width) sum += columns[x + radius];
    out[x] = sum * shares[x] * scale;
  }
  const end = Math.max(inner, width - radius);
  const share = scale / (2 * radius + 1);
  for (let x = inner; x < end; x++) {
    sum += columns[x + radius] - columns[x - radius - 1];
    out[x] = sum * share;
  }
  for (let x = end; x < width; x++) {
    sum -= columns[x - radius - 1];
    out[x] = sum * shares[x] * scale;
  }
}
var SlidingMean;
var init_sliding_mean = __esm({
  'src/render/detail/sliding-mean.ts'() {
    SlidingMean = class {
      columns;
      /** 1 / number of columns in the window around each column. */
      shares;
      width;
      radius;
      squared;
      /** @param squared whether it is the squares of the values that are averaged */
      constructor(width, radius, squared = false) {
        this.width = width;
        this.squared = squared;
        this.radius = radius;
        this.columns = new Float64Array(width);
        this.shares = new Float32Array(width);
        for (let x = 0; x < width; x++)
          this.shares[x] = 1 / (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1);
      }
      /** Makes the columns ready for row 0 of a plane. */
      start(plane, height) {
        this.columns.fill(0);
        for (let y = 0; y < Math.min(this.radius, height); y++) this.add(plane, y, 1);
      }
      /** Means around the pixels of row `y`, which must follow the row before. */
      row(plane, y, height, out) {
        const { radius, width, columns, shares } = this;
        const enters = y + radius < height;
        const leaves = y - radius > 0;
        if (enters && leaves) {
          const a = (y + radius) * width;
          const b = (y - radius - 1) * width;
          if (this.squared)
            for (let x = 0; x < width; x++) {
              const enter = plane[a + x];
              const leave = plane[b + x];
              columns[x] += enter * enter - leave * leave;
            }
          else for (let x = 0; x < width; x++) columns[x] += plane[a + x] - plane[b + x];
        } else if (enters) this.add(plane, y + radius, 1);
        else if (leaves) this.add(plane, y - radius - 1, -1);
        const rows = 1 / (Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1);
        slide(columns, shares, width, radius, rows, out);
      }
      add(plane, y, sign) {
        const { columns, width } = this;
        const start = y * width;
        for (let x = 0; x < width; x++) {
          const value = plane[start + x];
          columns[x] += (this.squared ? value * value : value) * sign;
        }
      }
    };
  },
});

// src/render/detail/self-guided.ts
var SelfGuided;
var init_self_guided = __esm({
  'src/render/detail/self-guided.ts'() {
    init_sliding_mean();
    SelfGuided = class {
      /** Of the last row asked for. */
      slope;
      offset;
      epsilon;
      width;
      means;
      squares;
      plainMeans;
      slopes;
      offsets;
      height = 0;
      constructor(width, rows, radius, epsilon) {
        this.width = width;
        this.epsilon = epsilon;
        this.means = new SlidingMean(width, radius);
        this.squares = new SlidingMean(width, radius, true);
        this.plainMeans = new SlidingMean(width, radius);
        this.slopes = new Float32Array(width * rows);
        this.offsets = new Float32Array(width * rows);
        this.slope = new Float32Array(width);
        this.offset = new Float32Array(width);
      }
      /**
       * Looks at a plane; `row` then answers from the top.
       *
       * @param squared block means of the squares, when the plane holds block means; its own squares otherwise
       */
      measure(values, height, squared) {
        const { means, plainMeans, slopes, offsets, width, epsilon, slope: mean2, offset: square } = this;
        const squares = squared ? plainMeans : this.squares;
        means.start(values, height);
        squares.start(squared ?? values, height);
        for (let y = 0, i2 = 0; y < height; y++) {
          means.row(values, y, height, mean2);
          squares.row(squared ?? values, y, height, square);
          for (let x = 0; x < width; x++, i2++) {
            const own = mean2[x];
            const spread = square[x] - own * own;
            const slope = spread > 0 ? spread / (spread + epsilon) : 0;
            slopes[i2] = slope;
            offsets[i2] = own * (1 - slope);
          }
        }
        this.height = height;
        means.start(slopes, height);
        plainMeans.start(offsets, height);
      }
      /** Fills `slope` and `offset`; rows are asked for one after the other. */
      row(y) {
        this.means.row(this.slopes, y, this.height, this.slope);
        this.plainMeans.row(this.offsets, y, this.height, this.offset);
      }
    };
  },
});

// src/render/detail/color-noise.ts
function planesOf(blocks, width) {
  return {
    first: new Float32Array(blocks),
    second: new Float32Array(blocks),
    before: new Float32Array(width),
    after: new Float32Array(width),
  };
}
function colorNoiseHalo(look) {
  const { step, blockRadius } = blocksOf(look);
  return Math.round(look.radius) < 1 ? 0 : (2 * blockRadius + 2) * step - 1;
}
function epsilonOf({ detail }) {
  return 4e-4 + 4e-3 * (1 - detail);
}
function blocksOf(look) {
  const radius = Math.round(look.radius);
  const step = radius >= 6 ? BLOCK : radius >= 3 ? 2 : 1;
  return { step, blockRadius: Math.max(1, Math.round(((2 * radius + 1) / step - 1) / 2)) };
}
function changeRow(samples, start, red, blue, amounts) {
  const [redBefore, redAfter, blueBefore, blueAfter] = [red.before, red.after, blue.before, blue.after];
  for (let x = 0, p = start; x < amounts.length; x++, p += 3) {
    const amount = Math.min(amounts[x], 1);
    const redChange = (redAfter[x] - redBefore[x]) * amount;
    const blueChange = (blueAfter[x] - blueBefore[x]) * amount;
    samples[p] += redChange;
    samples[p + 1] -= redChange * (RED / GREEN) + blueChange * (BLUE / GREEN);
    samples[p + 2] += blueChange;
  }
}
var RED, GREEN, BLUE, ColorNoise, BLOCK;
var init_color_noise = __esm({
  'src/render/detail/color-noise.ts'() {
    init_upsample();
    init_self_guided();
    RED = 0.25;
    GREEN = 0.65;
    BLUE = 0.1;
    ColorNoise = class {
      width;
      step;
      blocks;
      red;
      blue;
      guided;
      upsampler;
      constructor(look, width, rows) {
        const { step, blockRadius } = blocksOf(look);
        const blockRows = Math.ceil(rows / step);
        this.width = width;
        this.step = step;
        this.blocks = Math.ceil(width / step);
        this.red = planesOf(this.blocks * blockRows, width);
        this.blue = planesOf(this.blocks * blockRows, width);
        this.guided = new SelfGuided(this.blocks, blockRows, blockRadius, epsilonOf(look));
        this.upsampler = new RowUpsampler(this.blocks, width, step);
      }
      /** Changes red, green and blue of `samples`; luma stays. `amountOf(y)`: amounts of a row, 1 = full. */
      apply(samples, luma2, rows, amountOf2) {
        const { width, step, upsampler, red, blue } = this;
        const blockRows = Math.ceil(rows / step);
        for (const { first, second } of [red, blue]) {
          first.fill(0);
          second.fill(0);
        }
        for (let y = 0; y < rows; y++) {
          this.differences(samples, luma2, y);
          const height = Math.min(step, rows - (y - (y % step)));
          this.addBlocks(red, y, height);
          this.addBlocks(blue, y, height);
        }
        this.measure(red, blockRows);
        this.measure(blue, blockRows);
        for (let y = 0; y < rows; y++) {
          this.differences(samples, luma2, y);
          for (const { first, second, before, after: after2 } of [red, blue])
            upsampler.line(first, second, blockRows, y, before, after2);
          changeRow(samples, y * width * 3, red, blue, amountOf2(y));
        }
      }
      differences(samples, luma2, y) {
        const { width } = this;
        const red = this.red.before;
        const blue = this.blue.before;
        for (let x = 0, i2 = y * width; x < width; x++, i2++) {
          const own = luma2[i2];
          red[x] = samples[i2 * 3] - own;
          blue[x] = samples[i2 * 3 + 2] - own;
        }
      }
      /** Adds a row to the means of its blocks, which are `height` rows high. */
      addBlocks({ first, second, before }, y, height) {
        const { width, step, blocks } = this;
        let block = Math.floor(y / step) * blocks;
        for (let x = 0; x < width; block++) {
          const end = Math.min(width, x + step);
          const share = 1 / (height * (end - x));
          let sum = 0;
          let square = 0;
          for (; x < end; x++) {
            const value = before[x];
            sum += value;
            square += value * value;
          }
          first[block] += sum * share;
          second[block] += square * share;
        }
      }
      measure({ first, second }, blockRows) {
        const { guided, blocks } = this;
        guided.measure(first, blockRows, second);
        for (let y = 0; y < blockRows; y++) {
          guided.row(y);
          first.set(guided.slope, y * blocks);
          second.set(guided.offset, y * blocks);
        }
      }
    };
    BLOCK = 4;
  },
});

// src/image/box-blur.ts
function boxBlur(plane, radius, out = emptyPlane(plane.width, plane.height)) {
  const { width, height } = plane;
  const r = Math.max(0, Math.round(radius));
  if (r === 0) {
    if (out !== plane) out.data.set(plane.data);
    return out;
  }
  const rows = new Float32Array(width * height);
  blurRows(plane.data, rows, width, height, r);
  blurColumns(rows, out.data, width, height, r);
  return out;
}
function emptyPlane(width, height) {
  return { width, height, data: new Float32Array(width * height) };
}
function blurRows(source, target, width, height, r) {
  const scales = new Float64Array(width);
  for (let x = 0; x < width; x++) scales[x] = 1 / coverAt(x, width, r);
  const first = Math.min(width, r + 1);
  const last = Math.max(first, width - r);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(r, width); x++) sum += source[start + x];
    for (let x = 0; x < first; x++) {
      if (x + r < width) sum += source[start + x + r];
      target[start + x] = sum * scales[x];
    }
    const inner = 1 / (2 * r + 1);
    for (let i2 = start + first, end = start + last; i2 < end; i2++) {
      sum += source[i2 + r] - source[i2 - r - 1];
      target[i2] = sum * inner;
    }
    for (let x = last; x < width; x++) {
      sum -= source[start + x - r - 1];
      target[start + x] = sum * scales[x];
    }
  }
}
function blurColumns(source, target, width, height, r) {
  const sums = new Float64Array(width);
  for (let y = 0; y < Math.min(r, height); y++) addRow2(sums, source, y * width, 1);
  for (let y = 0; y < height; y++) {
    const scale = 1 / coverAt(y, height, r);
    const start = y * width;
    if (y + r < height && y - r > 0) {
      const ahead = (y + r) * width;
      const behind = (y - r - 1) * width;
      for (let x = 0; x < width; x++) {
        const sum = sums[x] + source[ahead + x] - source[behind + x];
        sums[x] = sum;
        target[start + x] = sum * scale;
      }
      continue;
    }
    if (y + r < height) addRow2(sums, source, (y + r) * width, 1);
    if (y - r > 0) addRow2(sums, source, (y - r - 1) * width, -1);
    for (let x = 0; x < width; x++) target[start + x] = sums[x] * scale;
  }
}
function coverAt(at, length, r) {
  return Math.min(length - 1, at + r) - Math.max(0, at - r) + 1;
}
function addRow2(sums, source, start, sign) {
  for (let x = 0; x < sums.length; x++) sums[x] += source[start + x] * sign;
}
var init_box_blur = __esm({
  'src/image/box-blur.ts'() {},
});

// src/render/detail/luma-noise.ts
function epsilonOf2({ detail }) {
  return (0.05 * (1 - 0.7 * detail)) ** 2;
}
function lumaNoiseHalo({ radius }) {
  return 2 * Math.round(radius);
}
var LumaNoise;
var init_luma_noise = __esm({
  'src/render/detail/luma-noise.ts'() {
    init_box_blur();
    init_self_guided();
    LumaNoise = class {
      width;
      radius;
      contrast;
      guided;
      constructor(look, width, rows) {
        this.radius = Math.round(look.radius);
        this.width = width;
        this.contrast = look.contrast;
        this.guided = new SelfGuided(width, rows, this.radius, epsilonOf2(look));
      }
      /** Changes the luma plane. `amountOf(y)`: amounts of a row, −1…1. */
      apply(luma2, rows, amountOf2) {
        const { width, radius, contrast: contrast2, guided } = this;
        guided.measure(luma2, rows);
        const { slope, offset } = guided;
        const plane = { width, height: rows, data: luma2.subarray(0, width * rows) };
        const coarse = contrast2 > 0 ? boxBlur(plane, radius).data : void 0;
        for (let y = 0; y < rows; y++) {
          const amount = amountOf2(y);
          guided.row(y);
          for (let x = 0, i2 = y * width; x < width; x++, i2++) {
            const value = luma2[i2];
            let kept = slope[x] * value + offset[x];
            if (coarse) kept += contrast2 * 0.5 * (coarse[i2] - kept);
            luma2[i2] = value + (kept - value) * Math.min(1, Math.max(-1, amount[x]));
          }
        }
      }
    };
  },
});

// src/render/detail/sharpen.ts
function gaussian(radius) {
  const cut = Math.max(1, Math.ceil(3 * radius));
  return Float32Array.from({ length: cut + 1 }, (_, k) => Math.exp(-((k / radius) ** 2) / 2));
}
function strengthOf({ radius, detail }) {
  return { fade: 1.6 * smoothstep(0.25, 0.7, radius), limit: 4 + 26 * (1 - detail) };
}
function edgesOf({ masking }) {
  return { floor: 0.06 * masking * masking, full: 0.02 + 0.1 * masking };
}
function sharpenHalo({ radius }) {
  return Math.max(2, Math.ceil(3 * radius));
}
var MIN_RADIUS, Sharpen;
var init_sharpen = __esm({
  'src/render/detail/sharpen.ts'() {
    init_curve2();
    MIN_RADIUS = 0.3;
    Sharpen = class {
      look;
      width;
      reach;
      /** Half of the Gaussian, cut at 3 sigma: the middle first; zeros up to a multiple of three, as many go in a pass. */
      kernel;
      /** 1 / weights in reach of each column: the Gaussian is cut at the border. */
      shares;
      /** A row blurred down, with zeros at both ends. */
      down;
      blurred;
      edges;
      out;
      constructor(look, width) {
        this.look = look;
        this.width = width;
        const half = gaussian(look.radius);
        const reach2 = 3 * Math.ceil((half.length - 1) / 3);
        this.reach = reach2;
        this.kernel = new Float32Array(reach2 + 1);
        this.kernel.set(half);
        this.shares = new Float32Array(width);
        for (let x = 0; x < width; x++) {
          let weight = 0;
          for (let k = -Math.min(reach2, x); k <= Math.min(reach2, width - 1 - x); k++)
            weight += this.kernel[Math.abs(k)];
          this.shares[x] = 1 / weight;
        }
        this.down = new Float32Array(width + 2 * reach2);
        this.blurred = new Float32Array(width);
        this.edges = new Float32Array(look.masking > 0 ? width * 2 : 0);
        this.out = new Float32Array(width);
      }
      /** Row `y` of a luma plane, sharpened; the array is used again. */
      row(luma2, y, rows, amount) {
        const { look, width, blurred, out } = this;
        const own = luma2.subarray(y * width, (y + 1) * width);
        if (look.radius < MIN_RADIUS) return own;
        const { fade, limit: limit2 } = strengthOf(look);
        this.blurRow(luma2, y, rows);
        for (let x = 0; x < width; x++) {
          const high = own[x] - blurred[x];
          const size = Math.abs(high);
          const wanted = amount[x] * fade * high;
          out[x] = amount[x] > 0 ? wanted / (1 + limit2 * size) : Math.max(-size, Math.min(size, wanted));
        }
        if (look.masking > 0) this.keepToEdges(luma2, y, rows);
        for (let x = 0; x < width; x++) out[x] += own[x];
        return out;
      }
      keepToEdges(luma2, y, rows) {
        const { width, out } = this;
        const edges = this.edgeRow(luma2, y, rows);
        const { floor: floor2, full } = edgesOf(this.look);
        for (let x = 0; x < width; x++) out[x] *= smoothstep(0, full, edges[x] - floor2);
      }
      /** Separable Gaussian of one row, weights renormalised at the border. */
      blurRow(luma2, y, rows) {
        const { width, reach: reach2, kernel, down, blurred, shares } = this;
        const lineOf = (k) => Math.min(rows - 1, Math.max(0, y + k)) * width;
        const weightOf = (k) => (y + k >= 0 && y + k < rows ? kernel[Math.abs(k)] : 0);
        let weight = kernel[0];
        for (let k = 1; k <= reach2; k++) weight += weightOf(k) + weightOf(-k);
        const scale = 1 / weight;
        for (let k = 1; k <= reach2; k += 3) {
          const [a, b, c2] = [lineOf(k), lineOf(k + 1), lineOf(k + 2)];
          const [d, e, f] = [lineOf(-k), lineOf(-k - 1), lineOf(-k - 2)];
          const [wa, wb, wc] = [weightOf(k) * scale, weightOf(k + 1) * scale, weightOf(k + 2) * scale];
          const [wd, we, wf] = [weightOf(-k) * scale, weightOf(-k - 1) * scale, weightOf(-k - 2) * scale];
          const before = k === 1 ? 0 : 1;
          const own = k === 1 ? kernel[0] * scale : 0;
          for (let x = 0, i2 = reach2, m = y * width; x < width; x++, i2++, m++)
            down[i2] =
              down[i2] * before +
              luma2[m] * own +
              (luma2[a + x] * wa + luma2[d + x] * wd) +
              (luma2[b + x] * wb + luma2[e + x] * we) +
              (luma2[c2 + x] * wc + luma2[f + x] * wf);
        }
        for (let k = 1; k <= reach2; k += 3) {
          const [wa, wb, wc] = [kernel[k], kernel[k + 1], kernel[k + 2]];
          const before = k === 1 ? 0 : 1;
          const own = k === 1 ? kernel[0] : 0;
          const last = k + 2 === reach2 ? shares : void 0;
          for (let x = 0, i2 = reach2; x < width; x++, i2++) {
            const sum =
              blurred[x] * before +
              down[i2] * own +
              (down[i2 - k] + down[i2 + k]) * wa +
              (down[i2 - k - 1] + down[i2 + k + 1]) * wb +
              (down[i2 - k - 2] + down[i2 + k + 2]) * wc;
            blurred[x] = last ? sum * last[x] : sum;
          }
        }
      }
      /** Edge strength of one row: sums of differences across and down, averaged over 3 × 3 px. */
      edgeRow(luma2, y, rows) {
        const { width, edges } = this;
        const sums = edges.subarray(width, 2 * width);
        const out = edges.subarray(0, width);
        sums.fill(0);
        let count = 0;
        for (let at = Math.max(0, y - 1); at <= Math.min(rows - 1, y + 1); at++, count++) {
          const line = at * width;
          const above2 = Math.max(0, at - 1) * width;
          const below = Math.min(rows - 1, at + 1) * width;
          for (let x = 0; x < width; x++) {
            const left = luma2[line + (x > 0 ? x - 1 : 0)];
            const right = luma2[line + (x < width - 1 ? x + 1 : x)];
            sums[x] += Math.abs(right - left) + Math.abs(luma2[below + x] - luma2[above2 + x]);
          }
        }
        for (let x = 0; x < width; x++) {
          const first = x > 0 ? x - 1 : 0;
          const last = x < width - 1 ? x + 1 : x;
          let sum = 0;
          for (let at = first; at <= last; at++) sum += sums[at];
          out[x] = sum / ((last - first + 1) * count);
        }
        return out;
      }
    };
  },
});

// src/render/detail/detail.ts
function haloOf({ color, luminance, sharpen }) {
  return (
    (color ? colorNoiseHalo(color) : 0) +
    (luminance ? lumaNoiseHalo(luminance) : 0) +
    (sharpen ? sharpenHalo(sharpen) : 0)
  );
}
function setLuma(samples, start, luma2) {
  for (let x = 0, p = start; x < luma2.length; x++, p += 3) {
    const change = luma2[x] - lumaOf(samples, p);
    samples[p] += change;
    samples[p + 1] += change;
    samples[p + 2] += change;
  }
}
function lumaOf(samples, p) {
  return 0.25 * samples[p] + 0.65 * samples[p + 1] + 0.1 * samples[p + 2];
}
var Detail;
var init_detail = __esm({
  'src/render/detail/detail.ts'() {
    init_color_noise();
    init_luma_noise();
    init_sharpen();
    Detail = class {
      width;
      luma;
      color;
      luminance;
      sharpen;
      constructor(look, width, rows) {
        this.width = width;
        this.luma = new Float32Array(width * rows);
        this.color =
          look.color && Math.round(look.color.radius) >= 1 ? new ColorNoise(look.color, width, rows) : void 0;
        this.luminance =
          look.luminance && Math.round(look.luminance.radius) >= 1
            ? new LumaNoise(look.luminance, width, rows)
            : void 0;
        this.sharpen = look.sharpen && new Sharpen(look.sharpen, width);
      }
      /** @param finish called for each row when it is done, while it is in the processor's cache */
      apply(samples, rows, amountsOf, finish) {
        const { luma: luma2, color, luminance, sharpen, width } = this;
        for (let i2 = 0, p = 0; i2 < width * rows; i2++, p += 3) luma2[i2] = lumaOf(samples, p);
        color?.apply(samples, luma2, rows, (y) => amountsOf('color', y));
        luminance?.apply(luma2, rows, (y) => amountsOf('luminance', y));
        for (let y = 0; y < rows; y++) {
          if (sharpen) setLuma(samples, y * width * 3, sharpen.row(luma2, y, rows, amountsOf('sharpen', y)));
          else if (luminance) setLuma(samples, y * width * 3, luma2.subarray(y * width, (y + 1) * width));
          finish(y);
        }
      }
    };
  },
});

// src/render/effects/grain.ts
function grainSize(slider10) {
  return 0.8 + (slider10 / 100) * 3.2;
}
function layersOf({ size, roughness }) {
  const whole = Math.max(size, 1);
  const strength = STRENGTH * Math.min(1, size);
  return {
    fine: { size: whole, seed: 1, share: strength * (whole <= 1 ? 1 : 1.4) * (1 - 0.35 * roughness) },
    clumps: { size: whole * 2, seed: 2, share: strength * 1.2 * 0.5 * roughness },
  };
}
function cell(x, y, seed) {
  let h = (Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 1274126177)) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h = Math.imul(h ^ (h >>> 16), 2246822519);
  return ((h ^ (h >>> 15)) >>> 0) / 2147483648 - 1;
}
function ease(t2) {
  return t2 * t2 * (3 - 2 * t2);
}
var STRENGTH, Grain, NoiseRow;
var init_grain = __esm({
  'src/render/effects/grain.ts'() {
    init_detail();
    STRENGTH = 0.13 * 0.6;
    Grain = class {
      fine;
      clumps;
      fineShare;
      clumpShare;
      constructor(look, width) {
        const { fine, clumps } = layersOf(look);
        this.fine = new NoiseRow(width, fine.size, fine.seed);
        this.clumps = new NoiseRow(width, clumps.size, clumps.seed);
        this.fineShare = fine.share;
        this.clumpShare = clumps.share;
      }
      /**
       * Adds grain to a row of coded samples.
       *
       * @param amounts per pixel, 1 = slider at 100; what is below zero counts as zero
       */
      apply(samples, start, y, amounts) {
        const { fineShare, clumpShare } = this;
        const fine = this.fine.at(y);
        const clumps = this.clumps.at(y);
        for (let x = 0, p = start; x < amounts.length; x++, p += 3) {
          const luma2 = lumaOf(samples, p);
          const amount = amounts[x];
          if (!(amount > 0 && luma2 > 0 && luma2 < 1)) continue;
          const grain2 = fine[x] * fineShare + clumps[x] * clumpShare;
          const change = grain2 * amount * Math.sqrt(4 * luma2 * (1 - luma2));
          samples[p] += change;
          samples[p + 1] += change;
          samples[p + 2] += change;
        }
      }
    };
    NoiseRow = class {
      size;
      seed;
      /** Cell left of each pixel, and the eased way to the next. */
      left;
      shares;
      upper;
      lower;
      lattice = Number.NaN;
      blend;
      out;
      constructor(width, size, seed) {
        this.size = size;
        this.seed = seed;
        this.left = new Int32Array(width);
        this.shares = new Float32Array(width);
        for (let x = 0; x < width; x++) {
          this.left[x] = Math.floor(x / size);
          this.shares[x] = ease(x / size - this.left[x]);
        }
        const cells = Math.floor(width / size) + 2;
        this.upper = new Float32Array(cells);
        this.lower = new Float32Array(cells);
        this.blend = new Float32Array(cells);
        this.out = new Float32Array(width);
      }
      /** The array is used again. */
      at(y) {
        const { size, left, shares, blend: blend2, out } = this;
        const j = Math.floor(y / size);
        this.load(j);
        const { upper, lower } = this;
        const share = ease(y / size - j);
        for (let i2 = 0; i2 < blend2.length; i2++) blend2[i2] = upper[i2] + (lower[i2] - upper[i2]) * share;
        for (let x = 0; x < out.length; x++) {
          const i2 = left[x];
          const a = blend2[i2];
          out[x] = a + (blend2[i2 + 1] - a) * shares[x];
        }
        return out;
      }
      /** Rows `j` and `j + 1` of the lattice. */
      load(j) {
        if (j === this.lattice) return;
        if (j === this.lattice + 1) [this.upper, this.lower] = [this.lower, this.upper];
        else this.fill(this.upper, j);
        this.fill(this.lower, j + 1);
        this.lattice = j;
      }
      fill(row, j) {
        for (let i2 = 0; i2 < row.length; i2++) row[i2] = cell(i2, j, this.seed);
      }
    };
  },
});

// src/render/kernels/kernels.ts
var SLACK, PAGE, KernelMemory, KEPT, KEPT_BYTES, Kernels;
var init_kernels = __esm({
  'src/render/kernels/kernels.ts'() {
    SLACK = 64;
    PAGE = 1 << 16;
    KernelMemory = class {
      run;
      start;
      end;
      constructor(run) {
        this.run = run;
        this.start = run.memory.buffer.byteLength;
        this.end = this.start;
      }
      /** Forgets what was laid out. */
      clear() {
        this.end = this.start;
      }
      /**
       * Address of `bytes` bytes. Views made before are void.
       *
       * @throws RangeError when there is no memory left
       */
      place(bytes) {
        const address = this.end;
        this.end += (bytes + SLACK + 15) & ~15;
        const missing = this.end - this.run.memory.buffer.byteLength;
        if (missing > 0) this.run.memory.grow(Math.ceil(missing / PAGE));
        return address;
      }
      /** Address of a copy of numbers. */
      put(values) {
        const address = this.place(values.byteLength);
        const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
        new Uint8Array(this.run.memory.buffer).set(bytes, address);
        return address;
      }
      bytes(address, length) {
        return new Uint8Array(this.run.memory.buffer, address, length);
      }
      floats(address, length) {
        return new Float32Array(this.run.memory.buffer, address, length);
      }
    };
    KEPT = 4;
    KEPT_BYTES = 32 << 20;
    Kernels = class {
      instantiate;
      idle = [];
      /** @param instantiate makes an instance of the compiled kernels */
      constructor(instantiate) {
        this.instantiate = instantiate;
      }
      take() {
        return this.idle.pop() ?? new KernelMemory(this.instantiate());
      }
      /** Does a piece of work with an instance of its own. */
      with(work) {
        const memory = this.take();
        try {
          return work(memory);
        } finally {
          this.giveBack(memory);
        }
      }
      giveBack(memory) {
        if (this.idle.length >= KEPT || memory.run.memory.buffer.byteLength > KEPT_BYTES) return;
        memory.clear();
        this.idle.push(memory);
      }
    };
  },
});

// src/render/kernels/row-filter.ts
function strideOf(width) {
  return (width * 4 + SLACK + 15) & ~15;
}
function weightInside(weights, at, length) {
  const reach2 = weights.length - 1;
  let sum = 0;
  for (let i2 = Math.max(0, at - reach2); i2 <= Math.min(length - 1, at + reach2); i2++)
    sum += weights[Math.abs(i2 - at)];
  return sum;
}
function boxWeights(radius) {
  return new Float32Array(radius + 1).fill(1);
}
var MARGIN, RowFilter;
var init_row_filter = __esm({
  'src/render/kernels/row-filter.ts'() {
    init_kernels();
    MARGIN = 128;
    RowFilter = class {
      memory;
      width;
      weights;
      reach;
      half;
      shares;
      taps;
      down;
      /** @param weights half of the window, the middle first */
      constructor(memory, width, weights) {
        this.memory = memory;
        this.width = width;
        this.weights = weights;
        this.reach = weights.length - 1;
        this.half = memory.put(weights);
        this.shares = memory.put(
          Float32Array.from({ length: width }, (_, x) => 1 / weightInside(weights, x, width)),
        );
        this.taps = memory.place((2 * this.reach + 1) * 8);
        this.down = memory.place(MARGIN + width * 4 + MARGIN) + MARGIN;
        memory.floats(this.down - MARGIN, MARGIN / 4).fill(0);
      }
      /** Row `y` of a plane `height` rows high; `squares`: the means of its values' squares. */
      row(rowAt, y, height, out, squares = false) {
        const { memory, width, weights, reach: reach2, taps, down } = this;
        const { run } = memory;
        const first = Math.max(0, y - reach2);
        const last = Math.min(height - 1, y + reach2);
        const count = last - first + 1;
        const scale = 1 / weightInside(weights, y, height);
        const addresses = new Uint32Array(run.memory.buffer, taps, 2 * count);
        const factors = memory.floats(taps, 2 * count);
        for (let at = first, i2 = 0; at <= last; at++, i2 += 2) {
          addresses[i2] = rowAt(at);
          factors[i2 + 1] = weights[Math.abs(at - y)] * scale;
        }
        if (squares) run.weighSquares(taps, count, width, down);
        else run.weighRows(taps, count, width, down);
        run.filterAcross(down, this.half, reach2, this.shares, width, out);
      }
    };
  },
});

// src/render/kernels/amount-rows.ts
var AmountRows;
var init_amount_rows = __esm({
  'src/render/kernels/amount-rows.ts'() {
    init_row_filter();
    AmountRows = class {
      memory;
      amountsOf;
      address;
      even;
      /**
       * @param even the amount of all pixels, where it is the same
       * @param amountsOf amounts of a row otherwise; undefined where all are zero
       */
      constructor(memory, width, even, amountsOf) {
        this.memory = memory;
        this.amountsOf = amountsOf;
        this.address = memory.place(strideOf(width));
        if (even === void 0) return;
        memory.floats(this.address, width).fill(even);
        this.even = { address: this.address, from: 0, to: even === 0 ? 0 : width };
      }
      /** The same memory for every row. */
      at(y) {
        const { memory, address, even } = this;
        if (even) return even;
        const amounts = this.amountsOf(y);
        if (!amounts) return { address, from: 0, to: 0 };
        let from = 0;
        let to = amounts.length;
        while (from < to && amounts[from] === 0) from++;
        while (from < to && amounts[to - 1] === 0) to--;
        memory.floats(address, amounts.length).set(amounts);
        return { address, from, to };
      }
    };
  },
});

// src/render/kernels/row-ring.ts
var RowRing;
var init_row_ring = __esm({
  'src/render/kernels/row-ring.ts'() {
    init_row_filter();
    RowRing = class {
      /** Address of row `y`, which must be among the last that were made. */
      at;
      held;
      constructor(memory, rows, width) {
        const stride = strideOf(width);
        const start = memory.place(rows * stride);
        this.held = new Int32Array(rows).fill(-1);
        this.at = (y) => start + (y % rows) * stride;
      }
      /** Forgets all rows. */
      clear() {
        this.held.fill(-1);
      }
      /** Whether row `y` has to be made; from then on it counts as made. */
      claim(y) {
        const place = y % this.held.length;
        if (this.held[place] === y) return false;
        this.held[place] = y;
        return true;
      }
    };
  },
});

// src/render/kernels/guided-rows.ts
var GuidedRows;
var init_guided_rows = __esm({
  'src/render/kernels/guided-rows.ts'() {
    init_row_filter();
    init_row_ring();
    GuidedRows = class {
      /** Addresses of the last row asked for. */
      slope;
      offset;
      /** Means of the values, by row; held while the row's lines are. */
      means;
      memory;
      width;
      radius;
      epsilon;
      filter;
      slopes;
      offsets;
      squares;
      constructor(memory, width, radius, epsilon) {
        const rows = 2 * radius + 1;
        this.memory = memory;
        this.width = width;
        this.radius = radius;
        this.epsilon = epsilon;
        this.filter = new RowFilter(memory, width, boxWeights(radius));
        this.means = new RowRing(memory, rows, width);
        this.slopes = new RowRing(memory, rows, width);
        this.offsets = new RowRing(memory, rows, width);
        this.squares = memory.place(strideOf(width));
        this.slope = memory.place(strideOf(width));
        this.offset = memory.place(strideOf(width));
      }
      /** Before another plane. */
      clear() {
        this.slopes.clear();
      }
      /**
       * Fills `slope` and `offset` for row `y`. Rows are asked for from the top; those above row `y` may have been changed in between.
       *
       * @param squareAt block means of the squares, when the plane holds block means; its own squares otherwise
       */
      row(valueAt, y, height, squareAt) {
        const { filter, radius, slopes, offsets } = this;
        for (let at = Math.max(0, y - radius); at <= Math.min(height - 1, y + radius); at++)
          if (slopes.claim(at)) this.measure(valueAt, at, height, squareAt);
        filter.row(slopes.at, y, height, this.slope);
        filter.row(offsets.at, y, height, this.offset);
      }
      measure(valueAt, y, height, squareAt) {
        const { memory, width, epsilon, filter, means, slopes, offsets, squares } = this;
        filter.row(valueAt, y, height, means.at(y));
        filter.row(squareAt ?? valueAt, y, height, squares, !squareAt);
        memory.run.selfLines(means.at(y), squares, epsilon, width, slopes.at(y), offsets.at(y));
      }
    };
  },
});

// src/render/kernels/color-noise-rows.ts
var ColorNoiseRows;
var init_color_noise_rows = __esm({
  'src/render/kernels/color-noise-rows.ts'() {
    init_color_noise();
    init_upsample();
    init_guided_rows();
    init_row_filter();
    ColorNoiseRows = class {
      memory;
      width;
      step;
      blocks;
      red;
      blue;
      guided;
      starts;
      shares;
      slope;
      offset;
      constructor(memory, look, width, rows) {
        const { step, blockRadius } = blocksOf(look);
        const blocks = Math.ceil(width / step);
        const blockStride = strideOf(blocks + 1);
        const planes = () => {
          const plane = () => {
            const start = memory.place(Math.ceil(rows / step) * blockStride);
            return (y) => start + y * blockStride;
          };
          const line = () => memory.place(strideOf(width));
          return { first: plane(), second: plane(), before: line(), after: line() };
        };
        this.memory = memory;
        this.width = width;
        this.step = step;
        this.blocks = blocks;
        this.red = planes();
        this.blue = planes();
        this.guided = new GuidedRows(memory, blocks, blockRadius, epsilonOf(look));
        const spread = spreadOf(blocks, width, step);
        this.starts = memory.put(spread.starts);
        this.shares = memory.put(spread.shares);
        this.slope = memory.place(blockStride);
        this.offset = memory.place(blockStride);
      }
      /** Looks at a strip; writes its luma too. */
      measure(samples, rows, lumaAt) {
        const { memory, width, step, red, blue } = this;
        const blockRows = Math.ceil(rows / step);
        for (let y = 0; y < blockRows; y++)
          memory.run.colorBlocks(
            samples + y * step * width * 12,
            width,
            Math.min(step, rows - y * step),
            lumaAt(y * step),
            lumaAt(1) - lumaAt(0),
            step,
            red.first(y),
            red.second(y),
            blue.first(y),
            blue.second(y),
          );
        this.filter(red, blockRows);
        this.filter(blue, blockRows);
      }
      /** Changes red, green and blue of row `y`; luma stays. */
      apply(samples, luma2, y, rows, amounts) {
        const { memory, width, red, blue } = this;
        const { run } = memory;
        const { address, from, to } = amounts;
        if (from >= to) return;
        run.colorDifferences(samples, luma2, width, red.before, blue.before);
        this.enlarge(red, y, rows);
        this.enlarge(blue, y, rows);
        const at = from * 4;
        run.changeColors(
          samples + from * 12,
          red.before + at,
          red.after + at,
          blue.before + at,
          blue.after + at,
          address + at,
          to - from,
        );
      }
      /** Means become slopes and offsets, row by row: a row is written when none below needs its means. */
      filter({ first, second }, rows) {
        const { memory, guided, blocks } = this;
        const bytes = blocks * 4;
        guided.clear();
        for (let y = 0; y < rows; y++) {
          guided.row(first, y, rows, second);
          const all = new Uint8Array(memory.run.memory.buffer);
          all.copyWithin(first(y), guided.slope, guided.slope + bytes);
          all.copyWithin(second(y), guided.offset, guided.offset + bytes);
        }
      }
      enlarge({ first, second, before, after: after2 }, y, rows) {
        const { memory, width, step, blocks, slope, offset, starts, shares } = this;
        const { run } = memory;
        if (step === 1) {
          run.applyLines(first(y), second(y), before, width, after2);
          return;
        }
        const { upper, lower, share } = rowsAround(y, step, Math.ceil(rows / step));
        run.blendRows(first(upper), first(lower), blocks, share, slope);
        run.blendRows(second(upper), second(lower), blocks, share, offset);
        run.lineRow(slope, offset, starts, shares, blocks, before, after2);
      }
    };
  },
});

// src/render/kernels/grain-rows.ts
var GrainRows, NoiseRows;
var init_grain_rows = __esm({
  'src/render/kernels/grain-rows.ts'() {
    init_grain();
    init_row_filter();
    GrainRows = class {
      memory;
      fine;
      clumps;
      shares;
      constructor(memory, look, width) {
        const { fine, clumps } = layersOf(look);
        this.memory = memory;
        this.fine = new NoiseRows(memory, fine, width);
        this.clumps = new NoiseRows(memory, clumps, width);
        this.shares = [fine.share, clumps.share];
      }
      /** Adds grain to row `y` of the picture. */
      apply(samples, y, { address, from, to }) {
        if (from >= to) return;
        const [fineShare, clumpShare] = this.shares;
        const at = from * 4;
        const fine = this.fine.at(y) + at;
        const clumps = this.clumps.at(y) + at;
        this.memory.run.addGrain(
          samples + from * 12,
          fine,
          clumps,
          fineShare,
          clumpShare,
          address + at,
          to - from,
        );
      }
    };
    NoiseRows = class {
      memory;
      layer;
      width;
      cells;
      lefts;
      shares;
      lattice;
      held = [Number.NaN, Number.NaN];
      blend;
      out;
      constructor(memory, layer, width) {
        const { size } = layer;
        this.memory = memory;
        this.layer = layer;
        this.width = width;
        this.cells = Math.floor(width / size) + 2;
        const lefts = new Int32Array(width + 3);
        const shares = new Float32Array(width);
        for (let x = 0; x < width; x++) {
          const left = Math.floor(x / size);
          lefts[x] = left * 4;
          shares[x] = ease(x / size - left);
        }
        this.lefts = memory.put(lefts);
        this.shares = memory.put(shares);
        this.lattice = [memory.place(strideOf(this.cells)), memory.place(strideOf(this.cells))];
        this.blend = memory.place(strideOf(this.cells + 1));
        this.out = memory.place(strideOf(width));
      }
      /** The same memory for every row. */
      at(y) {
        const { memory, layer, width, cells, lefts, shares, blend: blend2, out } = this;
        const j = Math.floor(y / layer.size);
        const share = ease(y / layer.size - j);
        memory.run.blendRows(this.cellsOf(j), this.cellsOf(j + 1), cells, share, blend2);
        memory.run.noiseRow(blend2, lefts, shares, width, out);
        return out;
      }
      /** Row `j` of the lattice. */
      cellsOf(j) {
        const place = j & 1;
        const address = this.lattice[place];
        if (this.held[place] !== j) this.memory.run.noiseCells(j, this.layer.seed, this.cells, address);
        this.held[place] = j;
        return address;
      }
    };
  },
});

// src/render/kernels/luma-noise-rows.ts
var LumaNoiseRows;
var init_luma_noise_rows = __esm({
  'src/render/kernels/luma-noise-rows.ts'() {
    init_luma_noise();
    init_guided_rows();
    LumaNoiseRows = class {
      memory;
      contrast;
      guided;
      touched;
      constructor(memory, look, width, rows) {
        this.memory = memory;
        this.contrast = look.contrast;
        this.guided = new GuidedRows(memory, width, Math.round(look.radius), epsilonOf2(look));
        this.touched = new Uint8Array(rows);
      }
      /** Before another plane. */
      clear() {
        this.guided.clear();
        this.touched.fill(0);
      }
      /** Whether row `y` was changed. */
      changed(y) {
        return this.touched[y] === 1;
      }
      /** Changes row `y` of a luma plane; rows are asked for from the top. */
      apply(lumaAt, y, rows, { address, from, to }) {
        if (from >= to) return;
        this.touched[y] = 1;
        const { memory, guided, contrast: contrast2 } = this;
        guided.row(lumaAt, y, rows);
        const at = from * 4;
        memory.run.smoothRow(
          guided.slope + at,
          guided.offset + at,
          guided.means.at(y) + at,
          contrast2 * 0.5,
          address + at,
          to - from,
          lumaAt(y) + at,
        );
      }
    };
  },
});

// src/render/kernels/sharpen-rows.ts
var SharpenRows;
var init_sharpen_rows = __esm({
  'src/render/kernels/sharpen-rows.ts'() {
    init_sharpen();
    init_row_filter();
    init_row_ring();
    SharpenRows = class {
      memory;
      look;
      width;
      blur;
      blurred;
      edges;
      constructor(memory, look, width) {
        this.memory = memory;
        this.look = look;
        this.width = width;
        this.blur = new RowFilter(memory, width, gaussian(look.radius));
        this.blurred = memory.place(strideOf(width));
        if (look.masking > 0)
          this.edges = {
            lines: new RowRing(memory, 3, width),
            filter: new RowFilter(memory, width, boxWeights(1)),
            row: memory.place(strideOf(width)),
          };
      }
      /** Before another plane. */
      clear() {
        this.edges?.lines.clear();
      }
      /** What row `y` of a luma plane changes by, between the outer amounts, to `out`; rows are asked for from the top. */
      changes(lumaAt, y, rows, { address, from, to }, out) {
        const { memory, look, blur, blurred } = this;
        const { fade, limit: limit2 } = strengthOf(look);
        const at = from * 4;
        const count = to - from;
        blur.row(lumaAt, y, rows, blurred);
        const { run } = memory;
        run.sharpenRow(lumaAt(y) + at, blurred + at, address + at, fade, limit2, count, out + at);
        if (!this.edges) return;
        const { floor: floor2, full } = edgesOf(look);
        run.keepToEdges(this.edgeRow(lumaAt, y, rows) + at, floor2, full, count, out + at);
      }
      edgeRow(lumaAt, y, rows) {
        const { memory, width } = this;
        const { lines, filter, row } = this.edges;
        for (let at = Math.max(0, y - 1); at <= Math.min(rows - 1, y + 1); at++) {
          if (!lines.claim(at)) continue;
          const above2 = lumaAt(Math.max(0, at - 1));
          const below = lumaAt(Math.min(rows - 1, at + 1));
          memory.run.edgeRow(above2, lumaAt(at), below, width, lines.at(at));
        }
        filter.row(lines.at, y, rows, row);
        return row;
      }
    };
  },
});

// src/render/kernels/detail-rows.ts
var DetailRows;
var init_detail_rows = __esm({
  'src/render/kernels/detail-rows.ts'() {
    init_sharpen();
    init_color_noise_rows();
    init_grain_rows();
    init_luma_noise_rows();
    init_row_filter();
    init_sharpen_rows();
    DetailRows = class {
      memory;
      width;
      amounts;
      lumaAt;
      changes;
      /** A row of zeros. */
      none;
      color;
      luminance;
      sharpen;
      grain;
      /** Rows beyond those wanted whose luma sharpening looks at. */
      reach;
      /** @throws RangeError when there is no memory left */
      constructor(memory, { color, luminance, sharpen }, grain2, amounts, size) {
        const { width, rows } = size;
        this.memory = memory;
        this.width = width;
        this.amounts = amounts;
        this.reach = size.reach;
        if (color && Math.round(color.radius) >= 1)
          this.color = new ColorNoiseRows(memory, color, width, rows);
        if (luminance && Math.round(luminance.radius) >= 1)
          this.luminance = new LumaNoiseRows(memory, luminance, width, rows);
        if (sharpen && sharpen.radius >= MIN_RADIUS) this.sharpen = new SharpenRows(memory, sharpen, width);
        this.grain = grain2 && new GrainRows(memory, grain2, width);
        const spatial = this.color || this.luminance || this.sharpen;
        const stride = strideOf(width);
        const luma2 = memory.place(spatial ? rows * stride : 0);
        this.lumaAt = (y) => luma2 + y * stride;
        this.changes = memory.place(stride);
        this.none = memory.place(stride);
        memory.bytes(this.none, stride).fill(0);
      }
      /** @param samples address of the strip's interleaved samples, which are changed in place */
      apply(samples, strip) {
        const {
          memory,
          width,
          lumaAt,
          color,
          luminance,
          sharpen,
          grain: grain2,
          reach: reach2,
          amounts,
        } = this;
        const { top, rows, from, to } = strip;
        const rowAt = (y) => samples + y * width * 12;
        if (color) color.measure(samples, rows, lumaAt);
        else if (luminance || sharpen)
          for (let y = 0; y < rows; y++) memory.run.lumaRow(rowAt(y), width, lumaAt(y));
        if (color)
          for (let y = from; y < to; y++)
            color.apply(rowAt(y), lumaAt(y), y, rows, amounts.color.at(top + y));
        luminance?.clear();
        sharpen?.clear();
        if (luminance)
          for (let y = Math.max(0, from - reach2); y < Math.min(rows, to + reach2); y++)
            luminance.apply(lumaAt, y, rows, amounts.luminance.at(top + y));
        for (let y = from; y < to; y++) {
          this.setLuma(rowAt(y), y, strip);
          grain2?.apply(rowAt(y), top + y, amounts.grain.at(top + y));
        }
      }
      /** Gives row `y` the luma that it has by now, sharpened. */
      setLuma(samples, y, { top, rows }) {
        const { memory, width, lumaAt, luminance, sharpen, changes, none } = this;
        const { run } = memory;
        const smoothed = luminance?.changed(y) ?? false;
        const row = sharpen && this.amounts.sharpen.at(top + y);
        if (!row || row.from >= row.to) {
          if (smoothed) run.setLuma(samples, lumaAt(y), none, width);
          return;
        }
        const { from, to } = row;
        if (smoothed && to - from < width) memory.floats(changes, width).fill(0);
        sharpen.changes(lumaAt, y, rows, row, changes);
        const at = smoothed ? 0 : from;
        run.setLuma(samples + at * 12, lumaAt(y) + at * 4, changes + at * 4, smoothed ? width : to - from);
      }
    };
  },
});

// src/render/detail/detail-plan.ts
function askedOf(scale, settings, corrections) {
  const fraction = (name, neutral = 0) => amountOf(settings, name, neutral) / 100;
  const global = {
    sharpen: fraction('Sharpness'),
    luminance: fraction('LuminanceSmoothing'),
    color: fraction('ColorNoiseReduction'),
    grain: fraction('GrainAmount'),
  };
  const local = Object.keys(KINDS).flatMap((kind) =>
    corrections.flatMap(({ values, amount: whole }, correction) => {
      const amount = KINDS[kind].reduce((sum, name) => sum + (values[name] ?? 0), 0) * whole;
      return amount === 0 ? [] : [{ kind, amount, correction }];
    }),
  );
  const used = (kind) => global[kind] !== 0 || local.some((one) => one.kind === kind);
  const look = {
    sharpen: used('sharpen')
      ? {
          radius: amountOf(settings, 'SharpenRadius', 1) * scale,
          detail: fraction('SharpenDetail', 25),
          masking: fraction('SharpenEdgeMasking'),
        }
      : void 0,
    luminance: used('luminance')
      ? {
          radius: (1.5 + 1.5 * Math.min(1, Math.abs(global.luminance))) * scale,
          detail: fraction('LuminanceNoiseReductionDetail', 50),
          contrast: fraction('LuminanceNoiseReductionContrast'),
        }
      : void 0,
    color: used('color')
      ? {
          radius: (2 + 8 * fraction('ColorNoiseReductionSmoothness', 50)) * scale,
          detail: fraction('ColorNoiseReductionDetail', 50),
        }
      : void 0,
  };
  const grain2 = used('grain')
    ? {
        size: grainSize(amountOf(settings, 'GrainSize', 25)) * scale,
        roughness: fraction('GrainFrequency', 50),
      }
    : void 0;
  return { global, local, look, grain: grain2 };
}
function detailHalo(scale, settings, corrections) {
  return wholeBlocks(haloOf(askedOf(scale, settings, corrections).look));
}
function wholeBlocks(rows) {
  return Math.ceil(rows / BLOCK) * BLOCK;
}
function detailPlan(source, settings, corrections) {
  const asked = askedOf(
    source.scale,
    settings,
    corrections.map(({ correction }) => correction),
  );
  const { global, local, look, grain: grainLook } = asked;
  const spatial = look.sharpen || look.luminance || look.color;
  if (!spatial && !grainLook) return void 0;
  const { width } = source.raster;
  const { height } = source.window;
  const halo = wholeBlocks(haloOf(look));
  const addLocal = (kind, y, amounts, weights) => {
    let some = false;
    for (const one of local) {
      if (one.kind !== kind || !corrections[one.correction].mask(y, weights)) continue;
      some = true;
      for (let x = 0; x < width; x++) amounts[x] += one.amount * weights[x];
    }
    return some;
  };
  const prepareKernels = (memory, mostRows) => {
    const values = new Float32Array(width);
    const weights = new Float32Array(width);
    const rowsOf2 = (kind) => {
      const even = local.some((one) => one.kind === kind) ? void 0 : global[kind];
      return new AmountRows(memory, width, even, (y) => {
        values.fill(global[kind]);
        const some = addLocal(kind, y, values, weights);
        return some || global[kind] !== 0 ? values : void 0;
      });
    };
    const amounts = {
      color: rowsOf2('color'),
      luminance: rowsOf2('luminance'),
      sharpen: rowsOf2('sharpen'),
      grain: rowsOf2('grain'),
    };
    const reach2 = look.sharpen ? sharpenHalo(look.sharpen) : 0;
    const detail = new DetailRows(memory, look, grainLook, amounts, { width, rows: mostRows, reach: reach2 });
    return (samples, top, rows) => {
      const from = top > 0 ? halo : 0;
      const to = top + rows < height ? rows - halo : rows;
      detail.apply(samples.byteOffset, { top, rows, from, to });
    };
  };
  return {
    halo,
    prepare(mostRows, memory) {
      if (memory) return prepareKernels(memory, mostRows);
      const detail = spatial ? new Detail(look, width, mostRows) : void 0;
      const grain2 = grainLook && new Grain(grainLook, width);
      const amounts = new Float32Array(width);
      const weights = new Float32Array(width);
      const amountsOf = (kind, y) => {
        amounts.fill(global[kind]);
        addLocal(kind, y, amounts, weights);
        return amounts;
      };
      return (samples, top, rows) => {
        const finish = (y) => grain2?.apply(samples, y * width * 3, top + y, amountsOf('grain', top + y));
        if (detail) detail.apply(samples, rows, (kind, y) => amountsOf(kind, top + y), finish);
        else for (let y = 0; y < rows; y++) finish(y);
      };
    },
  };
}
var KINDS;
var init_detail_plan = __esm({
  'src/render/detail/detail-plan.ts'() {
    init_grain();
    init_amount_rows();
    init_detail_rows();
    init_read_settings();
    init_color_noise();
    init_detail();
    init_sharpen();
    KINDS = {
      sharpen: ['LocalSharpness'],
      luminance: ['LocalLuminanceNoise'],
      color: ['LocalMoire', 'LocalDefringe'],
      grain: ['LocalGrain'],
    };
  },
});

// src/render/kernels/block-sums.ts
function blockSumsOf(memory, { data, width, space }, step) {
  const tables3 = memory.place(3 * 256 * 4);
  const codes = memory.place(width * 3);
  const total = memory.place(Math.ceil(width / step) * 3 * 4);
  for (const channel of [0, 1, 2])
    memory.floats(tables3 + channel * 1024, 256).set(decodeTable8(space, channel));
  return (top, rows, sums) => {
    const line = memory.floats(total, sums.length);
    line.fill(0);
    for (let y = top; y < top + rows; y++) {
      memory.bytes(codes, width * 3).set(data.subarray(y * width * 3, (y + 1) * width * 3));
      memory.run.blockSums(codes, width, step, tables3, total);
    }
    sums.set(line);
  };
}
var init_block_sums = __esm({
  'src/render/kernels/block-sums.ts'() {
    init_transfer();
  },
});

// src/render/local/measurement.ts
function measureStep({ width, height }) {
  return Math.max(1, Math.ceil(Math.max(width, height) / PLANE_EDGE));
}
function planeSize(size) {
  const step = measureStep(size);
  return { width: Math.ceil(size.width / step), height: Math.ceil(size.height / step) };
}
function measure(source, range) {
  const { raster, window, kernels } = source;
  const { width } = raster;
  const { height } = window;
  const step = measureStep({ width, height });
  const plane = planeSize({ width, height });
  const means = new Float32Array(plane.width * Math.ceil(range.rows / step) * 3);
  const sumRows = (sum) => {
    for (let from = 0; from < range.rows; from += step) {
      const rows = Math.min(step, range.rows - from);
      const start = (from / step) * plane.width * 3;
      const line = means.subarray(start, start + plane.width * 3);
      sum(range.top + from - window.top, rows, line);
      for (let x = 0, p = 0; x < plane.width; x++) {
        const share = 1 / (rows * Math.min(step, width - x * step));
        for (let c2 = 0; c2 < 3; c2++) line[p++] *= share;
      }
    }
  };
  if (kernels && depthOf(raster.data) === 8)
    kernels.with((memory) => sumRows(blockSumsOf(memory, raster, step)));
  else sumRows(plainSums(raster, step));
  return { top: range.top, means, samples: samplePixels(source, range) };
}
function plainSums({ data, width, space }, step) {
  const tables3 = [0, 1, 2].map((channel) => decodeTableFor(data, space, channel));
  return (top, rows, sums) => {
    for (let y = top; y < top + rows; y++) addBlocks(data, y * width * 3, width, step, tables3, sums);
  };
}
function joinMeasurements(parts) {
  const inOrder = [...parts].sort((a, b) => a.top - b.top);
  const total = (count) => inOrder.reduce((sum, part) => sum + count(part), 0);
  const means = new Float32Array(total((part) => part.means.length));
  const depth = depthOf(inOrder[0].samples);
  const samples = samplesOf(
    depth,
    total((part) => part.samples.length),
  );
  let meansEnd = 0;
  let samplesEnd = 0;
  for (const part of inOrder) {
    means.set(part.means, meansEnd);
    samples.set(part.samples, samplesEnd);
    meansEnd += part.means.length;
    samplesEnd += part.samples.length;
  }
  return { top: inOrder[0].top, means, samples };
}
function samplePixels({ raster, window }, { top, rows }) {
  const { width, data } = raster;
  const pixels = width * window.height;
  const count = Math.min(SAMPLES, pixels);
  const samples = samplesOf(depthOf(data), count * 3);
  let end = 0;
  for (let i2 = 0; i2 < count; i2++) {
    const pixel = Math.floor(((i2 + 0.5) * pixels) / count);
    if (pixel < top * width || pixel >= (top + rows) * width) continue;
    const at = (pixel - window.top * width) * 3;
    for (let c2 = 0; c2 < 3; c2++) samples[end++] = data[at + c2];
  }
  return samples.slice(0, end);
}
function addBlocks(data, start, width, step, tables3, sums) {
  const [red, green, blue] = tables3;
  let p = start;
  for (let x = 0, out = 0; x < width; out += 3) {
    let r = 0;
    let g = 0;
    let b = 0;
    for (const end = Math.min(width, x + step); x < end; x++, p += 3) {
      r += red[data[p]];
      g += green[data[p + 1]];
      b += blue[data[p + 2]];
    }
    sums[out] += r;
    sums[out + 1] += g;
    sums[out + 2] += b;
  }
}
var PLANE_EDGE, SAMPLES;
var init_measurement = __esm({
  'src/render/local/measurement.ts'() {
    init_transfer();
    init_depth();
    init_block_sums();
    PLANE_EDGE = 640;
    SAMPLES = 4096;
  },
});

// src/render/halo-strips.ts
function haloStripRows(size, halo) {
  const unit = leastCommonMultiple(leastCommonMultiple(BLOCK, 16), measureStep(size));
  return unit * Math.ceil(Math.max(2 * halo, PIXELS / size.width) / unit);
}
function leastCommonMultiple(a, b) {
  return (a * b) / greatestCommonDivisor(a, b);
}
function greatestCommonDivisor(a, b) {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
var PIXELS;
var init_halo_strips = __esm({
  'src/render/halo-strips.ts'() {
    init_color_noise();
    init_measurement();
    PIXELS = 3 << 19;
  },
});

// src/render/kernels/guide.ts
function guideByKernels(kernels, input, level, radius, epsilon) {
  const { width, height } = level;
  const count = width * height;
  const r = Math.max(1, Math.round(radius));
  return kernels.with((memory) => {
    const { run } = memory;
    const plane = () => memory.place(count * 4);
    const [turned, means, sums] = [plane(), plane(), memory.place(Math.max(width, height) * 4)];
    const blur = (from, to = plane()) => {
      run.boxMeans(from, width, height, r, to, turned, means, sums);
      return to;
    };
    const product = (a, b, to = plane()) => {
      run.multiply(a, b, count, to);
      return to;
    };
    const own = memory.put(level.data);
    const ownMeans = blur(own);
    const squares = product(own, own);
    blur(squares, squares);
    const other = input === level ? own : memory.put(input.data);
    const otherMeans = other === own ? ownMeans : blur(other);
    const products = other === own ? squares : product(own, other);
    if (other !== own) blur(products, products);
    const [slopes, offsets] = [plane(), plane()];
    run.guideLines(ownMeans, otherMeans, squares, products, epsilon, count, slopes, offsets);
    const copy = (address) => ({
      width,
      height,
      data: memory.floats(blur(address, address), count).slice(),
    });
    return { slope: copy(slopes), offset: copy(offsets) };
  });
}
var init_guide = __esm({
  'src/render/kernels/guide.ts'() {},
});

// src/render/local/guide.ts
function guide(input, level, radius, epsilon, kernels) {
  if (kernels) return guideByKernels(kernels, input, level, radius, epsilon);
  const { width, height } = level;
  const count = width * height;
  const r = Math.max(1, radius);
  const meanLevel = boxBlur(level, r);
  const meanInput = input === level ? meanLevel : boxBlur(input, r);
  const product = emptyPlane(width, height);
  const square = emptyPlane(width, height);
  for (let i2 = 0; i2 < count; i2++) {
    const l = level.data[i2];
    product.data[i2] = l * input.data[i2];
    square.data[i2] = l * l;
  }
  boxBlur(product, r, product);
  boxBlur(square, r, square);
  for (let i2 = 0; i2 < count; i2++) {
    const l = meanLevel.data[i2];
    const slope =
      (product.data[i2] - l * meanInput.data[i2]) / (Math.max(0, square.data[i2] - l * l) + epsilon);
    product.data[i2] = slope;
    square.data[i2] = meanInput.data[i2] - slope * l;
  }
  return { slope: boxBlur(product, r, product), offset: boxBlur(square, r, square) };
}
var init_guide2 = __esm({
  'src/render/local/guide.ts'() {
    init_box_blur();
    init_guide();
  },
});

// src/render/local/haze.ts
function measureHaze(planes, kernels) {
  const { level } = planes;
  const rgb = planes.rgb();
  const smallest = smallestChannel(rgb, level);
  const long = Math.max(level.width, level.height);
  const veil = guide(smallest, level, 0.03 * long, 0.5, kernels);
  const sorted = smallest.data.slice().sort();
  const threshold = sorted[Math.floor(sorted.length * 0.99)];
  const air = [0, 0, 0];
  let count = 0;
  for (let i2 = 0; i2 < sorted.length; i2++) {
    if (smallest.data[i2] < threshold) continue;
    for (const c2 of [0, 1, 2]) air[c2] += rgb[i2 * 3 + c2];
    count++;
  }
  for (const c2 of [0, 1, 2]) air[c2] /= count;
  const lightest = Math.max(...air, 1e-3);
  const size = clamp(lightest, 0.6, 1);
  return {
    veil,
    air: air.map((value) => size * (0.5 + (0.5 * value) / lightest)),
  };
}
function smallestChannel(rgb, { width, height }) {
  const smallest = emptyPlane(width, height);
  for (let i2 = 0, p = 0; i2 < smallest.data.length; i2++, p += 3)
    smallest.data[i2] = Math.max(0, Math.min(rgb[p], rgb[p + 1], rgb[p + 2]));
  return smallest;
}
var init_haze = __esm({
  'src/render/local/haze.ts'() {
    init_box_blur();
    init_curve2();
    init_guide2();
  },
});

// src/render/local/level.ts
function levelOf(r, g, b) {
  const level = LEVEL_WEIGHTS2[0] * r + LEVEL_WEIGHTS2[1] * g + LEVEL_WEIGHTS2[2] * b;
  return fastLog2(Math.max(level, 0) + LEVEL_FLOOR);
}
function levelsOfPixels(raster) {
  const { width, height } = raster;
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) measureLevelRow(raster, y, out.subarray(y * width, (y + 1) * width));
  return out;
}
function measureLevelRow({ data, width, space }, y, out) {
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const [a, b, c2] = levelWeightsOf(space);
  for (let x = 0, p = y * width * 3; x < width; x++, p += 3) {
    const level = a * red[data[p]] + b * green[data[p + 1]] + c2 * blue[data[p + 2]];
    out[x] = fastLog2(Math.max(level, 0) + LEVEL_FLOOR);
  }
}
function levelWeightsOf(space) {
  const m = spaceToWorking(space);
  const [red, green, blue] = LEVEL_WEIGHTS2;
  return [0, 1, 2].map((i2) => red * m[i2] + green * m[3 + i2] + blue * m[6 + i2]);
}
var LEVEL_WEIGHTS2, LEVEL_FLOOR;
var init_level = __esm({
  'src/render/local/level.ts'() {
    init_transfer();
    init_working_space();
    init_fast_log();
    LEVEL_WEIGHTS2 = [0.29, 0.6, 0.11];
    LEVEL_FLOOR = 12e-5;
  },
});

// src/render/kernels/planes.ts
var Planes;
var init_planes = __esm({
  'src/render/kernels/planes.ts'() {
    init_kernels();
    Planes = class {
      address;
      stride;
      pixels;
      memory;
      samples;
      /** @throws RangeError when there is no memory left */
      constructor(memory, pixels) {
        this.memory = memory;
        this.pixels = pixels;
        this.stride = (pixels * 4 + SLACK + 15) & ~15;
        this.address = memory.place(this.stride * 3);
        this.samples = memory.place(pixels * 12);
      }
      /** Address of a plane. */
      of(channel) {
        return this.address + channel * this.stride;
      }
      /** From interleaved numbers. */
      load(numbers) {
        const { memory, samples } = this;
        memory.floats(samples, numbers.length).set(numbers);
        memory.run.split(samples, numbers.length / 3, this.address, this.stride);
      }
      /** To interleaved numbers. */
      store(numbers) {
        const { memory, samples } = this;
        memory.run.interleave(this.address, this.stride, numbers.length / 3, samples);
        numbers.set(memory.floats(samples, numbers.length));
      }
      /** Work that wants the first `count` pixels interleaved, in place. */
      exchange(count, work) {
        const { memory, samples } = this;
        memory.run.interleave(this.address, this.stride, count, samples);
        work(memory.floats(samples, count * 3));
        memory.run.split(samples, count, this.address, this.stride);
      }
    };
  },
});

// src/render/kernels/level-plane.ts
function levelPlane(kernels, linear, space) {
  return kernels.with((memory) => {
    const count = linear.length / 3;
    const planes = new Planes(memory, count);
    const out = memory.place(count * 4);
    planes.load(linear);
    memory.run.levels(
      planes.address,
      planes.stride,
      count,
      false,
      ...levelWeightsOf(space),
      LEVEL_FLOOR,
      out,
    );
    return memory.floats(out, count).slice();
  });
}
var init_level_plane = __esm({
  'src/render/kernels/level-plane.ts'() {
    init_level();
    init_planes();
  },
});

// src/render/local/planes.ts
function planesOf2({ means }, { width, height }, space, kernels) {
  let working;
  const rgb = () => {
    if (!working) {
      working = means.slice();
      applyMatrix(spaceToWorking(space), working, width * height);
    }
    return working;
  };
  if (kernels) return { level: { width, height, data: levelPlane(kernels, means, space) }, rgb };
  const level = emptyPlane(width, height);
  const samples = rgb();
  for (let i2 = 0, p = 0; i2 < level.data.length; i2++, p += 3)
    level.data[i2] = levelOf(samples[p], samples[p + 1], samples[p + 2]);
  return { level, rgb };
}
var init_planes2 = __esm({
  'src/render/local/planes.ts'() {
    init_box_blur();
    init_level_plane();
    init_working_space();
    init_level();
  },
});

// src/render/local/analysis.ts
function analysisOf(source) {
  let analysis = analyses.get(source);
  if (!analysis) {
    analysis = analyse(source);
    analyses.set(source, analysis);
  }
  return analysis;
}
function analyse(source) {
  const bases = /* @__PURE__ */ new Map();
  const { raster, window } = source;
  const { width, space } = raster;
  const size = { width, height: window.height };
  let measured = source.measurement;
  let planes;
  let key;
  let haze;
  const kept = /* @__PURE__ */ new Map();
  let levels;
  const keeps = width * window.height <= KEPT_PIXELS;
  const measurement = () => (measured ??= measure(source, { top: 0, rows: window.height }));
  const reduced = () => (planes ??= planesOf2(measurement(), planeSize(size), space, source.kernels));
  const row = new Float32Array(keeps ? 0 : width);
  let loaded2 = -1;
  const keptLevels = () => (levels ??= levelsOfPixels(raster));
  return {
    get key() {
      return (key ??= keyOf(measurement(), raster));
    },
    get darkKey() {
      return clamp((-1.9 - this.key.median) / 1.1, 0, 1) * (source.source === 'rendered' ? 0.5 : 1);
    },
    levelRow(y) {
      const own = y - window.top;
      if (keeps) return keptLevels().subarray(own * width, (own + 1) * width);
      if (y !== loaded2) measureLevelRow(raster, own, row);
      loaded2 = y;
      return row;
    },
    values(base) {
      if (!keeps) return void 0;
      const own = keptLevels();
      let values = kept.get(base);
      if (!values) {
        values = baseValues(source, base, own);
        kept.set(base, values);
      }
      return values;
    },
    base(radius, epsilon) {
      const name = `${radius} ${epsilon}`;
      let base = bases.get(name);
      if (!base) {
        const { level } = reduced();
        base = guide(level, level, radius * Math.max(level.width, level.height), epsilon, source.kernels);
        bases.set(name, base);
      }
      return base;
    },
    haze() {
      haze ??= measureHaze(reduced(), source.kernels);
      return haze;
    },
  };
}
function baseValues({ raster, window }, base, levels) {
  const { width, height } = raster;
  const out = new Float32Array(width * height);
  const { slope, offset } = base;
  const upsampler = new RowUpsampler(slope.width, width, measureStep({ width, height: window.height }));
  for (let y = 0; y < height; y++) {
    const row = [y * width, (y + 1) * width];
    upsampler.line(
      slope.data,
      offset.data,
      slope.height,
      y + window.top,
      levels.subarray(...row),
      out.subarray(...row),
    );
  }
  return out;
}
function keyOf({ samples }, { space }) {
  const count = samples.length / 3;
  const levels = levelsOfPixels({ width: count, height: 1, data: samples, space });
  levels.sort();
  return { median: levels[Math.floor(count / 2)], white: levels[Math.floor(count * 0.99)] };
}
var KEPT_PIXELS, analyses;
var init_analysis = __esm({
  'src/render/local/analysis.ts'() {
    init_curve2();
    init_guide2();
    init_haze();
    init_level();
    init_measurement();
    init_planes2();
    init_upsample();
    KEPT_PIXELS = 12e5;
    analyses = /* @__PURE__ */ new WeakMap();
  },
});

// src/render/local/base-row.ts
var BaseRow;
var init_base_row = __esm({
  'src/render/local/base-row.ts'() {
    init_analysis();
    init_measurement();
    init_upsample();
    BaseRow = class {
      base;
      kept;
      values;
      upsampler;
      width;
      /** First row that is kept. */
      top;
      loaded = -1;
      constructor(base, source) {
        const { width } = source.raster;
        const { top, height } = source.window;
        this.top = top;
        this.base = base;
        this.width = width;
        this.kept = analysisOf(source).values(base);
        this.values = new Float32Array(this.kept ? 0 : width);
        this.upsampler = this.kept
          ? void 0
          : new RowUpsampler(base.slope.width, width, measureStep({ width, height }));
      }
      /** The array is used again, or is the kept one. */
      load(y, levels) {
        const { base, kept, values, upsampler, width, top } = this;
        if (kept) return kept.subarray((y - top) * width, (y - top + 1) * width);
        if (y !== this.loaded)
          upsampler?.line(base.slope.data, base.offset.data, base.slope.height, y, levels, values);
        this.loaded = y;
        return values;
      }
    };
  },
});

// src/render/local/dehaze.ts
function clearAir(line, amount, veils, air, from, to) {
  const [airRed, airGreen, airBlue] = air;
  for (let x = from, p = 0; x < to; x++, p += 3) {
    const veil = veils[x];
    const v = veil > 0 ? Math.min(veil, 1) : 0;
    const t2 =
      amount > 0
        ? Math.max(MIN_TRANSMISSION, 1 - (amount * 0.8 * v) / (1 + 1.4 * v))
        : 1 + (amount * 0.58 * v) / (v + 0.07);
    const gain = amount > 0 ? 1 / t2 : t2;
    const red = line[p];
    const green = line[p + 1];
    const blue = line[p + 2];
    line[p] = Math.max((red - airRed) * gain + airRed, red * 0.1);
    line[p + 1] = Math.max((green - airGreen) * gain + airGreen, green * 0.1);
    line[p + 2] = Math.max((blue - airBlue) * gain + airBlue, blue * 0.1);
  }
}
var MIN_TRANSMISSION;
var init_dehaze = __esm({
  'src/render/local/dehaze.ts'() {
    MIN_TRANSMISSION = 0.25;
  },
});

// src/render/local/local-tone.ts
function toneGains(settings, analysis, source) {
  const shadows = amountOf(settings, 'Shadows2012');
  const highlights = amountOf(settings, 'Highlights2012');
  if (shadows === 0 && highlights === 0) return void 0;
  const stops2 = clamp(amountOf(settings, 'Exposure2012'), -10, 10);
  const { key, darkKey } = analysis;
  return known2.get([shadows, highlights, stops2, key.median, key.white, darkKey, source].join(' '), () =>
    gainsOf(shadows, highlights, stops2, analysis, source),
  );
}
function gainsOf(shadows, highlights, stops2, analysis, source) {
  const natural = responseOf(0, source);
  const exposed = responseOf(stops2, source);
  const displayGain = displayGains(shadows, highlights, analysis, source);
  const gains = new Float32Array((GAIN_LAST - GAIN_FIRST) * GAIN_PER_STOP + 2);
  for (let i2 = 0; i2 < gains.length; i2++) {
    const scene = Math.max(1e-6, natural.inverse(2 ** (GAIN_FIRST + i2 / GAIN_PER_STOP)));
    const level = Math.log2(Math.max(1e-6, exposed.of(scene)));
    const target = 2 ** (level + displayGain(level));
    const wanted = source === 'raw-preview' ? Math.min(target, 0.9999) : target;
    gains[i2] = clamp(
      Math.log2(Math.max(1e-6, exposed.inverse(wanted)) / Math.max(1e-6, exposed.inverse(2 ** level))),
      -6,
      6,
    );
  }
  return gains;
}
function displayGains(shadows, highlights, analysis, source) {
  const { key, darkKey } = analysis;
  const sign = (amount, up, down) => (amount >= 0 ? up : down);
  const photoShadows = monotoneCubic(SHADOWS.x, sign(shadows, SHADOWS.up, SHADOWS.down));
  const photoHighlights = monotoneCubic(HIGHLIGHTS.x, sign(highlights, HIGHLIGHTS.up, HIGHLIGHTS.down));
  const chartShadows = monotoneCubic(CHART.x, sign(shadows, CHART.shadowsUp, CHART.shadowsDown));
  const chartHighlights = monotoneCubic(CHART.x, sign(highlights, CHART.highlightsUp, CHART.highlightsDown));
  const shadowSize = (Math.abs(shadows) / 60) ** GROWTH;
  const highlightSize = (Math.abs(highlights) / 60) ** GROWTH;
  const whiteShare = source === 'rendered' && highlights < 0 ? 0.75 : 0;
  return (level) => {
    let gain = shadowSize * mix2(photoShadows(level - key.white), chartShadows(level), darkKey);
    const own = mix2(photoHighlights(level - key.median), chartHighlights(level), darkKey);
    gain += highlightSize * own * (1 - whiteShare * smoothstep(-1.2, 0, level));
    return gain;
  };
}
function mix2(a, b, t2) {
  return a + (b - a) * t2;
}
var TONE_BASE, SHADOWS, HIGHLIGHTS, CHART, GROWTH, GAIN_FIRST, GAIN_PER_STOP, GAIN_LAST, known2;
var init_local_tone = __esm({
  'src/render/local/local-tone.ts'() {
    init_curve2();
    init_whites_blacks();
    init_read_settings();
    init_remembered();
    TONE_BASE = { radius: 0.032, epsilon: 0.5 };
    SHADOWS = {
      x: [
        -9.89, -9.23, -8.58, -7.92, -7.05, -6.17, -5.52, -4.86, -4.2, -3.55, -2.89, -2.23, -1.36, -0.48, 0.5,
      ],
      up: [1.3, 1.3, 1.3, 1.31, 1.34, 1.246, 0.981, 0.79, 0.594, 0.405, 0.202, 0.101, 0.046, 0.0135, 0],
      down: [
        -0.3, -0.8, -1.367, -1.34, -1.09, -1.055, -0.901, -0.782, -0.599, -0.404, -0.199, -0.1017, -0.0464,
        -0.0136, 0,
      ],
    };
    HIGHLIGHTS = {
      x: [-5, -4.375, -3.6, -3.1, -2.375, -1.375, -0.375, 0.375, 0.875, 1.375, 1.875, 2.375, 2.9, 3.375, 4],
      up: [0, 2e-3, 0.02, 0.039, 0.072, 0.086, 0.097, 0.118, 0.166, 0.242, 0.315, 0.32, 0.38, 0.42, 0.42],
      down: [
        -0.013, -0.024, -0.04, -0.06, -0.08, -0.092, -0.098, -0.12, -0.17, -0.256, -0.37, -0.418, -0.51,
        -0.66, -0.66,
      ],
    };
    CHART = {
      x: [
        -11.959, -11.379, -10.732, -10.11, -9.493, -8.912, -8.371, -7.863, -7.294, -6.653, -5.942, -5.193,
        -4.445, -3.725, -3.03, -2.351, -1.717, -1.196, -0.789, -0.49, -0.276, -0.131, -0.045, 0,
      ],
      shadowsUp: [
        1.973, 2.509, 2.719, 2.752, 2.677, 2.519, 2.439, 2.284, 2.092, 1.778, 1.502, 1.206, 1.033, 0.928,
        0.839, 0.71, 0.504, 0.346, 0.218, 0.13, 0.07, 0.03, 9e-3, 0,
      ],
      shadowsDown: [
        -4.7, -4.5, -4.26, -4.122, -3.739, -3.107, -2.613, -2.07, -1.701, -1.479, -1.391, -1.231, -1.102,
        -0.98, -0.869, -0.773, -0.611, -0.425, -0.27, -0.156, -0.082, -0.035, -0.01, 0,
      ],
      highlightsUp: [
        0, 0.062, 0.101, 0.13, 0.162, 0.194, 0.204, 0.263, 0.336, 0.425, 0.504, 0.557, 0.583, 0.609, 0.639,
        0.638, 0.581, 0.54, 0.474, 0.389, 0.25, 0.124, 0.043, 0,
      ],
      highlightsDown: [
        -0.06, -0.08, -0.121, -0.161, -0.171, -0.214, -0.221, -0.253, -0.32, -0.403, -0.489, -0.559, -0.604,
        -0.627, -0.653, -0.683, -0.721, -0.758, -0.788, -0.799, -0.775, -0.665, -0.485, -0.182,
      ],
    };
    GROWTH = 1.15;
    GAIN_FIRST = -14;
    GAIN_PER_STOP = 8;
    GAIN_LAST = 4;
    known2 = new Remembered();
  },
});

// src/render/local/presence.ts
function clarityStrength(amount) {
  return amount * (amount > 0 ? 1.1 : 0.75);
}
function textureStrength(amount) {
  return amount * (amount > 0 ? 1 : 0.75);
}
function addClarity(strength, levels, bases, stops2, from, to) {
  for (let x = from; x < to; x++) {
    const base = bases[x];
    const detail = levels[x] - base;
    const size = detail < 0 ? -detail : detail;
    let mask = base < -9 ? 0 : base < -5.5 ? (base + 9) / 3.5 : 1;
    if (base > -1.2) mask *= base > 0 ? 0.45 : 1 - 0.55 * ((base + 1.2) / 1.2);
    stops2[x] += (strength * detail * mask) / (1 + 0.6 * size);
  }
}
function addTexture(strength, levels, bases, stops2, from, to) {
  for (let x = from; x < to; x++) {
    const detail = levels[x] - bases[x];
    stops2[x] += (strength * detail) / (1 + 1.5 * detail * detail);
  }
}
var CLARITY_BASE, TEXTURE_BASE;
var init_presence = __esm({
  'src/render/local/presence.ts'() {
    CLARITY_BASE = { radius: 0.02, epsilon: 0.4 };
    TEXTURE_BASE = { radius: 4e-3, epsilon: 0.06 };
  },
});

// src/render/local/local-pass.ts
function isLocal(settings) {
  return SLIDERS.some((name) => amountOf(settings, name) !== 0);
}
function localPass(source, settings) {
  const clarity = amountOf(settings, 'Clarity2012') / 100;
  const texture = amountOf(settings, 'Texture') / 100;
  const dehaze = amountOf(settings, 'Dehaze') / 100;
  if (!isLocal(settings)) return void 0;
  const analysis = analysisOf(source);
  const gains = toneGains(settings, analysis, source.source);
  const base = ({ radius, epsilon }) => analysis.base(radius, epsilon);
  const parts = {
    tone: gains && { gains, base: base(TONE_BASE) },
    clarity: clarity === 0 ? void 0 : { strength: clarityStrength(clarity), base: base(CLARITY_BASE) },
    texture: texture === 0 ? void 0 : { strength: textureStrength(texture), base: base(TEXTURE_BASE) },
    haze: dehaze === 0 ? void 0 : { amount: dehaze, ...analysis.haze() },
  };
  const { haze } = parts;
  const stops2 = new Float32Array(source.raster.width);
  const rows = /* @__PURE__ */ new Map();
  const rowOf = (one, y, levels) => {
    let row = rows.get(one);
    if (!row) {
      row = new BaseRow(one, source);
      rows.set(one, row);
    }
    return row.load(y, levels);
  };
  function addPresence(levels, y, from, to) {
    const { clarity: clarity2, texture: texture2 } = parts;
    if (clarity2) addClarity(clarity2.strength, levels, rowOf(clarity2.base, y, levels), stops2, from, to);
    if (texture2) addTexture(texture2.strength, levels, rowOf(texture2.base, y, levels), stops2, from, to);
  }
  function addTone(levels, y, from, to) {
    if (parts.tone) addGains(parts.tone.gains, rowOf(parts.tone.base, y, levels), stops2, from, to);
  }
  const present = parts.clarity !== void 0 || parts.texture !== void 0;
  return {
    scene: gains !== void 0,
    plain: haze === void 0 && source.source === 'rendered',
    gains: parts,
    gainRoots(y, from, to) {
      const levels = analysis.levelRow(y);
      stops2.fill(0, from, to);
      addPresence(levels, y, from, to);
      addTone(levels, y, from, to);
      for (let x = from; x < to; x++) stops2[x] = fastPower2(stops2[x] * 0.5);
      return stops2;
    },
    apply(line, y, from, to, enterScene) {
      const levels = analysis.levelRow(y);
      if (haze) clearAir(line, haze.amount, rowOf(haze.veil, y, levels), haze.air, from, to);
      stops2.fill(0, from, to);
      addPresence(levels, y, from, to);
      if (enterScene && gains) {
        if (present) multiply(line, stops2, from, to);
        stops2.fill(0, from, to);
        enterScene(line, to - from);
      }
      addTone(levels, y, from, to);
      if (gains || present) multiply(line, stops2, from, to);
      if (enterScene && !gains) enterScene(line, to - from);
    },
  };
}
function addGains(gains, levels, stops2, from, to) {
  const last = gains.length - 2;
  for (let x = from; x < to; x++) {
    const position = (levels[x] - GAIN_FIRST) * GAIN_PER_STOP;
    const place = position > 0 ? Math.min(position, last) : 0;
    const i2 = place | 0;
    const a = gains[i2];
    stops2[x] += a + (gains[i2 + 1] - a) * (place - i2);
  }
}
function multiply(line, stops2, from, to) {
  for (let x = from, p = 0; x < to; x++, p += 3) {
    const gain = fastPower2(stops2[x]);
    line[p] *= gain;
    line[p + 1] *= gain;
    line[p + 2] *= gain;
  }
}
var SLIDERS;
var init_local_pass = __esm({
  'src/render/local/local-pass.ts'() {
    init_read_settings();
    init_analysis();
    init_base_row();
    init_dehaze();
    init_fast_log();
    init_local_tone();
    init_presence();
    SLIDERS = ['Highlights2012', 'Shadows2012', 'Clarity2012', 'Texture', 'Dehaze'];
  },
});

// src/settings/make-parameter.ts
function slidersOf(panel) {
  return (name, label, options = {}) => ({
    kind: 'number',
    name,
    panel,
    label,
    unit: 'none',
    minimum: -100,
    maximum: 100,
    neutral: 0,
    step: 1,
    uiScale: 1,
    scaling: 'amount',
    ...options,
  });
}
var ZERO_TO_100, HUE_ANGLE;
var init_make_parameter = __esm({
  'src/settings/make-parameter.ts'() {
    ZERO_TO_100 = { minimum: 0 };
    HUE_ANGLE = { minimum: 0, maximum: 360, unit: 'degrees', scaling: 'setting' };
  },
});

// src/settings/basic.ts
var slider, BASIC;
var init_basic = __esm({
  'src/settings/basic.ts'() {
    init_make_parameter();
    slider = slidersOf('Basic');
    BASIC = [
      {
        kind: 'choice',
        name: 'WhiteBalance',
        panel: 'Basic',
        label: 'White balance',
        choices: [
          'As Shot',
          'Auto',
          'Daylight',
          'Cloudy',
          'Shade',
          'Tungsten',
          'Fluorescent',
          'Flash',
          'Custom',
        ],
        neutral: 'As Shot',
      },
      slider('Temperature', 'Temperature', {
        unit: 'K',
        minimum: 2e3,
        maximum: 5e4,
        neutral: 6500,
        scaling: 'mired',
        asShot: 'kelvin',
      }),
      slider('Tint', 'Tint', { minimum: -150, maximum: 150, asShot: 'tint' }),
      slider('IncrementalTemperature', 'Temperature'),
      slider('IncrementalTint', 'Tint'),
      slider('Exposure2012', 'Exposure', { unit: 'EV', minimum: -5, maximum: 5, step: 0.01 }),
      slider('Contrast2012', 'Contrast'),
      slider('Highlights2012', 'Highlights'),
      slider('Shadows2012', 'Shadows'),
      slider('Whites2012', 'Whites'),
      slider('Blacks2012', 'Blacks'),
      slider('Texture', 'Texture'),
      slider('Clarity2012', 'Clarity'),
      slider('Dehaze', 'Dehaze'),
      slider('Vibrance', 'Vibrance'),
      slider('Saturation', 'Saturation'),
    ];
  },
});

// src/settings/mixer.ts
var slider2, MIXER_COLORS, MIXER;
var init_mixer2 = __esm({
  'src/settings/mixer.ts'() {
    init_make_parameter();
    slider2 = slidersOf('Mixer');
    MIXER_COLORS = ['Red', 'Orange', 'Yellow', 'Green', 'Aqua', 'Blue', 'Purple', 'Magenta'];
    MIXER = ['Hue', 'Saturation', 'Luminance'].flatMap((property) =>
      MIXER_COLORS.map((color) =>
        slider2(`${property}Adjustment${color}`, `${color} ${property.toLowerCase()}`),
      ),
    );
  },
});

// src/settings/black-white.ts
var slider3, BLACK_WHITE;
var init_black_white = __esm({
  'src/settings/black-white.ts'() {
    init_make_parameter();
    init_mixer2();
    slider3 = slidersOf('B&W mix');
    BLACK_WHITE = [
      {
        kind: 'boolean',
        name: 'ConvertToGrayscale',
        panel: 'B&W mix',
        label: 'Black & white',
        neutral: false,
      },
      ...MIXER_COLORS.map((color) =>
        slider3(`GrayMixer${color}`, `${color} in grey`, { companionOf: ['ConvertToGrayscale'] }),
      ),
    ];
  },
});

// src/settings/calibration.ts
var slider4, CALIBRATION;
var init_calibration2 = __esm({
  'src/settings/calibration.ts'() {
    init_make_parameter();
    slider4 = slidersOf('Calibration');
    CALIBRATION = [
      slider4('ShadowTint', 'Shadow tint'),
      ...['Red', 'Green', 'Blue'].flatMap((primary) => [
        slider4(`${primary}Hue`, `${primary} primary hue`),
        slider4(`${primary}Saturation`, `${primary} primary saturation`),
      ]),
    ];
  },
});

// src/settings/detail.ts
function companion(owner, neutral) {
  return { ...ZERO_TO_100, neutral, scaling: 'setting', companionOf: [owner] };
}
var slider5, DETAIL;
var init_detail2 = __esm({
  'src/settings/detail.ts'() {
    init_make_parameter();
    slider5 = slidersOf('Detail');
    DETAIL = [
      slider5('Sharpness', 'Sharpening', { minimum: 0, maximum: 150 }),
      slider5('SharpenRadius', 'Sharpening radius', {
        ...companion('Sharpness', 1),
        unit: 'px',
        minimum: 0.5,
        maximum: 3,
        step: 0.1,
      }),
      slider5('SharpenDetail', 'Sharpening detail', companion('Sharpness', 25)),
      slider5('SharpenEdgeMasking', 'Sharpening masking', companion('Sharpness', 0)),
      slider5('LuminanceSmoothing', 'Noise reduction', ZERO_TO_100),
      slider5('LuminanceNoiseReductionDetail', 'Noise reduction detail', companion('LuminanceSmoothing', 50)),
      slider5(
        'LuminanceNoiseReductionContrast',
        'Noise reduction contrast',
        companion('LuminanceSmoothing', 0),
      ),
      slider5('ColorNoiseReduction', 'Color noise reduction', ZERO_TO_100),
      slider5('ColorNoiseReductionDetail', 'Color noise detail', companion('ColorNoiseReduction', 50)),
      slider5(
        'ColorNoiseReductionSmoothness',
        'Color noise smoothness',
        companion('ColorNoiseReduction', 50),
      ),
    ];
  },
});

// src/settings/effects.ts
var slider6, vignette, grain, EFFECTS;
var init_effects = __esm({
  'src/settings/effects.ts'() {
    init_make_parameter();
    slider6 = slidersOf('Effects');
    vignette = { scaling: 'setting', companionOf: ['PostCropVignetteAmount'] };
    grain = { ...ZERO_TO_100, scaling: 'setting', companionOf: ['GrainAmount'] };
    EFFECTS = [
      slider6('PostCropVignetteAmount', 'Vignette'),
      slider6('PostCropVignetteMidpoint', 'Vignette midpoint', { ...vignette, minimum: 0, neutral: 50 }),
      slider6('PostCropVignetteFeather', 'Vignette feather', { ...vignette, minimum: 0, neutral: 50 }),
      slider6('PostCropVignetteRoundness', 'Vignette roundness', vignette),
      // 1 highlight priority, 2 color priority, 3 paint overlay.
      slider6('PostCropVignetteStyle', 'Vignette style', { ...vignette, minimum: 1, maximum: 3, neutral: 1 }),
      slider6('PostCropVignetteHighlightContrast', 'Vignette highlights', { ...vignette, minimum: 0 }),
      slider6('GrainAmount', 'Grain', ZERO_TO_100),
      slider6('GrainSize', 'Grain size', { ...grain, neutral: 25 }),
      // Labelled Roughness in the panel; the key is GrainFrequency.
      slider6('GrainFrequency', 'Grain roughness', { ...grain, neutral: 50 }),
    ];
  },
});

// src/settings/grading.ts
var slider7, WHEELS, REGIONAL, GRADING;
var init_grading2 = __esm({
  'src/settings/grading.ts'() {
    init_make_parameter();
    slider7 = slidersOf('Grading');
    WHEELS = [
      {
        label: 'Shadows',
        hue: 'SplitToningShadowHue',
        saturation: 'SplitToningShadowSaturation',
        lum: 'ColorGradeShadowLum',
      },
      {
        label: 'Midtones',
        hue: 'ColorGradeMidtoneHue',
        saturation: 'ColorGradeMidtoneSat',
        lum: 'ColorGradeMidtoneLum',
      },
      {
        label: 'Highlights',
        hue: 'SplitToningHighlightHue',
        saturation: 'SplitToningHighlightSaturation',
        lum: 'ColorGradeHighlightLum',
      },
      {
        label: 'Global',
        hue: 'ColorGradeGlobalHue',
        saturation: 'ColorGradeGlobalSat',
        lum: 'ColorGradeGlobalLum',
      },
    ];
    REGIONAL = WHEELS.slice(0, 3).flatMap((wheel) => [wheel.saturation, wheel.lum]);
    GRADING = [
      ...WHEELS.flatMap((wheel) => [
        slider7(wheel.hue, `${wheel.label} hue`, { ...HUE_ANGLE, companionOf: [wheel.saturation] }),
        slider7(wheel.saturation, `${wheel.label} saturation`, ZERO_TO_100),
        slider7(wheel.lum, `${wheel.label} luminance`),
      ]),
      slider7('ColorGradeBlending', 'Blending', {
        ...ZERO_TO_100,
        neutral: 50,
        scaling: 'setting',
        companionOf: REGIONAL,
      }),
      slider7('SplitToningBalance', 'Balance', { scaling: 'setting', companionOf: REGIONAL }),
    ];
  },
});

// src/settings/local.ts
var slider8, hundredth, positive, GRADE, LOCAL;
var init_local = __esm({
  'src/settings/local.ts'() {
    init_make_parameter();
    slider8 = slidersOf('Local');
    hundredth = { minimum: -1, maximum: 1, step: 0.01, uiScale: 100 };
    positive = { ...hundredth, minimum: 0 };
    GRADE = [
      ...['Shadow', 'Midtone', 'Highlight', 'Global'].flatMap((wheel) => [
        slider8(`LocalColorGrade${wheel}Hue`, `${wheel} hue`, {
          ...HUE_ANGLE,
          companionOf: [`LocalColorGrade${wheel}Sat`],
        }),
        slider8(`LocalColorGrade${wheel}Sat`, `${wheel} saturation`, ZERO_TO_100),
        slider8(`LocalColorGrade${wheel}Lum`, `${wheel} luminance`),
      ]),
      slider8('LocalColorGradeBlending', 'Blending', { ...ZERO_TO_100, neutral: 50, scaling: 'setting' }),
      slider8('LocalColorGradeBalance', 'Balance', { scaling: 'setting' }),
    ];
    LOCAL = [
      // ±4 EV, stored as EV/4.
      slider8('LocalExposure2012', 'Exposure', {
        unit: 'EV',
        minimum: -1,
        maximum: 1,
        step: 25e-4,
        uiScale: 4,
      }),
      slider8('LocalContrast2012', 'Contrast', hundredth),
      slider8('LocalHighlights2012', 'Highlights', hundredth),
      slider8('LocalShadows2012', 'Shadows', hundredth),
      slider8('LocalWhites2012', 'Whites', hundredth),
      slider8('LocalBlacks2012', 'Blacks', hundredth),
      slider8('LocalTemperature', 'Temperature', hundredth),
      slider8('LocalTint', 'Tint', hundredth),
      // Degrees/180.
      slider8('LocalHue', 'Hue', { unit: 'degrees', minimum: -1, maximum: 1, step: 1 / 180, uiScale: 180 }),
      slider8('LocalSaturation', 'Saturation', hundredth),
      slider8('LocalCurveRefineSaturation', 'Refine saturation', {
        ...ZERO_TO_100,
        unit: 'percent',
        neutral: 100,
      }),
      slider8('LocalTexture', 'Texture', hundredth),
      slider8('LocalClarity2012', 'Clarity', hundredth),
      slider8('LocalDehaze', 'Dehaze', hundredth),
      slider8('LocalGrain', 'Grain', positive),
      slider8('LocalSharpness', 'Sharpening', hundredth),
      slider8('LocalLuminanceNoise', 'Noise reduction', hundredth),
      slider8('LocalMoire', 'Moir\xE9', hundredth),
      slider8('LocalDefringe', 'Defringe', hundredth),
      slider8('LocalToningHue', 'Toning hue', { ...HUE_ANGLE, companionOf: ['LocalToningSaturation'] }),
      slider8('LocalToningSaturation', 'Toning saturation', positive),
      ...GRADE,
    ];
  },
});

// src/settings/tone-curve.ts
function curve(name, label) {
  return { kind: 'curve', name, panel: 'Tone curve', label, neutral: IDENTITY_CURVE };
}
var slider9, IDENTITY_CURVE, REGIONS2, split, TONE_CURVE;
var init_tone_curve = __esm({
  'src/settings/tone-curve.ts'() {
    init_make_parameter();
    slider9 = slidersOf('Tone curve');
    IDENTITY_CURVE = [
      [0, 0],
      [255, 255],
    ];
    REGIONS2 = ['ParametricShadows', 'ParametricDarks', 'ParametricLights', 'ParametricHighlights'];
    split = { scaling: 'setting', companionOf: REGIONS2 };
    TONE_CURVE = [
      slider9('ParametricShadows', 'Curve shadows'),
      slider9('ParametricDarks', 'Curve darks'),
      slider9('ParametricLights', 'Curve lights'),
      slider9('ParametricHighlights', 'Curve highlights'),
      // Must stay in this order; `clampSettings` puts them apart.
      slider9('ParametricShadowSplit', 'Shadow split', { ...split, minimum: 10, maximum: 70, neutral: 25 }),
      slider9('ParametricMidtoneSplit', 'Midtone split', { ...split, minimum: 20, maximum: 80, neutral: 50 }),
      slider9('ParametricHighlightSplit', 'Highlight split', {
        ...split,
        minimum: 30,
        maximum: 90,
        neutral: 75,
      }),
      curve('ToneCurvePV2012', 'Point curve'),
      curve('ToneCurvePV2012Red', 'Red curve'),
      curve('ToneCurvePV2012Green', 'Green curve'),
      curve('ToneCurvePV2012Blue', 'Blue curve'),
      slider9('CurveRefineSaturation', 'Refine saturation', {
        unit: 'percent',
        minimum: 0,
        maximum: 200,
        neutral: 100,
      }),
    ];
  },
});

// src/settings/parameters.ts
function parameterByName(name) {
  return byName.get(name);
}
var PARAMETERS, PANELS, byName;
var init_parameters = __esm({
  'src/settings/parameters.ts'() {
    init_basic();
    init_black_white();
    init_calibration2();
    init_detail2();
    init_effects();
    init_grading2();
    init_local();
    init_mixer2();
    init_tone_curve();
    PARAMETERS = [
      ...BASIC,
      ...TONE_CURVE,
      ...MIXER,
      ...BLACK_WHITE,
      ...GRADING,
      ...DETAIL,
      ...EFFECTS,
      ...CALIBRATION,
    ];
    PANELS = [...new Set([...PARAMETERS, ...LOCAL].map((one) => one.panel))];
    byName = new Map([...PARAMETERS, ...LOCAL].map((one) => [one.name, one]));
  },
});

// src/render/local-settings.ts
function localSettings(correction) {
  const settings = {};
  for (const [name, value] of Object.entries(correction.values)) {
    const amount = parameterByName(name);
    const scale = amount?.kind === 'number' && amount.scaling === 'setting' ? 1 : correction.amount;
    const slider10 = SLIDERS2[name];
    if (slider10) settings[slider10[0]] = value * slider10[1] * scale;
    else if (AS_STORED[name]) settings[AS_STORED[name]] = value * scale;
    else if (name === 'LocalToningSaturation') settings['LocalToningSaturation'] = value * 100 * scale;
  }
  for (const [name, points] of Object.entries(correction.curves ?? {}))
    if (points) settings[CURVES[name]] = points;
  return settings;
}
function activeCorrections(settings) {
  return (settings.MaskGroupBasedCorrections ?? []).filter(
    (correction) => correction.active && correction.amount > 0 && correction.masks.length > 0,
  );
}
var SLIDERS2, AS_STORED, CURVES;
var init_local_settings = __esm({
  'src/render/local-settings.ts'() {
    init_parameters();
    SLIDERS2 = {
      LocalExposure2012: ['Exposure2012', 4],
      LocalContrast2012: ['Contrast2012', 100],
      LocalHighlights2012: ['Highlights2012', 100],
      LocalShadows2012: ['Shadows2012', 100],
      LocalWhites2012: ['Whites2012', 100],
      LocalBlacks2012: ['Blacks2012', 100],
      LocalTemperature: ['IncrementalTemperature', 100],
      LocalTint: ['IncrementalTint', 100],
      LocalSaturation: ['Saturation', 100],
      LocalTexture: ['Texture', 100],
      LocalClarity2012: ['Clarity2012', 100],
      LocalDehaze: ['Dehaze', 100],
      LocalHue: ['LocalHue', 180],
    };
    AS_STORED = {
      LocalColorGradeShadowHue: 'SplitToningShadowHue',
      LocalColorGradeShadowSat: 'SplitToningShadowSaturation',
      LocalColorGradeShadowLum: 'ColorGradeShadowLum',
      LocalColorGradeMidtoneHue: 'ColorGradeMidtoneHue',
      LocalColorGradeMidtoneSat: 'ColorGradeMidtoneSat',
      LocalColorGradeMidtoneLum: 'ColorGradeMidtoneLum',
      LocalColorGradeHighlightHue: 'SplitToningHighlightHue',
      LocalColorGradeHighlightSat: 'SplitToningHighlightSaturation',
      LocalColorGradeHighlightLum: 'ColorGradeHighlightLum',
      LocalColorGradeGlobalHue: 'ColorGradeGlobalHue',
      LocalColorGradeGlobalSat: 'ColorGradeGlobalSat',
      LocalColorGradeGlobalLum: 'ColorGradeGlobalLum',
      LocalColorGradeBlending: 'ColorGradeBlending',
      LocalColorGradeBalance: 'SplitToningBalance',
      LocalCurveRefineSaturation: 'CurveRefineSaturation',
      LocalToningHue: 'LocalToningHue',
    };
    CURVES = {
      MainCurve: 'ToneCurvePV2012',
      RedCurve: 'ToneCurvePV2012Red',
      GreenCurve: 'ToneCurvePV2012Green',
      BlueCurve: 'ToneCurvePV2012Blue',
    };
  },
});

// src/render/parts.ts
function needsOf(size, settings, options = {}) {
  const corrections = activeCorrections(settings);
  const halo = detailHalo(options.scale ?? 1, settings, corrections);
  const measurement = [settings, ...corrections.map(localSettings)].some((one) =>
    looksAtPicture(one, options),
  );
  return {
    unit: halo > 0 ? haloStripRows(size, halo) : measurement ? measureStep(size) : 1,
    halo,
    measurement,
    whole: corrections.some(({ masks }) => masks.some(({ kind }) => kind === 'ai')),
  };
}
function looksAtPicture(settings, { source = 'rendered', asShot }) {
  let asked = false;
  const context = {
    source,
    asShot: asShot ?? { kelvin: 6500, tint: 0 },
    get darkKey() {
      asked = true;
      return 0;
    },
  };
  pointwiseChain(settings, context, false);
  return asked || isLocal(settings);
}
var init_parts = __esm({
  'src/render/parts.ts'() {
    init_chain();
    init_detail_plan();
    init_halo_strips();
    init_local_pass();
    init_measurement();
    init_local_settings();
    init_measurement();
  },
});

// src/node/divide.ts
function divisionOf({ width, height }, unit, format) {
  const whole = leastCommonMultiple2(unit, BLOCK_ROWS);
  const most = Math.min(SEGMENT_PIXELS[format], (width * height) / SEGMENTS);
  if (width * height < SMALL_PICTURE) {
    const segmentRows2 = Math.min(SEGMENT_ROWS, upTo(height, BLOCK_ROWS));
    return { segmentRows: segmentRows2, unit: upTo(height, segmentRows2) };
  }
  if (whole >= height) {
    const rows = upTo(height, BLOCK_ROWS);
    return { segmentRows: dividing(rows, width, most), unit: rows };
  }
  if (whole * width > most || whole > SEGMENT_ROWS)
    return { segmentRows: dividing(whole, width, most), unit: whole };
  const segmentRows = whole * Math.floor(Math.min(most / width, SEGMENT_ROWS) / whole);
  return { segmentRows, unit: segmentRows };
}
function upTo(value, step) {
  return step * Math.ceil(value / step);
}
function dividing(rows, width, most) {
  for (let count = 1; count < rows / BLOCK_ROWS; count++) {
    const each = rows / count;
    if (each % BLOCK_ROWS === 0 && each <= SEGMENT_ROWS && each * width <= most) return each;
  }
  return BLOCK_ROWS;
}
function divideRows(height, unit, parts, lead = 0) {
  const shares = [0];
  for (let part = 0; part < parts; part++) shares.push((1 + shares[part]) / (lead + 1));
  const bounds2 = shares.map((share, part) =>
    part === parts ? height : Math.min(height, unit * Math.round((share / shares[parts]) * (height / unit))),
  );
  return bounds2.slice(1).map((end, part) => ({ top: bounds2[part], rows: end - bounds2[part] }));
}
function hullOf(ranges) {
  const filled = ranges.filter(({ rows }) => rows > 0);
  if (filled.length === 0) return { top: 0, rows: 0 };
  const top = Math.min(...filled.map((range) => range.top));
  return { top, rows: Math.max(...filled.map((range) => range.top + range.rows)) - top };
}
function leastCommonMultiple2(a, b) {
  return (a / greatestCommonDivisor2(a, b)) * b;
}
function greatestCommonDivisor2(a, b) {
  return b === 0 ? a : greatestCommonDivisor2(b, a % b);
}
var SMALL_PICTURE, SEGMENT_PIXELS, SEGMENTS, SEGMENT_ROWS, BLOCK_ROWS;
var init_divide = __esm({
  'src/node/divide.ts'() {
    SMALL_PICTURE = 15e5;
    SEGMENT_PIXELS = { jpeg: 1e6, png: 5e5, tiff: 2e5 };
    SEGMENTS = 12;
    SEGMENT_ROWS = 4096;
    BLOCK_ROWS = 16;
  },
});

// src/node/tiff-tags.ts
function openTiff(bytes) {
  if (bytes.length < 14) return void 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  if (order !== 18761 && order !== 19789) return void 0;
  const littleEndian = order === 18761;
  if (view.getUint16(2, littleEndian) !== 42) return void 0;
  return { bytes, view, littleEndian, first: view.getUint32(4, littleEndian) };
}
function readDirectory(tiff, offset) {
  const { view, littleEndian, bytes } = tiff;
  const none = { entries: [], next: 0, nextAt: 0 };
  if (offset < 8 || offset + 2 > bytes.length) return none;
  const count = view.getUint16(offset, littleEndian);
  const nextAt = offset + 2 + count * 12;
  if (nextAt > bytes.length) return none;
  const entries = [];
  for (let index = 0; index < count; index++) {
    const position = offset + 2 + index * 12;
    const type = view.getUint16(position + 2, littleEndian);
    const values = view.getUint32(position + 4, littleEndian);
    const byteLength = (TYPE_BYTES[type] ?? 0) * values;
    const valueAt = byteLength <= 4 ? position + 8 : view.getUint32(position + 8, littleEndian);
    if (byteLength === 0 || valueAt + byteLength > bytes.length) continue;
    entries.push({
      tag: view.getUint16(position, littleEndian),
      type,
      count: values,
      position,
      valueAt,
      byteLength,
    });
  }
  const hasNext = nextAt + 4 <= bytes.length;
  return { entries, next: hasNext ? view.getUint32(nextAt, littleEndian) : 0, nextAt: hasNext ? nextAt : 0 };
}
function entryNumber(tiff, entry) {
  if (entry === void 0) return void 0;
  if (entry.type === 3) return tiff.view.getUint16(entry.valueAt, tiff.littleEndian);
  if (entry.type === 4 || entry.type === 13) return tiff.view.getUint32(entry.valueAt, tiff.littleEndian);
  return void 0;
}
function entryBytes(tiff, entry) {
  return tiff.bytes.subarray(entry.valueAt, entry.valueAt + entry.byteLength);
}
function findEntry(directory, tag2) {
  return directory.entries.find((entry) => entry.tag === tag2);
}
var TYPE_BYTES;
var init_tiff_tags = __esm({
  'src/node/tiff-tags.ts'() {
    TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
  },
});

// src/node/exif.ts
function stripExifHeader(exif) {
  const header = [69, 120, 105, 102, 0, 0];
  return header.every((byte, index) => exif[index] === byte) ? exif.subarray(6) : exif;
}
function exifColorSpace(exif) {
  const tiff = exif === void 0 ? void 0 : openTiff(exif);
  if (tiff === void 0) return void 0;
  const directory = subdirectory(tiff, readDirectory(tiff, tiff.first), EXIF_TAGS.exifDirectory);
  const colorSpace = entryNumber(tiff, findEntry(directory, EXIF_TAGS.colorSpace));
  if (colorSpace === 1) return 'sRGB';
  if (colorSpace === 2) return 'Adobe RGB (1998)';
  const index = findEntry(subdirectory(tiff, directory, EXIF_TAGS.interopDirectory), EXIF_TAGS.interopIndex);
  if (colorSpace !== 65535 || index === void 0) return void 0;
  const text = String.fromCharCode(...tiff.bytes.subarray(index.valueAt, index.valueAt + 3));
  return text === 'R03' ? 'Adobe RGB (1998)' : void 0;
}
function updateExif(exif, width, height) {
  const copy = exif.slice();
  const tiff = openTiff(copy);
  if (tiff === void 0) return void 0;
  const main = readDirectory(tiff, tiff.first);
  if (main.entries.length === 0) return void 0;
  const details = subdirectory(tiff, main, EXIF_TAGS.exifDirectory);
  setNumber(tiff, main, EXIF_TAGS.orientation, 1);
  setNumber(tiff, main, EXIF_TAGS.imageWidth, width);
  setNumber(tiff, main, EXIF_TAGS.imageHeight, height);
  setNumber(tiff, details, EXIF_TAGS.pixelWidth, width);
  setNumber(tiff, details, EXIF_TAGS.pixelHeight, height);
  return dropThumbnail(tiff, main);
}
function subdirectory(tiff, directory, tag2) {
  return readDirectory(tiff, entryNumber(tiff, findEntry(directory, tag2)) ?? 0);
}
function setNumber(tiff, directory, tag2, value) {
  const entry = findEntry(directory, tag2);
  if (entry === void 0 || entry.count !== 1) return;
  if (entry.type === 3) tiff.view.setUint16(entry.valueAt, Math.min(value, 65535), tiff.littleEndian);
  if (entry.type === 4) tiff.view.setUint32(entry.valueAt, value, tiff.littleEndian);
}
function dropThumbnail(tiff, main) {
  if (main.nextAt === 0 || main.next === 0) return tiff.bytes;
  const thumbnail = readDirectory(tiff, main.next);
  const offset = entryNumber(tiff, findEntry(thumbnail, EXIF_TAGS.thumbnailOffset));
  const length = entryNumber(tiff, findEntry(thumbnail, EXIF_TAGS.thumbnailLength));
  tiff.view.setUint32(main.nextAt, 0, tiff.littleEndian);
  if (offset === void 0 || length === void 0 || offset + length > tiff.bytes.length || offset < main.nextAt)
    return tiff.bytes;
  if (offset + length === tiff.bytes.length) return tiff.bytes.subarray(0, offset);
  tiff.bytes.fill(0, offset, offset + length);
  return tiff.bytes;
}
var EXIF_TAGS;
var init_exif = __esm({
  'src/node/exif.ts'() {
    init_tiff_tags();
    EXIF_TAGS = {
      imageWidth: 256,
      imageHeight: 257,
      orientation: 274,
      thumbnailOffset: 513,
      thumbnailLength: 514,
      exifDirectory: 34665,
      gpsDirectory: 34853,
      colorSpace: 40961,
      pixelWidth: 40962,
      pixelHeight: 40963,
      interopDirectory: 40965,
      interopIndex: 1,
    };
  },
});

// src/node/jpeg-metadata.ts
function insertJpegMetadata(jpeg, metadata) {
  const parts = [];
  if (metadata.exif !== void 0) parts.push(...segment(225, latin1('Exif\0\0'), metadata.exif));
  if (metadata.xmp !== void 0)
    parts.push(...segment(225, latin1(XMP_HEADER), new TextEncoder().encode(metadata.xmp)));
  if (metadata.icc !== void 0) parts.push(...iccSegments(metadata.icc));
  const afterJfif = jpeg[2] === 255 && jpeg[3] === 224 ? 4 + jpeg[4] * 256 + jpeg[5] : 2;
  return concatBytes([jpeg.subarray(0, afterJfif), ...parts, jpeg.subarray(afterJfif)]);
}
function iccSegments(icc) {
  const count = Math.ceil(icc.length / ICC_CHUNK_BYTES);
  if (count > 255) return [];
  return Array.from({ length: count }, (_, index) => {
    const header = concatBytes([latin1('ICC_PROFILE\0'), Uint8Array.of(index + 1, count)]);
    return segment(226, header, icc.subarray(index * ICC_CHUNK_BYTES, (index + 1) * ICC_CHUNK_BYTES));
  }).flat();
}
function segment(marker2, header, body) {
  const length = header.length + body.length + 2;
  if (length > SEGMENT_BYTES + 2) return [];
  return [Uint8Array.of(255, marker2, length >> 8, length & 255), header, body];
}
function latin1(text) {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
var SEGMENT_BYTES, XMP_HEADER, ICC_CHUNK_BYTES;
var init_jpeg_metadata = __esm({
  'src/node/jpeg-metadata.ts'() {
    init_bytes();
    SEGMENT_BYTES = 65533;
    XMP_HEADER = 'http://ns.adobe.com/xap/1.0/\0';
    ICC_CHUNK_BYTES = SEGMENT_BYTES - 14;
  },
});

// src/node/png-metadata.ts
import { crc32, deflateSync } from 'node:zlib';

function insertPngMetadata(png, metadata) {
  const parts = [];
  if (metadata.icc !== void 0)
    parts.push(chunk('iCCP', concatBytes([bytesOf('ICC profile\0\0'), deflateSync(metadata.icc)])));
  if (metadata.exif !== void 0) parts.push(chunk('eXIf', metadata.exif));
  if (metadata.xmp !== void 0)
    parts.push(chunk('iTXt', bytesOf(`XML:com.adobe.xmp\0\0\0\0\0${metadata.xmp}`)));
  return concatBytes([png.subarray(0, HEAD_BYTES), ...parts, png.subarray(HEAD_BYTES)]);
}
function chunk(type, body) {
  const typed = concatBytes([bytesOf(type), body]);
  return concatBytes([bigEndian(body.length), typed, bigEndian(crc32(typed))]);
}
function bigEndian(value) {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}
function bytesOf(text) {
  return new TextEncoder().encode(text);
}
var HEAD_BYTES;
var init_png_metadata = __esm({
  'src/node/png-metadata.ts'() {
    init_bytes();
    HEAD_BYTES = 8 + 25;
  },
});

// src/node/tiff-write.ts
function collectTags(tiff, directory, littleEndian) {
  return directory.entries.map((entry) => {
    const { tag: tag2, type, count } = entry;
    if (POINTERS.includes(tag2)) {
      return {
        tag: tag2,
        type: 4,
        count: 1,
        bytes: new Uint8Array(4),
        directory: collectTags(tiff, subdirectory(tiff, directory, tag2), littleEndian),
      };
    }
    const bytes = entryBytes(tiff, entry).slice();
    if (littleEndian !== tiff.littleEndian) swapWords(bytes, WORD_BYTES[type] ?? 1);
    return { tag: tag2, type, count, bytes };
  });
}
function writeDirectory(tags, offset, littleEndian, next = 0) {
  const sorted = [...tags].sort((one, other) => one.tag - other.tag);
  const chunks = [];
  const head = new Uint8Array(2 + sorted.length * 12 + 4);
  const view = new DataView(head.buffer);
  view.setUint16(0, sorted.length, littleEndian);
  let end = offset + head.length;
  const append = (bytes) => {
    const at = end;
    const padded = bytes.length % 2 === 0 ? bytes : Uint8Array.from([...bytes, 0]);
    chunks.push(padded);
    end += padded.length;
    return at;
  };
  for (const [index, { tag: tag2, type, count, bytes, directory }] of sorted.entries()) {
    const position = 2 + index * 12;
    view.setUint16(position, tag2, littleEndian);
    view.setUint16(position + 2, type, littleEndian);
    view.setUint32(position + 4, count, littleEndian);
    if (directory !== void 0)
      view.setUint32(position + 8, append(writeDirectory(directory, end, littleEndian)), littleEndian);
    else if (bytes.length <= 4) head.set(bytes, position + 8);
    else view.setUint32(position + 8, append(bytes), littleEndian);
  }
  view.setUint32(2 + sorted.length * 12, next, littleEndian);
  return concatBytes([head, ...chunks]);
}
function swapWords(bytes, size) {
  if (size === 1) return;
  for (let at = 0; at + size <= bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}
var POINTERS, WORD_BYTES;
var init_tiff_write = __esm({
  'src/node/tiff-write.ts'() {
    init_bytes();
    init_exif();
    init_tiff_tags();
    POINTERS = [EXIF_TAGS.exifDirectory, EXIF_TAGS.gpsDirectory, EXIF_TAGS.interopDirectory];
    WORD_BYTES = [1, 1, 1, 2, 4, 4, 1, 1, 2, 4, 4, 4, 8, 4];
  },
});

// src/node/read-exif.ts
function readExif(bytes, format, metadata) {
  if (format !== 'tiff') {
    const exif = metadata.exif === void 0 ? void 0 : stripExifHeader(metadata.exif);
    return exif === void 0 || openTiff(exif) === void 0 ? void 0 : new Uint8Array(exif);
  }
  const tiff = openTiff(bytes);
  if (tiff === void 0) return void 0;
  const tags = collectTags(tiff, readDirectory(tiff, tiff.first), true).filter(({ tag: tag2 }) =>
    DESCRIPTIVE_TAGS.includes(tag2),
  );
  if (tags.every(({ tag: tag2 }) => tag2 === EXIF_TAGS.orientation)) return void 0;
  const header = Uint8Array.from([73, 73, 42, 0, 8, 0, 0, 0]);
  return concatBytes([header, writeDirectory(tags, 8, true)]);
}
var DESCRIPTIVE_TAGS;
var init_read_exif = __esm({
  'src/node/read-exif.ts'() {
    init_bytes();
    init_exif();
    init_tiff_tags();
    init_tiff_write();
    DESCRIPTIVE_TAGS = [
      270,
      271,
      272,
      EXIF_TAGS.orientation,
      305,
      306,
      315,
      18246,
      18249,
      33432,
      40091,
      40092,
      40093,
      40094,
      40095,
      EXIF_TAGS.exifDirectory,
      EXIF_TAGS.gpsDirectory,
    ];
  },
});

// src/node/tiff-metadata.ts
function insertTiffMetadata(file2, metadata) {
  const tiff = openTiff(file2);
  if (tiff === void 0) return file2;
  const old = readDirectory(tiff, tiff.first);
  const kept = old.entries.map(({ tag: tag2, type, count, position }) => ({
    tag: tag2,
    type,
    count,
    bytes: file2.subarray(position + 8, position + 12),
    // value or offset: nothing before the end moves
  }));
  const tags = withMetadata(kept, metadata, tiff.littleEndian);
  const padding = new Uint8Array(file2.length % 2);
  const offset = file2.length + padding.length;
  const result = concatBytes([file2, padding, writeDirectory(tags, offset, tiff.littleEndian)]);
  new DataView(result.buffer).setUint32(4, offset, tiff.littleEndian);
  return result;
}
function withMetadata(tags, metadata, littleEndian) {
  const added = [];
  if (metadata.icc !== void 0)
    added.push({ tag: ICC_TAG, type: UNDEFINED, count: metadata.icc.length, bytes: metadata.icc });
  if (metadata.xmp !== void 0) {
    const bytes = new TextEncoder().encode(metadata.xmp);
    added.push({ tag: XMP_TAG, type: BYTE, count: bytes.length, bytes });
  }
  const source = metadata.exif === void 0 ? void 0 : openTiff(metadata.exif);
  if (source !== void 0) {
    const found2 = collectTags(source, readDirectory(source, source.first), littleEndian);
    added.push(...found2.filter(({ tag: tag2 }) => DESCRIPTIVE_TAGS.includes(tag2)));
  }
  const replaced = new Set(added.map(({ tag: tag2 }) => tag2));
  return [...tags.filter(({ tag: tag2 }) => !replaced.has(tag2)), ...added];
}
var XMP_TAG, ICC_TAG, UNDEFINED, BYTE;
var init_tiff_metadata = __esm({
  'src/node/tiff-metadata.ts'() {
    init_bytes();
    init_read_exif();
    init_tiff_tags();
    init_tiff_write();
    XMP_TAG = 700;
    ICC_TAG = 34675;
    UNDEFINED = 7;
    BYTE = 1;
  },
});

// src/node/encode.ts
import sharp from 'sharp';

async function encodePhoto(raster, options) {
  const sized = options.size === void 0 ? raster : fitWithin(raster, options.size);
  const metadata = metadataFor(sized, options);
  switch (options.format) {
    case 'jpeg':
      return insertJpegMetadata(await encodeJpeg(sized, options.quality), metadata);
    case 'png':
      return insertPngMetadata(await sharpOf(sized).png(PNG_OPTIONS).toBuffer(), metadata);
    case 'tiff':
      return insertTiffMetadata(await encodeTiff(sized), metadata);
  }
}
async function encodeTiff(raster, stripRows = 256) {
  return sharpOf(raster)
    .tiff({ ...TIFF_OPTIONS, tileHeight: stripRows })
    .toBuffer();
}
function metadataFor({ width, height, space }, options) {
  const exif = options.exif === void 0 ? void 0 : updateExif(options.exif, width, height);
  const icc = profileFor(space);
  return {
    ...(icc === void 0 ? {} : { icc }),
    ...(exif === void 0 ? {} : { exif }),
    ...(options.xmp === void 0 ? {} : { xmp: options.xmp }),
  };
}
function profileFor(space) {
  return space.icc ?? (space.name === SRGB.name ? void 0 : writeIccProfile(space));
}
function checkJpegSize({ width, height }) {
  if (width <= 65500 && height <= 65500) return;
  throw new RetouchError(
    'too-large',
    `A JPEG cannot be ${width} \xD7 ${height} px: the limit is 65 500 px a side, choose PNG or TIFF`,
  );
}
async function encodeJpeg(raster, quality = JPEG_QUALITY) {
  const { width, height } = raster;
  checkJpegSize(raster);
  return sharp(opaqueBytes(raster), { raw: { width, height, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: false })
    .toBuffer();
}
function sharpOf(raster) {
  const { width, height, data } = raster;
  const input = raster.alpha === void 0 ? data : withAlpha(raster, raster.alpha);
  const image = sharp(input, { raw: { width, height, channels: raster.alpha === void 0 ? 3 : 4 } });
  return depthOf(data) === 16 ? image.toColourspace('rgb16') : image;
}
function withAlpha({ data }, alpha) {
  const out = samplesOf(depthOf(data), alpha.length * 4);
  for (let pixel = 0, from = 0, to = 0; pixel < alpha.length; pixel++, from += 3, to += 4) {
    out[to] = data[from];
    out[to + 1] = data[from + 1];
    out[to + 2] = data[from + 2];
    out[to + 3] = alpha[pixel];
  }
  return out;
}
function opaqueBytes({ data, alpha }) {
  if (depthOf(data) === 8 && alpha === void 0) return data;
  const full = topOf(data);
  const out = new Uint8Array(data.length);
  for (let index = 0; index < data.length; index++) {
    const opacity = alpha === void 0 ? 1 : alpha[(index / 3) | 0] / full;
    out[index] = Math.round(255 * (1 - opacity * (1 - data[index] / full)));
  }
  return out;
}
var JPEG_QUALITY, PNG_OPTIONS, TIFF_OPTIONS;
var init_encode = __esm({
  'src/node/encode.ts'() {
    init_icc_write();
    init_spaces();
    init_depth();
    init_resample();
    init_error();
    init_exif();
    init_jpeg_metadata();
    init_png_metadata();
    init_tiff_metadata();
    JPEG_QUALITY = 90;
    PNG_OPTIONS = { compressionLevel: 3, adaptiveFiltering: true };
    TIFF_OPTIONS = { compression: 'lzw', predictor: 'horizontal' };
  },
});

// src/render/codec.ts
function matricesOf(space) {
  let matrices = cache2.get(space);
  if (!matrices) {
    matrices = { toWorking: spaceToWorking(space), fromWorking: workingToSpace(space) };
    cache2.set(space, matrices);
  }
  return matrices;
}
function decodePixels(space, data, start, count, out) {
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const [a, b, c2, d, e, f, g, h, i2] = matricesOf(space).toWorking;
  for (let p = 0, q = start; p < count * 3; p += 3, q += 3) {
    const x = red[data[q]];
    const y = green[data[q + 1]];
    const z = blue[data[q + 2]];
    out[p] = a * x + b * y + c2 * z;
    out[p + 1] = d * x + e * y + f * z;
    out[p + 2] = g * x + h * y + i2 * z;
  }
}
function codedRow({ data, width }, y, out) {
  const scale = 1 / topOf(data);
  const start = y * width * 3;
  for (let i2 = 0; i2 < width * 3; i2++) out[i2] = data[start + i2] * scale;
}
function encodeSpace(space, samples, count) {
  const red = encodeTable(space, 0);
  const green = encodeTable(space, 1);
  const blue = encodeTable(space, 2);
  const [a, b, c2, d, e, f, g, h, i2] = matricesOf(space).fromWorking;
  for (let p = 0; p < count * 3; p += 3) {
    const x = samples[p];
    const y = samples[p + 1];
    const z = samples[p + 2];
    samples[p] = encodeValue(red, a * x + b * y + c2 * z);
    samples[p + 1] = encodeValue(green, d * x + e * y + f * z);
    samples[p + 2] = encodeValue(blue, g * x + h * y + i2 * z);
  }
}
function extendedCode(space, channel, linear) {
  if (!Number.isFinite(linear)) return 0;
  const coded = space.encode(linear, channel);
  return linear < 0 ? Math.max(-1, coded * BELOW_ZERO) : Math.min(2, coded);
}
function encodeSpaceExtended(space, samples, count) {
  const tables3 = [0, 1, 2].map((channel) => encodeTable(space, channel));
  const [a, b, c2, d, e, f, g, h, i2] = matricesOf(space).fromWorking;
  const extended = (channel, linear) =>
    linear >= 0 && linear <= 1 ? encodeValue(tables3[channel], linear) : extendedCode(space, channel, linear);
  for (let p = 0; p < count * 3; p += 3) {
    const x = samples[p];
    const y = samples[p + 1];
    const z = samples[p + 2];
    samples[p] = extended(0, a * x + b * y + c2 * z);
    samples[p + 1] = extended(1, d * x + e * y + f * z);
    samples[p + 2] = extended(2, g * x + h * y + i2 * z);
  }
}
function decodeSpace(space, samples, count) {
  const tables3 = [0, 1, 2].map((channel) => decodeTable12(space, channel));
  const [a, b, c2, d, e, f, g, h, i2] = matricesOf(space).toWorking;
  for (let p = 0; p < count * 3; p += 3) {
    const x = lookUp(tables3[0], samples[p]);
    const y = lookUp(tables3[1], samples[p + 1]);
    const z = lookUp(tables3[2], samples[p + 2]);
    samples[p] = a * x + b * y + c2 * z;
    samples[p + 1] = d * x + e * y + f * z;
    samples[p + 2] = g * x + h * y + i2 * z;
  }
}
function quantize(samples, count, data) {
  const top = topOf(data);
  if (top === 255) {
    const clamped = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
    for (let p = 0; p < count * 3; p++) clamped[p] = samples[p] * 255;
    return;
  }
  for (let p = 0; p < count * 3; p++) {
    const value = samples[p];
    data[p] = value > 0 ? (value < 1 ? value * top + 0.5 : top) : 0;
  }
}
function encodeValue(table, linear) {
  if (!(linear > 0)) return 0;
  if (linear >= 1) return 1;
  const position = Math.sqrt(linear) * ENCODE_STEPS;
  const i2 = position | 0;
  const a = table[i2];
  return a + (table[i2 + 1] - a) * (position - i2);
}
function decodeTable12(space, channel) {
  let tables3 = decodeTables.get(space);
  if (!tables3) {
    tables3 = [0, 1, 2].map((c2) =>
      Float32Array.from({ length: STEPS7 + 2 }, (_, i2) => space.decode(i2 / STEPS7, c2)),
    );
    decodeTables.set(space, tables3);
  }
  return tables3[channel];
}
function lookUp(table, coded) {
  const position = coded * STEPS7;
  const i2 = position <= 0 ? 0 : position >= STEPS7 ? STEPS7 : position | 0;
  const a = table[i2];
  return a + (table[i2 + 1] - a) * (position - i2);
}
var cache2, BELOW_ZERO, STEPS7, decodeTables;
var init_codec = __esm({
  'src/render/codec.ts'() {
    init_transfer();
    init_depth();
    init_working_space();
    cache2 = /* @__PURE__ */ new WeakMap();
    BELOW_ZERO = 0.75;
    STEPS7 = 4096;
    decodeTables = /* @__PURE__ */ new WeakMap();
  },
});

// src/render/local/gain-row.ts
function gainRow({ data, width, space }, y, gainRoots, out) {
  const { coded } = tablesOf(space);
  const [red, green, blue] = rootsOfCodes(space, data);
  const [codedRed, codedGreen, codedBlue] = coded;
  for (let x = 0, p = 0, q = y * width * 3; x < width; x++, p += 3, q += 3) {
    const gain = gainRoots[x];
    const r = red[data[q]] * gain + 0.5;
    const g = green[data[q + 1]] * gain + 0.5;
    const b = blue[data[q + 2]] * gain + 0.5;
    out[p] = codedRed[r < STEPS8 ? r | 0 : STEPS8];
    out[p + 1] = codedGreen[g < STEPS8 ? g | 0 : STEPS8];
    out[p + 2] = codedBlue[b < STEPS8 ? b | 0 : STEPS8];
  }
}
function gainSpan(space, gainRoots, from, to, samples) {
  const { coded, roots } = tablesOf(space);
  for (let channel = 0; channel < 3; channel++) {
    const table = coded[channel];
    const root = roots[channel];
    for (let x = from, p = channel; x < to; x++, p += 3) {
      const position = samples[p] * ROOT_STEPS2;
      const i2 = position <= 0 ? 0 : position >= ROOT_STEPS2 ? ROOT_STEPS2 : position | 0;
      const a = root[i2];
      samples[p] = lookUp2(table, (a + (root[i2 + 1] - a) * (position - i2)) * gainRoots[x]);
    }
  }
}
function lookUp2(table, position) {
  if (position >= STEPS8) return 1;
  const i2 = position | 0;
  const a = table[i2];
  return a + (table[i2 + 1] - a) * (position - i2);
}
function tablesOf(space) {
  let tables3 = cache3.get(space);
  if (!tables3) {
    const channels = [0, 1, 2];
    const make = (steps, f) =>
      shared(channels.map((c2) => Float32Array.from({ length: steps + 2 }, (_, i2) => f(i2 / steps, c2))));
    tables3 = {
      coded: make(STEPS8, (root, c2) => space.encode(root * root, c2)),
      roots: make(ROOT_STEPS2, (coded, c2) => STEPS8 * Math.sqrt(Math.max(0, space.decode(coded, c2)))),
      ofCodes: /* @__PURE__ */ new Map(),
    };
    cache3.set(space, tables3);
  }
  return tables3;
}
function codedOverRoot(space) {
  return tablesOf(space).coded;
}
function rootsOverCoded(space) {
  return tablesOf(space).roots;
}
function rootsOfCodes(space, data) {
  const { ofCodes } = tablesOf(space);
  let roots = ofCodes.get(data.BYTES_PER_ELEMENT);
  if (!roots) {
    roots = shared(
      [0, 1, 2].map((c2) =>
        decodeTableFor(data, space, c2).map((linear) => STEPS8 * Math.sqrt(Math.max(0, linear))),
      ),
    );
    ofCodes.set(data.BYTES_PER_ELEMENT, roots);
  }
  return roots;
}
function shared(tables3) {
  return tables3.map((table) => tables3.find((other) => other.every((value, i2) => value === table[i2])));
}
var STEPS8, ROOT_STEPS2, cache3;
var init_gain_row = __esm({
  'src/render/local/gain-row.ts'() {
    init_transfer();
    STEPS8 = 8192;
    ROOT_STEPS2 = 1024;
    cache3 = /* @__PURE__ */ new WeakMap();
  },
});

// src/render/kernels/coding.ts
function curvesOf(space) {
  let own = made.get(space);
  if (!own) {
    const curves = [0, 1, 2].map((channel) => {
      const curve2 = (sign) =>
        Float32Array.from({ length: STEPS9 + 2 }, (_, i2) =>
          extendedCode(space, channel, sign * (i2 / PER_UNIT) ** 2),
        );
      return [curve2(1), curve2(-1)];
    });
    own = curves.map((one) => curves.find((other) => equal(other[0], one[0]) && equal(other[1], one[1])));
    made.set(space, own);
  }
  return own;
}
function equal(a, b) {
  return a.every((value, i2) => value === b[i2]);
}
var PER_UNIT, STEPS9, Coding, made;
var init_coding = __esm({
  'src/render/kernels/coding.ts'() {
    init_codec();
    PER_UNIT = 4096;
    STEPS9 = Math.ceil(PER_UNIT * Math.sqrt(5));
    Coding = class {
      memory;
      planes;
      /** Addresses of the curves above and below zero, per channel. */
      curves;
      /** @throws RangeError when there is no memory left */
      constructor(memory, planes, space) {
        this.memory = memory;
        this.planes = planes;
        const placed = /* @__PURE__ */ new Map();
        const place = (curve2) => {
          const address = placed.get(curve2) ?? memory.put(curve2);
          placed.set(curve2, address);
          return address;
        };
        this.curves = curvesOf(space).map(([above2, below]) => [place(above2), place(below)]);
      }
      /** In place; what lies beyond the gamut keeps its distance from it, as the nodes of a color table do. */
      extended(count) {
        this.curves.forEach(([above2, below], channel) => {
          this.memory.run.codePlane(this.planes.of(channel), count, above2, below, STEPS9, PER_UNIT);
        });
      }
    };
    made = /* @__PURE__ */ new WeakMap();
  },
});

// src/render/kernels/kernel-chain.ts
function oddCurve2(f) {
  return Float32Array.from({ length: PER_UNIT2 * COVERED + 2 }, (_, i2) => f(i2 / PER_UNIT2));
}
var PER_UNIT2, COVERED, KernelChain, encodeCurve, decodeCurve;
var init_kernel_chain = __esm({
  'src/render/kernels/kernel-chain.ts'() {
    init_saturate();
    init_transfer2();
    PER_UNIT2 = 4096;
    COVERED = 3;
    KernelChain = class {
      memory;
      planes;
      runs;
      bounds;
      /** @throws RangeError when there is no memory left */
      constructor(memory, planes, steps) {
        this.memory = memory;
        this.planes = planes;
        this.bounds = memory.put(bounds);
        this.runs = steps.map((step) => this.prepare(step));
      }
      /** Develops `count` pixels of the planes. */
      run(count) {
        for (const run of this.runs) run(count);
      }
      prepare(step) {
        const { memory } = this;
        const { address: planes, stride } = this.planes;
        const { run } = memory;
        switch (step.kind) {
          case 'encode':
            return this.odd(encodeCurve, true);
          case 'decode':
            return this.odd(decodeCurve, false);
          case 'matrix': {
            const m = memory.put(Float32Array.from(step.matrix));
            return (count) => run.matrix(planes, stride, count, m);
          }
          case 'tone':
          case 'tone-root': {
            const curve2 = memory.put(step.curve);
            const steps = step.curve.length - 1;
            return (count) =>
              run.toneByExtremes(planes, stride, count, curve2, steps, step.kind === 'tone-root');
          }
          case 'channels': {
            const curves = step.curves.map((curve2) => memory.put(curve2));
            return (count) => {
              step.curves.forEach(({ length }, channel) => {
                run.toneOfPlane(planes + channel * stride, count, curves[channel], length - 1);
              });
            };
          }
          case 'gain': {
            const curve2 = memory.put(step.curve);
            const steps = step.curve.length - 1;
            const [red, green, blue] = step.over === 'largest' ? [0, 0, 0] : step.over;
            return (count) => run.gainByLevel(planes, stride, count, curve2, steps, red, green, blue);
          }
          case 'pixel':
            return step.kernel ? this.preparePixel(step.kernel()) : this.plain(step.apply);
        }
      }
      preparePixel(kernel) {
        const { memory, bounds: bounds2 } = this;
        const { address: planes, stride } = this.planes;
        const { run } = memory;
        switch (kernel.kind) {
          case 'mixer': {
            const [shifts, chromas, levels] = [kernel.shifts, kernel.chromas, kernel.levels].map((table) =>
              memory.put(table),
            );
            return (count) => run.mixer(planes, stride, count, shifts, chromas, levels, bounds2);
          }
          case 'vibrance-up': {
            const amounts = memory.put(kernel.amounts);
            return (count) => run.vibranceUp(planes, stride, count, amounts, bounds2);
          }
          case 'remove-base': {
            const curve2 = memory.put(kernel.curve);
            return (count) => run.removeBase(planes, stride, count, curve2, kernel.curve.length - 1);
          }
          case 'vibrance-down': {
            const chromas = memory.put(kernel.chromas);
            const values = memory.put(kernel.values);
            const steps = kernel.chromas.length - 1;
            return (count) => run.vibranceDown(planes, stride, count, chromas, values, steps);
          }
        }
      }
      odd(curve2, root) {
        const { memory } = this;
        const { address: planes, stride } = this.planes;
        const table = memory.put(curve2);
        return (count) => {
          for (const channel of [0, 1, 2])
            memory.run.oddOfPlane(
              planes + channel * stride,
              count,
              table,
              curve2.length - 2,
              PER_UNIT2,
              root,
            );
        };
      }
      /** A step that no kernel has. */
      plain(apply) {
        return (count) => this.planes.exchange(count, (samples) => apply(samples, count));
      }
    };
    encodeCurve = oddCurve2((root) => encode(root * root));
    decodeCurve = oddCurve2(decode);
  },
});

// src/render/kernels/local-rows.ts
var LocalRows;
var init_local_rows = __esm({
  'src/render/kernels/local-rows.ts'() {
    init_analysis();
    init_local_tone();
    init_measurement();
    init_upsample();
    LocalRows = class {
      /** Address of the rows' levels, which the owner writes. */
      levels;
      memory;
      source;
      gains;
      bases;
      toneTable;
      toneSteps;
      starts = 0;
      shares = 0;
      blends = [0, 0];
      /**
       * @param rows that are looked at at a time
       * @throws RangeError when there is no memory left
       */
      constructor(memory, source, gains, rows) {
        const { raster, window } = source;
        const { width } = raster;
        this.memory = memory;
        this.source = source;
        this.gains = gains;
        this.levels = memory.place(width * rows * 4);
        const { tone, clarity, texture, haze } = gains;
        this.toneTable = tone ? memory.put(tone.gains) : 0;
        this.toneSteps = tone ? tone.gains.length - 2 : 0;
        const analysis = analysisOf(source);
        this.bases = [tone?.base, clarity?.base, texture?.base, haze?.veil].flatMap((base) => {
          if (!base) return [];
          const kept = analysis.values(base);
          const values = memory.place(width * rows * 4);
          if (kept) return [{ base, kept, values, slope: 0, offset: 0 }];
          return [
            { base, kept, values, slope: memory.put(base.slope.data), offset: memory.put(base.offset.data) },
          ];
        });
        const enlarged = this.bases.find(({ kept }) => !kept);
        if (enlarged) {
          const planeWidth = enlarged.base.slope.width;
          const spread = spreadOf(planeWidth, width, measureStep({ width, height: window.height }));
          this.starts = memory.put(spread.starts);
          this.shares = memory.put(spread.shares);
          this.blends = [memory.place((planeWidth + 1) * 4), memory.place((planeWidth + 1) * 4)];
        }
      }
      /** Loads the bases of rows whose levels are written. */
      look(top, rows) {
        for (const base of this.bases) this.loadBase(base, top, rows);
      }
      /** Address of the values of a base. */
      valuesOf(base) {
        return base ? this.bases.find((one) => one.base === base).values : 0;
      }
      /** Roots of the gains of `count` pixels: of Highlights and Shadows, of Clarity and Texture, or of both. */
      gainRoots(count, out, { tone: toned = true, presence = true } = {}) {
        const tone = toned ? this.gains.tone : void 0;
        const clarity = presence ? this.gains.clarity : void 0;
        const texture = presence ? this.gains.texture : void 0;
        this.memory.run.gainRoots(
          this.levels,
          this.valuesOf(tone?.base),
          this.toneTable,
          this.toneSteps,
          GAIN_FIRST,
          GAIN_PER_STOP,
          this.valuesOf(clarity?.base),
          clarity?.strength ?? 0,
          this.valuesOf(texture?.base),
          texture?.strength ?? 0,
          count,
          out,
        );
      }
      loadBase({ base, kept, values, slope, offset }, top, rows) {
        const { memory, source, starts, shares, blends, levels } = this;
        const { raster, window } = source;
        const { width } = raster;
        if (kept) {
          const start = (top - window.top) * width;
          memory.floats(values, rows * width).set(kept.subarray(start, start + rows * width));
          return;
        }
        const { width: planeWidth, height: planeHeight } = base.slope;
        const step = measureStep({ width, height: window.height });
        const { run } = memory;
        const planeRow = planeWidth * 4;
        for (let y = 0; y < rows; y++) {
          const { upper, lower, share } = rowsAround(top + y, step, planeHeight);
          const at = y * width * 4;
          run.blendRows(slope + upper * planeRow, slope + lower * planeRow, planeWidth, share, blends[0]);
          run.blendRows(offset + upper * planeRow, offset + lower * planeRow, planeWidth, share, blends[1]);
          run.lineRow(blends[0], blends[1], starts, shares, planeWidth, levels + at, values + at);
        }
      }
    };
  },
});

// src/render/kernels/placed-table.ts
var PlacedTable;
var init_placed_table = __esm({
  'src/render/kernels/placed-table.ts'() {
    init_kernels();
    PlacedTable = class {
      /** Address of the places, in planes of 16 bits. */
      places;
      stride;
      memory;
      table;
      bits;
      out;
      /**
       * @param pixels at a time
       * @throws RangeError when there is no memory left
       */
      constructor(memory, table, pixels) {
        this.memory = memory;
        this.stride = (pixels * 2 + SLACK + 15) & ~15;
        this.places = memory.place(this.stride * 3);
        this.table = memory.put(table.nodes);
        this.bits = Math.log2(table.size - 1);
        this.out = memory.place(pixels * 12);
      }
      /** Codes of the first `count` places; a view. */
      codes(count) {
        this.apply(count, false);
        return this.memory.bytes(this.out, count * 3);
      }
      /** Values coded 0…1; a view. */
      values(count) {
        this.apply(count, true);
        return this.memory.floats(this.out, count * 3);
      }
      /** Values of planes coded 0…1; a view. */
      valuesOf(planes, count) {
        this.memory.run.planePlaces(planes.address, planes.stride, count, this.places, this.stride);
        return this.values(count);
      }
      apply(count, values) {
        const { memory, places, stride, table, bits: bits2, out } = this;
        memory.run.applyTable(places, stride, count, table, bits2, out, values);
      }
    };
  },
});

// src/render/kernels/put-tables.ts
function putTables(memory, tables3, convert = (table) => table) {
  const addresses = /* @__PURE__ */ new Map();
  return tables3.map((table) => {
    const address = addresses.get(table) ?? memory.put(convert(table));
    addresses.set(table, address);
    return address;
  });
}
var init_put_tables = __esm({
  'src/render/kernels/put-tables.ts'() {},
});

// src/render/effects/vignette-shape.ts
function shapeOf(width, height, roundness, start, end) {
  const cx = width / 2;
  const cy = height / 2;
  const round = Math.max(0, roundness);
  const radius = Math.hypot(cx, cy) / Math.SQRT2;
  return {
    rx: cx + (radius - cx) * round,
    ry: cy + (radius - cy) * round,
    power: 2 + 6 * Math.max(0, -roundness),
    start,
    end,
  };
}
function distanceOf({ power }, u, v) {
  if (power === 2) return Math.sqrt(u * u + v * v) / Math.SQRT2;
  return (u ** power + v ** power) ** (1 / power) / 2 ** (1 / power);
}
function strengthAt({ start, end }, distance) {
  return smootherstep((distance - start) / (end - start));
}
function untouched({ power, start }, v) {
  if (start <= 0) return -1;
  const rest = 2 * start ** power - v ** power;
  return rest > 0 ? rest ** (1 / power) : -1;
}
function smootherstep(t2) {
  const c2 = clamp(t2, 0, 1);
  return c2 * c2 * c2 * (10 - 15 * c2 + 6 * c2 * c2);
}
var init_vignette_shape = __esm({
  'src/render/effects/vignette-shape.ts'() {
    init_curve2();
  },
});

// src/render/kernels/pairs.ts
function pairs(steps, f) {
  const out = new Float32Array(2 * (steps + 1));
  for (let i2 = 0; i2 <= steps; i2++) out[2 * i2] = f(i2 / steps);
  for (let i2 = 0; i2 < steps; i2++) out[2 * i2 + 1] = out[2 * i2 + 2] - out[2 * i2];
  return out;
}
var init_pairs = __esm({
  'src/render/kernels/pairs.ts'() {},
});

// src/render/kernels/vignette-values.ts
var FALL_STEPS, CORNER_STEPS, VignetteValues;
var init_vignette_values = __esm({
  'src/render/kernels/vignette-values.ts'() {
    init_vignette_shape();
    init_pairs();
    FALL_STEPS = 1024;
    CORNER_STEPS = 1024;
    VignetteValues = class {
      memory;
      vignette;
      width;
      height;
      fall;
      corners;
      /** Distances from the middle column, in half axes. */
      across;
      /**
       * @param height of the whole picture
       * @throws RangeError when there is no memory left
       */
      constructor(memory, vignette2, width, height) {
        const { shape, effect } = vignette2;
        const { start, end, power, rx } = shape;
        this.memory = memory;
        this.vignette = vignette2;
        this.width = width;
        this.height = height;
        this.fall = memory.put(
          pairs(FALL_STEPS, (t2) => {
            const value = effect.at(strengthAt(shape, start + t2 * (end - start)));
            return effect.kind === 'gain' ? Math.sqrt(value) : value;
          }),
        );
        const corner = 2 ** (1 / power);
        this.corners =
          power === 2 ? 0 : memory.put(pairs(CORNER_STEPS, (q) => (1 + q ** power) ** (1 / power) / corner));
        this.across = memory.put(
          Float32Array.from({ length: width }, (_, x) => Math.abs(x + 0.5 - width / 2) / rx),
        );
      }
      /** Values of row `y` of the picture, to the address of the row's first one. */
      row(y, out, { from, count } = { from: 0, count: this.width }) {
        const { memory, vignette: vignette2, fall, corners, across } = this;
        const { start, end } = vignette2.shape;
        const perDistance = FALL_STEPS / (end - start);
        const [at, target] = [across + from * 4, out + from * 4];
        memory.run.vignetteRow(
          at,
          this.down(y),
          corners,
          fall,
          start,
          perDistance,
          FALL_STEPS,
          count,
          target,
        );
      }
      /** Where row `y` has something of the vignette, in whole vectors; all of the row where it is not worth dividing. */
      spans(y) {
        const { width, vignette: vignette2 } = this;
        const { shape } = vignette2;
        const free = untouched(shape, this.down(y)) * shape.rx;
        const left = Math.max(0, Math.ceil((width / 2 - free) / 4) * 4);
        const right = Math.floor((width / 2 + free) / 4) * 4;
        if (right <= left) return [{ from: 0, count: width }];
        const sides = [
          { from: 0, count: left },
          { from: right, count: width - right },
        ];
        return sides.filter(({ count }) => count > 0);
      }
      /** Distance of row `y` from the middle, in half axes. */
      down(y) {
        return Math.abs(y + 0.5 - this.height / 2) / this.vignette.shape.ry;
      }
    };
  },
});

// src/render/kernels/exact-rows.ts
var PIXELS2, ExactRows;
var init_exact_rows = __esm({
  'src/render/kernels/exact-rows.ts'() {
    init_transfer();
    init_depth();
    init_gain_row();
    init_level();
    init_working_space();
    init_coding();
    init_kernel_chain();
    init_local_rows();
    init_placed_table();
    init_planes();
    init_put_tables();
    init_vignette_values();
    PIXELS2 = 8192;
    ExactRows = class {
      memory;
      source;
      development;
      most;
      codes;
      tables;
      planes;
      toWorking;
      enterScene;
      develop;
      coding;
      local;
      factors;
      table;
      vignette;
      /**
       * @param vignette one that works on scene light, without holding lights
       * @throws RangeError when there is no memory left
       */
      constructor(memory, source, development, vignette2) {
        const { raster, window } = source;
        const { width, data, space } = raster;
        const { chain, local } = development;
        this.memory = memory;
        this.source = source;
        this.development = development;
        this.most = Math.min(window.height, Math.max(1, Math.floor(PIXELS2 / width)));
        const pixels = width * this.most;
        this.codes = memory.place(pixels * 3 * data.BYTES_PER_ELEMENT);
        this.tables = putTables(memory, shared([0, 1, 2].map((c2) => decodeTableFor(data, space, c2))));
        this.planes = new Planes(memory, pixels);
        const chainOf = (steps) => new KernelChain(memory, this.planes, steps);
        this.toWorking = chainOf([{ kind: 'matrix', matrix: spaceToWorking(space) }]);
        const table = development.table();
        this.table = table && new PlacedTable(memory, table, pixels);
        const toSpace = { kind: 'matrix', matrix: workingToSpace(space) };
        this.enterScene = table || !chain.enterScene ? void 0 : chainOf(chain.steps.enterScene);
        this.develop = chainOf(table ? [toSpace] : [...chain.steps.develop, toSpace]);
        this.coding = new Coding(memory, this.planes, space);
        this.local = local && new LocalRows(memory, source, local.gains, this.most);
        this.factors = memory.place(pixels * 4);
        this.vignette = vignette2 && new VignetteValues(memory, vignette2, width, window.height);
      }
      /** Rows of the picture coded 0…1 (what lies beyond is left to the reader). */
      developValues(top, rows, out) {
        const { width } = this.source.raster;
        for (let y = 0; y < rows; y += this.most) {
          const some = Math.min(this.most, rows - y);
          this.developRows(top + y, some);
          const values = out.subarray(y * width * 3, (y + some) * width * 3);
          if (this.table) values.set(this.table.valuesOf(this.planes, some * width));
          else this.planes.store(values);
        }
      }
      developRows(top, rows) {
        const { source, memory, codes, planes, local } = this;
        const { width, data, space } = source.raster;
        const { run } = memory;
        const count = rows * width;
        const start = (top - source.window.top) * width * 3;
        const own = data.subarray(start, start + count * 3);
        const eight = depthOf(data) === 8;
        const held2 = eight
          ? memory.bytes(codes, own.length)
          : new Uint16Array(run.memory.buffer, codes, own.length);
        held2.set(own);
        const look = eight ? run.lookUp : run.lookUp16;
        look(codes, count, ...this.tables, planes.address, planes.stride);
        if (local) {
          const weights = levelWeightsOf(space);
          run.levels(planes.address, planes.stride, count, false, ...weights, LEVEL_FLOOR, local.levels);
          local.look(top, rows);
        }
        this.toWorking.run(count);
        if (local) this.applyLocal(local, count);
        else this.enterScene?.run(count);
        if (this.vignette) this.applyVignette(this.vignette, top, rows);
        this.develop.run(count);
        this.coding.extended(count);
      }
      applyVignette(vignette2, top, rows) {
        const { source, memory, planes, factors } = this;
        const { width } = source.raster;
        for (let y = 0; y < rows; y++) vignette2.row(top + y, factors + y * width * 4);
        memory.run.lighten(planes.address, planes.stride, rows * width, factors);
      }
      /** In the order of `localPass` (local/local-pass.ts). */
      applyLocal(local, count) {
        const { memory, planes, factors, enterScene } = this;
        const { run } = memory;
        const { tone, clarity, texture, haze } = this.development.local.gains;
        if (haze) {
          const veils = local.valuesOf(haze.veil);
          run.clearAir(planes.address, planes.stride, count, haze.amount, veils, ...haze.air);
        }
        const lighten = (which) => {
          local.gainRoots(count, factors, which);
          run.lighten(planes.address, planes.stride, count, factors);
        };
        if (enterScene) {
          if (clarity || texture) lighten({ tone: false });
          enterScene.run(count);
          if (tone) lighten({ presence: false });
        } else if (tone || clarity || texture) lighten({});
      }
    };
  },
});

// src/render/kernels/gain-rows.ts
function placesOf(coded) {
  return Uint16Array.from(coded, (value) => Math.round(Math.min(Math.max(value, 0), 1) * 65535));
}
function joined(tables3) {
  const out = new Float32Array(tables3.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const table of tables3) {
    out.set(table, at);
    at += table.length;
  }
  return out;
}
var GainRows;
var init_gain_rows = __esm({
  'src/render/kernels/gain-rows.ts'() {
    init_gain_row();
    init_level();
    init_kernels();
    init_local_rows();
    init_put_tables();
    GainRows = class {
      memory;
      width;
      local;
      rootTables;
      placeTables;
      valueCurves;
      roots;
      rootStride;
      factors;
      weights;
      /** @param rows that are looked at at a time */
      constructor(memory, source, gains, rows) {
        const { width, data, space } = source.raster;
        this.memory = memory;
        this.width = width;
        this.local = new LocalRows(memory, source, gains, rows);
        this.rootTables = putTables(memory, rootsOfCodes(space, data));
        this.placeTables = putTables(memory, codedOverRoot(space), placesOf);
        this.valueCurves = memory.put(joined(rootsOverCoded(space)));
        this.rootStride = (width * rows * 4 + SLACK + 15) & ~15;
        this.roots = memory.place(this.rootStride * 3);
        this.factors = memory.place(width * rows * 4);
        this.weights = levelWeightsOf(space).map((weight) => weight / STEPS8 ** 2);
      }
      /** Looks at rows of the picture, whose codes are given; `placesOf` then knows their gains. */
      look(top, rows, codes) {
        const { local, roots, rootStride, factors } = this;
        const { run } = this.memory;
        const count = rows * this.width;
        run.lookUp(codes, count, ...this.rootTables, roots, rootStride);
        run.levels(roots, rootStride, count, true, ...this.weights, LEVEL_FLOOR, local.levels);
        local.look(top, rows);
        local.gainRoots(count, factors);
      }
      /** Places of the rows themselves. */
      placesOf(count, places, placeStride) {
        this.spread(0, count, places, placeStride);
      }
      /** Places of other values, interleaved and coded 0…1, at pixels `from … to − 1` of the row. */
      placesOfValues(values, from, to, places, placeStride) {
        const { memory, roots, rootStride, valueCurves } = this;
        memory.run.valueRoots(values, to - from, valueCurves, ROOT_STEPS2, roots, rootStride);
        this.spread(from, to, places, placeStride);
      }
      /** Places of the roots, the first of which is that of pixel `from`. */
      spread(from, to, places, placeStride) {
        const { memory, roots, rootStride, factors, placeTables } = this;
        memory.run.rootPlaces(
          roots,
          rootStride,
          factors + from * 4,
          to - from,
          ...placeTables,
          STEPS8,
          places,
          placeStride,
        );
      }
    };
  },
});

// src/render/kernels/kernel-rows.ts
var PIXELS3, KernelRows;
var init_kernel_rows = __esm({
  'src/render/kernels/kernel-rows.ts'() {
    init_gain_rows();
    init_placed_table();
    PIXELS3 = 12e3;
    KernelRows = class {
      /** Rows that are developed at a time. */
      most;
      memory;
      raster;
      top;
      codes;
      values;
      table;
      gains;
      /** Row whose gains are known. */
      looked = -1;
      /** @throws RangeError when there is no memory left */
      constructor(memory, source, table, gains) {
        const { raster, window } = source;
        const { width, height } = raster;
        this.memory = memory;
        this.raster = raster;
        this.top = window.top;
        this.most = Math.min(height, Math.max(1, Math.floor(PIXELS3 / width)));
        const pixels = width * this.most;
        this.codes = memory.place(pixels * 3);
        this.values = memory.place(width * 3 * 4);
        this.table = new PlacedTable(memory, table, pixels);
        this.gains = gains && new GainRows(memory, source, gains, this.most);
      }
      /** Rows of the picture as codes. */
      developCodes(top, rows, out) {
        const { width } = this.raster;
        for (let y = 0; y < rows; y += this.most) {
          const some = Math.min(this.most, rows - y);
          this.findPlaces(top + y, some);
          out.set(this.table.codes(some * width), y * width * 3);
        }
      }
      /** Rows of the picture coded 0…1. */
      developValues(top, rows, out) {
        const { width } = this.raster;
        for (let y = 0; y < rows; y += this.most) {
          const some = Math.min(this.most, rows - y);
          this.findPlaces(top + y, some);
          out.set(this.table.values(some * width), y * width * 3);
        }
      }
      /** Develops values coded 0…1 in place: pixels `from … to − 1` of row `y`. */
      developSpan(span, y, from, to) {
        const { memory, values, gains } = this;
        const { places, stride } = this.table;
        memory.floats(values, span.length).set(span);
        if (gains) {
          if (y !== this.looked) this.look(y, 1);
          this.looked = y;
          gains.placesOfValues(values, from, to, places, stride);
        } else memory.run.valuePlaces(values, to - from, places, stride);
        span.set(this.table.values(to - from));
      }
      findPlaces(top, rows) {
        const { memory, codes, gains } = this;
        const { places, stride } = this.table;
        const count = rows * this.raster.width;
        this.look(top, rows);
        if (gains) gains.placesOf(count, places, stride);
        else memory.run.codePlaces(codes, count, places, stride);
      }
      look(top, rows) {
        const { memory, raster, codes } = this;
        const { width, data } = raster;
        const start = (top - this.top) * width * 3;
        memory.bytes(codes, rows * width * 3).set(data.subarray(start, start + rows * width * 3));
        this.gains?.look(top, rows, codes);
      }
    };
  },
});

// src/render/kernels/kernel-development.ts
var PIXELS4, KernelDevelopment;
var init_kernel_development = __esm({
  'src/render/kernels/kernel-development.ts'() {
    init_exact_rows();
    init_kernel_chain();
    init_kernel_rows();
    init_planes();
    PIXELS4 = 4096;
    KernelDevelopment = class {
      memory;
      source;
      development;
      vignette;
      planes;
      chain;
      stepwise;
      fused;
      /** @param vignette one that works on scene light, as a step of `exact` */
      constructor(memory, source, development, vignette2) {
        this.memory = memory;
        this.source = source;
        this.development = development;
        this.vignette = vignette2;
      }
      /** Plain gains and color table as one; null where the development is not that. */
      get rows() {
        if (this.fused === void 0) {
          const { local } = this.development;
          const table = local && !local.plain ? void 0 : this.development.table();
          this.fused = table ? new KernelRows(this.memory, this.source, table, local?.gains) : null;
        }
        return this.fused;
      }
      /** The whole development step by step. */
      get exact() {
        this.stepwise ??= new ExactRows(this.memory, this.source, this.development, this.vignette);
        return this.stepwise;
      }
      /** The pointwise chain on interleaved linear samples, in place. */
      develop(samples, count) {
        const { memory, development } = this;
        this.planes ??= new Planes(memory, PIXELS4);
        this.chain ??= new KernelChain(memory, this.planes, development.chain.steps.develop);
        for (let start = 0; start < count; start += PIXELS4) {
          const part = Math.min(PIXELS4, count - start);
          const numbers = samples.subarray(start * 3, (start + part) * 3);
          this.planes.load(numbers);
          this.chain.run(part);
          this.planes.store(numbers);
        }
      }
    };
  },
});

// src/render/kernels/kernel-samples.ts
var KernelSamples;
var init_kernel_samples = __esm({
  'src/render/kernels/kernel-samples.ts'() {
    init_depth();
    KernelSamples = class {
      memory;
      kernels;
      width;
      rows;
      address;
      codes;
      /** @throws RangeError when there is no memory left */
      constructor(kernels, width, rows) {
        this.kernels = kernels;
        this.memory = kernels.take();
        this.width = width;
        this.rows = rows;
        this.address = this.memory.place(width * rows * 12);
        this.codes = this.memory.place(width * 6);
      }
      /** Coded 0…1, interleaved. A view: void once something else is placed. */
      view() {
        return this.memory.floats(this.address, this.width * this.rows * 3);
      }
      /** Rows of a picture from row `top` of it on, coded 0…1, to the address of samples. */
      load({ data }, top, rows, samples) {
        const { memory, width, codes } = this;
        const { run } = memory;
        const count = width * 3;
        for (let y = 0; y < rows; y++) {
          const own = data.subarray((top + y) * count, (top + y + 1) * count);
          const out = samples + y * count * 4;
          if (own instanceof Uint8Array) {
            memory.bytes(codes, count).set(own);
            run.values8(codes, count, out);
          } else {
            new Uint16Array(run.memory.buffer, codes, count).set(own);
            run.values16(codes, count, out);
          }
        }
      }
      /** Codes of rows from row `first` on, in the depth of `out`. */
      quantize(first, rows, out) {
        const { memory, width, address, codes } = this;
        const { run } = memory;
        const count = width * 3;
        const eight = depthOf(out) === 8;
        const row = eight ? memory.bytes(codes, count) : new Uint16Array(run.memory.buffer, codes, count);
        for (let y = 0; y < rows; y++) {
          const samples = address + (first + y) * count * 4;
          if (eight) run.quantize8(samples, count, codes);
          else run.quantize16(samples, count, codes);
          out.set(row, y * count);
        }
      }
      /** Gives the memory back; nothing of it is used afterwards. */
      end() {
        this.kernels.giveBack(this.memory);
      }
    };
  },
});

// src/render/kernels/vignette-rows.ts
function tablesOf2(space) {
  let tables3 = cache4.get(space);
  if (!tables3) {
    const channels = [0, 1, 2];
    tables3 = {
      roots: shared(
        channels.map((c2) => pairs(STEPS10, (coded) => Math.sqrt(Math.max(0, space.decode(coded, c2))))),
      ),
      codes: shared(channels.map((c2) => pairs(STEPS10, (root) => space.encode(root * root, c2)))),
    };
    cache4.set(space, tables3);
  }
  return tables3;
}
function lightWeightsOf(space) {
  const m = spaceToWorking(space);
  const [red, green, blue] = LUMINANCE;
  return [0, 1, 2].map((i2) => red * m[i2] + green * m[3 + i2] + blue * m[6 + i2]);
}
var STEPS10, VignetteRows, cache4;
var init_vignette_rows = __esm({
  'src/render/kernels/vignette-rows.ts'() {
    init_gain_row();
    init_working_space();
    init_pairs();
    init_put_tables();
    init_row_filter();
    init_vignette_values();
    STEPS10 = 2048;
    VignetteRows = class {
      memory;
      vignette;
      measured;
      roots;
      codes;
      weights;
      ones;
      values;
      row;
      /** @throws RangeError when there is no memory left */
      constructor(memory, vignette2, { raster, window }) {
        const { width, space } = raster;
        const { roots, codes } = tablesOf2(space);
        this.memory = memory;
        this.vignette = vignette2;
        this.measured = new VignetteValues(memory, vignette2, width, window.height);
        this.roots = putTables(memory, roots);
        this.codes = putTables(memory, codes);
        this.weights = lightWeightsOf(space);
        this.ones = memory.put(new Float32Array(width + 4).fill(1));
        this.values = memory.place(strideOf(width));
        this.row = memory.place(width * 12);
      }
      /** Changes row `y` of the picture, whose coded samples lie at `samples`. */
      apply(samples, y) {
        const { memory, vignette: vignette2, roots, codes, weights, ones, values, row } = this;
        const { run } = memory;
        const { kind, hold } = vignette2.effect;
        for (const { from, count } of this.measure(y)) {
          const at = samples + from * 12;
          const value = values + from * 4;
          run.lookUpSamples(at, ones, count, ...roots, STEPS10, row);
          if (kind === 'white') run.fadeToWhite(row, value, count);
          else if (hold > 0) run.holdLights(row, ...weights, hold, count, value);
          run.lookUpSamples(row, kind === 'white' ? ones : value, count, ...codes, STEPS10, at);
        }
      }
      /** The same for a vignette on scene light: linear working samples. */
      applyToLight(samples, y) {
        const { memory, vignette: vignette2, values, row } = this;
        const { run } = memory;
        const { hold } = vignette2.effect;
        for (const { from, count } of this.measure(y)) {
          const at = samples + from * 12;
          const value = values + from * 4;
          if (hold > 0) {
            run.rootsOfLight(at, count, row);
            run.holdLights(row, ...LUMINANCE, hold, count, value);
          }
          run.gainLight(at, value, count);
        }
      }
      /** Fills `values` for row `y` and tells where the vignette is. */
      measure(y) {
        const spans = this.measured.spans(y);
        for (const span of spans) this.measured.row(y, this.values, span);
        return spans;
      }
    };
    cache4 = /* @__PURE__ */ new WeakMap();
  },
});

// src/render/table/color-table.ts
function rearranged(from, gap, out, outGap, scale) {
  const whole = outGap === 4;
  for (let p = 0, q = 0; q < out.length; p += gap, q += outGap)
    for (let c2 = 0; c2 < 3; c2++) {
      const value = from[p + c2] * scale;
      out[q + c2] = whole ? Math.round(value) : value;
    }
  return out;
}
function tableSize(pixels) {
  if (pixels < 3e5) return 17;
  return pixels < 6e6 ? 33 : 65;
}
function tablePays(size, pixels) {
  return pixels > 1.3 * size ** 3;
}
function buildTable(size, develop2) {
  const data = new Float32Array(size ** 3 * 3);
  const step = 1 / (size - 1);
  let p = 0;
  for (let r = 0; r < size; r++)
    for (let g = 0; g < size; g++)
      for (let b = 0; b < size; b++) {
        data[p++] = r * step;
        data[p++] = g * step;
        data[p++] = b * step;
      }
  develop2(data, size ** 3);
  return new ColorTable(size, data);
}
function walkOf(size) {
  let walk = walks.get(size);
  if (walk) return walk;
  const strides = [size * size * 3, size * 3, 3];
  const places = Array.from({ length: 256 }, (_, code) => (code / 255) * (size - 1));
  const cells = places.map((place) => Math.min(size - 2, Math.floor(place)));
  const second = new Int32Array(8);
  const third = new Int32Array(8);
  for (let order = 0; order < 8; order++) {
    const [rg, gb, rb] = [order & 1, (order >> 1) & 1, (order >> 2) & 1];
    const ranks = [rg + rb, 1 - rg + gb, 2 - gb - rb];
    const first = strides[ranks.indexOf(0)] ?? 0;
    second[order] = first;
    third[order] = first + (strides[ranks.indexOf(1)] ?? 0);
  }
  walk = {
    red: Int32Array.from(cells, (cell2) => cell2 * strides[0]),
    green: Int32Array.from(cells, (cell2) => cell2 * strides[1]),
    blue: Int32Array.from(cells, (cell2) => cell2 * strides[2]),
    fractions: Int32Array.from(cells, (cell2, code) => Math.round((places[code] - cell2) * PARTS)),
    second,
    third,
  };
  walks.set(size, walk);
  return walk;
}
function applyTable({ size, data }, samples, count) {
  const { second, third } = walkOf(size);
  const strideR = size * size * 3;
  const strideG = size * 3;
  const diagonal = strideR + strideG + 3;
  const top = (size - 1) * PARTS;
  const most = top - 1;
  for (let p = 0; p < count * 3; p += 3) {
    const r = Math.min((samples[p] * top + 0.5) | 0, most);
    const g = Math.min((samples[p + 1] * top + 0.5) | 0, most);
    const b = Math.min((samples[p + 2] * top + 0.5) | 0, most);
    const base = Math.imul(r >> 14, strideR) + Math.imul(g >> 14, strideG) + Math.imul(b >> 14, 3);
    const fr = r & 16383;
    const fg = g & 16383;
    const fb = b & 16383;
    const rg = fr - fg;
    const below = rg >> 31;
    const order = (below & 1) | (((fg - fb) >> 31) & 2) | (((fr - fb) >> 31) & 4);
    const larger = fr - (rg & below);
    const smaller = fg + (rg & below);
    const high = larger - ((larger - fb) & ((larger - fb) >> 31));
    const low = fb + ((smaller - fb) & ((smaller - fb) >> 31));
    const middle = fr + fg + fb - high - low;
    const w0 = (PARTS - high) / PARTS;
    const w1 = (high - middle) / PARTS;
    const w2 = (middle - low) / PARTS;
    const w3 = low / PARTS;
    const i2 = base + second[order];
    const j = base + third[order];
    const k = base + diagonal;
    const red = data[base] * w0 + data[i2] * w1 + data[j] * w2 + data[k] * w3;
    const green = data[base + 1] * w0 + data[i2 + 1] * w1 + data[j + 1] * w2 + data[k + 1] * w3;
    const blue = data[base + 2] * w0 + data[i2 + 2] * w1 + data[j + 2] * w2 + data[k + 2] * w3;
    samples[p] = red > 0 ? Math.min(red, 1) : 0;
    samples[p + 1] = green > 0 ? Math.min(green, 1) : 0;
    samples[p + 2] = blue > 0 ? Math.min(blue, 1) : 0;
  }
}
function applyTableToCodes({ size, data }, codes, start, count, out) {
  const { red, green, blue, fractions, second, third } = walkOf(size);
  const diagonal = (size * size + size + 1) * 3;
  const scale = 255 / PARTS;
  const clamped = new Uint8ClampedArray(out.buffer, out.byteOffset, out.length);
  for (let p = 0, q = start; p < count * 3; p += 3, q += 3) {
    const r = codes[q];
    const g = codes[q + 1];
    const b = codes[q + 2];
    const base = red[r] + green[g] + blue[b];
    const fr = fractions[r];
    const fg = fractions[g];
    const fb = fractions[b];
    const rg = fr - fg;
    const below = rg >> 31;
    const order = (below & 1) | (((fg - fb) >> 31) & 2) | (((fr - fb) >> 31) & 4);
    const larger = fr - (rg & below);
    const smaller = fg + (rg & below);
    const high = larger - ((larger - fb) & ((larger - fb) >> 31));
    const low = fb + ((smaller - fb) & ((smaller - fb) >> 31));
    const middle = fr + fg + fb - high - low;
    const w0 = (PARTS - high) * scale;
    const w1 = (high - middle) * scale;
    const w2 = (middle - low) * scale;
    const w3 = low * scale;
    const i2 = base + second[order];
    const j = base + third[order];
    const k = base + diagonal;
    clamped[p] = data[base] * w0 + data[i2] * w1 + data[j] * w2 + data[k] * w3;
    clamped[p + 1] = data[base + 1] * w0 + data[i2 + 1] * w1 + data[j + 1] * w2 + data[k + 1] * w3;
    clamped[p + 2] = data[base + 2] * w0 + data[i2 + 2] * w1 + data[j + 2] * w2 + data[k + 2] * w3;
  }
}
var UNIT, ColorTable, PARTS, walks;
var init_color_table = __esm({
  'src/render/table/color-table.ts'() {
    UNIT = 16320;
    ColorTable = class {
      size;
      numbers;
      integers;
      /** From nodes as `data` or as `nodes` gives them. */
      constructor(size, made2) {
        this.size = size;
        if (made2 instanceof Int16Array) this.integers = made2;
        else this.numbers = made2;
      }
      /** Node (r, g, b) at 3 · (r · size² + g · size + b). */
      get data() {
        this.numbers ??= rearranged(this.integers, 4, new Float32Array(this.size ** 3 * 3), 3, 1 / UNIT);
        return this.numbers;
      }
      /** As the compiled kernels take it: node at 4 · (r · size² + g · size + b), UNIT = white, the fourth number unused. */
      get nodes() {
        this.integers ??= rearranged(this.numbers, 3, new Int16Array(this.size ** 3 * 4), 4, UNIT);
        return this.integers;
      }
    };
    PARTS = 1 << 14;
    walks = /* @__PURE__ */ new Map();
  },
});

// src/render/develop-strip.ts
function nextTouched(weights, from) {
  let x = from;
  while (x < weights.length && weights[x] === 0) x++;
  return x;
}
function endOfRun(weights, from) {
  let end = from + 1;
  for (let x = end; x < weights.length && x - end < GAP; x++) if (weights[x] > 0) end = x + 1;
  return end;
}
function blend(row, changed, weights, from) {
  for (let x = from, p = 0; p < row.length; x++, p += 3) {
    const weight = weights[x];
    row[p] += (changed[p] - row[p]) * weight;
    row[p + 1] += (changed[p + 1] - row[p + 1]) * weight;
    row[p + 2] += (changed[p + 2] - row[p + 2]) * weight;
  }
}
var CACHED_PIXELS, StripWorkspace, GAP;
var init_develop_strip = __esm({
  'src/render/develop-strip.ts'() {
    init_codec();
    init_kernel_development();
    init_kernel_samples();
    init_vignette_rows();
    init_gain_row();
    init_color_table();
    CACHED_PIXELS = 1 << 14;
    StripWorkspace = class {
      /** Empty where codes are developed at once. */
      samples;
      source;
      plan;
      line;
      weights;
      applyDetail;
      /** Rows that the next strip begins with, developed but for their detail. */
      carried;
      carriedTop = -1;
      memory;
      /** Where `samples` lie when kernels work on them; nothing is placed there afterwards, so that the view stays. */
      held;
      vignetteRows;
      compiled = /* @__PURE__ */ new Map();
      /** Whether codes come straight from codes, by the color table. */
      direct;
      /** @throws RangeError when there is no memory left */
      constructor(source, plan, rows) {
        const { width } = source.raster;
        this.source = source;
        this.plan = plan;
        const { global, corrections, vignette: vignette2, detail } = plan;
        this.memory = source.kernels?.take();
        const alone = corrections.length === 0 && !vignette2 && !detail;
        this.direct = alone && global !== void 0 && this.leadsToCodes(global);
        const count = this.direct ? 0 : width * rows * 3;
        if (source.kernels && !this.direct) this.held = new KernelSamples(source.kernels, width, rows);
        if (vignette2 && this.held) this.vignetteRows = new VignetteRows(this.held.memory, vignette2, source);
        const needed = plan.corrections.length > 0;
        this.line = new Float32Array(needed ? width * 3 : 0);
        this.weights = new Float32Array(needed ? width : 0);
        this.applyDetail = detail?.prepare(rows, this.held?.memory);
        this.samples = this.held?.view() ?? new Float32Array(count);
        this.carried = new Float32Array((plan.detail?.halo ?? 0) * 2 * width * 3);
      }
      /** Gives the kernels' memory back; the workspace is not used afterwards. */
      end() {
        this.held?.end();
        if (this.memory) this.source.kernels?.giveBack(this.memory);
      }
      leadsToCodes(global) {
        const compiled = this.compiledOf(global);
        return compiled ? compiled.rows !== null : !global.local && global.table() !== void 0;
      }
      /** Undefined where there are no kernels. */
      compiledOf(development) {
        if (!this.memory) return void 0;
        let compiled = this.compiled.get(development);
        if (!compiled) {
          const { global, vignette: vignette2 } = this.plan;
          const scene = development === global && vignette2?.scene ? vignette2 : void 0;
          compiled = new KernelDevelopment(this.memory, this.source, development, scene);
          this.compiled.set(development, compiled);
        }
        return compiled;
      }
      /** Develops rows into codes, where a table leads from codes to codes or kernels make them; false where neither. */
      developCodes(top, rows, out) {
        const { raster, window } = this.source;
        if (this.held) {
          const halo = this.plan.detail?.halo ?? 0;
          const from = Math.max(0, top - halo);
          this.develop(from, Math.min(window.height, top + rows + halo) - from);
          this.held.quantize(top - from, rows, out);
          return true;
        }
        if (!this.direct) return false;
        const { width } = raster;
        const compiled = this.compiledOf(this.plan.global)?.rows;
        if (compiled) compiled.developCodes(top, rows, out);
        else
          applyTableToCodes(
            this.plan.global.table(),
            raster.data,
            (top - window.top) * width * 3,
            rows * width,
            out,
          );
        return true;
      }
      /** Develops rows into `samples`, coded 0…1 as the source is. */
      develop(top, rows) {
        const { width } = this.source.raster;
        const { samples, carried, applyDetail } = this;
        const known3 = this.carriedTop === top ? Math.min(rows, carried.length / (width * 3)) : 0;
        if (known3 > 0) samples.set(carried.subarray(0, known3 * width * 3));
        const few = Math.max(1, Math.floor(CACHED_PIXELS / width));
        for (let y = known3; y < rows; y += few) {
          const end = Math.min(rows, y + few);
          this.developRows(samples.subarray(y * width * 3, end * width * 3), top + y, end - y);
        }
        if (!applyDetail) return;
        const keep = carried.length / (width * 3);
        this.carriedTop = rows >= keep ? top + rows - keep : -1;
        if (rows >= keep) carried.set(samples.subarray((rows - keep) * width * 3, rows * width * 3));
        applyDetail(samples, top, rows);
      }
      developRows(part, top, rows) {
        const { raster } = this.source;
        const { global, vignette: vignette2, corrections } = this.plan;
        const count = rows * raster.width;
        this.developGlobal(part, top, rows);
        for (const correction of corrections) this.correct(part, correction, top, rows);
        if (!vignette2 || (vignette2.scene && global)) return;
        if (this.vignetteRows) {
          for (let y = 0; y < rows; y++)
            this.vignetteRows.apply(part.byteOffset + y * raster.width * 12, top + y);
        } else {
          decodeSpace(raster.space, part, count);
          vignette2.apply(part, top, rows);
          encodeSpace(raster.space, part, count);
        }
      }
      developGlobal(part, top, rows) {
        const { raster, window } = this.source;
        const { global, vignette: vignette2 } = this.plan;
        const { width, data, space } = raster;
        const own = top - window.top;
        const count = rows * width;
        const rowOf = (y) => part.subarray(y * width * 3, (y + 1) * width * 3);
        const local = global?.local;
        const compiled = global && this.compiledOf(global);
        if (compiled?.rows) {
          compiled.rows.developValues(top, rows, part);
          return;
        }
        if (compiled && !(vignette2?.scene && vignette2.effect.hold > 0)) {
          compiled.exact.developValues(top, rows, part);
          return;
        }
        if (!global && this.held) {
          this.held.load(raster, own, rows, part.byteOffset);
          return;
        }
        const table = global?.table();
        if (!global || (table && !local)) {
          for (let y = 0; y < rows; y++) codedRow(raster, own + y, rowOf(y));
        } else if (table && local?.plain) {
          for (let y = 0; y < rows; y++)
            gainRow(raster, own + y, local.gainRoots(top + y, 0, width), rowOf(y));
        } else {
          const { enterScene, develop: develop2 } = global.chain;
          decodePixels(space, data, own * width * 3, count, part);
          const enter = table ? void 0 : enterScene;
          if (local) for (let y = 0; y < rows; y++) local.apply(rowOf(y), top + y, 0, width, enter);
          else enter?.(part, count);
          if (!table) {
            if (vignette2?.scene) this.applySceneVignette(vignette2, part, top, rows);
            if (compiled) compiled.develop(part, count);
            else develop2?.(part, count);
          }
          encodeSpace(space, part, count);
        }
        if (table) applyTable(table, part, count);
      }
      applySceneVignette(vignette2, part, top, rows) {
        if (!this.vignetteRows) vignette2.apply(part, top, rows);
        else
          for (let y = 0; y < rows; y++)
            this.vignetteRows.applyToLight(part.byteOffset + y * this.source.raster.width * 12, top + y);
      }
      /** Develops a copy of what the mask touches, row by row, and blends it in, on coded values. */
      correct(part, correction, top, rows) {
        const { width } = this.source.raster;
        const { line, weights } = this;
        for (let y = 0; y < rows; y++) {
          if (!correction.mask(top + y, weights)) continue;
          for (let from = nextTouched(weights, 0); from < width; ) {
            const to = endOfRun(weights, from);
            const row = part.subarray((y * width + from) * 3, (y * width + to) * 3);
            const span = line.subarray(0, row.length);
            span.set(row);
            this.developSpan(correction, span, top + y, from, to);
            blend(row, span, weights, from);
            from = nextTouched(weights, to);
          }
        }
      }
      /** Pixels `from … to − 1` of a row, coded to coded. */
      developSpan(development, span, y, from, to) {
        const { local, chain, table } = development;
        const { space } = this.source.raster;
        const count = to - from;
        const compiled = this.compiledOf(development);
        if (compiled?.rows) {
          compiled.rows.developSpan(span, y, from, to);
          return;
        }
        const fused = table();
        if (local?.plain) gainSpan(space, local.gainRoots(y, from, to), from, to, span);
        if (fused && (!local || local.plain)) {
          applyTable(fused, span, count);
          return;
        }
        if (!chain.develop && local?.plain) return;
        decodeSpace(space, span, count);
        const enter = fused ? void 0 : chain.enterScene;
        if (local && !local.plain) local.apply(span, y, from, to, enter);
        else enter?.(span, count);
        if (!fused) {
          if (compiled) compiled.develop(span, count);
          else chain.develop?.(span, count);
        }
        encodeSpace(space, span, count);
        if (fused) applyTable(fused, span, count);
      }
    };
    GAP = 24;
  },
});

// src/render/effects/vignette.ts
function vignetteOf(source, settings) {
  const amount = clamp(amountOf(settings, 'PostCropVignetteAmount') / 100, -1, 1);
  if (amount === 0) return void 0;
  const style = Math.round(amountOf(settings, 'PostCropVignetteStyle', 1));
  const midpoint = amountOf(settings, 'PostCropVignetteMidpoint', 50);
  const feather = Math.max(1, amountOf(settings, 'PostCropVignetteFeather', 50));
  const roundness = clamp(amountOf(settings, 'PostCropVignetteRoundness') / 100, -1, 1);
  const highlights = amountOf(settings, 'PostCropVignetteHighlightContrast') / 100;
  const scene = style === 1 && source.source === 'raw-preview';
  const centre = 0.617 + 34e-4 * (midpoint - 50) - 42e-4 * (feather - 50);
  const half = (0.565 * (feather / 50) ** 1.5) / 2;
  const { width } = source.raster;
  const { height } = source.window;
  const shape = shapeOf(width, height, roundness, centre - half, centre + half);
  const hold = Math.max(style === 1 && !scene ? 0.35 : 0, style === 3 ? 0 : highlights);
  const effect = effectOf(amount, style, amount < 0 ? hold : 0);
  const apply = (samples, top, rows) => {
    for (let y = 0; y < rows; y++) {
      const row = samples.subarray(y * width * 3, (y + 1) * width * 3);
      applyRow(shape, effect, row, Math.abs(top + y + 0.5 - height / 2) / shape.ry);
    }
  };
  return { scene, shape, effect, apply };
}
function effectOf(amount, style, hold) {
  if (amount > 0 && style === 3) return { kind: 'white', at: (strength) => amount * strength, hold };
  if (amount > 0) return { kind: 'gain', at: (strength) => 2 ** (1.5 * amount * strength), hold };
  const floor2 = floorOf(-amount, style);
  return { kind: 'gain', at: (strength) => 1 - (1 - floor2) * strength, hold };
}
function applyRow(shape, effect, row, v) {
  const { rx } = shape;
  const { kind, hold } = effect;
  const width = row.length / 3;
  const free = untouched(shape, v);
  for (let x = 0, p = 0; x < width; x++, p += 3) {
    const u = Math.abs(x + 0.5 - width / 2) / rx;
    if (u <= free) continue;
    const value = effect.at(strengthAt(shape, distanceOf(shape, u, v)));
    if (kind === 'white') {
      for (let c2 = p; c2 < p + 3; c2++) row[c2] = row[c2] + (1 - row[c2]) * value;
      continue;
    }
    const gain = hold > 0 ? held(value, hold, row, p) : value;
    row[p] *= gain;
    row[p + 1] *= gain;
    row[p + 2] *= gain;
  }
}
function held(gain, hold, row, p) {
  const light = LUMINANCE[0] * row[p] + LUMINANCE[1] * row[p + 1] + LUMINANCE[2] * row[p + 2];
  return gain + (1 - gain) * hold * smoothstep(HELD_FROM, 1, light);
}
function floorOf(amount, style) {
  return style === 3 ? (1 - amount) ** 2.2 : Math.exp(-1.9 * (amount / 0.6) ** 1.55);
}
var HELD_FROM;
var init_vignette = __esm({
  'src/render/effects/vignette.ts'() {
    init_curve2();
    init_read_settings();
    init_working_space();
    init_vignette_shape();
    HELD_FROM = 0.4;
  },
});

// src/render/kernels/build-nodes.ts
function buildNodes(kernels, size, space, steps) {
  return kernels.with((memory) => {
    const matrices = [
      { kind: 'matrix', matrix: spaceToWorking(space) },
      ...steps,
      { kind: 'matrix', matrix: workingToSpace(space) },
    ];
    const planes = new Planes(memory, NODES);
    const chain = new KernelChain(memory, planes, matrices);
    const coding = new Coding(memory, planes, space);
    const { run } = memory;
    const axes = [0, 1, 2].map((channel) =>
      Float32Array.from({ length: size }, (_, i2) => space.decode(i2 / (size - 1), channel)),
    );
    const [green, blue] = [memory.put(axes[1]), memory.put(axes[2])];
    const out = memory.place(size ** 3 * 8);
    const rows = Math.max(1, Math.floor(NODES / size));
    for (let r = 0; r < size; r++)
      for (let g = 0; g < size; g += rows) {
        const count = Math.min(rows, size - g) * size;
        run.nodePlanes(
          axes[0][r],
          green + g * 4,
          blue,
          Math.min(rows, size - g),
          size,
          planes.address,
          planes.stride,
        );
        chain.run(count);
        coding.extended(count);
        run.storeNodes(planes.address, planes.stride, count, out + (r * size + g) * size * 8);
      }
    return new Int16Array(memory.bytes(out, size ** 3 * 8).slice().buffer);
  });
}
var NODES;
var init_build_nodes = __esm({
  'src/render/kernels/build-nodes.ts'() {
    init_working_space();
    init_coding();
    init_kernel_chain();
    init_planes();
    NODES = 4225;
  },
});

// src/render/masks/geometry.ts
function linearRow(mask, width, height) {
  const dx = (mask.fullX - mask.zeroX) * width;
  const dy = (mask.fullY - mask.zeroY) * height;
  const length2 = dx * dx + dy * dy;
  if (length2 < 1e-6) return everywhere(1);
  const slope = dx / length2;
  return (y, out) => {
    const start = ((0.5 - mask.zeroX * width) * dx + (y + 0.5 - mask.zeroY * height) * dy) / length2;
    const end = start + (width - 1) * slope;
    if (start <= 0 && end <= 0) return everywhere(0)(y, out);
    if (start >= 1 && end >= 1) return everywhere(1)(y, out);
    for (let x = 0; x < width; x++) {
      const t2 = start + x * slope;
      const c2 = t2 > 0 ? Math.min(t2, 1) : 0;
      out[x] = c2 * c2 * (3 - 2 * c2);
    }
    return true;
  };
}
function radialRow(mask, width, height) {
  const cx = ((mask.left + mask.right) / 2) * width;
  const cy = ((mask.top + mask.bottom) / 2) * height;
  const rx = (Math.abs(mask.right - mask.left) / 2) * width;
  const ry = (Math.abs(mask.bottom - mask.top) / 2) * height;
  if (rx < 1e-6 || ry < 1e-6) return everywhere(0);
  const angle = (mask.angle * Math.PI) / 180;
  const fade = Math.max(mask.feather / 100, 1 / Math.min(rx, ry));
  const slopeU = Math.cos(angle) / rx;
  const slopeV = -Math.sin(angle) / ry;
  const square = slopeU * slopeU + slopeV * slopeV;
  return (y, out) => {
    const py = y + 0.5 - cy;
    const u = (py * Math.sin(angle)) / rx;
    const v = (py * Math.cos(angle)) / ry;
    out.fill(0);
    const middle = -(u * slopeU + v * slopeV) / square;
    const half2 = middle * middle - (u * u + v * v - 1) / square;
    if (!(half2 > 0)) return false;
    const first = clamp(Math.floor(cx + middle - Math.sqrt(half2) - 0.5), 0, width);
    const end = clamp(Math.ceil(cx + middle + Math.sqrt(half2) + 0.5), 0, width);
    for (let x = first; x < end; x++) {
      const px = x + 0.5 - cx;
      const a = u + slopeU * px;
      const b = v + slopeV * px;
      const t2 = (1 - Math.sqrt(a * a + b * b)) / fade;
      const c2 = t2 > 0 ? Math.min(t2, 1) : 0;
      out[x] = c2 * c2 * (3 - 2 * c2);
    }
    return end > first;
  };
}
function everywhere(weight) {
  return (_, out) => {
    out.fill(weight);
    return weight > 0;
  };
}
var init_geometry = __esm({
  'src/render/masks/geometry.ts'() {
    init_curve2();
  },
});

// src/render/masks/ranges.ts
function luminanceRow(mask, { data, width }, top) {
  const { lowNone, lowFull, highFull, highNone } = mask;
  const scale = 1 / topOf(data);
  const [red, green, blue] = LUMA.map((weight) => weight * scale);
  return (y, out) => {
    let some = false;
    for (let x = 0, p = (y - top) * width * 3; x < width; x++, p += 3) {
      const level = red * data[p] + green * data[p + 1] + blue * data[p + 2];
      const rise = level >= lowFull ? 1 : level <= lowNone ? 0 : (level - lowNone) / (lowFull - lowNone);
      const fall = level <= highFull ? 1 : level >= highNone ? 0 : (highNone - level) / (highNone - highFull);
      const t2 = Math.min(rise, fall);
      out[x] = t2 * t2 * (3 - 2 * t2);
      if (t2 > 0) some = true;
    }
    return some;
  };
}
function colorRow(mask, { data, width }, top) {
  const reach2 = NARROW + (WIDE - NARROW) * (mask.amount / 100);
  const scale = 1 / topOf(data);
  const samples = Float64Array.from(
    mask.samples.flatMap(({ r, g, b }) => [luma(r, g, b) / 2, r - g, b - (r + g) / 2]),
  );
  return (y, out) => {
    let some = false;
    for (let x = 0, p = (y - top) * width * 3; x < width; x++, p += 3) {
      const r = data[p] * scale;
      const g = data[p + 1] * scale;
      const b = data[p + 2] * scale;
      const level = luma(r, g, b) / 2;
      const redGreen = r - g;
      const blueYellow = b - (r + g) / 2;
      let nearest2 = Number.POSITIVE_INFINITY;
      for (let s = 0; s < samples.length; s += 3) {
        const d0 = level - samples[s];
        const d1 = redGreen - samples[s + 1];
        const d2 = blueYellow - samples[s + 2];
        nearest2 = Math.min(nearest2, d0 * d0 + d1 * d1 + d2 * d2);
      }
      const t2 = Math.min(1, Math.max(0, 2 - Math.sqrt(nearest2) / reach2));
      out[x] = t2 * t2 * (3 - 2 * t2);
      if (t2 > 0) some = true;
    }
    return some;
  };
}
function luma(r, g, b) {
  return LUMA[0] * r + LUMA[1] * g + LUMA[2] * b;
}
var LUMA, NARROW, WIDE;
var init_ranges = __esm({
  'src/render/masks/ranges.ts'() {
    init_depth();
    LUMA = [0.2126, 0.7152, 0.0722];
    NARROW = 0.03;
    WIDE = 0.3;
  },
});

// src/color/lab.ts
function labResponse(t2) {
  return t2 > LAB_EPSILON ? Math.cbrt(t2) : (LAB_KAPPA * t2 + 16) / 116;
}
var LAB_EPSILON, LAB_KAPPA;
var init_lab = __esm({
  'src/color/lab.ts'() {
    init_white();
    LAB_EPSILON = 216 / 24389;
    LAB_KAPPA = 24389 / 27;
  },
});

// src/image/lab.ts
function toLab(raster) {
  const { width, height, data } = raster;
  const [xr, xg, xb, yr, yg, yb, zr, zg, zb] = xyzTables(raster);
  const out = new Float32Array(width * height * 3);
  for (let i2 = 0; i2 < out.length; i2 += 3) {
    const r = data[i2];
    const g = data[i2 + 1];
    const b = data[i2 + 2];
    const fx = response(xr[r] + xg[g] + xb[b]);
    const fy = response(yr[r] + yg[g] + yb[b]);
    const fz = response(zr[r] + zg[g] + zb[b]);
    out[i2] = 116 * fy - 16;
    out[i2 + 1] = 500 * (fx - fy);
    out[i2 + 2] = 200 * (fy - fz);
  }
  return { width, height, data: out };
}
function xyzTables({ data, space }) {
  const known3 = depthOf(data) === 8 ? tables8 : tables16;
  const tables3 = known3.get(space) ?? makeTables(data, space);
  known3.set(space, tables3);
  return tables3;
}
function makeTables(data, space) {
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const m = space.toXyzD50;
  const [x, y, z] = PCS_WHITE.map((white) => STEPS11 / white);
  return [
    scaled(red, m[0] * x),
    scaled(green, m[1] * x),
    scaled(blue, m[2] * x),
    scaled(red, m[3] * y),
    scaled(green, m[4] * y),
    scaled(blue, m[5] * y),
    scaled(red, m[6] * z),
    scaled(green, m[7] * z),
    scaled(blue, m[8] * z),
  ];
}
function scaled(table, factor) {
  return table.map((value) => value * factor);
}
function response(position) {
  if (!(position >= 0 && position < STEPS11 + 1)) return labResponse(position / STEPS11);
  const index = position | 0;
  const low = RESPONSE[index];
  return low + (RESPONSE[index + 1] - low) * (position - index);
}
var STEPS11, RESPONSE, tables8, tables16;
var init_lab2 = __esm({
  'src/image/lab.ts'() {
    init_lab();
    init_transfer();
    init_white();
    init_depth();
    STEPS11 = 4096;
    RESPONSE = Float32Array.from({ length: STEPS11 + 2 }, (_, i2) => labResponse(i2 / STEPS11));
    tables8 = /* @__PURE__ */ new WeakMap();
    tables16 = /* @__PURE__ */ new WeakMap();
  },
});

// src/image/observation.ts
var REGION_NAMES;
var init_observation = __esm({
  'src/image/observation.ts'() {
    REGION_NAMES = [
      'sky',
      'foreground',
      'subject',
      'person',
      'face',
      'skin',
      'background',
      'foliage',
      'water',
    ];
  },
});

// src/image/regions/enlarge.ts
function enlarge({ width, height, cell: cell2, lab }, cells) {
  const out = emptyPlane(lab.width, lab.height);
  const columns = new Int32Array(lab.width);
  const fractions = new Float32Array(lab.width);
  for (let x = 0; x < lab.width; x++) {
    const position = cellPosition(x, cell2, width);
    columns[x] = position;
    fractions[x] = position - columns[x];
  }
  const row = new Float32Array(width + 1);
  for (let y = 0; y < lab.height; y++) {
    const position = cellPosition(y, cell2, height);
    const upper = Math.floor(position);
    const fraction = position - upper;
    const above2 = upper * width;
    const below = Math.min(height - 1, upper + 1) * width;
    for (let x = 0; x < width; x++)
      row[x] = cells[above2 + x] + (cells[below + x] - cells[above2 + x]) * fraction;
    row[width] = row[width - 1];
    for (let x = 0, i2 = y * lab.width; x < lab.width; x++, i2++) {
      const low = row[columns[x]];
      out.data[i2] = low + (row[columns[x] + 1] - low) * fractions[x];
    }
  }
  return out;
}
function cellPosition(pixel, cell2, count) {
  return Math.min(count - 1, Math.max(0, (pixel + 0.5) / cell2 - 0.5));
}
var init_enlarge = __esm({
  'src/image/regions/enlarge.ts'() {
    init_box_blur();
  },
});

// src/image/ramp.ts
function ramp(value, from, to) {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
var init_ramp = __esm({
  'src/image/ramp.ts'() {},
});

// src/image/integral.ts
function integrate(data, width, height) {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x];
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
    }
  }
  return { stride, sums };
}
function meanIn({ stride, sums }, left, top, right, bottom) {
  const sum =
    sums[bottom * stride + right] -
    sums[top * stride + right] -
    sums[bottom * stride + left] +
    sums[top * stride + left];
  return sum / ((right - left) * (bottom - top));
}
var init_integral = __esm({
  'src/image/integral.ts'() {},
});

// src/image/regions/face-score.ts
function facePlanes(scene, skin) {
  const { width, height } = scene;
  return {
    width,
    height,
    skin: integrate(skin, width, height),
    L: integrate(scene.L, width, height),
    squares: integrate(
      scene.L.map((L) => L * L),
      width,
      height,
    ),
    a: integrate(scene.a, width, height),
    roughness: integrate(scene.roughness, width, height),
  };
}
function faceScore(planes, box) {
  if (mean(planes, planes.skin, box, INNER) < 0.55) return 0;
  const whole = mean(planes, planes.skin, box, WHOLE);
  if (whole < 0.45) return 0;
  const lightness = mean(planes, planes.L, box, WHOLE);
  const spread = Math.sqrt(Math.max(1, mean(planes, planes.squares, box, WHOLE) - lightness * lightness));
  const leftEye = mean(planes, planes.L, box, LEFT_EYE);
  const rightEye = mean(planes, planes.L, box, RIGHT_EYE);
  const leftCheek = mean(planes, planes.L, box, LEFT_CHEEK);
  const rightCheek = mean(planes, planes.L, box, RIGHT_CHEEK);
  const eyes = Math.min(leftCheek - leftEye, rightCheek - rightEye) / spread;
  if (eyes < 0.1) return 0;
  const bridge = (mean(planes, planes.L, box, BRIDGE) - Math.max(leftEye, rightEye)) / spread;
  const imbalance = Math.abs(leftCheek - rightCheek) / spread;
  const cheekRed = (mean(planes, planes.a, box, LEFT_CHEEK) + mean(planes, planes.a, box, RIGHT_CHEEK)) / 2;
  const mouthRed = mean(planes, planes.a, box, MOUTH) - cheekRed;
  const outside = AROUND.reduce((sum, part) => sum + mean(planes, planes.skin, box, part), 0) / AROUND.length;
  const roughness = (part) => mean(planes, planes.roughness, box, part);
  const cheekRough = Math.max(roughness(LEFT_CHEEK), roughness(RIGHT_CHEEK));
  const busy = Math.min(roughness(LEFT_EYE), roughness(RIGHT_EYE)) / Math.max(0.5, cheekRough);
  const shape =
    0.4 * ramp(eyes, 0.1, 0.7) +
    0.15 * ramp(bridge, -0.1, 0.6) +
    0.2 * ramp(mouthRed, 0, 5) +
    0.25 * ramp(imbalance, 1.2, 0.3);
  return (
    shape *
    ramp(whole - outside, 0.08, 0.4) *
    ramp(whole, 0.45, 0.75) *
    ramp(spread, 1.5, 4) *
    ramp(spread, 24, 15) *
    ramp(cheekRough, 11, 6) *
    ramp(busy, 0.45, 0.65) *
    (0.5 + 0.5 * ramp(mouthRed, -3, 2)) * // The smaller the box, the more of them there are, and one of many looks right by chance.
    ramp(box.w / Math.min(planes.width, planes.height), 0.06, 0.28)
  );
}
function mean({ width, height }, plane, { x, y, w, h }, part) {
  const left = Math.max(0, Math.floor(x + part[0] * w));
  const top = Math.max(0, Math.floor(y + part[1] * h));
  const right = Math.min(width, Math.floor(x + part[2] * w));
  const bottom = Math.min(height, Math.floor(y + part[3] * h));
  return right <= left || bottom <= top ? 0.5 : meanIn(plane, left, top, right, bottom);
}
var INNER, WHOLE, LEFT_EYE, RIGHT_EYE, BRIDGE, LEFT_CHEEK, RIGHT_CHEEK, MOUTH, AROUND;
var init_face_score = __esm({
  'src/image/regions/face-score.ts'() {
    init_integral();
    init_ramp();
    INNER = [0.15, 0.4, 0.85, 0.72];
    WHOLE = [0.12, 0.05, 0.88, 0.95];
    LEFT_EYE = [0.1, 0.12, 0.42, 0.36];
    RIGHT_EYE = [0.58, 0.12, 0.9, 0.36];
    BRIDGE = [0.43, 0.12, 0.57, 0.4];
    LEFT_CHEEK = [0.12, 0.44, 0.38, 0.68];
    RIGHT_CHEEK = [0.62, 0.44, 0.88, 0.68];
    MOUTH = [0.3, 0.72, 0.7, 0.9];
    AROUND = [
      [-0.3, 0.1, -0.05, 0.8],
      [1.05, 0.1, 1.3, 0.8],
      [0.1, -0.45, 0.9, -0.2],
    ];
  },
});

// src/image/regions/face.ts
function findFace(scene, skin) {
  const { width, height } = scene;
  const planes = facePlanes(scene, skin);
  const box = { x: 0, y: 0, w: 0, h: 0 };
  const likely = [];
  for (let size = MIN_WIDTH; size * TALL < height && size < width; size *= GROWTH2) {
    box.w = Math.round(size);
    box.h = Math.round(size * TALL);
    const step = Math.max(2, Math.round(size / 10));
    for (box.y = 0; box.y + box.h <= height; box.y += step) {
      for (box.x = 0; box.x + box.w <= width; box.x += step) {
        const score = faceScore(planes, box);
        if (score > WORTH) likely.push({ ...box, score });
      }
    }
  }
  if (likely.length === 0) return null;
  const best = likely.reduce((a, b) => (b.score > a.score ? b : a));
  return { ...ellipseOf(scene, skin, agreed(likely, best)), confidence: best.score * MOST };
}
function agreed(likely, best) {
  const mean2 = { x: 0, y: 0, w: 0, h: 0 };
  let sum = 0;
  for (const box of likely) {
    if (box.score < 0.6 * best.score || overlap(box, best) < 0.3) continue;
    const weight = box.score ** 2;
    mean2.x += box.x * weight;
    mean2.y += box.y * weight;
    mean2.w += box.w * weight;
    mean2.h += box.h * weight;
    sum += weight;
  }
  return { x: mean2.x / sum, y: mean2.y / sum, w: mean2.w / sum, h: mean2.h / sum };
}
function overlap(a, b) {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  if (w <= 0 || h <= 0) return 0;
  return (w * h) / (a.w * a.h + b.w * b.h - w * h);
}
function ellipseOf({ width, height }, skin, box) {
  const radiusX = box.w * 0.525;
  const radiusY = box.h * 0.56;
  const x = box.x + box.w / 2;
  const y = box.y + box.h * 0.465;
  const mask = new Float32Array(width * height);
  for (let i2 = 0; i2 < mask.length; i2++) {
    const column = i2 % width;
    const d = ((column + 0.5 - x) / radiusX) ** 2 + (((i2 - column) / width + 0.5 - y) / radiusY) ** 2;
    const core = ramp(d, 1.1, 0.8) * (0.5 + 0.5 * ramp(skin[i2], 0.05, 0.3));
    mask[i2] = Math.max(core, ramp(d, 2, 1.3) * ramp(skin[i2], 0.3, 0.6));
  }
  return { mask, x, y, radiusX, radiusY };
}
var MOST, MIN_WIDTH, GROWTH2, WORTH, TALL;
var init_face = __esm({
  'src/image/regions/face.ts'() {
    init_ramp();
    init_face_score();
    MOST = 0.85;
    MIN_WIDTH = 11;
    GROWTH2 = 1.15;
    WORTH = 0.05;
    TALL = 1.2;
  },
});

// src/image/regions/finding.ts
function areaOf(mask) {
  let sum = 0;
  for (let i2 = 0; i2 < mask.length; i2++) sum += mask[i2];
  return sum / Math.max(1, mask.length);
}
function meanOver(values, mask, fallback = 0) {
  let sum = 0;
  let weight = 0;
  for (let i2 = 0; i2 < mask.length; i2++) {
    sum += values[i2] * mask[i2];
    weight += mask[i2];
  }
  return weight > 0 ? sum / weight : fallback;
}
var init_finding = __esm({
  'src/image/regions/finding.ts'() {},
});

// src/image/regions/foliage.ts
function findFoliage(scene) {
  const { width, height, L, chroma, hue } = scene;
  const green = new Float32Array(width * height);
  for (let i2 = 0; i2 < green.length; i2++) {
    const inHue = ramp(hue[i2], 94, 106) * ramp(hue[i2], 160, 142);
    const least = 7 + 0.16 * L[i2] + 10 * ramp(L[i2], 60, 85);
    const smoothWater = ramp(hue[i2], 118, 130) * ramp(chroma[i2], 30, 22) * ramp(L[i2], 25, 40);
    green[i2] =
      inHue *
      ramp(chroma[i2], least, least + 7) *
      ramp(L[i2], 5, 12) *
      ramp(L[i2], 90, 80) *
      (1 - smoothWater);
  }
  const mask = boxBlur({ width, height, data: green }, 1).data;
  const area = areaOf(mask);
  const texture = ramp(meanOver(scene.roughness, mask), 0.8, 3);
  const confidence = ramp(area, 0.01, 0.08) * (0.4 + 0.4 * texture);
  return { mask, confidence };
}
var init_foliage = __esm({
  'src/image/regions/foliage.ts'() {
    init_box_blur();
    init_ramp();
    init_finding();
  },
});

// src/image/regions/foreground.ts
function findForeground({ width, height }, sky) {
  const sure = sky !== null && sky.confidence > 0.3;
  const mask = new Float32Array(width * height);
  for (let x = 0; x < width; x++) {
    const edge = sure ? lowerEdge(sky.mask, width, height, x) : GUESSED.start * height;
    const full = sure ? edge + (height - edge) * 0.35 : GUESSED.full * height;
    for (let y = 0; y < height; y++) mask[y * width + x] = ramp(y + 0.5, edge, Math.max(edge + 1, full));
  }
  return { mask, confidence: sure ? 0.4 + 0.4 * sky.confidence : GUESSED.confidence };
}
function lowerEdge(mask, width, height, x) {
  const reach2 = Math.ceil(width / 12);
  let sum = 0;
  let count = 0;
  for (let column = Math.max(0, x - reach2); column <= Math.min(width - 1, x + reach2); column++) {
    let edge = height;
    while (edge > 0 && mask[(edge - 1) * width + column] < 0.5) edge--;
    sum += edge;
    count++;
  }
  return sum / count;
}
var GUESSED;
var init_foreground = __esm({
  'src/image/regions/foreground.ts'() {
    init_ramp();
    GUESSED = { start: 0.45, full: 0.75, confidence: 0.35 };
  },
});

// src/image/regions/make-region.ts
function makeRegion(name, mask, confidence, least = MIN_CONFIDENCE) {
  if (!(confidence >= least)) return null;
  const { width, height, data } = mask;
  let sum = 0;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x];
      sum += value;
      if (value <= 0.5) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  if (right <= left) return null;
  return {
    name,
    mask,
    area: sum / data.length,
    confidence: Math.min(1, confidence),
    box: { left: left / width, top: top / height, right: right / width, bottom: bottom / height },
  };
}
var MIN_CONFIDENCE;
var init_make_region = __esm({
  'src/image/regions/make-region.ts'() {
    MIN_CONFIDENCE = 0.3;
  },
});

// src/image/regions/person.ts
function findPerson({ width, height }, face) {
  if (face === null) return null;
  const { x, y, radiusX, radiusY } = face;
  const mask = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const dx = (column + 0.5 - x) / radiusX;
      const dy = (row + 0.5 - y) / radiusY;
      const head = ramp((dx / 1.35) ** 2 + ((dy + 0.15) / 1.4) ** 2, 1.1, 0.85);
      const body = ramp(Math.abs(dx), 3.2, 2.6) * ramp(dy - 0.35 * Math.abs(dx), 0.6, 1.2) * ramp(dy, 9, 7);
      mask[row * width + column] = Math.max(head, body);
    }
  }
  return { mask, confidence: face.confidence * BELOW_FACE };
}
var BELOW_FACE;
var init_person = __esm({
  'src/image/regions/person.ts'() {
    init_ramp();
    BELOW_FACE = 0.85;
  },
});

// src/image/regions/discriminant.ts
function discriminant(scene, mask) {
  const { L, a, b } = scene;
  const inside = [0, 0, 0, 0];
  const outside = [0, 0, 0, 0];
  const moments = [0, 0, 0, 0, 0, 0];
  for (let i2 = 0; i2 < mask.length; i2++) {
    const w2 = mask[i2];
    const [x, y, z] = [L[i2], a[i2], b[i2]];
    inside[0] += x * w2;
    inside[1] += y * w2;
    inside[2] += z * w2;
    inside[3] += w2;
    outside[0] += x * (1 - w2);
    outside[1] += y * (1 - w2);
    outside[2] += z * (1 - w2);
    outside[3] += 1 - w2;
    moments[0] += x * x;
    moments[1] += x * y;
    moments[2] += x * z;
    moments[3] += y * y;
    moments[4] += y * z;
    moments[5] += z * z;
  }
  const [nIn, nOut] = [inside[3], outside[3]];
  if (nIn < 0.5 || nOut < 0.5) return null;
  const p = inside.map((v) => v / nIn);
  const q = outside.map((v) => v / nOut);
  const n = nIn + nOut;
  const within = (k, i2, j) => (moments[k] - nIn * p[i2] * p[j] - nOut * q[i2] * q[j]) / n;
  const spread = [
    within(0, 0, 0) + 4,
    within(1, 0, 1),
    within(2, 0, 2),
    within(1, 0, 1),
    within(3, 1, 1) + 4,
    within(4, 1, 2),
    within(2, 0, 2),
    within(4, 1, 2),
    within(5, 2, 2) + 4,
  ];
  const inverse = invert3(spread);
  const d = [p[0] - q[0], p[1] - q[1], p[2] - q[2]];
  const w = [0, 3, 6].map((r) => inverse[r] * d[0] + inverse[r + 1] * d[1] + inverse[r + 2] * d[2]);
  const gap = w[0] * d[0] + w[1] * d[1] + w[2] * d[2];
  if (!(gap > 1e-9)) return null;
  const [wL, wa, wb] = [w[0] / gap, w[1] / gap, w[2] / gap];
  return [wL, wa, wb, -(q[0] * wL + q[1] * wa + q[2] * wb)];
}
var init_discriminant = __esm({
  'src/image/regions/discriminant.ts'() {
    init_matrix();
  },
});

// src/image/regions/refine.ts
function refineMask(scene, mask) {
  const { width, height, lab } = scene;
  const direction2 = discriminant(scene, mask);
  if (direction2 === null) return enlarge(scene, mask);
  const [wL, wa, wb, offset] = direction2;
  const count = width * height;
  const guide2 = emptyPlane(width, height);
  const squares = emptyPlane(width, height);
  const products = emptyPlane(width, height);
  for (let i2 = 0; i2 < count; i2++) {
    const g = limit(scene.L[i2] * wL + scene.a[i2] * wa + scene.b[i2] * wb + offset);
    guide2.data[i2] = g;
    squares.data[i2] = g * g;
    products.data[i2] = g * mask[i2];
  }
  const meanGuide = boxBlur(guide2, RADIUS).data;
  const meanMask = boxBlur({ width, height, data: mask }, RADIUS).data;
  const meanSquare = boxBlur(squares, RADIUS).data;
  const meanProduct = boxBlur(products, RADIUS).data;
  const slope = guide2;
  const base = squares;
  for (let i2 = 0; i2 < count; i2++) {
    const variance = Math.max(0, meanSquare[i2] - meanGuide[i2] ** 2);
    const k2 = (meanProduct[i2] - meanGuide[i2] * meanMask[i2]) / (variance + EPSILON);
    slope.data[i2] = k2;
    base.data[i2] = meanMask[i2] - k2 * meanGuide[i2];
  }
  boxBlur(slope, RADIUS - 1, slope);
  boxBlur(base, RADIUS - 1, base);
  const k = enlarge(scene, slope.data).data;
  const out = enlarge(scene, base.data);
  for (let i2 = 0, j = 0; i2 < k.length; i2++, j += 3) {
    let value = out.data[i2];
    if (Math.abs(k[i2]) > FLAT) {
      value += k[i2] * limit(lab.data[j] * wL + lab.data[j + 1] * wa + lab.data[j + 2] * wb + offset);
    }
    value = (value - 0.1) * 1.25;
    if (value < 0) value = 0;
    else if (value > 1) value = 1;
    out.data[i2] = value;
  }
  return out;
}
function limit(guide2) {
  if (guide2 > 2) return 2;
  return Math.max(-1, guide2);
}
var RADIUS, EPSILON, FLAT;
var init_refine = __esm({
  'src/image/regions/refine.ts'() {
    init_box_blur();
    init_discriminant();
    init_enlarge();
    RADIUS = 4;
    EPSILON = 0.01;
    FLAT = 1e-4;
  },
});

// src/image/regions/scene.ts
function viewScene(lab) {
  const cell2 = Math.max(1, Math.round(Math.max(lab.width, lab.height) / SCENE_EDGE));
  const width = Math.ceil(lab.width / cell2);
  const height = Math.ceil(lab.height / cell2);
  const count = width * height;
  const [L, a, b] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  const alongX = emptyPlane(width, height);
  const alongY = emptyPlane(width, height);
  sumCells(lab, cell2, width, { L, a, b, alongX: alongX.data, alongY: alongY.data });
  const chroma = new Float32Array(count);
  const hue = new Float32Array(count);
  const both = emptyPlane(width, height);
  for (let i2 = 0; i2 < count; i2++) {
    const x = i2 % width;
    const y = (i2 - x) / width;
    const pixels = Math.min(cell2, lab.width - x * cell2) * Math.min(cell2, lab.height - y * cell2);
    L[i2] /= pixels;
    a[i2] /= pixels;
    b[i2] /= pixels;
    alongX.data[i2] /= pixels;
    alongY.data[i2] /= pixels;
    chroma[i2] = Math.sqrt(a[i2] * a[i2] + b[i2] * b[i2]);
    const degrees = Math.atan2(b[i2], a[i2]) * (180 / Math.PI);
    hue[i2] = degrees < 0 ? degrees + 360 : degrees;
    both.data[i2] = alongX.data[i2] + alongY.data[i2];
  }
  const smooth = (plane) => boxBlur(plane, 1).data;
  return {
    width,
    height,
    cell: cell2,
    lab,
    L,
    a,
    b,
    chroma,
    hue,
    roughness: smooth(both),
    roughnessX: smooth(alongX),
    roughnessY: smooth(alongY),
  };
}
function sumCells(lab, cell2, columns, sums) {
  const { L, a, b, alongX, alongY } = sums;
  const { data, width, height } = lab;
  const stride = width * 3;
  for (let y = 0; y < height; y++) {
    const row = ((y / cell2) | 0) * columns;
    const inner = y > 0 && y < height - 1;
    for (let x = 0; x < width; x++) {
      const i2 = y * stride + x * 3;
      const at = row + ((x / cell2) | 0);
      const value = data[i2];
      L[at] += value;
      a[at] += data[i2 + 1];
      b[at] += data[i2 + 2];
      if (x > 0 && x < width - 1) alongX[at] += Math.abs(2 * value - data[i2 - 3] - data[i2 + 3]);
      if (inner) alongY[at] += Math.abs(2 * value - data[i2 - stride] - data[i2 + stride]);
    }
  }
}
var SCENE_EDGE;
var init_scene = __esm({
  'src/image/regions/scene.ts'() {
    init_box_blur();
    SCENE_EDGE = 176;
  },
});

// src/image/components.ts
function above(values, level) {
  const mask = new Uint8Array(values.length);
  for (let i2 = 0; i2 < mask.length; i2++) mask[i2] = values[i2] > level ? 1 : 0;
  return mask;
}
function labelComponents(mask, width, height) {
  const labels = new Int32Array(width * height);
  const stack = new Int32Array(width * height);
  const components = [];
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || labels[start] !== 0) continue;
    const label = components.length + 1;
    let [left, top, right, bottom, count] = [width, height, 0, 0, 0];
    let depth = 1;
    stack[0] = start;
    labels[start] = label;
    while (depth > 0) {
      const i2 = stack[--depth];
      const x = i2 % width;
      const y = (i2 - x) / width;
      count++;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      if (x > 0 && mask[i2 - 1] !== 0 && labels[i2 - 1] === 0) labels[(stack[depth++] = i2 - 1)] = label;
      if (x < width - 1 && mask[i2 + 1] !== 0 && labels[i2 + 1] === 0)
        labels[(stack[depth++] = i2 + 1)] = label;
      if (y > 0 && mask[i2 - width] !== 0 && labels[i2 - width] === 0)
        labels[(stack[depth++] = i2 - width)] = label;
      if (y < height - 1 && mask[i2 + width] !== 0 && labels[i2 + width] === 0) {
        labels[(stack[depth++] = i2 + width)] = label;
      }
    }
    components.push({ label, count, left, top, right, bottom });
  }
  return { labels, components };
}
var init_components = __esm({
  'src/image/components.ts'() {},
});

// src/image/regions/skin.ts
function findSkin(scene, color, face) {
  const own = face !== null && face.confidence > 0.3 ? skinOfFace(scene, color, face) : null;
  return own ?? skinByPatches(scene, color);
}
function believeFace(scene, color, face) {
  const { mask } = skinOfFace(scene, color, face);
  let [own, others] = [0, 0];
  for (let i2 = 0; i2 < mask.length; i2++) {
    own += face.mask[i2];
    others += mask[i2] * (1 - face.mask[i2]);
  }
  return { ...face, confidence: face.confidence * ramp(others / Math.max(1, own), 4.2, 2.2) };
}
function skinOfFace(scene, color, face) {
  const { width, height, L, a, b } = scene;
  const sure = face.mask.map((value, i2) => value * color[i2]);
  const center = { L: meanOver(L, sure), a: meanOver(a, sure), b: meanOver(b, sure) };
  const mask = color.map((value, i2) => {
    const distance = Math.hypot(a[i2] - center.a, b[i2] - center.b);
    const lightness = Math.abs(L[i2] - center.L);
    return ramp(value, 0.15, 0.5) * ramp(distance, 16, 9) * ramp(lightness, 42, 28);
  });
  const { labels, components } = labelComponents(above(mask, 0.5), width, height);
  const kept = new Set(
    components
      .filter((component) => {
        const dx = (component.left + component.right) / 2 - face.x;
        const dy = (component.top + component.bottom) / 2 - face.y;
        const heads = Math.hypot(dx, dy) / face.radiusY;
        return component.count > 5 && heads < 8 && calmRoughness(scene, labels, component) < 7;
      })
      .map(({ label }) => label),
  );
  return {
    mask: mask.map((value, i2) => (kept.has(labels[i2]) || face.mask[i2] > 0.5 ? value : 0)),
    confidence: face.confidence,
  };
}
function skinByPatches(scene, color) {
  const { width, height } = scene;
  const colored = above(color, 0.4);
  const { labels, components } = labelComponents(colored, width, height);
  const likeness = /* @__PURE__ */ new Map();
  for (const component of components) {
    if (component.count < Math.max(12, width * height * 1e-3)) continue;
    likeness.set(component.label, patchLikeness(scene, color, labels, component));
  }
  const best = Math.max(0, ...likeness.values());
  if (best === 0) return null;
  const mask = color.map(
    (value, i2) => ramp(value, 0.25, 0.6) * ramp((likeness.get(labels[i2]) ?? 0) / best, 0.3, 0.7),
  );
  const share = colored.reduce((sum, value) => sum + value, 0) / colored.length;
  return { mask, confidence: best * ramp(share, 0.35, 0.15) * MOST_WITHOUT_FACE };
}
function patchLikeness(scene, color, labels, component) {
  const { width, height, L } = scene;
  const { label, count, left, top, right, bottom } = component;
  let [sumColor, sumL, sumSquares] = [0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const i2 = y * width + x;
      if (labels[i2] !== label) continue;
      sumColor += color[i2];
      sumL += L[i2];
      sumSquares += L[i2] * L[i2];
    }
  }
  const spread = Math.sqrt(Math.max(0, sumSquares / count - (sumL / count) ** 2));
  const fill = count / ((right - left) * (bottom - top));
  const touched =
    Number(left === 0) + Number(right === width) + Number(top === 0) + Number(bottom === height);
  return (
    (sumColor / count) *
    ramp(calmRoughness(scene, labels, component), 8, 3) *
    ramp(fill, 0.15, 0.4) *
    ramp(fill, 0.95, 0.72) * // shutters and boards fill their box, bodies do not
    ramp(count / (width * height), 2e-3, 0.02) *
    ramp(count / (width * height), 0.22, 0.1) *
    (1 - 0.2 * touched) *
    ramp(spread, 1, 4)
  );
}
function calmRoughness({ width, roughness }, labels, component) {
  const values = [];
  for (let y = component.top; y < component.bottom; y++) {
    for (let x = component.left; x < component.right; x++) {
      const i2 = y * width + x;
      if (labels[i2] === component.label) values.push(roughness[i2]);
    }
  }
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 3)] ?? 0;
}
var MOST_WITHOUT_FACE;
var init_skin = __esm({
  'src/image/regions/skin.ts'() {
    init_components();
    init_ramp();
    init_finding();
    MOST_WITHOUT_FACE = 0.5;
  },
});

// src/image/regions/skin-color.ts
function skinColor(scene) {
  const { width, height, L, chroma, hue } = scene;
  const data = new Float32Array(width * height);
  for (let i2 = 0; i2 < data.length; i2++) {
    const lightness = L[i2];
    const most = 24 + 20 * Math.min(1, lightness / 50) - 16 * ramp(lightness, 72, 95);
    const inHue = ramp(hue[i2], 18, 32) * ramp(hue[i2], 84, 72);
    const inChroma = ramp(chroma[i2], 5, 11) * ramp(chroma[i2], most + 8, most);
    data[i2] = inHue * inChroma * ramp(lightness, 10, 20) * ramp(lightness, 98, 92);
  }
  return boxBlur({ width, height, data }, 1).data;
}
var init_skin_color = __esm({
  'src/image/regions/skin-color.ts'() {
    init_box_blur();
    init_ramp();
  },
});

// src/image/regions/sky.ts
function findSky(scene) {
  const { width, height } = scene;
  const grown = growFromTop(scene);
  cutAtHorizon(scene, grown);
  fillHoles(scene, grown);
  const mask = Float32Array.from(grown);
  const area = areaOf(mask);
  if (area < 0.01) return null;
  let topCells = 0;
  const topRow = (seedRows(height) - 1) * width;
  for (let x = 0; x < width; x++) topCells += grown[topRow + x];
  const rest = mask.map((value) => 1 - value);
  const L = meanOver(scene.L, mask);
  const below = meanOver(scene.L, rest, 0);
  const roughness = meanOver(scene.roughness, mask);
  const roughnessBelow = meanOver(scene.roughness, rest, roughness);
  const blue = blueness(scene, mask);
  const low = shareBelow(mask, width, height, 0.8);
  const light = Math.max(
    ramp(L - below, -5, 12),
    blue * ramp(L, 25, 50),
    0.7 * ramp(L, 35, 48) * ramp(topCells / width, 0.6, 0.9),
  );
  const smooth = ramp(roughness / Math.max(0.5, roughnessBelow), 0.9, 0.4);
  const confidence =
    ramp(topCells / width, 0.12, 0.5) *
    light *
    (0.35 + 0.65 * smooth) *
    ramp(area, 0.01, 0.04) *
    ramp(area, 1, 0.9) *
    ramp(L, 18, 40) *
    plausibleColor(scene, mask) *
    (1 - 0.75 * ramp(low, 0.02, 0.12) * (1 - 0.7 * blue));
  return { mask, confidence };
}
function skyLike(scene, i2) {
  const L = scene.L[i2];
  const chroma = scene.chroma[i2];
  const hue = scene.hue[i2];
  if (L < 18 || scene.roughness[i2] > MAX_ROUGHNESS) return false;
  if (chroma < 12) return L > 30;
  if (hue > 180 && hue < 310) return chroma < 70;
  if (hue >= 97 && hue <= 180) return chroma < (hue < 115 ? ramp(L, 45, 80) * 34 : ramp(L, 50, 90) * 30);
  return L > 45 && chroma < 75;
}
function growFromTop(scene) {
  const { width, height } = scene;
  const mask = new Uint8Array(width * height);
  const queue = new Int32Array(width * height);
  let end = 0;
  for (let i2 = 0; i2 < seedRows(height) * width; i2++) {
    if (skyLike(scene, i2)) {
      mask[i2] = 1;
      queue[end++] = i2;
    }
  }
  for (let next = 0; next < end; next++) {
    const i2 = queue[next];
    const x = i2 % width;
    const neighbours = [x > 0 ? i2 - 1 : -1, x < width - 1 ? i2 + 1 : -1, i2 + width, i2 - width];
    for (const n of neighbours) {
      if (n < 0 || n >= mask.length || mask[n] === 1 || !skyLike(scene, n)) continue;
      if (stepBetween(scene, i2, n) > MAX_STEP) continue;
      mask[n] = 1;
      queue[end++] = n;
    }
  }
  return mask;
}
function seedRows(height) {
  return Math.min(height, Math.max(2, Math.round(height * 0.04)));
}
function stepBetween({ L, a, b }, i2, j) {
  return Math.hypot(L[i2] - L[j], a[i2] - a[j], b[i2] - b[j]);
}
function cutAtHorizon(scene, mask) {
  const { width, height, L, a, b } = scene;
  let best = 0;
  let horizon = -1;
  for (let y = 2; y < height - 2; y++) {
    let [dL, da, db, count] = [0, 0, 0, 0];
    for (let x = 0; x < width; x++) {
      const [above2, below] = [(y - 2) * width + x, (y + 1) * width + x];
      if (mask[above2] === 0 || mask[below] === 0) continue;
      dL += L[below] - L[above2];
      da += a[below] - a[above2];
      db += b[below] - b[above2];
      count++;
    }
    if (count < width * 0.3) continue;
    const change = Math.hypot(dL, da, db) / count;
    if (change > best && y > height * 0.15) {
      best = change;
      horizon = y;
    }
  }
  if (best > 5) mask.fill(0, horizon * width);
}
function fillHoles({ width, height }, mask) {
  const { labels, components } = labelComponents(
    mask.map((value) => 1 - value),
    width,
    height,
  );
  const small = new Set(
    components
      .filter(
        ({ count, left, right, bottom }) =>
          count < mask.length * 4e-3 && left > 0 && right < width && bottom < height,
      )
      .map(({ label }) => label),
  );
  for (let i2 = 0; i2 < mask.length; i2++) if (small.has(labels[i2])) mask[i2] = 1;
}
function plausibleColor(scene, mask) {
  const usual = scene.L.map((L, i2) => {
    const a = scene.a[i2];
    const b = scene.b[i2];
    const blue = b < 0 && a < -b * 0.6;
    const colored = blue ? 1 : 0.9 * ramp(L, 40, 65) * (b < 0 || a > b ? 0.25 : 0.85);
    const grey = 0.75 + 0.25 * ramp(L, 45, 75);
    return grey + (colored - grey) * ramp(scene.chroma[i2], 6, 14);
  });
  return meanOver(usual, mask);
}
function shareBelow(mask, width, height, from) {
  let low = 0;
  let all = 0;
  for (let i2 = 0; i2 < mask.length; i2++) {
    all += mask[i2];
    if (i2 >= Math.floor(from * height) * width) low += mask[i2];
  }
  return all > 0 ? low / all : 0;
}
function blueness(scene, mask) {
  const blue = scene.chroma.map((chroma, i2) => {
    const hue = scene.hue[i2];
    return hue > 200 && hue < 300 ? ramp(chroma, 4, 12) : 0;
  });
  return meanOver(blue, mask);
}
var MAX_STEP, MAX_ROUGHNESS;
var init_sky = __esm({
  'src/image/regions/sky.ts'() {
    init_components();
    init_ramp();
    init_finding();
    MAX_STEP = 7;
    MAX_ROUGHNESS = 7;
  },
});

// src/image/regions/dominant-colors.ts
function dominantColors({ L, a, b }, cells, count) {
  const sorted = [...cells].sort((i2, j) => L[i2] - L[j]);
  let colors = Array.from({ length: count }, (_, k) => {
    const i2 = sorted[Math.floor(((k + 0.5) / count) * sorted.length)] ?? 0;
    return [L[i2], a[i2], b[i2]];
  });
  for (let round = 0; round < ROUNDS; round++) {
    const sums = colors.map(() => [0, 0, 0, 0]);
    for (const i2 of cells) {
      let best = Number.POSITIVE_INFINITY;
      let own = 0;
      for (let k = 0; k < colors.length; k++) {
        const color = colors[k];
        const d = (L[i2] - color[0]) ** 2 + (a[i2] - color[1]) ** 2 + (b[i2] - color[2]) ** 2;
        if (d < best) [best, own] = [d, k];
      }
      const sum = sums[own];
      sum[0] += L[i2];
      sum[1] += a[i2];
      sum[2] += b[i2];
      sum[3]++;
    }
    colors = sums.filter((sum) => sum[3] > cells.length * 0.01).map(([x, y, z, n]) => [x / n, y / n, z / n]);
  }
  return colors;
}
var ROUNDS;
var init_dominant_colors = __esm({
  'src/image/regions/dominant-colors.ts'() {
    ROUNDS = 6;
  },
});

// src/image/regions/subject.ts
function findSubject(scene, sky, people) {
  const { width, height } = scene;
  if (width < 8 || height < 8) return null;
  const border = dominantColors(scene, borderCells(width, height), BORDER_COLORS);
  const sharp5 = boxBlur({ width, height, data: scene.roughness }, 4).data;
  const meanSharp = sharp5.reduce((sum, value) => sum + value, 0) / sharp5.length;
  const salience = new Float32Array(width * height);
  for (let i2 = 0; i2 < salience.length; i2++) {
    const x = ((i2 % width) + 0.5) / width - 0.5;
    const y = (Math.floor(i2 / width) + 0.5) / height - 0.52;
    const central = Math.exp(-(x * x + y * y) / (2 * 0.24 * 0.24));
    const distance = ramp(nearest(scene, i2, border), 4, 35);
    const focus = ramp(sharp5[i2] / Math.max(0.5, meanSharp), 0.5, 1.8);
    const person = people === null ? 0 : people.mask[i2] * people.confidence;
    const value = Math.max((0.65 * distance + 0.35 * focus) * (0.25 + 0.75 * central), 1.1 * person);
    salience[i2] = value * (1 - 0.9 * (sky?.mask[i2] ?? 0) * (sky?.confidence ?? 0));
  }
  const smooth = boxBlur(boxed(salience, width, height, 2), 2).data;
  const { threshold, separation } = otsu(smooth);
  const mask = mainParts(smooth, threshold, width, height);
  const area = areaOf(mask);
  const inside = meanOver(smooth, mask);
  const confidence =
    ramp(separation, 0.4, 0.75) *
    ramp(inside, 0.1, 0.4) *
    ramp(area, 5e-3, 0.03) *
    ramp(area, 0.75, 0.5) *
    MOST2;
  if (people !== null && people.confidence > confidence) return people;
  return { mask, confidence };
}
function boxed(data, width, height, radius) {
  return boxBlur({ width, height, data }, radius);
}
function borderCells(width, height) {
  const cells = [];
  for (let i2 = 0; i2 < width * height; i2++) {
    const x = i2 % width;
    const y = (i2 - x) / width;
    if (x < 3 || x >= width - 3 || y < 3) cells.push(i2);
  }
  return cells;
}
function nearest({ L, a, b }, i2, colors) {
  let best = Number.POSITIVE_INFINITY;
  const [x, y, z] = [L[i2], a[i2], b[i2]];
  for (let k = 0; k < colors.length; k++) {
    const color = colors[k];
    const d = 0.4 * (x - color[0]) ** 2 + (y - color[1]) ** 2 + (z - color[2]) ** 2;
    if (d < best) best = d;
  }
  return Math.sqrt(best);
}
function otsu(values) {
  const BINS = 128;
  const counts = new Float64Array(BINS);
  let max = 1e-6;
  for (const value of values) max = Math.max(max, value);
  for (const value of values) counts[Math.min(BINS - 1, Math.floor((value / max) * BINS))]++;
  let [sum, squares] = [0, 0];
  counts.forEach((count, bin) => {
    sum += count * bin;
    squares += count * bin * bin;
  });
  const n = values.length;
  const variance = squares / n - (sum / n) ** 2;
  let [below, sumBelow, best, at] = [0, 0, 0, 0];
  for (let bin = 0; bin < BINS - 1; bin++) {
    below += counts[bin];
    sumBelow += counts[bin] * bin;
    if (below === 0 || below === n) continue;
    const gap = sumBelow / below - (sum - sumBelow) / (n - below);
    const between = (below / n) * (1 - below / n) * gap * gap;
    if (between > best) [best, at] = [between, bin + 1];
  }
  return { threshold: (at / BINS) * max, separation: variance > 0 ? best / variance : 0 };
}
function mainParts(values, threshold, width, height) {
  const { labels, components } = labelComponents(above(values, threshold), width, height);
  const largest = Math.max(0, ...components.map(({ count }) => count));
  const kept = new Set(components.filter(({ count }) => count > largest * 0.15).map(({ label }) => label));
  return values.map((value, i2) =>
    kept.has(labels[i2]) ? ramp(value, threshold * 0.85, threshold * 1.15) : 0,
  );
}
var MOST2, BORDER_COLORS;
var init_subject = __esm({
  'src/image/regions/subject.ts'() {
    init_box_blur();
    init_components();
    init_ramp();
    init_dominant_colors();
    init_finding();
    MOST2 = 0.85;
    BORDER_COLORS = 6;
  },
});

// src/image/regions/water.ts
function findWater(scene, sky) {
  const { width, height, L, a, b, chroma, hue } = scene;
  const skyWeight = sky !== null && sky.confidence > 0.3 ? sky : null;
  const mirror = skyWeight && {
    L: meanOver(L, skyWeight.mask),
    a: meanOver(a, skyWeight.mask),
    b: meanOver(b, skyWeight.mask),
  };
  const flatX = boxBlur({ width, height, data: scene.roughnessX }, 3).data;
  const flatY = boxBlur({ width, height, data: scene.roughnessY }, 3).data;
  const score = new Float32Array(width * height);
  for (let i2 = Math.floor(height * 0.2) * width; i2 < score.length; i2++) {
    const y = Math.floor(i2 / width) / height;
    const lying = ramp(flatY[i2] / (flatX[i2] + flatY[i2] + 0.3), 0.42, 0.6);
    const blue = ramp(hue[i2], 165, 190) * ramp(hue[i2], 300, 285) * ramp(chroma[i2], 3, 9);
    const teal =
      ramp(hue[i2], 118, 138) *
      ramp(hue[i2], 200, 180) *
      ramp(chroma[i2], 6, 12) *
      ramp(flatY[i2] / (flatX[i2] + flatY[i2] + 0.3), 0.54, 0.64);
    const grassy = ramp(hue[i2], 60, 75) * ramp(hue[i2], 130, 115) * ramp(chroma[i2], 7, 13);
    const mirrored =
      mirror === null
        ? 0
        : ramp(Math.hypot(a[i2] - mirror.a, b[i2] - mirror.b), 14, 5) *
          ramp(chroma[i2], 22, 12) *
          (1 - 0.8 * grassy) *
          ramp(mirror.L, 99, 93);
    const above2 = skyWeight?.mask[i2] ?? 0;
    score[i2] =
      Math.max(blue, teal, 0.8 * mirrored) * (0.25 + 0.75 * lying) * (1 - above2) * ramp(y, 0.2, 0.4);
  }
  const smooth = boxBlur({ width, height, data: score }, 2).data;
  const { labels, components } = labelComponents(above(smooth, 0.42), width, height);
  const wide = components.filter((c2) => c2.count > 0.01 * score.length && c2.right - c2.left > 0.3 * width);
  if (wide.length === 0) return null;
  const kept = new Set(wide.map(({ label }) => label));
  const mask = smooth.map((value, i2) => (kept.has(labels[i2]) ? Math.min(1, 0.5 + value) : 0));
  const span = Math.max(...wide.map((c2) => (c2.right - c2.left) / width));
  const confidence = Math.min(
    0.75,
    meanOver(smooth, mask) * ramp(areaOf(mask), 0.02, 0.1) * (0.5 + 0.6 * span),
  );
  return { mask, confidence };
}
var init_water = __esm({
  'src/image/regions/water.ts'() {
    init_box_blur();
    init_components();
    init_ramp();
    init_finding();
  },
});

// src/image/regions.ts
function findRegions(raster, lab) {
  if (Math.min(raster.width, raster.height) < MIN_EDGE) return [];
  const scene = viewScene(lab);
  const sky = findSky(scene);
  const color = skinColor(scene);
  const likely = findFace(scene, color);
  const face = likely && believeFace(scene, color, likely);
  const skin = findSkin(scene, color, face);
  const person = findPerson(scene, face);
  const subject = findSubject(scene, sky, person);
  const found2 = [
    ['sky', sky],
    ['subject', subject],
    ['person', person],
    ['face', face],
    ['skin', skin],
    ['foliage', findFoliage(scene)],
    ['water', findWater(scene, sky)],
  ];
  const regions = found2.flatMap(([name, finding]) => {
    if (finding === null || finding.confidence < MIN_CONFIDENCE) return [];
    return makeRegion(name, refineMask(scene, finding.mask), finding.confidence) ?? [];
  });
  const main = regions.find(({ name }) => name === 'subject');
  const background = main && makeRegion('background', complement(main.mask), main.confidence);
  const foreground = findForeground(scene, sky);
  const ground = makeRegion('foreground', enlarge(scene, foreground.mask), foreground.confidence);
  return [...regions, background, ground]
    .filter((region) => region !== void 0 && region !== null)
    .sort((a, b) => REGION_NAMES.indexOf(a.name) - REGION_NAMES.indexOf(b.name));
}
function complement({ width, height, data }) {
  return { width, height, data: data.map((value) => 1 - value) };
}
var MIN_EDGE;
var init_regions = __esm({
  'src/image/regions.ts'() {
    init_observation();
    init_enlarge();
    init_face();
    init_foliage();
    init_foreground();
    init_make_region();
    init_person();
    init_refine();
    init_scene();
    init_skin();
    init_skin_color();
    init_sky();
    init_subject();
    init_water();
    MIN_EDGE = 16;
  },
});

// src/render/masks/regions.ts
function regionsOf(source) {
  let regions = found.get(source);
  if (!regions) {
    const preview = fitWithin(source.raster, REGION_EDGE);
    regions = findRegions(preview, toLab(preview));
    found.set(source, regions);
  }
  return regions;
}
function regionPlane(source, target) {
  const regions = regionsOf(source);
  const plane = (name) => regions.find((region) => region.name === name)?.mask ?? null;
  return plane(target) ?? (target === 'person' ? plane('subject') : null);
}
var REGION_EDGE, found;
var init_regions2 = __esm({
  'src/render/masks/regions.ts'() {
    init_lab2();
    init_regions();
    init_resample();
    REGION_EDGE = 512;
    found = /* @__PURE__ */ new WeakMap();
  },
});

// src/render/masks/correction-mask.ts
function correctionMask(source, { masks }) {
  const rows = masks.map((mask) => maskRow(source, mask));
  const only = masks[0];
  if (masks.length === 1 && only && !only.inverted && only.combine !== 'subtract') return rows[0];
  const own = new Float32Array(source.raster.width);
  return (y, out) => {
    out.fill(0);
    let some = false;
    for (let i2 = 0; i2 < rows.length; i2++) {
      const { combine, inverted } = masks[i2];
      const any = rows[i2](y, own) || inverted;
      if (!any && combine !== 'intersect') continue;
      if (inverted) for (let x = 0; x < own.length; x++) own[x] = 1 - own[x];
      some = join2(out, own, combine === 'intersect' && i2 === 0 ? 'add' : combine);
    }
    return some;
  };
}
function join2(out, own, combine) {
  if (combine === 'add') for (let x = 0; x < out.length; x++) out[x] = Math.max(out[x], own[x]);
  else if (combine === 'subtract') for (let x = 0; x < out.length; x++) out[x] *= 1 - own[x];
  else for (let x = 0; x < out.length; x++) out[x] *= own[x];
  for (let x = 0; x < out.length; x++) if (out[x] > 0) return true;
  return false;
}
function maskRow(source, mask) {
  const { raster, window } = source;
  const { width } = raster;
  const { height } = window;
  switch (mask.kind) {
    case 'linear':
      return linearRow(mask, width, height);
    case 'radial':
      return radialRow(mask, width, height);
    case 'luminance':
      return luminanceRow(mask, raster, window.top);
    case 'color':
      return colorRow(mask, raster, window.top);
    case 'ai': {
      const plane = regionPlane(source, mask.target);
      if (!plane) return (_, out) => out.fill(0) && false;
      const upsampler = new RowUpsampler(plane.width, width, width / plane.width, height / plane.height);
      return (y, out) => {
        upsampler.row(plane.data, plane.height, y, out);
        return true;
      };
    }
  }
}
var init_correction_mask = __esm({
  'src/render/masks/correction-mask.ts'() {
    init_upsample();
    init_geometry();
    init_ranges();
    init_regions2();
  },
});

// src/render/table/kept-tables.ts
function keptTable(source, name, build) {
  let own = tables2.get(source);
  if (!own) {
    own = /* @__PURE__ */ new Map();
    tables2.set(source, own);
  }
  const table = own.get(name) ?? build();
  own.delete(name);
  own.set(name, table);
  if (own.size > KEPT2) own.delete(own.keys().next().value);
  return table;
}
var KEPT2, tables2;
var init_kept_tables = __esm({
  'src/render/table/kept-tables.ts'() {
    KEPT2 = 6;
    tables2 = /* @__PURE__ */ new WeakMap();
  },
});

// src/render/plan.ts
function planOf(source, settings) {
  const vignette2 = vignetteOf(source, settings);
  const active = activeCorrections(settings).map((correction) => ({
    correction,
    mask: correctionMask(source, correction),
  }));
  const corrections = active.flatMap(({ correction, mask }) => {
    const development = developmentOf(source, localSettings(correction), false, CORRECTION_TABLE);
    return development ? [{ ...development, mask }] : [];
  });
  const { MaskGroupBasedCorrections: _, ...own } = settings;
  const global = developmentOf(source, own, vignette2?.scene ?? false, Number.POSITIVE_INFINITY);
  const detail = detailPlan(source, settings, active);
  if (!global && corrections.length === 0 && !vignette2 && !detail) return void 0;
  return { global, corrections, vignette: vignette2, detail };
}
function developmentOf(source, settings, scene, most) {
  const local = localPass(source, settings);
  const context = {
    source: source.source,
    asShot: source.asShot,
    get darkKey() {
      return analysisOf(source).darkKey;
    },
  };
  const sceneWork = scene || (local?.scene ?? false);
  const chain = pointwiseChain(settings, context, sceneWork);
  if (!local && !chain.develop) return void 0;
  const { raster } = source;
  const pixels = raster.width * source.window.height;
  const size = Math.min(tableSize(pixels), most);
  const divided = sceneWork && chain.enterScene !== void 0;
  const fast = chain.develop && !divided && depthOf(raster.data) === 8 && tablePays(size, pixels);
  if (!fast) return { local, chain, table: () => void 0 };
  const { kernels } = source;
  const build = () =>
    kernels
      ? new ColorTable(
          size,
          buildNodes(kernels, size, raster.space, [...chain.steps.enterScene, ...chain.steps.develop]),
        )
      : buildTable(size, (samples, count) => {
          decodeSpace(raster.space, samples, count);
          chain.enterScene?.(samples, count);
          chain.develop?.(samples, count);
          encodeSpaceExtended(raster.space, samples, count);
        });
  let table;
  return {
    local,
    chain,
    table: () => (table ??= keptTable(source, JSON.stringify([settings, sceneWork]), build)),
  };
}
var CORRECTION_TABLE;
var init_plan = __esm({
  'src/render/plan.ts'() {
    init_depth();
    init_chain();
    init_codec();
    init_detail_plan();
    init_vignette();
    init_build_nodes();
    init_analysis();
    init_local_pass();
    init_local_settings();
    init_correction_mask();
    init_color_table();
    init_kept_tables();
    CORRECTION_TABLE = 33;
  },
});

// src/render/pipeline.ts
function open(raster, options = {}) {
  return {
    raster,
    window: options.window ?? { top: 0, height: raster.height },
    ...(options.measurement ? { measurement: options.measurement } : {}),
    source: options.source ?? 'rendered',
    asShot: options.asShot ?? { kelvin: 6500, tint: 0 },
    scale: options.scale ?? 1,
  };
}
function renderStrips(source, settings, range = { top: 0, rows: source.window.height }) {
  return develop(source, settings, range, void 0);
}
function render(source, settings) {
  const { raster } = source;
  const data = samplesOf(depthOf(raster.data), raster.data.length);
  for (const _ of develop(source, settings, { top: 0, rows: raster.height }, data));
  return { ...raster, data };
}
function* develop(source, settings, range, target) {
  const { raster, window } = source;
  const { width } = raster;
  const { height } = window;
  const plan = planOf(source, settings);
  const halo = plan?.detail?.halo ?? 0;
  const stripRows =
    halo > 0 ? haloStripRows({ width, height }, halo) : Math.max(1, Math.floor(STRIP_PIXELS / width));
  const workspace = plan && new StripWorkspace(source, plan, Math.min(height, stripRows + 2 * halo));
  const end = Math.min(height, range.top + range.rows);
  const first = halo > 0 ? Math.ceil(range.top / stripRows) * stripRows : range.top;
  const samples = target ?? samplesOf(depthOf(raster.data), Math.min(height, stripRows) * width * 3);
  try {
    for (let top = first; top < end; top += stripRows) {
      const rows = Math.min(stripRows, (halo > 0 ? height : end) - top);
      const start = (top - window.top) * width * 3;
      const length = rows * width * 3;
      const data = target ? samples.subarray(start, start + length) : samples.subarray(0, length);
      if (!workspace) data.set(raster.data.subarray(start, start + length));
      else if (!workspace.developCodes(top, rows, data)) {
        const from = Math.max(0, top - halo);
        const to = Math.min(height, top + rows + halo);
        workspace.develop(from, to - from);
        quantize(workspace.samples.subarray((top - from) * width * 3), rows * width, data);
      }
      yield { top, rows, data };
    }
  } finally {
    workspace?.end();
  }
}
function createRenderer(kernels) {
  const openWithKernels = (raster, options) => ({
    ...open(raster, options),
    ...(kernels ? { kernels } : {}),
  });
  return { specVersion: 1, id: 'engine/1', open: openWithKernels, render, renderStrips };
}
var STRIP_PIXELS, embeddedRenderer;
var init_pipeline = __esm({
  'src/render/pipeline.ts'() {
    init_depth();
    init_codec();
    init_develop_strip();
    init_halo_strips();
    init_plan();
    STRIP_PIXELS = 1 << 14;
    embeddedRenderer = createRenderer();
  },
});

// src/node/kernels.ts
import { readFileSync } from 'node:fs';

function loadKernels() {
  const bytes = PLACES.map(read).find((found2) => found2 !== void 0);
  if (!loaded && bytes) {
    const module = new WebAssembly.Module(bytes);
    loaded = new Kernels(() => new WebAssembly.Instance(module).exports);
  }
  return loaded;
}
function read(place) {
  try {
    return readFileSync(new URL(place, import.meta.url));
  } catch {
    return void 0;
  }
}
var PLACES, loaded;
var init_kernels2 = __esm({
  'src/node/kernels.ts'() {
    init_kernels();
    PLACES = ['./kernels.wasm', '../../dist/kernels.wasm'];
  },
});

// src/node/engine.ts
var nodeRenderer;
var init_engine = __esm({
  'src/node/engine.ts'() {
    init_pipeline();
    init_kernels2();
    nodeRenderer = createRenderer(loadKernels());
  },
});

// src/node/icc-tags.ts
function iccTag(profile, name) {
  if (profile.length < 132) return void 0;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const tags = Math.min(view.getUint32(128), Math.floor((profile.length - 132) / 12));
  for (let position = 132; position < 132 + tags * 12; position += 12) {
    if (String.fromCharCode(...profile.subarray(position, position + 4)) !== name) continue;
    const [offset, size] = [view.getUint32(position + 4), view.getUint32(position + 8)];
    return offset + size <= profile.length
      ? new DataView(profile.buffer, profile.byteOffset + offset, size)
      : void 0;
  }
  return void 0;
}
var init_icc_tags = __esm({
  'src/node/icc-tags.ts'() {},
});

// src/node/grey-profile.ts
function readGreyCurve(profile) {
  const tag2 = iccTag(profile, 'kTRC');
  return tag2 === void 0 ? null : readIccCurve(tag2);
}
function greyToSrgb(samples, curve2) {
  const full = topOf(samples);
  const table = Float64Array.from({ length: full + 1 }, (_, value) => {
    const coded = SRGB.encode(curve2.decode(value / full));
    return Math.round(full * Math.min(1, Math.max(0, coded)));
  });
  for (let index = 0; index < samples.length; index++) samples[index] = table[samples[index]];
}
var init_grey_profile = __esm({
  'src/node/grey-profile.ts'() {
    init_icc_curve();
    init_spaces();
    init_depth();
    init_icc_tags();
  },
});

// src/node/decode-pixels.ts
import sharp2 from 'sharp';

async function decodePixels2(bytes, header, rows) {
  const deep = header.bitDepth === 16;
  const { space, exact, greyCurve } = header.encoding;
  const file2 = sharp2(bytes, {
    failOn: 'error',
    limitInputPixels: false,
    ignoreIcc: exact,
    sequentialRead: rows !== void 0,
  });
  try {
    const { data, info } = await (rows ? file2.extract(storedArea(header, rows)) : file2)
      .autoOrient()
      .toColourspace(deep ? 'rgb16' : 'srgb')
      .raw({ depth: deep ? 'ushort' : 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const samples = deep ? wordsOf(data) : new Uint8Array(data.buffer, data.byteOffset, data.length);
    const raster = { width: info.width, height: info.height, ...splitAlpha(samples, info.channels), space };
    if (greyCurve !== void 0) greyToSrgb(raster.data, greyCurve);
    return raster;
  } catch (error) {
    throw memoryError(error) ?? damaged(header.name, error);
  }
}
function damaged(name, cause) {
  return new RetouchError(
    'bad-photo',
    `'${name}' is damaged or cut short: copy the photo again from its source`,
    {
      cause,
    },
  );
}
function storedArea({ stored, orientation }, { top, rows }) {
  const { width, height } = stored;
  switch (orientation) {
    case 1:
    case 2:
      return { left: 0, top, width, height: rows };
    case 3:
    case 4:
      return { left: 0, top: height - top - rows, width, height: rows };
    case 5:
    case 6:
      return { left: top, top: 0, width: rows, height };
    case 7:
    case 8:
      return { left: width - top - rows, top: 0, width: rows, height };
  }
}
function wordsOf(data) {
  if (data.byteOffset % 2 === 0) return new Uint16Array(data.buffer, data.byteOffset, data.length / 2);
  return new Uint16Array(new Uint8Array(data).buffer);
}
function splitAlpha(samples, channels) {
  if (channels === 3) return { data: samples };
  const pixels = samples.length / channels;
  const depth = depthOf(samples);
  const data = samplesOf(depth, pixels * 3);
  const alpha = samplesOf(depth, pixels);
  for (let pixel = 0, from = 0, to = 0; pixel < pixels; pixel++, from += channels, to += 3) {
    data[to] = samples[from];
    data[to + 1] = samples[from + 1];
    data[to + 2] = samples[from + 2];
    alpha[pixel] = samples[from + 3];
  }
  return { data, alpha };
}
var init_decode_pixels = __esm({
  'src/node/decode-pixels.ts'() {
    init_depth();
    init_error();
    init_grey_profile();
    init_memory_error();
  },
});

// src/wire/limits.ts
var LIMITS;
var init_limits = __esm({
  'src/wire/limits.ts'() {
    LIMITS = {
      photoBytes: 256 * 1024 * 1024,
      photoPixels: 12e7,
      jsonBytes: 1024 * 1024,
      instructionCharacters: 2e3,
      candidates: 16,
      renderEdge: 4096,
    };
  },
});

// src/node/input-encoding.ts
function chooseInputEncoding(metadata, exif) {
  const { space, icc } = metadata;
  const isGrey = space === 'b-w' || space === 'grey16';
  if (!isGrey && space !== 'srgb' && space !== 'rgb16') {
    const name = MODEL_NAMES[space] ?? space;
    return { space: SRGB, name, exact: false, note: `${name} converted to sRGB` };
  }
  if (icc === void 0) return withoutProfile(isGrey, exif);
  const profile = new Uint8Array(icc);
  if (String.fromCharCode(...profile.subarray(16, 20)) !== (isGrey ? 'GRAY' : 'RGB ')) {
    return asSrgb('The colour profile does not belong to this picture; read as sRGB');
  }
  return isGrey ? byGreyProfile(profile) : byRgbProfile(profile, metadata.depth === 'uchar');
}
function byGreyProfile(profile) {
  const greyCurve = readGreyCurve(profile);
  if (greyCurve === null) return asSrgb('The colour profile is damaged; read as sRGB');
  return {
    space: SRGB,
    name: 'Grey',
    exact: true,
    greyCurve,
    note: 'Grey by its profile, converted to sRGB',
  };
}
function byRgbProfile(profile, shallow) {
  const matrixSpace = readIccProfile(profile);
  if (matrixSpace !== null) {
    return { space: matrixSpace, name: identifySpace(matrixSpace)?.name ?? matrixSpace.name, exact: true };
  }
  if (iccTag(profile, 'A2B0') === void 0) return asSrgb('The colour profile is damaged; read as sRGB');
  const space = shallow ? SRGB : DISPLAY_P3;
  const note = `A colour profile made of tables was converted to ${space.name}`;
  return { space, name: 'RGB by a table profile', exact: false, note };
}
function withoutProfile(isGrey, exif) {
  if (isGrey) return { space: SRGB, name: 'Grey', exact: true };
  if (exifColorSpace(exif) !== ADOBE_RGB.name) return { space: SRGB, name: SRGB.name, exact: true };
  const note = 'Read as Adobe RGB, as the camera noted in EXIF';
  return { space: ADOBE_RGB, name: ADOBE_RGB.name, exact: true, note };
}
function asSrgb(note) {
  return { space: SRGB, name: SRGB.name, exact: true, note };
}
var MODEL_NAMES;
var init_input_encoding = __esm({
  'src/node/input-encoding.ts'() {
    init_icc();
    init_spaces();
    init_exif();
    init_grey_profile();
    init_icc_tags();
    MODEL_NAMES = {
      cmyk: 'CMYK',
      lab: 'Lab',
      labs: 'Lab',
      scrgb: 'linear scRGB',
    };
  },
});

// src/node/sniff.ts
function sniffPhoto(bytes, name) {
  if (bytes.length === 0)
    throw new RetouchError('bad-photo', `'${name}' is empty (0 bytes): copy the photo again`);
  const text = String.fromCharCode(...bytes.subarray(0, 256));
  const markup = text.replace(/^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>)?\s*/, '');
  const found2 = SIGNATURES.find(({ magic, at = 0 }) =>
    magic.some((each) => (at === 0 ? markup : text).startsWith(each, at)),
  );
  if (text.startsWith('ftypmif1', 4) && text.slice(8, 48).includes('avif')) return 'avif';
  const isRaw = found2?.is === 'tiff' && (RAW_EXTENSIONS.test(name) || isRawTiff(bytes));
  if (isRaw || (found2 === void 0 && RAW_EXTENSIONS.test(name))) throw refuse(name, RAW_ADVICE);
  if (found2?.refusal !== void 0) throw refuse(name, found2.refusal);
  if (found2?.is === void 0)
    throw refuse(name, 'is not a picture that can be read: use a JPEG, PNG, TIFF or WebP file');
  return found2.is;
}
function refuse(name, what) {
  return new RetouchError('bad-photo', `'${name}' ${what}`);
}
function isRawTiff(bytes) {
  const tiff = openTiff(bytes);
  if (tiff === void 0) return false;
  const directory = readDirectory(tiff, tiff.first);
  if (findEntry(directory, 50706) !== void 0) return true;
  const reduced = ((entryNumber(tiff, findEntry(directory, 254)) ?? 0) & 1) === 1;
  return reduced && findEntry(directory, 330) !== void 0;
}
var RAW_EXTENSIONS, RAW_ADVICE, HEIC_ADVICE, SIGNATURES;
var init_sniff = __esm({
  'src/node/sniff.ts'() {
    init_error();
    init_tiff_tags();
    RAW_EXTENSIONS =
      /\.(3fr|ari|arw|bay|cr2|cr3|crw|dcr|dng|erf|fff|iiq|k25|kdc|mef|mos|mrw|nef|nrw|orf|pef|raf|raw|rw2|rwl|sr2|srf|srw|x3f)$/i;
    RAW_ADVICE =
      'is a camera raw file, which cannot be developed here yet: export a 16-bit TIFF or a full-size JPEG from your raw converter and open that';
    HEIC_ADVICE =
      'is a HEIC photo, which cannot be read here: export it as JPEG or TIFF (on an iPhone: Settings \u203A Camera \u203A Formats \u203A Most Compatible)';
    SIGNATURES = [
      { magic: ['\xFF\xD8\xFF'], is: 'jpeg' },
      { magic: ['\x89PNG\r\n\n'], is: 'png' },
      { magic: ['WEBP'], at: 8, is: 'webp' },
      { magic: ['GIF87a', 'GIF89a'], is: 'gif' },
      { magic: ['ftypcrx '], at: 4, refusal: RAW_ADVICE },
      { magic: ['FUJIFILMCCD-RAW', 'IIRO', 'IIRS', 'MMOR', 'IIU\0', 'FOVb', '\0MRM'], refusal: RAW_ADVICE },
      { magic: ['CR'], at: 8, refusal: RAW_ADVICE },
      { magic: ['HEAPCCDR'], at: 6, refusal: RAW_ADVICE },
      { magic: ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'], is: 'tiff' },
      { magic: ['ftypavif', 'ftypavis'], at: 4, is: 'avif' },
      {
        magic: ['ftypheic', 'ftypheix', 'ftyphevc', 'ftypheim', 'ftypheis', 'ftypmif1', 'ftypmsf1'],
        at: 4,
        refusal: HEIC_ADVICE,
      },
      { magic: ['8BPS'], refusal: 'is a Photoshop document: save a flattened copy as TIFF or PNG' },
      { magic: ['%PDF'], refusal: 'is a PDF, not a photo: export the page as TIFF, PNG or JPEG' },
      { magic: ['<svg', '<!DOCTYPE svg'], refusal: 'is an SVG drawing, not a photo: export it as PNG' },
      { magic: ['BM'], refusal: 'is a BMP picture: save it as PNG or TIFF' },
      {
        magic: ['\xFF\n', '\0\0\0\fJXL ', '\0\0\0\fjP  '],
        refusal: 'is a JPEG XL or JPEG 2000 picture: save it as TIFF, PNG or JPEG',
      },
    ];
  },
});

// src/node/photo-header.ts
import sharp3 from 'sharp';

async function readPhotoHeader(bytes, name, options = {}) {
  const format = sniffPhoto(bytes, name);
  const metadata = await readMetadata(bytes, name);
  checkSize(metadata, name, options.maxPixels ?? LIMITS.photoPixels);
  const exif = readExif(bytes, format, metadata);
  const encoding = chooseInputEncoding(metadata, exif);
  return {
    name,
    format,
    stored: { width: metadata.width, height: metadata.height },
    orientation: orientationOf(metadata),
    encoding,
    bitDepth: metadata.depth === 'uchar' ? 8 : 16,
    hasAlpha: metadata.hasAlpha,
    byRows: ROW_FORMATS.has(format) && !metadata.isProgressive,
    ...(exif === void 0 ? {} : { exif }),
    ...(metadata.xmpAsString === void 0 ? {} : { xmp: metadata.xmpAsString }),
    notes: [...(encoding.note === void 0 ? [] : [encoding.note]), ...describeReading(metadata)],
  };
}
function orientationOf({ orientation = 1 }) {
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}
async function readMetadata(bytes, name) {
  try {
    return await sharp3(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
  } catch (error) {
    throw new RetouchError('bad-photo', `'${name}' is damaged: its header cannot be read`, { cause: error });
  }
}
function checkSize(metadata, name, maxPixels) {
  const pixels = metadata.width * metadata.height;
  if (pixels <= maxPixels) return;
  const size = `${metadata.width} \xD7 ${metadata.height} px (${Math.round(pixels / 1e6)} MP)`;
  throw new RetouchError(
    'too-large',
    `'${name}' is ${size}; the largest photo that is accepted is ${Math.round(maxPixels / 1e6)} MP: make a smaller copy`,
  );
}
function describeReading(metadata) {
  const notes = [];
  if (orientationOf(metadata) !== 1) notes.push('Orientation applied');
  if ((metadata.pages ?? 1) > 1) notes.push(`Only the first of ${metadata.pages} frames is used`);
  if (metadata.hasAlpha) notes.push('Transparency is kept as it is (a JPEG gets a white background)');
  return notes;
}
var ROW_FORMATS;
var init_photo_header = __esm({
  'src/node/photo-header.ts'() {
    init_error();
    init_limits();
    init_input_encoding();
    init_read_exif();
    init_sniff();
    ROW_FORMATS = /* @__PURE__ */ new Set(['jpeg', 'png', 'tiff']);
  },
});

// src/node/open-part.ts
async function openPart(job, link) {
  const { photo } = job;
  const header = 'bytes' in photo ? await readPhotoHeader(photo.bytes, photo.name) : void 0;
  const wishes = job.versions.map((version) => withExif(version, job.keepExif, header?.exif));
  if (header?.byRows && link.count > 1 && isDivisible(job) && 'bytes' in photo) {
    const size = displayedSize(header);
    const planned2 = planVersions(size, wishes, job.open, link, header);
    if (!planned2.versions.some(({ needs }) => needs.whole)) {
      const window = rowsNeeded(size.height, planned2);
      if (window.rows === 0) return void 0;
      const raster2 = await decodePixels2(photo.bytes, header, window);
      return { raster: raster2, window: { top: window.top, height: size.height }, ...planned2 };
    }
  }
  const raster = await wholePicture(job, header, link);
  const planned = planVersions(raster, wishes, job.open, link);
  return rowsNeeded(raster.height, planned).rows === 0
    ? void 0
    : { raster, window: { top: 0, height: raster.height }, ...planned };
}
function withExif({ settings, output }, keepExif, exif) {
  return keepExif && exif ? { settings, output: { exif, ...output } } : { settings, output };
}
function displayedSize({ stored, orientation }) {
  return orientation >= 5 ? { width: stored.height, height: stored.width } : stored;
}
function leadOf({ format, orientation }, needs) {
  if (format === 'tiff' || orientation > 2 || needs.some(({ measurement }) => measurement)) return 0;
  return READING_OVER / needs.length;
}
function planVersions(size, wishes, open2, { index, count }, byRows) {
  const wanted = wishes.map((wish) => needsOf(size, wish.settings, open2));
  const lead = byRows ? leadOf(byRows, wanted) : 0;
  const rangeOf = (unit2) => divideRows(size.height, unit2, count, lead)[index];
  const versions = wishes.map((wish, i2) => {
    const needs = wanted[i2];
    const division = divisionOf(size, needs.unit, wish.output.format);
    return { ...wish, needs, division, range: rangeOf(division.unit) };
  });
  const { unit } = divisionOf(size, measureStep(size), wishes[0].output.format);
  return { versions, measured: rangeOf(unit) };
}
function rowsNeeded(height, { versions, measured }) {
  const measures = versions.some(({ needs }) => needs.measurement);
  return hullOf([
    ...(measures ? [measured] : []),
    ...versions.map(({ range, needs }) => withHalo(range, needs.halo, height)),
  ]);
}
function withHalo({ top, rows }, halo, height) {
  if (rows === 0) return { top, rows };
  const from = Math.max(0, top - halo);
  return { top: from, rows: Math.min(height, top + rows + halo) - from };
}
async function wholePicture({ photo }, header, link) {
  if (!('bytes' in photo)) return photo.raster;
  if (link.count === 1) return decodePixels2(photo.bytes, header);
  const own = link.index === 0 ? sendRaster(shareRaster(await decodePixels2(photo.bytes, header))) : void 0;
  const [sent] = await link.gather('picture', own);
  return receiveRaster(sent);
}
var READING_OVER;
var init_open_part = __esm({
  'src/node/open-part.ts'() {
    init_parts();
    init_decode_pixels();
    init_divide();
    init_photo_header();
    init_render_job();
    READING_OVER = 0.15;
  },
});

// src/node/jpeg-segments.ts
function joinedHead(first, { width, height }, segmentRows) {
  const head = first.slice(0, scanStart(first));
  const frame = findSegment(head, SOF0);
  head[frame + 5] = height >> 8;
  head[frame + 6] = height & 255;
  if (height <= segmentRows) return head;
  const interval = Math.ceil(width / MCU) * (segmentRows / MCU);
  const restart = Uint8Array.of(255, DRI, 0, 4, interval >> 8, interval & 255);
  const scan = findSegment(head, SOS);
  return concatBytes([head.subarray(0, scan), restart, head.subarray(scan)]);
}
function scanOf(jpeg) {
  const end = jpeg.length - EOI.length;
  if (jpeg[end] !== EOI[0] || jpeg[end + 1] !== EOI[1]) throw new SyntaxError('JPEG without an end');
  return jpeg.subarray(scanStart(jpeg), end);
}
function afterScan(index, isLast) {
  return isLast ? EOI : Uint8Array.of(255, RST0 + (index % 8));
}
function scanStart(jpeg) {
  const scan = findSegment(jpeg, SOS);
  return scan + 2 + jpeg[scan + 2] * 256 + jpeg[scan + 3];
}
function findSegment(jpeg, marker2) {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 255; ) {
    if (jpeg[at + 1] === marker2) return at;
    if (jpeg[at + 1] === SOS) break;
    at += 2 + jpeg[at + 2] * 256 + jpeg[at + 3];
  }
  throw new SyntaxError(`JPEG without marker ${marker2.toString(16)}`);
}
var SOF0, SOS, DRI, RST0, EOI, MCU;
var init_jpeg_segments = __esm({
  'src/node/jpeg-segments.ts'() {
    init_bytes();
    SOF0 = 192;
    SOS = 218;
    DRI = 221;
    RST0 = 208;
    EOI = Uint8Array.of(255, 217);
    MCU = 16;
  },
});

// src/node/tiff-segments.ts
function stripOf(file2) {
  const tiff = openForReading(file2);
  const directory = readDirectory(tiff, tiff.first);
  const offset = entryNumber(tiff, findEntry(directory, STRIP_OFFSETS));
  const bytes = entryNumber(tiff, findEntry(directory, STRIP_BYTE_COUNTS));
  if (offset === void 0 || bytes === void 0) throw new SyntaxError('TIFF without a strip');
  return file2.subarray(offset, offset + bytes);
}
function joinedTiffHead(first, { height, stripRows, byteCounts, metadata }) {
  const tiff = openForReading(first);
  const { littleEndian } = tiff;
  const longs = (tag2, values) => {
    const bytes = new Uint8Array(values.length * 4);
    const view = new DataView(bytes.buffer);
    for (const [index, value] of values.entries()) view.setUint32(index * 4, value, littleEndian);
    return { tag: tag2, type: LONG, count: values.length, bytes };
  };
  const own = collectTags(tiff, readDirectory(tiff, tiff.first), littleEndian);
  const directoryWith = (offsets2) => {
    const joined2 = [
      longs(IMAGE_LENGTH, [height]),
      longs(STRIP_OFFSETS, offsets2),
      longs(ROWS_PER_STRIP, [stripRows]),
      longs(STRIP_BYTE_COUNTS, byteCounts),
    ];
    const replaced = new Set(joined2.map(({ tag: tag2 }) => tag2));
    const tags = [...own.filter(({ tag: tag2 }) => !replaced.has(tag2)), ...joined2];
    return writeDirectory(withMetadata(tags, metadata, littleEndian), HEADER_BYTES, littleEndian);
  };
  let end = HEADER_BYTES + directoryWith(byteCounts).length;
  const offsets = byteCounts.map((bytes) => {
    const offset = end;
    end += bytes;
    return offset;
  });
  const header = first.slice(0, HEADER_BYTES);
  new DataView(header.buffer).setUint32(4, HEADER_BYTES, littleEndian);
  return concatBytes([header, directoryWith(offsets)]);
}
function openForReading(file2) {
  const tiff = openTiff(file2);
  if (tiff === void 0) throw new SyntaxError('Not a TIFF');
  return tiff;
}
var IMAGE_LENGTH, STRIP_OFFSETS, ROWS_PER_STRIP, STRIP_BYTE_COUNTS, LONG, HEADER_BYTES;
var init_tiff_segments = __esm({
  'src/node/tiff-segments.ts'() {
    init_bytes();
    init_tiff_metadata();
    init_tiff_tags();
    init_tiff_write();
    IMAGE_LENGTH = 257;
    STRIP_OFFSETS = 273;
    ROWS_PER_STRIP = 278;
    STRIP_BYTE_COUNTS = 279;
    LONG = 4;
    HEADER_BYTES = 8;
  },
});

// src/node/segment-format.ts
function segmentFormat(plan) {
  return plan.output.format === 'jpeg' ? jpegSegments(plan) : tiffSegments(plan);
}
function jpegSegments({ picture, segmentRows, output, deliver }) {
  checkJpegSize(picture);
  return {
    async add(segment2, top) {
      const jpeg = await encodeJpeg(segment2, output.quality);
      if (top === 0)
        deliver(insertJpegMetadata(joinedHead(jpeg, picture, segmentRows), metadataFor(picture, output)));
      deliver(scanOf(jpeg));
      deliver(afterScan(top / segmentRows, top + segment2.height === picture.height));
    },
    finish: async () => {},
  };
}
function tiffSegments({ picture, segmentRows, output, deliver, gather }) {
  const own = [];
  let first;
  return {
    async add(segment2, top) {
      const file2 = await encodeTiff(segment2, segmentRows);
      if (top === 0) first = file2;
      const strip = stripOf(file2);
      own.push(strip.length);
      deliver(strip);
    },
    async finish() {
      const all = await gather(own);
      if (first) {
        const byteCounts = all.flatMap((counts) => counts ?? []);
        const metadata = metadataFor(picture, output);
        const joined2 = { height: picture.height, stripRows: segmentRows, byteCounts, metadata };
        deliver(joinedTiffHead(first, joined2), true);
      }
    },
  };
}
var init_segment_format = __esm({
  'src/node/segment-format.ts'() {
    init_encode();
    init_jpeg_metadata();
    init_jpeg_segments();
    init_tiff_segments();
  },
});

// src/node/segment-encoder.ts
var SegmentEncoder;
var init_segment_encoder = __esm({
  'src/node/segment-encoder.ts'() {
    init_depth();
    init_segment_format();
    SegmentEncoder = class {
      plan;
      format;
      top;
      filled = 0;
      samples;
      spare;
      encoding = Promise.resolve();
      /** @throws RetouchError `too-large` when the format cannot hold the size */
      constructor(plan) {
        this.plan = plan;
        this.format = segmentFormat(plan);
        const { segmentRows, range, depth, picture } = plan;
        this.top = range.top;
        const rows = Math.min(segmentRows, range.rows);
        const length = rows * picture.width * 3;
        this.samples = samplesOf(depth, length);
        this.spare = samplesOf(depth, range.rows > rows ? length : 0);
      }
      /** Takes the next rows of the part. */
      async write({ data, rows }) {
        const { picture, segmentRows, range } = this.plan;
        const line = picture.width * 3;
        for (let row = 0; row < rows; ) {
          const wanted = Math.min(segmentRows, range.top + range.rows - this.top);
          const count = Math.min(rows - row, wanted - this.filled);
          this.samples.set(data.subarray(row * line, (row + count) * line), this.filled * line);
          row += count;
          this.filled += count;
          if (this.filled === wanted) await this.startEncoding();
        }
      }
      async finish() {
        await this.encoding;
        await this.format.finish();
      }
      async startEncoding() {
        const { picture, alphaOf } = this.plan;
        const { top, filled: rows, samples } = this;
        await this.encoding;
        const data = samples.subarray(0, rows * picture.width * 3);
        const alpha = alphaOf?.({ top, rows });
        const segment2 = { ...picture, height: rows, data, ...(alpha === void 0 ? {} : { alpha }) };
        this.encoding = this.format.add(segment2, top);
        this.encoding.catch(() => {});
        this.top += rows;
        this.filled = 0;
        this.samples = this.spare;
        this.spare = samples;
      }
    };
  },
});

// src/node/render-part.ts
async function renderPart(job, link) {
  try {
    const part = await openPart(job, link);
    if (part === void 0) return;
    const measurement = await measureTogether(part, job, link);
    const { raster, window } = part;
    const source = nodeRenderer.open(raster, {
      ...job.open,
      window,
      ...(measurement === void 0 ? {} : { measurement }),
    });
    for (const [index, version] of part.versions.entries()) {
      const { size, ...output } = version.output;
      if (size === void 0) await renderVersion(source, version, index, link);
      else await renderVersion(...madeSmaller(source, { ...version, output }, size), index, link);
      link.finish();
    }
  } catch (error) {
    throw memoryError(error) ?? error;
  }
}
async function measureTogether({ raster, window, versions, measured }, { open: open2 }, link) {
  if (link.count === 1 || !versions.some(({ needs }) => needs.measurement)) return void 0;
  const own =
    measured.rows === 0
      ? void 0
      : shareArrays(measure(nodeRenderer.open(raster, { ...open2, window }), measured));
  const all = await link.gather('measurement', own);
  return joinMeasurements(all.filter((each) => each !== void 0));
}
function shareArrays(data) {
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    ArrayBuffer.isView(value) ? shareSamples(value) : value,
  ]);
  return Object.fromEntries(entries);
}
function madeSmaller({ raster: full, source, asShot, scale }, version, size) {
  const raster = fitWithin(full, size);
  const open2 = { source, asShot, scale: scale * (raster.width / full.width) };
  const needs = needsOf(raster, version.settings, open2);
  const division = divisionOf(raster, needs.unit, version.output.format);
  const range = { top: 0, rows: raster.height };
  return [nodeRenderer.open(raster, open2), { ...version, needs, division, range }];
}
async function renderVersion(source, version, index, link) {
  if (version.output.format === 'png') await renderWhole(source, version, index, link);
  else await renderSegments(source, version, index, link);
}
async function renderSegments(source, { settings, output, division, range }, index, link) {
  const { raster, window } = source;
  const { alpha, data, ...picture } = { ...raster, height: window.height };
  const { width } = raster;
  const encoder = new SegmentEncoder({
    picture,
    segmentRows: division.segmentRows,
    range,
    depth: depthOf(data),
    ...(alpha === void 0 ? {} : { alphaOf: ({ top, rows }) => rowsOf(alpha, width, top - window.top, rows) }),
    output,
    deliver: (bytes, isHead) => link.deliver(index, bytes, isHead),
    gather: (value) => link.gather(`segments ${index}`, value),
  });
  for (const strip of range.rows > 0 ? nodeRenderer.renderStrips(source, settings, range) : []) {
    await encoder.write(strip);
    await link.turn();
  }
  await encoder.finish();
}
async function renderWhole(source, { settings, output, range }, index, link) {
  const { raster, window } = source;
  const isFirst = range.top === 0 && range.rows > 0;
  const own = isFirst ? emptyPicture(raster, window.height) : void 0;
  const { data, alpha } = (await link.gather(`picture ${index}`, own)).find((each) => each !== void 0);
  const line = raster.width * 3;
  for (const strip of range.rows > 0 ? nodeRenderer.renderStrips(source, settings, range) : []) {
    data.set(strip.data, strip.top * line);
    await link.turn();
  }
  if (alpha && raster.alpha)
    alpha.set(
      rowsOf(raster.alpha, raster.width, range.top - window.top, range.rows),
      range.top * raster.width,
    );
  const all = link.gather(`rendered ${index}`, void 0);
  if (!isFirst) {
    all.catch(() => {});
    return;
  }
  await all;
  const picture = { width: raster.width, height: window.height, space: raster.space, data };
  link.deliver(index, await encodePhoto(alpha === void 0 ? picture : { ...picture, alpha }, output));
}
function emptyPicture({ data, alpha, width }, height) {
  const depth = depthOf(data);
  return {
    data: sharedSamples(depth, width * height * 3),
    ...(alpha === void 0 ? {} : { alpha: sharedSamples(depth, width * height) }),
  };
}
function rowsOf(plane, width, top, rows) {
  return plane.subarray(top * width, (top + rows) * width);
}
var init_render_part = __esm({
  'src/node/render-part.ts'() {
    init_depth();
    init_resample();
    init_parts();
    init_divide();
    init_encode();
    init_engine();
    init_memory_error();
    init_open_part();
    init_render_job();
    init_segment_encoder();
  },
});

// src/node/part-runner.ts
var part_runner_exports = {};
__export(part_runner_exports, {
  createPartRunner: () => createPartRunner,
});
function createPartRunner(post, turn) {
  const waiting = /* @__PURE__ */ new Map();
  async function run(part) {
    try {
      await renderPart(receiveJob(part.job), linkOf(part));
      post({ type: 'done' });
    } catch (error) {
      const { code, message } = RetouchError.wrap(error);
      post({ type: 'failed', code, message });
    } finally {
      waiting.clear();
    }
  }
  function linkOf({ index, count, stop }) {
    const isStopped = () => Atomics.load(stop, 0) !== 0;
    return {
      index,
      count,
      turn() {
        if (isStopped()) throw cancelledError2();
        return turn();
      },
      gather: (name, value) =>
        new Promise((resolve, reject) => {
          if (isStopped()) return reject(cancelledError2());
          waiting.set(name, { resolve, reject });
          post({ type: 'gather', name, value });
        }),
      deliver: (version, bytes, isHead = false) => post({ type: 'bytes', version, bytes, isHead }),
      finish: () => post({ type: 'finished' }),
    };
  }
  function stopWaiting() {
    for (const { reject } of waiting.values()) reject(cancelledError2());
    waiting.clear();
  }
  return (message) => {
    if (message.type === 'part') void run(message);
    else if (message.type === 'stop') stopWaiting();
    else {
      waiting.get(message.name)?.resolve(message.values);
      waiting.delete(message.name);
    }
  };
}
function cancelledError2() {
  return new RetouchError('cancelled', 'The rendering was cancelled');
}
var init_part_runner = __esm({
  'src/node/part-runner.ts'() {
    init_error();
    init_render_job();
    init_render_part();
  },
});

import { readFileSync as readFileSync2 } from 'node:fs';
// scripts/.f.ts
import sharp4 from 'sharp';

// src/node/worker-pool.ts
init_bytes();

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

// src/node/job-run.ts
init_error();
init_memory_error();
var PATIENCE_MS = 2e3;
function runJob(job, slots, onFile, signal) {
  return new Promise((resolve, reject) => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const onAbort = () => fail(cancelledError());
    const handedOver = [];
    let failed = false;
    const parts = slots.map((slot, index) => {
      const part = {
        slot,
        hasEnded: false,
        bytes: /* @__PURE__ */ new Map(),
        finished: 0,
        given: /* @__PURE__ */ new Map(),
        task: {
          start(post) {
            part.post = post;
            post({ type: 'part', job, index, count: slots.length, stop });
          },
          hear: (message) => hear(part, message),
          lost(cause) {
            part.hasEnded = true;
            fail(memoryError(cause) ?? lostError(cause));
          },
        },
      };
      return part;
    });
    function hear(part, message) {
      switch (message.type) {
        case 'bytes':
          if (message.isHead) listIn(parts[0].bytes, message.version).unshift(message.bytes);
          else listIn(part.bytes, message.version).push(message.bytes);
          return false;
        case 'finished':
          part.finished += 1;
          handOver();
          return false;
        case 'gather':
          part.given.set(message.name, message.value);
          passOn(message.name);
          return false;
        case 'failed':
          part.hasEnded = true;
          fail(new RetouchError(message.code, message.message));
          return true;
        case 'done':
          part.hasEnded = true;
          part.finished = job.versions.length;
          for (const other of parts) for (const name of other.given.keys()) passOn(name);
          handOver();
          return true;
      }
    }
    function passOn(name) {
      if (failed || !parts.every(({ given, hasEnded }) => hasEnded || given.has(name))) return;
      const values = parts.map(({ given }) => given.get(name));
      for (const { given, hasEnded, post } of parts)
        if (given.delete(name) && !hasEnded) post?.({ type: 'gathered', name, values });
    }
    function handOver() {
      while (!failed && parts.every(({ finished }) => finished > handedOver.length)) {
        const version = handedOver.length;
        const pieces = parts.flatMap(({ bytes }) => bytes.get(version) ?? []);
        for (const { bytes } of parts) bytes.delete(version);
        handedOver.push(Promise.resolve(onFile(version, pieces)).catch((error) => fail(error)));
        if (handedOver.length === job.versions.length) void succeed();
      }
    }
    async function succeed() {
      await Promise.all(handedOver);
      signal?.removeEventListener('abort', onAbort);
      if (!failed) resolve();
    }
    function fail(error) {
      if (failed) return;
      failed = true;
      signal?.removeEventListener('abort', onAbort);
      Atomics.store(stop, 0, 1);
      for (const part of parts) {
        if (part.hasEnded || part.slot.remove(part.task)) continue;
        part.post?.({ type: 'stop' });
        setTimeout(() => part.slot.end(part.task), PATIENCE_MS).unref();
      }
      reject(error);
    }
    signal?.addEventListener('abort', onAbort);
    for (const { slot, task } of parts) slot.add(task);
  });
}
function listIn(lists, key) {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
function cancelledError() {
  return new RetouchError('cancelled', 'The rendering was cancelled');
}
function lostError(cause) {
  return new RetouchError('internal', 'The rendering failed: its worker ran out of memory or crashed', {
    cause,
  });
}

// src/node/local-slot.ts
import { setImmediate } from 'node:timers/promises';

var TURN_MS = 20;
var LocalSlot = class {
  waiting = [];
  current;
  runner;
  get load() {
    return this.waiting.length + (this.current ? 1 : 0);
  }
  warm() {
    this.runner ??= this.loadRunner();
    this.runner.catch(() => {});
  }
  add(task) {
    this.waiting.push(task);
    void this.next();
  }
  remove(task) {
    const at = this.waiting.indexOf(task);
    if (at >= 0) this.waiting.splice(at, 1);
    return at >= 0;
  }
  /** What runs here stops by itself when it is told to. */
  end() {}
  async close() {
    for (const task of this.waiting.splice(0)) task.lost(void 0);
  }
  async next() {
    if (this.current) return;
    const task = this.waiting.shift();
    if (!task) return;
    this.current = task;
    this.warm();
    try {
      task.start(await this.runner);
    } catch (cause) {
      this.current = void 0;
      task.lost(cause);
      void this.next();
    }
  }
  /** The engine is large: whoever leaves all work to workers need not load it. */
  async loadRunner() {
    const { createPartRunner: createPartRunner2 } = await Promise.resolve().then(
      () => (init_part_runner(), part_runner_exports),
    );
    let last = performance.now();
    return createPartRunner2(
      (message) => this.hear(message),
      () => {
        if (performance.now() - last < TURN_MS) return void 0;
        return setImmediate().then(() => {
          last = performance.now();
        });
      },
    );
  }
  hear(message) {
    if (!this.current?.hear(message)) return;
    this.current = void 0;
    void this.next();
  }
};

// src/node/worker-pool.ts
init_render_job();

// src/node/worker-slot.ts
import { Worker } from 'node:worker_threads';

var WorkerSlot = class {
  file;
  heapMegabytes;
  waiting = [];
  worker;
  current;
  isClosed = false;
  /** @param heapMegabytes what the worker's heap may take; default: Node's own limit */
  constructor(file2, heapMegabytes) {
    this.file = file2;
    this.heapMegabytes = heapMegabytes;
  }
  get load() {
    return this.waiting.length + (this.current ? 1 : 0);
  }
  warm() {
    this.worker ??= this.startWorker();
    if (!this.current) this.worker.unref();
  }
  add(task) {
    if (this.isClosed) task.lost(void 0);
    else {
      this.waiting.push(task);
      this.next();
    }
  }
  remove(task) {
    const at = this.waiting.indexOf(task);
    if (at >= 0) this.waiting.splice(at, 1);
    return at >= 0;
  }
  end(task) {
    if (this.current === task) void this.worker?.terminate();
  }
  async close() {
    this.isClosed = true;
    for (const task of this.waiting.splice(0)) task.lost(void 0);
    await this.worker?.terminate();
  }
  next() {
    if (this.current) return;
    this.current = this.waiting.shift();
    if (!this.current) {
      this.worker?.unref();
      return;
    }
    try {
      const worker = this.worker ?? this.startWorker();
      this.worker = worker;
      worker.ref();
      this.current.start((message) => worker.postMessage(message));
    } catch (cause) {
      this.lose(cause);
    }
  }
  startWorker() {
    const { heapMegabytes } = this;
    const resourceLimits = heapMegabytes === void 0 ? {} : { maxOldGenerationSizeMb: heapMegabytes };
    const worker = new Worker(this.file, { resourceLimits });
    let cause;
    worker.on('message', (message) => {
      if (worker !== this.worker || !this.current?.hear(message)) return;
      this.current = void 0;
      this.next();
    });
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      if (worker !== this.worker) return;
      this.worker = void 0;
      this.lose(cause);
    });
    return worker;
  }
  lose(cause) {
    const { current } = this;
    this.current = void 0;
    current?.lost(cause);
    this.next();
  }
};

// src/node/worker-pool.ts
function createRenderPool(options = {}) {
  const workerFile = options.workerFile ?? new URL('./render-worker.js', import.meta.url);
  const hasWorkers = existsSync(fileURLToPath(workerFile));
  const count = hasWorkers ? (options.workers ?? Math.min(4, availableParallelism())) : 1;
  const slots = Array.from({ length: count }, (_, index) =>
    !hasWorkers || (index === 0 && options.takesPart)
      ? new LocalSlot()
      : new WorkerSlot(workerFile, options.heapMegabytes),
  );
  async function renderVersions(job, onFile, signal) {
    if (signal?.aborted) throw cancelledError();
    await runJob(sendJob(job), isDivisible(job) ? slots : [leastBusy(slots)], onFile, signal);
  }
  return {
    async render({ settings, output, ...job }, signal) {
      let file2;
      const versions = [{ settings, output }];
      await renderVersions({ ...job, versions }, (_, pieces) => void (file2 = concatBytes(pieces)), signal);
      return file2;
    },
    renderVersions,
    warm() {
      for (const slot of slots) slot.warm();
    },
    async close() {
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}
function leastBusy(slots) {
  return slots.reduce((best, slot) => (slot.load < best.load ? slot : best));
}

// scripts/bench/settings.ts
var POINTWISE2 = {
  IncrementalTemperature: 12,
  IncrementalTint: -4,
  Exposure2012: 0.35,
  Contrast2012: 18,
  Vibrance: 20,
  ToneCurvePV2012: [
    [0, 4],
    [64, 58],
    [128, 130],
    [192, 200],
    [255, 252],
  ],
  HueAdjustmentRed: 4,
  HueAdjustmentOrange: -6,
  HueAdjustmentYellow: -8,
  HueAdjustmentGreen: -12,
  HueAdjustmentAqua: 10,
  HueAdjustmentBlue: -6,
  HueAdjustmentPurple: 5,
  HueAdjustmentMagenta: 7,
  SaturationAdjustmentRed: -6,
  SaturationAdjustmentOrange: 8,
  SaturationAdjustmentYellow: -10,
  SaturationAdjustmentGreen: -15,
  SaturationAdjustmentAqua: 12,
  SaturationAdjustmentBlue: 18,
  SaturationAdjustmentPurple: -8,
  SaturationAdjustmentMagenta: -5,
  LuminanceAdjustmentRed: -4,
  LuminanceAdjustmentOrange: 6,
  LuminanceAdjustmentYellow: 8,
  LuminanceAdjustmentGreen: -10,
  LuminanceAdjustmentAqua: -6,
  LuminanceAdjustmentBlue: -15,
  LuminanceAdjustmentPurple: 5,
  LuminanceAdjustmentMagenta: 4,
  SplitToningShadowHue: 215,
  SplitToningShadowSaturation: 14,
  ColorGradeMidtoneHue: 30,
  ColorGradeMidtoneSat: 6,
  SplitToningHighlightHue: 42,
  SplitToningHighlightSaturation: 12,
  ColorGradeBlending: 50,
  SplitToningBalance: 5,
};
var FULL_CHAIN = {
  ...POINTWISE2,
  Highlights2012: -60,
  Shadows2012: 60,
  Clarity2012: 20,
};

// scripts/.f.ts
var file = new Uint8Array(readFileSync2(process.argv[2]));
var med = (a) => [...a].sort((x, y) => x - y)[a.length >> 1];
var enc = (d, w, h) =>
  sharp4(d, { raw: { width: w, height: h, channels: 3 } })
    .jpeg({ quality: 90, chromaSubsampling: '4:2:0', optimiseCoding: false })
    .toBuffer();
var floor = async () => {
  const { data, info } = await sharp4(file).raw().toBuffer({ resolveWithObject: true });
  const u = 16 * Math.round(info.height / 32);
  await Promise.all([
    enc(data.subarray(0, u * info.width * 3), info.width, u),
    enc(data.subarray(u * info.width * 3), info.width, info.height - u),
  ]);
};
var pool = createRenderPool({ workerFile: new URL('../dist/render-worker.js', import.meta.url) });
var i = 0;
var ours = (set) => () =>
  pool.render({
    photo: { bytes: file, name: 'a.jpg' },
    settings: { ...set, ...(set.Exposure2012 !== void 0 ? { Exposure2012: 0.3 + (i++ % 50) / 500 } : {}) },
    output: { format: 'jpeg', quality: 90 },
  });
var jobs = process.argv[3]
  ? { full: ours(FULL_CHAIN) }
  : { floor, full: ours(FULL_CHAIN), exposure: ours({ Exposure2012: 0.3 }), identity: ours({}) };
var t = {};
var c = {};
for (const n in jobs) {
  t[n] = [];
  c[n] = [];
}
for (let r = 0; r < 9; r++)
  for (const n in jobs) {
    const u = process.cpuUsage(),
      s = performance.now();
    await jobs[n]();
    const w = performance.now() - s,
      d = process.cpuUsage(u);
    if (r > 1) {
      t[n].push(w);
      c[n].push((d.user + d.system) / 1e3);
    }
  }
for (const n in jobs)
  console.log(
    n.padEnd(10),
    'wall',
    med(t[n]).toFixed(0),
    'min',
    Math.min(...t[n]).toFixed(0),
    'cpu',
    med(c[n]).toFixed(0),
  );
if (jobs.floor)
  console.log(
    'full/floor',
    (med(t.full) / med(t.floor)).toFixed(2),
    'min/min',
    (Math.min(...t.full) / Math.min(...t.floor)).toFixed(2),
  );
await pool.close();
