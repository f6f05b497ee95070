/** The part of WebAssembly that is used; its types come with the DOM's otherwise, which Node's folders do not have. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: object;
  }
}
