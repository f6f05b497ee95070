import { instructionSchema } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';

/** The sentence, trimmed. @throws {RetouchError} `bad-settings` (bad input) when it is empty or too long. */
export function checkInstruction(text: string): string {
  const checked = instructionSchema.safeParse(text);
  if (checked.success) return checked.data;
  throw new RetouchError('bad-settings', `Cannot read the instruction: ${checked.error.issues[0]!.message}`);
}
