import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createModalRunner } from '../../../plugin/photoshop/host/modal.ts';
import {
  EXPECTED_ANSWERS,
  type HostAnswers,
  QUESTIONS,
  readAnswers,
} from '../../../plugin/photoshop/self-test/questions.ts';
import { createSelfTest } from '../../../plugin/photoshop/self-test/self-test.ts';
import type { Rules } from '../../support/photoshop/rules.ts';
import { hostWithDocuments } from './host.ts';

interface Circumstances {
  readonly rules?: Partial<Rules>;
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly service?: string;
  /** Before each question. */
  readonly during?: (asked: number) => void;
}

function prepare({ rules = {}, globals = {}, service, during = () => {} }: Circumstances = {}) {
  const host = hostWithDocuments(rules);
  const photo = host.control.open({ title: 'precious.psd' });
  const kept: HostAnswers[] = [];
  const controller = new AbortController();
  const asked: string[] = [];
  const test = createSelfTest({
    photoshop: host.photoshop,
    uxp: host.uxp,
    run: createModalRunner(host.photoshop),
    globals,
    service: () => service ?? null,
    now: () => '2026-11-24T18:00:00Z',
    onAnswers: (answers) => void kept.push(answers),
  });
  const run = () =>
    test((_done, _of, question) => {
      during(asked.length);
      asked.push(question);
    }, controller.signal);
  /** Nothing of the test is left, and the person's document is in front, untouched. */
  const expectCleanUp = () => {
    expect(host.control.leftovers()).toEqual([]);
    expect(host.control.openIds).toEqual([photo]);
    expect(host.control.activeId).toBe(photo);
    expect(host.control.history(photo)).toEqual(['Open']);
  };
  return { ...host, photo, kept, asked, controller, run, expectCleanUp };
}

