export const CRS = 'http://ns.adobe.com/camera-raw-settings/1.0/';
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const META = 'adobe:ns:meta/';
