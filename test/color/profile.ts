/** Builds small ICC profiles by hand, apart from the writer under test. */
interface ProfileParts {
  colorSpace?: string;
  connection?: string;
  magic?: string;
  extraTag?: string;
  singular?: boolean;
  description?: 'v2' | 'v4';
  curve?: Uint8Array;
}

export function buildProfile(parts: ProfileParts): Uint8Array {
  const { colorSpace = 'RGB ', connection = 'XYZ ', magic = 'acsp', description = 'v2' } = parts;
  const curve = parts.curve ?? curv([2.2]);
  const tags: [string, Uint8Array][] = [
    ['desc', description === 'v2' ? desc('Test RGB') : mluc('Test RGB')],
    ['rXYZ', xyz(0.436, 0.2225, 0.0139)],
    ['gXYZ', xyz(0.3851, 0.7169, 0.0971)],
    ['bXYZ', parts.singular ? xyz(0.3851, 0.7169, 0.0971) : xyz(0.1431, 0.0606, 0.7139)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  if (parts.extraTag) tags.push([parts.extraTag, curve]);
  const header = 132 + tags.length * 12;
  const size = tags.reduce((sum, [, body]) => sum + pad(body.length), header);
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32BE(size, 0);
  bytes.write(colorSpace, 16, 'latin1');
  bytes.write(connection, 20, 'latin1');
  bytes.write(magic, 36, 'latin1');
  bytes.writeUInt32BE(tags.length, 128);
  let at = header;
  tags.forEach(([name, body], i) => {
    bytes.write(name, 132 + i * 12, 'latin1');
    bytes.writeUInt32BE(at, 136 + i * 12);
    bytes.writeUInt32BE(body.length, 140 + i * 12);
    bytes.set(body, at);
    at += pad(body.length);
  });
  return new Uint8Array(bytes);
}

/** No value: identity; one: a gamma; more: samples 0…1. */
export function curv(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(12 + values.length * 2);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(values.length, 8);
  values.forEach((value, i) => {
    bytes.writeUInt16BE(Math.round(values.length === 1 ? value * 256 : value * 65535), 12 + i * 2);
  });
  return bytes;
}

export function para(type: number, values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(12 + values.length * 4);
  bytes.write('para', 0, 'latin1');
  bytes.writeUInt16BE(type, 8);
  values.forEach((value, i) => {
    bytes.writeInt32BE(Math.round(value * 65536), 12 + i * 4);
  });
  return bytes;
}

function xyz(...values: number[]): Uint8Array {
  const bytes = Buffer.alloc(20);
  bytes.write('XYZ ', 0, 'latin1');
  values.forEach((value, i) => {
    bytes.writeInt32BE(Math.round(value * 65536), 8 + i * 4);
  });
  return bytes;
}

function desc(text: string): Uint8Array {
  const bytes = Buffer.alloc(12 + text.length + 1 + 78);
  bytes.write('desc', 0, 'latin1');
  bytes.writeUInt32BE(text.length + 1, 8);
  bytes.write(text, 12, 'latin1');
  return bytes;
}

function mluc(text: string): Uint8Array {
  const bytes = Buffer.alloc(28 + text.length * 2);
  bytes.write('mluc', 0, 'latin1');
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt32BE(12, 12);
  bytes.write('enUS', 16, 'latin1');
  bytes.writeUInt32BE(text.length * 2, 20);
  bytes.writeUInt32BE(28, 24);
  bytes.set(Buffer.from(text, 'utf16le').swap16(), 28);
  return bytes;
}

function pad(length: number): number {
  return Math.ceil(length / 4) * 4;
}
