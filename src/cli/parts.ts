import { setImmediate } from 'node:timers/promises';
import { createClient } from '#client/client.ts';
import { type RemoteModelOptions, remotePolicy } from '#client/remote-policy.ts';
import { remoteReward } from '#client/remote-reward.ts';
import { readInstruction } from '#instruction/read.ts';
import { encodePhoto } from '#node/encode.ts';
import { nodeRenderer } from '#node/engine.ts';
import { createEmbeddedPolicy } from '#policy/embedded/embedded.ts';
import type { PolicyModel } from '#policy/policy.ts';
import type { RetouchParts } from '#retouch/retouch.ts';
import { createEmbeddedReward } from '#reward/embedded/embedded.ts';
import type { RewardModel } from '#reward/reward.ts';
import { RetouchError } from '#wire/error.ts';

/** The composition root of the command line: which parts do the work. */
export function retouchParts(chosen: Pick<RetouchParts, 'policy' | 'reward' | 'onNews'>): RetouchParts {
  return {
    ...chosen,
    read: readInstruction,
    renderer: nodeRenderer,
    now: () => performance.now(),
    breathe: () => setImmediate(),
  };
}

/** `embedded`, or the base URL of a RetouchIQ service. @throws {RetouchError} `bad-request` */
export function choosePolicy(which: string): PolicyModel {
  return which === 'embedded'
    ? createEmbeddedPolicy({ renderer: nodeRenderer })
    : remotePolicy(remote(which, 'policy'));
}

/** `embedded`, or the base URL of a RetouchIQ service. @throws {RetouchError} `bad-request` */
export function chooseReward(which: string): RewardModel {
  return which === 'embedded' ? createEmbeddedReward() : remoteReward(remote(which, 'reward'));
}

/** The other service's token comes from the environment, so that it stands in no list of processes. */
function remote(which: string, role: string): RemoteModelOptions {
  if (!/^https?:\/\//i.test(which) || !URL.canParse(which)) {
    throw new RetouchError(
      'bad-request',
      `There is no ${role} "${which}": use embedded, the name of a model ("retouchiq models list"), or the base URL of a RetouchIQ service`,
    );
  }
  const token = process.env['RETOUCHIQ_TOKEN'];
  const client = createClient({ baseUrl: which, ...(token ? { token } : {}) });
  return { client, encodePreview: (preview) => encodePhoto(preview, { format: 'png' }), name: which };
}
