import type { Probe } from '../probe.ts';
import { question, type Reply } from '../question.ts';

/** ms; a service on the same machine answers within a few. */
const PATIENCE = 4000;

const themeIsTold = question({
  id: 'themeIsTold',
  question: 'Does the document object tell the theme?',
  expected: false,
  yes: 'it does',
  no: 'it does not',
  settles: 'nothing: the panel’s colors are the host’s own variables',
  async ask({ around }) {
    const page = around.globals['document'] as { theme?: { getCurrent?: () => unknown } } | undefined;
    if (typeof page?.theme?.getCurrent !== 'function') return false;
    return { answer: true, seen: String(page.theme.getCurrent()) };
  },
});

type Fetch = typeof globalThis.fetch;

/** Health of the service under another name of this machine; undefined without a service on it. */
async function askByName(probe: Probe, host: string): Promise<Reply | undefined> {
  const { service, globals } = probe.around;
  const local = service === null ? null : /^http:\/\/(?:localhost|127\.0\.0\.1)(:\d+)/.exec(service);
  if (local == null) return undefined;
  const address = `http://${host}${local[1]}/v1/health`;
  try {
    // Detached on purpose: as a method of another object `fetch` refuses to run.
    const fetch = globals['fetch'] as Fetch;
    const reply = await withPatience(probe, (signal) => fetch(address, { signal }));
    return { answer: reply.ok, seen: `${reply.status} from ${address}` };
  } catch (error) {
    probe.check();
    return { answer: false, seen: error instanceof Error ? error.message : String(error) };
  }
}

async function withPatience<T>(probe: Probe, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  probe.around.signal.addEventListener('abort', stop);
  const timer = setTimeout(stop, PATIENCE);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
    probe.around.signal.removeEventListener('abort', stop);
  }
}

const localhostAnswers = question({
  id: 'localhostAnswers',
  question: 'Is a service on this machine reached as localhost?',
  expected: true,
  yes: 'it is',
  no: 'it is not',
  settles: 'the address that is tried first',
  ask: (probe) => askByName(probe, 'localhost'),
});

const loopbackAnswers = question({
  id: 'loopbackAnswers',
  question: 'Is a service on this machine reached as 127.0.0.1?',
  expected: true,
  yes: 'it is',
  no: 'it is not',
  settles: 'the address that is tried second',
  ask: (probe) => askByName(probe, '127.0.0.1'),
});

const bodiesAreStreams = question({
  id: 'bodiesAreStreams',
  question: 'Can the body of a reply be read piece by piece?',
  expected: true,
  yes: 'it can',
  no: 'it comes as a whole',
  settles: 'whether the events of a retouch are streamed or polled for',
  async ask(probe) {
    const { service, globals } = probe.around;
    if (service === null) return undefined;
    try {
      return await withPatience(probe, async (signal) => {
        const fetch = globals['fetch'] as Fetch;
        const reply = await fetch(`${service.replace(/\/+$/, '')}/v1/health`, {
          signal,
        });
        const reader = reply.body?.getReader?.();
        if (reader === undefined) return { answer: false, seen: 'no reader' };
        let pieces = 0;
        while (!(await reader.read()).done) pieces++;
        return { answer: true, seen: `${pieces} piece${pieces === 1 ? '' : 's'}` };
      });
    } catch (error) {
      probe.check();
      return { answer: false, seen: error instanceof Error ? error.message : String(error) };
    }
  },
});

const NAMES = ['TextDecoder', 'URLSearchParams', 'WebAssembly', 'Worker', 'EventSource', 'ResizeObserver'];

const runtimeLacksTextDecoder = question({
  id: 'runtimeLacksTextDecoder',
  question: 'Is there no TextDecoder?',
  expected: true,
  yes: 'there is none',
  no: 'there is one',
  settles: 'why text is decoded here',
  async ask({ around }) {
    const there = NAMES.filter((name) => around.globals[name] !== undefined);
    const missing = NAMES.filter((name) => !there.includes(name));
    return {
      answer: missing.includes('TextDecoder'),
      seen: `there: ${there.join(', ') || 'none'}; missing: ${missing.join(', ') || 'none'}`,
    };
  },
});

/** About the runtime and the network, outside of any modal scope. */
export const RUNTIME_QUESTIONS = [
  themeIsTold,
  runtimeLacksTextDecoder,
  localhostAnswers,
  loopbackAnswers,
  bodiesAreStreams,
] as const;
