/** A place for keys by profile name. */
export interface KeyStore {
  /** For people, within a sentence. */
  readonly title: string;
  find(name: string): Promise<string | undefined>;
  store(name: string, key: string): Promise<void>;
  remove(name: string): Promise<void>;
}
