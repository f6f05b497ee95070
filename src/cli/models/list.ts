import { openModels } from '#node/models/models.ts';
import { destinationOf, reachOf } from '#openai/address.ts';
import { needsAgreement } from '#openai/permission.ts';
import { presetOf } from '#openai/presets.ts';
import { textTable } from './text-table.ts';

/** `retouchiq models list` */
export async function listModels({ json }: { readonly json?: boolean }): Promise<void> {
  const models = openModels();
  const all = await models.list();
  const permission = await models.permission();
  const rows = all.map(([name, profile]) => ({
    name,
    model: profile.model,
    baseUrl: profile.baseUrl,
    preset: profile.preset,
    role: profile.role,
    dialect: profile.dialect,
    mode: profile.mode,
    destination: destinationOf(profile),
    reach: reachOf(profile),
    agreed: !needsAgreement(profile, permission),
    key: profile.key?.from ?? (presetOf(profile).keyEnv === undefined ? null : 'env'),
  }));
  const { localOnly } = permission;
  if (json) {
    process.stdout.write(`${JSON.stringify({ path: models.path, localOnly, models: rows }, null, 2)}\n`);
    return;
  }
  if (rows.length === 0) {
    process.stdout.write('No model is set up. "retouchiq models add --help" shows how.\n');
    return;
  }
  const table = textTable(
    ['name', 'model', 'at', 'role', 'dialect', 'may be sent pictures'],
    rows.map(({ name, model, preset, destination, role, dialect, mode, reach, agreed }) => [
      name,
      model,
      destination,
      role,
      presetOf({ preset }).paints ? 'picture' : dialect === 'json' ? `json, ${mode}` : dialect,
      maySend(reach, agreed, localOnly),
    ]),
  );
  process.stdout.write(`${table}${localOnly ? 'Nothing may leave this machine.\n' : ''}`);
}

function maySend(reach: string, agreed: boolean, localOnly: boolean): string {
  if (reach === 'here') return 'yes, on this machine';
  if (localOnly) return 'no, it is elsewhere';
  return agreed ? 'yes, you agreed' : 'not yet: models agree';
}
