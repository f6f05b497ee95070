import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { resultSchema } from '#wire/result.ts';
import { readJson, splitRank } from './result-reference.ts';

/**
 * Settings of a candidate of an earlier job, `result.json` or `result.json#2` (rank, default 1), to refine from.
 *
 * @throws {RetouchError} `bad-settings` when the file is not a result or has no such rank, `not-found` when it is absent.
 */
export async function startFrom(reference: string): Promise<Settings> {
  const { path, rank } = splitRank(reference);
  const result = resultSchema.safeParse(await readJson(path));
  if (!result.success)
    throw new RetouchError(
      'bad-settings',
      `'${path}' is not a result.json of this program: ${firstIssue(result.error)}`,
    );
  const candidate = result.data.candidates.find((one) => one.rank === rank);
  if (candidate) return candidate.settings;
  throw new RetouchError(
    'bad-settings',
    `'${path}' has no candidate with rank ${rank}: it has ${result.data.candidates.length}`,
  );
}

function firstIssue(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): string {
  const issue = error.issues[0]!;
  return `${issue.path.map(String).join('.') || 'top level'}: ${issue.message}`;
}
