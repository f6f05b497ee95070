import { openModels } from '#node/models/models.ts';
import { RetouchError } from '#wire/error.ts';

/** `retouchiq models local-only [on|off]` */
export async function setLocalOnly(state: string | undefined): Promise<void> {
  const models = openModels();
  if (state !== undefined && state !== 'on' && state !== 'off')
    throw new RetouchError('bad-request', `It must be on or off, not "${state}"`);
  if (state !== undefined) await models.setLocalOnly(state === 'on');
  const { localOnly } = await models.permission();
  if (state === 'off' && localOnly)
    throw new RetouchError(
      'bad-request',
      'RETOUCHIQ_LOCAL_ONLY in the environment still forbids it: unset it',
    );
  process.stdout.write(
    localOnly
      ? 'Nothing may leave this machine: models elsewhere are refused.\n'
      : 'Models elsewhere may be used once you agreed to what is sent to them.\n',
  );
}
