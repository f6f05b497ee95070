import { RetouchError } from '#wire/error.ts';
import type { Host } from '../host.ts';
import { editedResult } from '../state/edited-result.ts';
import { effectiveSettings } from '../state/effective.ts';
import type { ExportPlan } from '../state/export-plan.ts';
import { alternativeOf, type Work } from '../state/work.ts';

/** Writes what a line of the export menu announced; answers the file's name. */
export async function writePlan(host: Host, photo: string, plan: ExportPlan, work: Work): Promise<string> {
  if (plan.request === null) {
    const { result } = work.round ?? {};
    if (result == null)
      throw new RetouchError('bad-request', 'There is no result to write yet. Run an instruction first.');
    await host.saveText(plan.file, `${JSON.stringify(editedResult(result, work), null, 2)}\n`);
    return plan.file;
  }
  const settings = effectiveSettings(work, work.chosen);
  const title = (alternativeOf(work, work.chosen)?.title ?? '').slice(0, 120);
  return host.exportFile(photo, { settings, ...(title === '' ? {} : { title }), ...plan.request });
}