describe('the self-test', () => {
  test('finds on the host that is expected what is expected, and leaves nothing behind', async () => {
    const { run, kept, asked, expectCleanUp } = prepare();
    const { findings, host } = await run();
    expect(findings.filter(({ agrees }) => !agrees)).toEqual([]);
    expect(asked).toEqual(QUESTIONS.map(({ question }) => question));
    expect(kept).toEqual([EXPECTED_ANSWERS]);
    expect(host).toBe('Photoshop 27.8.0, UXP uxp-9.2.0');
    expectCleanUp();
  });

  const switches: readonly [string, Partial<Rules>, Partial<HostAnswers>][] = [
    [
      'a host that does more than expected',
      {
        filterFxKeepsUnsentKeys: true,
        newestFilterFirst: true,
        temporaryDocumentFilters: true,
        getPixelsOutsideModal: true,
        encodesOutsideModal: true,
        componentSize8On16: true,
        targetSize: 'exact',
        compositeHasAlpha: true,
        stampFillsEmptyLayer: false,
        metadataInHistory: true,
        filterModes: ['RGB', 'Grayscale', 'CMYK', 'Lab'],
      },
      {
        filterFxKeepsUnsentKeys: true,
        newestFilterFirst: true,
        temporaryDocumentFilters: true,
        getPixelsOutsideModal: true,
        encodesOutsideModal: true,
        componentSize8On16: true,
        exactTargetSize: true,
        runsInCmyk: true,
        runsInLab: true,
        compositeHasAlpha: true,
        stampFillsEmptyLayer: false,
        metadataInHistory: true,
      },
    ],
    [
      'a host that does less',
      {
        filterFxCanBeSet: false,
        colorLookup: false,
        selectionClass: false,
        temporaryDocuments: false,
        filterModes: ['RGB'],
        filterDepths: [8],
      },
      {
        filterFxCanBeSet: false,
        colorLookupWorks: false,
        selectionApi: false,
        runsInGrey: false,
        runsIn16Bits: false,
        runsIn32Bits: false,
      },
    ],
    ['ids that change', { filterFxSetChangesId: true }, { filterFxKeepsId: false }],
    [
      'an older host',
      { noDocumentThrows: true, timeOut: false, compositeTrimmed: true, historyLimit: 20 },
      {},
    ],
    ['a host that renders the table’s text', { colorLookupFrom: 'text' }, {}],
  ];
  test.each(switches)('settles %s', async (_name, rules, answers) => {
    const { run, kept, expectCleanUp } = prepare({ rules });
    const { findings } = await run();
    expect(kept).toEqual([{ ...EXPECTED_ANSWERS, ...answers }]);
    const differing = findings.filter(({ agrees }) => !agrees);
    expect(differing.length).toBeGreaterThanOrEqual(Object.keys(answers).length);
    expectCleanUp();
  });

  test('works without an open document', async () => {
    const { run, control, photo, kept } = prepare();
    control.close(photo);
    await run();
    expect(kept).toEqual([EXPECTED_ANSWERS]);
    expect(control.openIds).toEqual([]);
    expect(control.leftovers()).toEqual([]);
  });

  test('goes on after a question that fails, which then settles nothing', async () => {
    const { run, control, kept, expectCleanUp } = prepare({
      during: (asked) => {
        if (asked === 1) control.failOnce('newPlacedLayer', 'A program error');
      },
    });
    const { findings } = await run();
    expect(findings.filter(({ agrees }) => !agrees)).toEqual([
      {
        question: 'Can its settings and its id be read back?',
        expected: 'both come back',
        found: 'not settled: Photoshop would not turn the layer into a smart object: A program error',
        agrees: false,
      },
    ]);
    expect(kept).toEqual([EXPECTED_ANSWERS]);
    expectCleanUp();
  });

  test.each([0, 3, 14, 24, 33])('stops when it is told to before question %i', async (at) => {
    const { run, controller, kept, asked, expectCleanUp } = prepare({
      during: (count) => {
        if (count === at) controller.abort();
      },
    });
    await expect(run()).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked).toHaveLength(at + 1);
    expect(kept).toEqual([]);
    expectCleanUp();
  });

  test.each([
    'Adobe Camera Raw Filter',
    'newPlacedLayer',
    'set',
    'getPixels',
    'createTemporaryDocument',
    'fill',
  ])('cleans up when the person presses Esc before %s', async (command) => {
    const { run, control, kept, expectCleanUp } = prepare();
    control.once(command, () => control.pressEscape());
    await expect(run()).rejects.toMatchObject({ code: 'cancelled' });
    expect(kept).toEqual([]);
    expectCleanUp();
  });

  test.each([
    ['the 16-bit document', 'componentSize8On16', 'getPixels'],
    ['the temporary document', 'temporaryDocumentFilters', 'Adobe Camera Raw Filter'],
    ['a suspended history', 'historyIsOneState', 'make'],
    ['a history that is to be dropped', 'historyIsTakenBack', 'make'],
  ])('cleans up when the person presses Esc in %s', async (_name, question, command) => {
    const at = QUESTIONS.findIndex(({ id }) => id === question);
    const { run, control, expectCleanUp } = prepare({
      during: (asked) => {
        if (asked === at) control.once(command, () => control.pressEscape());
      },
    });
    await expect(run()).rejects.toMatchObject({ code: 'cancelled' });
    expectCleanUp();
  });

  test('says that its document was closed meanwhile', async () => {
    const { run, control, photo, expectCleanUp } = prepare({
      during: (asked) => {
        if (asked === 2) control.close(control.openIds.find((id) => id !== photo) ?? 0);
      },
    });
    await expect(run()).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('run it again'),
    });
    control.show(photo);
    expectCleanUp();
  });

  test('gives up at once when Photoshop is held', async () => {
    let release = () => {};
    const { run, control, photo } = prepare({
      during: (asked) => {
        if (asked === 1) release = control.hold();
      },
    });
    await expect(run()).rejects.toMatchObject({ code: 'busy' });
    release();
    // The document that could not be closed says what it is.
    const left = control.openIds.filter((id) => id !== photo);
    expect(left.map((id) => control.document(id).facts.title)).toEqual(['RetouchIQ self-test']);
  });

  test('says so when the host makes no document', async () => {
    const { run, control, expectCleanUp } = prepare();
    control.failOnce('fill', 'The command “Fill” is not currently available.');
    await expect(run()).rejects.toThrow('Photoshop would not fill the document for the test');
    expectCleanUp();
  });
});

