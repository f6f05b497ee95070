import type { PolicyModel, ProposeRequest } from '#policy/policy.ts';
import { proposeReplySchema } from '#wire/api.ts';
import type { Client } from './client.ts';
import { askModel, signalOf, tellReports } from './remote-call.ts';
import { type EncodePreview, remotePhotos } from './remote-photo.ts';

export interface RemoteModelOptions {
  readonly client: Client;
  readonly encodePreview: EncodePreview;
  /** How the model is named in results: its address. */
  readonly name: string;
}

/** A policy at another address that speaks this service's API. */
export function remotePolicy({ client, encodePreview, name }: RemoteModelOptions): PolicyModel {
  const photos = remotePhotos(client, encodePreview);
  return {
    specVersion: 1,
    id: `remote ${name}`,
    async doPropose(request: ProposeRequest) {
      const { observation, instruction, reading, candidates, seed, locks, base } = request;
      const signal = signalOf(request.signal);
      const reply = await askModel(`The policy at ${name}`, proposeReplySchema, () =>
        photos.withPhoto(observation, signal, (photo) =>
          client.propose({ photo, instruction, reading, candidates, seed, locks: [...locks], base }, signal),
        ),
      );
      tellReports(reply, request);
      return reply.proposals.slice(0, candidates);
    },
  };
}
