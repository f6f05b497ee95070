/**
 * Takes away from a Chromium page what UXP 8.1 (Photoshop 26.1) lacks, or what no list says that it has. The function
 * is sent to the page as text: it can use nothing from outside.
 *
 * Sources: PSD uxp-api/known-issues.md and canvas-rendering-context2-d.md, PRD resources/recipes/network, VAL
 * common/versionTable.ts (V8 11.8), BUB and BOLT polyfills.
 */
export function stripPage(): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const drop = (owner: object, names: readonly string[]) => {
    for (const name of names) {
      // What is inherited is taken from where it stands.
      let at: object | null = owner;
      while (at !== null && !Object.getOwnPropertyDescriptor(at, name)) at = Object.getPrototypeOf(at);
      if (at !== null && !Reflect.deleteProperty(at, name))
        Object.defineProperty(at, name, { value: undefined, configurable: true });
    }
  };
  drop(scope, [
    'TextDecoder',
    'TextDecoderStream',
    'TextEncoder',
    'TextEncoderStream',
    'EventSource',
    'Worker',
    'SharedWorker',
    'SharedArrayBuffer',
    'WebAssembly',
    'URLSearchParams',
    'MutationObserver',
    'WebKitMutationObserver',
    'matchMedia',
    'indexedDB',
    'IDBFactory',
    'OffscreenCanvas',
    'createImageBitmap',
    'ImageBitmap',
    'ImageData',
    'Path2D',
    'MessageChannel',
    'MessagePort',
    'BroadcastChannel',
    'requestIdleCallback',
    'cancelIdleCallback',
    'structuredClone',
    'queueMicrotask',
    'scheduler',
    'reportError',
    'caches',
    'CompressionStream',
    'DecompressionStream',
    'WebGLRenderingContext',
    'WebGL2RenderingContext',
    'HTMLIFrameElement',
    'DataTransfer',
    'DOMParser',
    'XMLSerializer',
    'XSLTProcessor',
    'CSSStyleSheet',
    'Temporal',
    'Iterator',
    'alert',
    'confirm',
    'prompt',
    'getSelection',
    'showOpenFilePicker',
    'showSaveFilePicker',
  ]);
  drop(navigator, ['serviceWorker', 'locks', 'sendBeacon', 'storage', 'gpu', 'userActivation']);
  drop(crypto, ['subtle']);
  drop(performance, ['measure', 'mark']);
  // Newer than V8 11.8.
  drop(Promise, ['withResolvers', 'try']);
  drop(Array, ['fromAsync']);
  drop(Object, ['groupBy']);
  drop(Map, ['groupBy']);
  drop(Set.prototype, [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
    'isDisjointFrom',
  ]);
  drop(Uint8Array, ['fromBase64', 'fromHex']);
  drop(Uint8Array.prototype, ['toBase64', 'toHex', 'setFromBase64', 'setFromHex']);
  drop(RegExp, ['escape']);
  drop(Error, ['isError']);
  drop(Math, ['f16round', 'sumPrecise']);
  drop(AbortSignal, ['any', 'timeout']);
  drop(AbortSignal.prototype, ['throwIfAborted']);
  drop(URL, ['canParse', 'parse']);
  drop(Response, ['json']);
  drop(Response.prototype, ['bytes']);

  // Paths, rectangles and gradients only.
  drop(CanvasRenderingContext2D.prototype, [
    'drawImage',
    'putImageData',
    'getImageData',
    'createImageData',
    'fillText',
    'strokeText',
    'measureText',
    'save',
    'restore',
    'reset',
  ]);
  drop(HTMLCanvasElement.prototype, ['toDataURL', 'toBlob', 'transferControlToOffscreen', 'captureStream']);
  const { getContext } = HTMLCanvasElement.prototype;
  Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
    value(this: HTMLCanvasElement, kind: string) {
      return kind === '2d' ? getContext.call(this, '2d') : null;
    },
  });
  drop(Element.prototype, [
    'animate',
    'getAnimations',
    'checkVisibility',
    'requestFullscreen',
    'setHTMLUnsafe',
  ]);
  drop(Document.prototype, ['startViewTransition', 'getAnimations', 'execCommand', 'adoptedStyleSheets']);
  drop(HTMLElement.prototype, ['popover', 'showPopover', 'hidePopover', 'togglePopover', 'inert']);
  Object.defineProperty(globalThis, 'devicePixelRatio', { value: 1 });

  // `defaultValue` is not accepted [DOC known-issues].
  for (const Control of [HTMLInputElement, HTMLTextAreaElement])
    Object.defineProperty(Control.prototype, 'defaultValue', { get: () => '', set() {} });
  // There is no keypress and no drag and drop.
  for (const kind of ['keypress', 'dragstart', 'dragover', 'drop'])
    addEventListener(kind, (event) => event.stopImmediatePropagation(), true);

  // Pixels are shown as JPEG in base64; other addresses draw nothing [DOC imaging.md].
  const odd: string[] = [];
  scope['oddPictures'] = odd;
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src') as PropertyDescriptor;
  const check = (address: unknown) => {
    const text = String(address);
    if (text !== '' && !text.startsWith('data:image/jpeg;base64,') && !/^(icons|plugin:)/.test(text))
      odd.push(text.slice(0, 60));
  };
  Object.defineProperty(HTMLImageElement.prototype, 'src', {
    ...source,
    set(address: unknown) {
      check(address);
      source.set?.call(this, address);
    },
  });
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    if (name === 'src' && this instanceof HTMLImageElement) check(value);
    setAttribute.call(this, name, value);
  };
}
