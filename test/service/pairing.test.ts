import { createPairing } from '#service/pairing.ts';

function pairingAt(clock: { now: number }) {
  return createPairing({ token: 'the-token', now: () => clock.now });
}

test('issue() gives six digits, and redeem() the token, once', () => {
  const pairing = pairingAt({ now: 0 });
  const code = pairing.issue();
  expect(code).toMatch(/^\d{6}$/);
  expect(pairing.redeem(code)).toBe('the-token');
  expect(() => pairing.redeem(code)).toThrow(/no valid code/);
});

test('redeem() takes a code as people type it', () => {
  const pairing = pairingAt({ now: 0 });
  const code = pairing.issue();
  expect(pairing.redeem(` ${code.slice(0, 3)}-${code.slice(3)} `)).toBe('the-token');
});

test.each([
  [119_999, true],
  [120_000, true],
  [120_001, false],
])('a code %i ms old is good: %p', (age, good) => {
  const clock = { now: 1000 };
  const pairing = pairingAt(clock);
  const code = pairing.issue();
  clock.now += age;
  if (good) expect(pairing.redeem(code)).toBe('the-token');
  else expect(() => pairing.redeem(code)).toThrow(/no valid code/);
});

test('five wrong tries void a code, the right one included', () => {
  const pairing = pairingAt({ now: 0 });
  const code = pairing.issue();
  const wrong = code === '000000' ? '111111' : '000000';
  for (const left of [4, 3, 2, 1, 0])
    expect(() => pairing.redeem(wrong)).toThrow(new RegExp(`${left} (try|tries) left`));
  expect(() => pairing.redeem(code)).toThrow(/no valid code/);
});

test('a new code makes the one before void, and has its own tries', () => {
  const pairing = pairingAt({ now: 0 });
  const first = pairing.issue();
  let second = pairing.issue();
  while (second === first) second = pairing.issue();
  expect(() => pairing.redeem(first)).toThrow(/4 tries left/);
  expect(pairing.redeem(second)).toBe('the-token');
});

test('without a code nothing is redeemed', () => {
  for (const code of ['', '000000', 'undefined'])
    expect(() => pairingAt({ now: 0 }).redeem(code)).toThrow(/no valid code/);
});
