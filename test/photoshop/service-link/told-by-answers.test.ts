import type { ServiceLink, ServiceState } from '#panel/document-host.ts';
import { toldByAnswers } from '../../../plugin/photoshop/service-link/told-by-answers.ts';

const READY: ServiceState = {
  mode: 'service',
  status: 'ready',
  address: 'http://localhost:4815',
  sentence: null,
  version: '0.1.0',
};

/** A link whose states the test tells, and that counts how often it is looked after. */
function begin() {
  let tell: (state: ServiceState) => void = () => {};
  let retries = 0;
  const retry = async () => {
    retries += 1;
    return READY;
  };
  const link = {
    subscribe(listener: (state: ServiceState) => void) {
      tell = listener;
      return () => {};
    },
    retry,
  } as unknown as ServiceLink;
  const told = toldByAnswers(link, 'alone');
  const seen: ServiceState[] = [];
  told.link.subscribe((state) => seen.push(state));
  return { told, seen, tell: (state: ServiceState) => tell(state), retries: () => retries };
}

describe('toldByAnswers()', () => {
  test('says that the panel answered itself though the service is connected, and looks after the service', () => {
    const it = begin();
    it.tell(READY);
    it.told.answeredBy('alone');
    expect(it.seen.at(-1)).toMatchObject({ mode: 'alone', status: 'ready' });
    expect(it.seen.at(-1)?.sentence).toContain('failed to answer');
    expect(it.retries()).toBe(1);
  });

  test('says service again once that answers', () => {
    const it = begin();
    it.tell(READY);
    it.told.answeredBy('alone');
    it.told.answeredBy(READY.address);
    expect(it.seen.at(-1)).toEqual(READY);
  });

  test('trusts a service that was connected anew', () => {
    const it = begin();
    it.tell(READY);
    it.told.answeredBy('alone');
    it.tell({ ...READY, status: 'connecting', mode: 'alone' });
    it.tell(READY);
    expect(it.seen.at(-1)).toEqual(READY);
  });

  test('has nothing to add while there is no service', () => {
    const it = begin();
    const off: ServiceState = { mode: 'alone', status: 'off', address: '', sentence: null, version: null };
    it.tell(off);
    it.told.answeredBy('alone');
    expect(it.seen.at(-1)).toEqual(off);
    expect(it.retries()).toBe(0);
  });
});
