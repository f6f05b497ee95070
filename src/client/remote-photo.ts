import type { Observation } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { RetouchError } from '#wire/error.ts';
import type { Client } from './client.ts';

/** Makes a lossless file (PNG) of a preview, its profile included. */
export type EncodePreview = (preview: Raster) => Promise<Uint8Array>;

/** The other service's ids of previews that it was given, so that each is sent once. */
export interface RemotePhotos {
  /** Runs `use` with the id; sends the preview (again) when the service does not have it. */
  withPhoto<T>(
    observation: Observation,
    signal: AbortSignal | undefined,
    use: (id: string) => Promise<T>,
  ): Promise<T>;
}

export function remotePhotos(client: Client, encodePreview: EncodePreview): RemotePhotos {
  const ids = new Map<string, string>();
  async function upload({ photo, preview }: Observation, signal: AbortSignal | undefined): Promise<string> {
    const file = await encodePreview(preview);
    const { id } = await client.openPhoto(file, `${photo.name}.png`, signal);
    if (ids.size >= 64) ids.clear(); // a bound, not a cache policy: sending again is cheap
    ids.set(photo.sha256, id);
    return id;
  }
  return {
    async withPhoto(observation, signal, use) {
      const known = ids.get(observation.photo.sha256);
      if (known === undefined) return use(await upload(observation, signal));
      try {
        return await use(known);
      } catch (error) {
        if (!RetouchError.isInstance(error) || error.code !== 'not-found') throw error;
        return use(await upload(observation, signal));
      }
    },
  };
}
