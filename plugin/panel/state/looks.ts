import type { DocumentFacts } from '../document-host.ts';
import type { DocumentOptions } from './document.ts';

/** The options as far as the document allows them: a look, place or selection that is gone falls back to the safe one. */
export function chooseLook(options: DocumentOptions, facts: DocumentFacts): DocumentOptions {
  const gone = (look: DocumentOptions['look']) =>
    look !== 'document' && facts.looks.find((choice) => choice.look === look)?.refusal !== null;
  const look = gone(options.look) ? 'document' : options.look;
  const here = options.here && facts.hasSelection;
  return look === options.look && here === options.here ? options : { ...options, look, here };
}
