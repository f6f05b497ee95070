/**
 * What public knowledge leaves open about the real host: the plug-in has to pass with every switch either way. Each
 * default is what the better evidence says; where there is none, the harder case.
 *
 * The letters in evidence marks throughout this folder: DOC Adobe's own documentation, HOST measured by a third party
 * in a real Photoshop, CODE seen in a public plug-in, BELIEF inference. DRM is drmedia/photoshop-mcp (Photoshop 27.8,
 * Camera Raw 18.6), KB an article on the filter (27.10.1), ADV heartofwolf/ADVRetouch2025, DLS a public neural-render
 * plug-in's tests, PSD AdobeDocs/uxp-photoshop.
 */
export interface Rules {
  /** Whether `set filterFX` with some keys leaves the others as they are, or resets them. Unknown [§6.1]. */
  readonly filterFxKeepsUnsentKeys: boolean;
  /** Whether `set filterFX` is there at all [CODE ADV 5586: it is]. */
  readonly filterFxCanBeSet: boolean;
  /** Whether a filter that was changed in place has a new `filterID`. Unknown. */
  readonly filterFxSetChangesId: boolean;
  /** Whether `_index: 1` is the filter applied last. Unknown; the read-back list has the same order. */
  readonly newestFilterFirst: boolean;
  /** Whether the Camera Raw filter runs in a document of `createTemporaryDocument`. Unknown [§6.2]. */
  readonly temporaryDocumentFilters: boolean;
  /** Whether there is `createTemporaryDocument` at all [DOC photoshopcore.md: from 23.0]. */
  readonly temporaryDocuments: boolean;
  /** Unknown [§6.6]: often works outside, everyone calls it inside. */
  readonly getPixelsOutsideModal: boolean;
  /** Whether pictures are encoded outside of a scope too. Unknown; everyone does it inside. */
  readonly encodesOutsideModal: boolean;
  /** `componentSize: 8` on a deeper document: fails [HOST DRM capture.ts], allowed [DOC imaging.md]. */
  readonly componentSize8On16: boolean;
  /** The size that `targetSize` gives: as asked [DOC imaging.md], or that of a cached pyramid level near it. */
  readonly targetSize: 'exact' | 'pyramid';
  /** Whether the composite comes with an alpha component though all of it is opaque. Unknown. */
  readonly compositeHasAlpha: boolean;
  /** Whether the reply's bounds are cut to what holds pixels for the composite too [DOC imaging.md, sourceBounds]. */
  readonly compositeTrimmed: boolean;
  /** Whether 32-bit values come as linear light [DOC imaging.md: "Linear RGB Profile"] though sRGB is asked for. */
  readonly floatPixelsLinear: boolean;
  /** Colour modes and depths in which the filter is available: RGB and grey [BELIEF], all of them, … */
  readonly filterModes: readonly string[];
  readonly filterDepths: readonly (8 | 16 | 32)[];
  /** Where "stamp visible" puts its pixels: into the active empty layer, or a new one above the active layer. */
  readonly stampFillsEmptyLayer: boolean;
  /** Whether a change of metadata is a history state (and undone with it). Unknown. */
  readonly metadataInHistory: boolean;
  /** Whether a Color Lookup adjustment layer can be made from a table that is sent. Unknown. */
  readonly colorLookup: boolean;
  /** What such a layer is rendered from: the device link [HOST two public plug-ins], or the text of the table [CODE]. */
  readonly colorLookupFrom: 'profile' | 'text';
  /** Whether `fetch` delivers a reply's parts as they arrive. Unproven [§2.3]. */
  readonly streamingFetch: boolean;
  /** Forms of `domains` that match: `all`, or those listed exactly [§2.4: reports conflict]. */
  readonly domainsAllWorks: boolean;
  /** From 25.10; older hosts reject a collision at once [DOC executeasmodaloptions.md]. */
  readonly timeOut: boolean;
  /** Whether a getter of `app.activeDocument` without a document gives null, or throws (older hosts). */
  readonly noDocumentThrows: boolean;
  /** Whether the module of finding parts answers; it needs a download on some machines [BELIEF]. */
  readonly findsParts: boolean;
  /** From Photoshop 25.0 [DOC changelog]. */
  readonly selectionClass: boolean;
  /** Number of history states kept. Photoshop's own default is 50. */
  readonly historyLimit: number;
  /** Real milliseconds of a second of the host, so that tests need not wait. */
  readonly millisecondsPerSecond: number;
}

export const RULES: Rules = {
  filterFxKeepsUnsentKeys: false,
  filterFxCanBeSet: true,
  filterFxSetChangesId: false,
  newestFilterFirst: false,
  temporaryDocumentFilters: false,
  temporaryDocuments: true,
  getPixelsOutsideModal: false,
  encodesOutsideModal: false,
  componentSize8On16: false,
  targetSize: 'pyramid',
  compositeHasAlpha: false,
  compositeTrimmed: false,
  floatPixelsLinear: true,
  filterModes: ['RGB', 'Grayscale'],
  filterDepths: [8, 16, 32],
  stampFillsEmptyLayer: true,
  metadataInHistory: false,
  colorLookup: true,
  colorLookupFrom: 'profile',
  streamingFetch: false,
  domainsAllWorks: true,
  timeOut: true,
  noDocumentThrows: false,
  findsParts: true,
  selectionClass: true,
  historyLimit: 50,
  millisecondsPerSecond: 20,
};
