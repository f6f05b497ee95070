import type { ExportRequest, PhotoReply } from '#wire/api.ts';

export type ExportKind = 'jpeg' | 'png' | 'tiff' | 'xmp' | 'embedded' | 'result';

/** One line of the export menu: what it is called and exactly what it will write. */
export interface ExportPlan {
  readonly kind: ExportKind;
  readonly label: string;
  /** Name of the file; the service has the last word on it. */
  readonly file: string;
  readonly writes: string;
  /** What the service is asked for; null for files that the panel writes itself. */
  readonly request: Pick<ExportRequest, 'kind' | 'format'> | null;
}

/** What can be written for a photo, and what each would write. */
export function exportPlans(photo: PhotoReply): readonly ExportPlan[] {
  const { name, width, height, source } = photo.photo;
  const base = name.replace(/\.[^.]*$/, '') || 'photo';
  const extension = /\.([^.]*)$/.exec(name)?.[1] ?? 'jpg';
  const size = `${width} × ${height} px`;
  const image = (
    kind: 'jpeg' | 'png' | 'tiff',
    label: string,
    ending: string,
    detail: string,
  ): ExportPlan => ({
    kind,
    label,
    file: `${base}-retouched.${ending}`,
    writes: `${size}, ${detail}`,
    request: { kind: 'image', format: kind },
  });
  const depth = `${photo.bitDepth} bits per channel`;
  return [
    image('jpeg', 'JPEG', 'jpg', `quality 90, ${photo.colorSpace}, photo information kept`),
    image('png', 'PNG', 'png', `lossless, ${depth}, ${photo.colorSpace}`),
    image('tiff', 'TIFF', 'tif', `lossless, ${depth}, ${photo.colorSpace}`),
    source === 'raw-preview'
      ? {
          kind: 'xmp',
          label: 'XMP sidecar',
          file: `${base}-retouched.xmp`,
          writes: 'develop settings beside the raw file',
          request: { kind: 'xmp' },
        }
      : {
          kind: 'xmp',
          label: 'Lightroom preset',
          file: `${base}-retouched.xmp`,
          writes: 'develop settings as a preset for Lightroom and Camera Raw',
          request: { kind: 'xmp' },
        },
    ...(photo.canEmbed
      ? [
          {
            kind: 'embedded',
            label: 'Editable copy',
            file: `${base}-retouched.${extension}`,
            writes: 'the original pixels with the settings inside; Lightroom opens it as edited',
            request: { kind: 'embedded' },
          } as const,
        ]
      : []),
    {
      kind: 'result',
      label: 'Reasoning and scores',
      file: `${base}-result.json`,
      writes: 'result.json: settings, reasoning and scores of every alternative',
      request: null,
    },
  ];
}
