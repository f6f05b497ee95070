import type { RewardModel, ScoreRequest } from '#reward/reward.ts';
import { rankReplySchema } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import { askModel, signalOf } from './remote-call.ts';
import { remotePhotos } from './remote-photo.ts';
import type { RemoteModelOptions } from './remote-policy.ts';

/** @property noise of the remote reward's scores; its own API does not tell it. Default 0.2. */
export interface RemoteRewardOptions extends RemoteModelOptions {
  readonly noise?: number;
}

/** A reward at another address that speaks this service's API; it renders the candidates itself. */
export function remoteReward({ client, encodePreview, name, noise = 0.2 }: RemoteRewardOptions): RewardModel {
  const photos = remotePhotos(client, encodePreview);
  return {
    specVersion: 1,
    id: `remote ${name}`,
    noise,
    async doScore(request: ScoreRequest) {
      const { observation, instruction, reading, base, weights } = request;
      const signal = signalOf(request.signal);
      const candidates = request.candidates.map(({ settings }, index) => ({ id: String(index), settings }));
      const reply = await askModel(`The reward at ${name}`, rankReplySchema, () =>
        photos.withPhoto(observation, signal, (photo) =>
          client.rank(
            { photo, instruction, reading, base, candidates, ...(weights === undefined ? {} : { weights }) },
            signal,
          ),
        ),
      );
      return candidates.map(({ id }) => {
        const scored = reply.candidates.find((candidate) => candidate.id === id);
        if (scored === undefined)
          throw new RetouchError('model-failed', `The reward at ${name} left a candidate without a score`);
        return scored.reward;
      });
    },
  };
}
