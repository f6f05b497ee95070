/** The part of the `uxp` module that the plug-in uses. */
export interface Uxp {
  readonly entrypoints: {
    /** Once, within about 20 ms of the script's start. */
    setup(options: EntryPoints): void;
  };
  readonly storage: {
    readonly secureStorage: SecureStorage;
    readonly localFileSystem: {
      getDataFolder(): Promise<Folder>;
      getFileForSaving(
        suggestedName: string,
        options?: { readonly types?: readonly string[] },
      ): Promise<File | null>;
    };
    readonly formats: { readonly utf8: unknown; readonly binary: unknown };
  };
  readonly host: { readonly name: string; readonly version: string };
  readonly versions: { readonly uxp: string; readonly plugin: string };
}

export interface EntryPoints {
  readonly plugin?: { create?(): void; destroy?(): void };
  readonly panels?: Readonly<Record<string, PanelEntry>>;
  readonly commands?: Readonly<Record<string, () => void | Promise<void>>>;
}

export interface PanelEntry {
  create?(root: HTMLElement): void;
  show?(root: HTMLElement): void;
  hide?(): void;
  destroy?(): void;
  readonly menuItems?: readonly { readonly id: string; readonly label: string }[];
  invokeMenu?(id: string): void;
}

/** Encrypted by the host; a cache that can be lost. `getItem` gives bytes, and there is no TextDecoder. */
export interface SecureStorage {
  /** Refuses an empty value. */
  setItem(key: string, value: string | Uint8Array): Promise<void>;
  getItem(key: string): Promise<Uint8Array | null>;
  removeItem(key: string): Promise<void>;
}

export interface Folder {
  createFile(name: string, options?: { readonly overwrite?: boolean }): Promise<File>;
  getEntry(name: string): Promise<File>;
  getEntries(): Promise<readonly File[]>;
  renameEntry?(entry: File, name: string, options?: { readonly overwrite?: boolean }): Promise<void>;
}

export interface File {
  readonly name: string;
  readonly nativePath?: string;
  read(options?: { readonly format?: unknown }): Promise<string | ArrayBuffer>;
  write(data: string | ArrayBuffer, options?: { readonly format?: unknown }): Promise<number>;
  delete(): Promise<unknown>;
}
