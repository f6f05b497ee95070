import { useState } from 'react';
import type { Guard } from '#wire/result.ts';
import { Icon } from '../components/icon.tsx';
import { Press } from '../components/press.tsx';
import { capitalise } from '../state/reason-words.ts';

/** Guards stay quiet unless they bite. */
export function Guards({ guards }: { guards: readonly Guard[] }) {
  const [open, setOpen] = useState(false);
  const biting = guards.filter((guard) => guard.score < guard.limit);
  const quiet = guards.filter((guard) => guard.score >= guard.limit);
  return (
    <section className="guards">
      {biting.map((guard) => (
        <p className="guard guard-biting" key={guard.name}>
          <Icon name="warning" />
          <span>
            {capitalise(guard.name)}
            <span className="evidence">
              {guard.evidence ?? `${guard.score.toFixed(1)}, below its limit of ${guard.limit.toFixed(1)}`}
            </span>
          </span>
        </p>
      ))}
      {quiet.length > 0 && (
        <Press className="quiet-button" expanded={open} onPress={() => setOpen(!open)}>
          {biting.length === 0 ? 'All' : 'The other'} {quiet.length} guards are quiet
        </Press>
      )}
      {open &&
        quiet.map((guard) => (
          <p className="guard" key={guard.name} title={guard.evidence}>
            <span className="guard-name">{capitalise(guard.name)}</span>
            <span className="figures">{guard.score.toFixed(1)}</span>
          </p>
        ))}
    </section>
  );
}
