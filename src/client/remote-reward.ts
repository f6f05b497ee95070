import type { RewardModel, ScoreRequest } from '#reward/reward.ts';
import { rankReplySchema } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import { askModel, signalOf, tellReports } from './remote-call.ts';
import { remotePhotos } from './remote-photo.ts';
import type { RemoteModelOptions } from './remote-policy.ts';

/** A reward at another address that speaks this service's API; it renders the candidates itself. */
export function remoteReward({ client, encodePreview, name }: RemoteModelOptions): RewardModel {
  const photos = remotePhotos(client, encodePreview);
  // Told with every reply; nobody asks for it before there is one.
  let noise = 0;
  return {
    specVersion: 1,
    id: `remote ${name}`,
    get noise() {
      return noise;
    },
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
      noise = reply.noise;
      tellReports(reply, request);
      return candidates.map(({ id }) => {
        const scored = reply.candidates.find((candidate) => candidate.id === id);
        if (scored === undefined)
          throw new RetouchError('model-failed', `The reward at ${name} left a candidate without a score`);
        return scored.reward;
      });
    },
  };
}
