import { pageProblems } from '../../../scripts/plugin/check-page.ts';
import { scriptProblems } from '../../../scripts/plugin/check-script.ts';
import { type Meta, sizeProblems } from '../../../scripts/plugin/check-sizes.ts';

describe('scriptProblems()', () => {
  it.each([
    'var a=require("photoshop"),b=require("uxp");',
    'let coworkers=1,Workers=2,evaluate=3;evaluate(medieval);',
    'x.kernel="wasm";Function.prototype.call(a);typeof f=="function"',
    'y="/* webgl-free */";z.drawImages()',
  ])('has nothing against %p', (script) => {
    expect(scriptProblems(script)).toEqual([]);
  });

  it.each([
    ['new TextDecoder', 'TextDecoder'],
    ['typeof EventSource<"u"', 'EventSource'],
    ['new Worker("x.js")', 'Worker'],
    ['globalThis.SharedArrayBuffer', 'SharedArrayBuffer'],
    ['WebAssembly.instantiate(x)', 'WebAssembly'],
    ['window.indexedDB.open("x")', 'indexedDB'],
    ['new URLSearchParams(x)', 'URLSearchParams'],
    ['c.drawImage(i,0,0)', 'drawImage'],
    ['c.getImageData(0,0,1,1)', 'getImageData'],
    ['c["putImageData"](i,0,0)', 'putImageData'],
    ['c.toDataURL()', 'toDataURL'],
    ['c.toBlob(f)', 'toBlob'],
    ['new OffscreenCanvas(1,1)', 'OffscreenCanvas'],
    ['c.getContext("webgl2")', 'webgl2'],
    ['document.createElement("canvas")', 'createElement("canvas'],
    ['d.getElementsByClassName("x")', 'getElementsByClassName'],
    ['structuredClone(x)', 'structuredClone'],
    ['requestIdleCallback(f)', 'requestIdleCallback'],
    ['AbortSignal.timeout(5)', 'AbortSignal.timeout'],
    ['AbortSignal.any([a,b])', 'AbortSignal.any'],
    ['(0,eval)("x")', 'eval'],
    ['new Function("return 1")', 'Function'],
    ['let f=Function;new f("x")', 'Function'],
    ['Function("return this")()', 'Function'],
    ['import.meta.url', 'import.meta'],
    ['import("./x.js")', 'import('],
    ['require("node:fs")', 'node:'],
    ['require("fs")', 'fs'],
    ['require("react")', 'react'],
  ])('finds what UXP lacks in %p', (script, name) => {
    expect(scriptProblems(`!function(){${script}}();`).join('\n')).toContain(name);
  });
});

describe('sizeProblems()', () => {
  const meta = (inputs: Record<string, number>, bytes = 1000, external: string[] = []): Meta => ({
    inputs: Object.fromEntries(
      Object.keys(inputs).map((path) => [
        path,
        { imports: external.map((name) => ({ path: name, external: true })) },
      ]),
    ),
    outputs: {
      'dist/plugin/main.js': {
        bytes,
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]),
        ),
      },
    },
  });
  const fine = { 'src/color/lab.ts': 900, 'plugin/photoshop/main.tsx': 50, 'node_modules/zod/index.js': 50 };

  it('has nothing against a bundle within its budgets', () => {
    expect(sizeProblems(meta(fine, 1000, ['photoshop', 'uxp']))).toEqual([]);
  });
  it.each([
    ['too large as a whole', meta(fine, 800_001), 'more than 800000'],
    ['a part over its budget', meta({ ...fine, 'node_modules/zod/big.js': 200_000 }), 'zod takes'],
    ['a package without a budget', meta({ ...fine, 'node_modules/@a/b/x.js': 5 }), '@a/b is in the plug-in'],
    ['a module of Node', meta(fine, 1000, ['node:fs']), 'imports node:fs'],
    ['a part of Node’s side', meta({ ...fine, 'src/node/file.ts': 0 }), 'contains src/node/file.ts'],
    ['a model client', meta({ ...fine, 'src/policy/openai/x.ts': 0 }), 'contains src/policy/openai/x.ts'],
    ['no script at all', { inputs: {}, outputs: {} }, 'does not tell'],
  ])('finds %s', (_name, bundle, problem) => {
    expect(sizeProblems(bundle).join('\n')).toContain(problem);
  });
});

describe('pageProblems()', () => {
  const head = '<meta charset="utf-8"><link rel="stylesheet" href="styles.css">';
  const files = ['main.js', 'styles.css', 'index.html'];
  it('has nothing against a plain page', () => {
    expect(pageProblems(`${head}<script src="main.js"></script>`, files)).toEqual([]);
  });
  it.each([
    [`${head}<script type="module" src="main.js"></script>`, 'module script'],
    [`${head}<script>1</script><script src="main.js"></script>`, 'a script inside'],
    [`${head}<canvas></canvas><script src="main.js"></script>`, 'an element that UXP'],
    [`<link rel="stylesheet" href="styles.css"><script src="main.js"></script>`, 'UTF-8'],
    [`${head}<script src="other.js"></script>`, 'names other.js'],
    [head, 'does not load main.js'],
  ])('finds what is wrong with %p', (html, problem) => {
    expect(pageProblems(html, files).join('\n')).toContain(problem);
  });
});
