import type { ChatRequest } from './chat.ts';
import type { Profile } from './profile.ts';

/** What is special about one kind of server; everything else is common to all of them. */
export interface Preset {
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Where it is when the person names no address. */
  readonly baseUrl?: string;
  /** Whether an address is this kind of server's. */
  readonly recognises?: (url: URL) => boolean;
  /** Environment variable that holds the key when the profile names none. */
  readonly keyEnv?: string;
  /** How the most tokens of a reply are called. */
  readonly tokens: 'max_tokens' | 'max_completion_tokens';
  /** Models that refuse `temperature`. */
  readonly noTemperature?: RegExp;
  readonly seed: boolean;
  /** Fields beyond the common ones. */
  readonly extras: (profile: Profile, request: ChatRequest) => Readonly<Record<string, unknown>>;
  /** How many requests at once, when the profile does not say. */
  readonly concurrency: number;
  /** Models that it hands on to somebody else, although it stands on this machine. */
  readonly handsOn?: { readonly models: RegExp; readonly to: string };
  /** How a picture editor is asked, which no one talks to. */
  readonly paints?: 'openai-images' | 'flux';
}