describe('the questions about the network', () => {
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    server = createServer((_request, reply) => reply.end('{"status":"ok"}'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  test('are asked of a service that answers', async () => {
    const globals = { fetch: globalThis.fetch };
    const { run, kept, expectCleanUp } = prepare({ globals, service: `http://localhost:${port}/` });
    const { findings } = await run();
    expect(findings.filter(({ question }) => /service|body/.test(question))).toHaveLength(3);
    expect(kept[0]).toEqual(EXPECTED_ANSWERS);
    expectCleanUp();
  });

  test('tell when the manifest does not let an address through', async () => {
    const { control } = hostWithDocuments();
    const fetch = control.fetch([`http://localhost:${port}`], globalThis.fetch);
    const { run, kept } = prepare({ globals: { fetch }, service: `http://localhost:${port}` });
    const { findings } = await run();
    expect(kept[0]).toEqual({ ...EXPECTED_ANSWERS, loopbackAnswers: false });
    expect(findings.find(({ question }) => question.includes('127.0.0.1'))?.found).toContain(
      'Permission denied',
    );
  });

  test('tell when bodies have no reader', async () => {
    const fetch = async () => ({ ok: true, status: 200 });
    const { run, kept } = prepare({ globals: { fetch }, service: 'https://example.org' });
    await run();
    expect(kept[0]).toEqual({ ...EXPECTED_ANSWERS, bodiesAreStreams: false });
  });

  test('tell the theme and what the runtime has', async () => {
    const globals = { document: { theme: { getCurrent: () => 'darkest' } }, TextDecoder: class {} };
    const { run, kept } = prepare({ globals });
    const { text } = await run();
    expect(kept[0]).toEqual({ ...EXPECTED_ANSWERS, themeIsTold: true, runtimeLacksTextDecoder: false });
    expect(text).toContain('it does (darkest)');
    expect(text).toContain('there: TextDecoder; missing: URLSearchParams');
  });
});

describe('the report', () => {
  test('tells host, versions, every answer and what was not asked, and nothing of the person’s documents', async () => {
    const { run } = prepare({ rules: { newestFilterFirst: true } });
    const { text } = await run();
    expect(text).toContain('- Photoshop 27.8.0, UXP uxp-9.2.0\n- RetouchIQ 0.1.0\n- 2026-11-24T18:00:00Z\n');
    expect(text).toContain('41 questions, 1 answered otherwise than expected');
    expect(text).toContain('| **differs** | Is the filter applied last the first in the list? |');
    expect(text).toContain('Not asked: Is a service on this machine reached as localhost?');
    expect(text).not.toContain('precious');
  });

  test('keeps its table whatever the host says', async () => {
    const { run, control } = prepare({
      during: (asked) => {
        if (asked === 1) control.failOnce('newPlacedLayer', 'bad | worse\n<script>');
      },
    });
    const { text } = await run();
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(6);
    expect(text).toContain('bad \\| worse \\<script>');
  });
});

describe('readAnswers()', () => {
  test.each([
    ['nothing', undefined],
    ['no object', 'yes'],
    ['null', null],
    ['odd values', { filterRuns: 'no', newestFilterFirst: 1, unknown: true }],
  ])('takes what is expected for %s', (_name, stored) => {
    expect(readAnswers(stored)).toEqual(EXPECTED_ANSWERS);
  });

  test('takes what was stored', () => {
    const stored = { ...EXPECTED_ANSWERS, newestFilterFirst: true };
    expect(readAnswers(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });
});

describe('the questions', () => {
  test('have ids of their own and say what they settle', () => {
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
    for (const one of QUESTIONS) {
      expect(one.question).toMatch(/^\p{Lu}.*\?$/u);
      expect(one.settles.length).toBeGreaterThan(5);
      expect(one.yes).not.toBe(one.no);
    }
  });
});
