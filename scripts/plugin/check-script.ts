/**
 * What UXP does not have, and which therefore must not even be named in the plug-in's script: a library that asks for it
 * behind a guard today may need it tomorrow. Sources: Adobe's API reference of UXP for Photoshop, its pages "unsupported"
 * and "network", and reports of plug-in authors; the figures are versions of Photoshop.
 */
const ABSENT: Readonly<Record<string, string>> = {
  TextDecoder: 'not there: decode UTF-8 by hand (plugin/photoshop/text)',
  TextDecoderStream: 'not there',
  EventSource: 'not there: poll',
  Worker: 'not there: work in short spans',
  SharedWorker: 'not there',
  ServiceWorker: 'not there',
  SharedArrayBuffer: 'not there',
  Atomics: 'useless without workers',
  WebAssembly: 'not supported',
  IndexedDB: 'not there',
  indexedDB: 'not there',
  URLSearchParams: 'only from 27.4 on',
  BroadcastChannel: 'not there',
  OffscreenCanvas: 'not there',
  createImageBitmap: 'not there',
  getImageData: 'the canvas has no pixels',
  putImageData: 'the canvas has no pixels',
  createImageData: 'the canvas has no pixels',
  drawImage: 'the canvas draws shapes only',
  fillText: 'the canvas draws shapes only',
  toDataURL: 'the canvas cannot be read',
  toBlob: 'the canvas cannot be read',
  webgl: 'not there',
  webgl2: 'not there',
  getElementsByClassName: 'not there: querySelectorAll',
  XMLSerializer: 'not documented',
  requestIdleCallback: 'not documented',
  structuredClone: 'not documented',
  setImmediate: 'not there',
  eval: 'code from strings is forbidden',
};

/** Forms that no name alone gives away. */
const FORMS: readonly { readonly form: RegExp; readonly why: string }[] = [
  { form: /\bFunction\(|=Function\b|\bnew Function\b/, why: 'code from strings is forbidden' },
  { form: /\bimport\.meta\b/, why: 'the script is no module' },
  { form: /\bimport\(/, why: 'the script is no module' },
  { form: /createElement\(["'`]canvas/, why: 'the canvas has no pixels' },
  { form: /\bAbortSignal\.(timeout|any)\b/, why: 'not documented: use an AbortController' },
  { form: /["'`]node:/, why: 'Node is not there' },
];

/** The self-test asks the host which of these it has: names in its list, in its question and in what it answers. */
const SELF_TEST = [
  /\["TextDecoder",("\w+",?)+\]/,
  /includes\("TextDecoder"\)/,
  /"Is there no TextDecoder\?"/,
];

/** Modules that the host gives. */
const HOST_MODULES = new Set(['photoshop', 'uxp']);

/** What the built script names that the host does not have, in sentences. */
export function scriptProblems(built: string): readonly string[] {
  const script = SELF_TEST.reduce((text, asked) => text.replace(asked, ''), built);
  const names = Object.entries(ABSENT)
    .filter(([name]) => new RegExp(`(?<![\\w$-])${name}(?![\\w$-])`).test(script))
    .map(([name, why]) => `The script names ${name}: ${why} (${around(script, name)})`);
  const forms = FORMS.flatMap(({ form, why }) => {
    const found = form.exec(script);
    return found === null ? [] : [`The script contains ${found[0]}: ${why} (${around(script, found[0])})`];
  });
  const strangers = [...script.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !HOST_MODULES.has(name))
    .map((name) => `The script asks for the module ${name}, which the host does not give`);
  return [...names, ...forms, ...new Set(strangers)];
}

function around(script: string, text: string): string {
  const at = script.indexOf(text);
  return script.slice(Math.max(0, at - 40), at + text.length + 40);
}
