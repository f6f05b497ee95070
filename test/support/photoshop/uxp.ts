import type { EntryPoints, File, Folder, SecureStorage, Uxp } from '../../../plugin/photoshop/host/uxp.ts';

/** What the disk, the keychain and the menu hold; a test may spoil any of it. */
export class UxpState {
  entryPoints: EntryPoints | null = null;
  /** When the plug-in's script began, by `performance.now()`; null when nobody looked. */
  startedAt: number | null = null;
  /** Milliseconds from there to `entrypoints.setup`. */
  setUpAfter: number | null = null;
  readonly secrets = new Map<string, Uint8Array>();
  /** Bytes that secure storage takes. */
  secretQuota = Number.POSITIVE_INFINITY;
  /** Whether secure storage lost everything, as a cache may. */
  secretsFail = false;
  readonly files = new Map<string, Uint8Array>();
  /** Bytes that the data folder takes. */
  diskQuota = Number.POSITIVE_INFINITY;
  /** What the person does in the save dialog: a name, or null to cancel. */
  saveAs: string | null = 'saved.txt';
  readonly saved = new Map<string, Uint8Array>();
}

function bytesOf(text: string): Uint8Array {
  // Percent escapes are UTF-8; there is no TextEncoder to rely on in a stripped page.
  const escaped = encodeURIComponent(text);
  return Uint8Array.from(escaped.match(/%[0-9A-F]{2}|./g) ?? [], (part) =>
    part.length === 3 ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0),
  );
}

function textOf(bytes: Uint8Array): string {
  return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}

function sum(files: ReadonlyMap<string, Uint8Array>, without: string): number {
  return [...files].reduce((total, [name, bytes]) => total + (name === without ? 0 : bytes.length), 0);
}

/** [DOC PSD storage: values come back as bytes, an empty one is refused; from 9.0 errors as of Web Storage] */
function createSecureStorage(state: UxpState): SecureStorage {
  const open = () => {
    if (state.secretsFail) throw new Error('Secure storage is not available');
  };
  return {
    async setItem(key, value) {
      open();
      const bytes = typeof value === 'string' ? bytesOf(value) : value.slice();
      if (bytes.length === 0) throw new Error('secureStorage.setItem: the value must not be empty');
      if (sum(state.secrets, key) + bytes.length > state.secretQuota)
        throw Object.assign(new Error('The quota has been exceeded.'), { name: 'QuotaExceededError' });
      state.secrets.set(key, bytes);
    },
    async getItem(key) {
      open();
      return state.secrets.get(key)?.slice() ?? null;
    },
    async removeItem(key) {
      open();
      state.secrets.delete(key);
    },
  };
}

const UTF8 = Symbol('utf8');
const BINARY = Symbol('binary');

function createFile(state: UxpState, files: Map<string, Uint8Array>, name: string): File {
  return {
    name,
    nativePath: `/plugin-data/${name}`,
    async read(options) {
      const bytes = files.get(name);
      if (!bytes) throw new Error(`Could not find an entry of '${name}'`);
      return options?.format === BINARY ? (bytes.slice().buffer as ArrayBuffer) : textOf(bytes);
    },
    async write(data) {
      const bytes = typeof data === 'string' ? bytesOf(data) : new Uint8Array(data.slice(0));
      if (sum(files, name) + bytes.length > state.diskQuota) throw new Error('No space left on device');
      files.set(name, bytes);
      return bytes.length;
    },
    async delete() {
      files.delete(name);
    },
  };
}

function createFolder(state: UxpState): Folder {
  return {
    async createFile(name, options) {
      if (/[/\\:]/.test(name)) throw new Error(`'${name}' is not a valid name`);
      if (state.files.has(name) && options?.overwrite !== true)
        throw new Error(`An entry of '${name}' exists already`);
      if (!state.files.has(name)) state.files.set(name, new Uint8Array(0));
      return createFile(state, state.files, name);
    },
    async getEntry(name) {
      if (!state.files.has(name)) throw new Error(`Could not find an entry of '${name}'`);
      return createFile(state, state.files, name);
    },
    async getEntries() {
      return [...state.files.keys()].map((name) => createFile(state, state.files, name));
    },
    async renameEntry(entry, name, options) {
      const bytes = state.files.get(entry.name);
      if (!bytes) throw new Error(`Could not find an entry of '${entry.name}'`);
      if (state.files.has(name) && options?.overwrite !== true)
        throw new Error(`An entry of '${name}' exists already`);
      state.files.delete(entry.name);
      state.files.set(name, bytes);
    },
  };
}

/** Setting up late, more than about 20 ms after the start, leads to errors that cannot be caught [DOC known-issues.md]. */
export function createUxp(state: UxpState): Uxp {
  return {
    entrypoints: {
      setup(options) {
        if (state.entryPoints) throw new Error('entrypoints.setup was called twice');
        state.entryPoints = options;
        if (state.startedAt !== null) state.setUpAfter = performance.now() - state.startedAt;
      },
    },
    storage: {
      secureStorage: createSecureStorage(state),
      localFileSystem: {
        getDataFolder: async () => createFolder(state),
        getFileForSaving: async () =>
          state.saveAs === null ? null : createFile(state, state.saved, state.saveAs),
      },
      formats: { utf8: UTF8, binary: BINARY },
    },
    host: { name: 'Photoshop', version: '27.8.0' },
    versions: { uxp: 'uxp-9.2.0', plugin: '0.1.0' },
  };
}
