/** What is put into a file beside the pixels. */
export interface FileMetadata {
  readonly icc?: Uint8Array;
  readonly exif?: Uint8Array;
  readonly xmp?: string;
}
