import type { Observation } from '#image/observation.ts';
import { suggestInstructions } from '#instruction/examples.ts';
import type { PhotoReply } from '#wire/api.ts';

export interface DescribedPhoto extends Pick<PhotoReply, 'id' | 'colorSpace' | 'bitDepth' | 'canEmbed'> {
  readonly observation: Observation;
  readonly notes: readonly string[];
}

/** What a person is told of an opened photo, whoever opened it. */
export function describePhoto({ observation, notes, ...photo }: DescribedPhoto): PhotoReply {
  return {
    id: photo.id,
    photo: observation.photo,
    colorSpace: photo.colorSpace,
    bitDepth: photo.bitDepth,
    canEmbed: photo.canEmbed,
    examples: suggestInstructions(observation),
    regions: observation.regions.map(({ name, area }) => ({ name, area })),
    notes: [...notes],
  };
}
