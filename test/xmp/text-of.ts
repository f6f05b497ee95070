import { RetouchError } from '#wire/error.ts';

/** XMP with one description. */
export function description(content: string, attributes = ''): string {
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about="" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" ${attributes}>` +
    `${content}</rdf:Description></rdf:RDF></x:xmpmeta>`
  );
}

/** XMP with one correction with one mask. */
export function mask(attributes: string, inside = ''): string {
  return description(
    '<crs:MaskGroupBasedCorrections><rdf:Seq><rdf:li><rdf:Description crs:What="Correction" crs:CorrectionName="A">' +
      `<crs:CorrectionMasks><rdf:Seq><rdf:li><rdf:Description ${attributes}>${inside}</rdf:Description></rdf:li>` +
      '</rdf:Seq></crs:CorrectionMasks></rdf:Description></rdf:li></rdf:Seq></crs:MaskGroupBasedCorrections>',
  );
}

/** Code and message of the failure; 'no error' when there is none. */
export function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (RetouchError.isInstance(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'no error';
}
