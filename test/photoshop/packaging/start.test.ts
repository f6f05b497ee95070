import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { MENU_COMMANDS } from '../../../plugin/photoshop/menu.ts';

interface Setup {
  readonly commands: Record<string, () => void>;
  readonly panels: Record<string, { create: unknown }>;
}

/** The script as the host runs it: a plain one, code from strings forbidden, and nothing of a browser but its timers. */
function run(script: string, extra: Record<string, unknown> = {}): Setup[] {
  const setups: Setup[] = [];
  const modules: Record<string, unknown> = {
    photoshop: { app: {}, core: {}, action: {}, imaging: {}, constants: {} },
    uxp: {
      entrypoints: { setup: (options: Setup) => setups.push(options) },
      storage: { secureStorage: {}, localFileSystem: {}, formats: {} },
      host: { name: 'Photoshop', version: '26.1.0' },
      versions: { uxp: '8.1', plugin: '0.1.0' },
    },
  };
  const context = createContext(
    {
      require(name: string) {
        if (!(name in modules)) throw new Error(`Module ${name} not found`);
        return modules[name];
      },
      setTimeout,
      clearTimeout,
      performance: { now: () => performance.now() },
      navigator: { platform: 'MacIntel' },
      AbortController,
      ...extra,
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  runInContext(
    'delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics;',
    context,
  );
  runInContext(script, context);
  return setups;
}

describe('the built script', () => {
  const script = readFileSync('dist/plugin/main.js', 'utf8');

  it('starts with what every UXP has, and sets its entry points up before it returns', () => {
    const [setup, ...more] = run(script);
    expect(more).toEqual([]);
    expect(Object.keys(setup!.panels)).toEqual(['retouchiq']);
    expect(Object.keys(setup!.commands).sort()).toEqual([...MENU_COMMANDS].sort());
  });

  it('has commands that return at once, also before there is a panel', () => {
    const [setup] = run(script);
    for (const command of Object.values(setup!.commands)) expect(command()).toBeUndefined();
  });

  it('would be stopped here by code from strings', () => {
    expect(() => run('new Function("return 1")')).toThrow(/Code generation from strings disallowed/);
  });
});
