/** Takes secrets out of text that people, logs or results may see, and makes it short and printable. */
export type Redact = (text: string, most?: number) => string;

/** Keys as they are commonly written; for servers that echo another key than the one they were sent. */
const KEY_LIKE =
  /\b(?:sk|pk|rk|xai|gsk|hf|r8)[-_][A-Za-z0-9_-]{8,}|\bAIza[A-Za-z0-9_-]{10,}|\bBearer\s+\S+/gi;

/** Longest text unless the caller names another, in characters. */
const MOST = 300;

/** For the secrets of one profile. */
export function redactor(key: string | undefined): Redact {
  // A key of a few letters would take ordinary words out.
  const secrets = key === undefined || key.length < 4 ? [] : [key, encodeURIComponent(key), btoaSafe(key)];
  return (text, most = MOST) => {
    const hidden = secrets.reduce((left, secret) => left.replaceAll(secret, '[key]'), text);
    const plain = hidden
      .replace(KEY_LIKE, '[key]')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they steer terminals
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\s]+/g, ' ')
      .trim();
    return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
  };
}

function btoaSafe(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
