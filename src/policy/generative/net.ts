import type { Cancellation } from '#wire/cancellation.ts';

/** The part of `fetch` that picture editors need. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchReply>;

export interface FetchInit {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Redirections are not followed: the person agreed to one host. */
  readonly redirect: 'manual';
  readonly signal?: Cancellation;
}

export interface FetchReply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body?: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What a runtime offers for asking servers. */
export interface Net {
  readonly fetch: Fetch;
  /** Fulfils after so many milliseconds; rejects when the signal fires first. */
  wait(ms: number, signal: Cancellation): Promise<void>;
  /** A signal that fires with the given one, or after so many milliseconds, and what stops its clock. */
  until(ms: number, signal?: Cancellation): { readonly signal: Cancellation; readonly done: () => void };
}
