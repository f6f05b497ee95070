import { diffSettings } from '#settings/diff.ts';
import { formatSetting } from '#settings/format.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { Settings } from '#settings/settings.ts';
import type { ReasoningStep } from '#wire/result.ts';
import type { Matched } from './match-pair.ts';

/** What happened, from the numbers of the match: a report, not the generator's thoughts. */
export function traceMatch(
  editor: string,
  instruction: string,
  base: Settings,
  { settings, residual, covered }: Matched,
): ReasoningStep[] {
  const { before, after } = residual;
  const moved = diffSettings(base, settings);
  const percent = Math.round(100 * covered);
  const reached = Math.max(0, Math.round(100 * (1 - after.mean / Math.max(0.01, before.mean))));
  return [
    { step: 'asked', text: `${editor} was asked to paint it`, evidence: instruction },
    {
      step: 'seen',
      text: 'Its picture was only looked at for light and colour; none of its pixels is used',
      evidence: `ΔE00 ${before.mean} to the photo on average, compared on ${percent} % of the frame`,
    },
    {
      step: 'done',
      text:
        moved.length === 0
          ? 'No settings come nearer to it'
          : `Sliders that come nearest to it: ${moved.map(({ name, to }) => tell(name, to)).join(', ')}`,
      evidence: `ΔE00 ${before.mean} → ${after.mean} on average, ${reached} % of the way`,
      parameters: moved.map(({ name }) => name),
    },
    {
      step: 'left',
      text:
        percent < 90
          ? 'What it painted anew, and changes that no slider makes, were left out'
          : 'Changes that no slider makes were left out',
      evidence: `ΔE00 ${after.mean} on average is left, 95 % below ${after.p95}`,
    },
  ];
}

function tell(name: string, value: Settings[string]): string {
  const label = parameterByName(name)?.label ?? name;
  return value === undefined ? `${label} at rest` : `${label} ${formatSetting(name, value)}`;
}
