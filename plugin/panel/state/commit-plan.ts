import type { Settings } from '#settings/settings.ts';
import type { DocumentHost, Form, PlaceChoice } from '../document-host.ts';
import type { DocumentState } from './document.ts';
import { sentence } from './sentence.ts';

/** What a commit will do, or why it cannot. */
export interface CommitPlan {
  readonly will: string;
  /** Cause and what to do; null when it can be done. */
  readonly refusal: string | null;
}

/** Says exactly what a commit of these settings will do to the document. */
export function planCommit(
  document: DocumentState,
  settings: Settings,
  refuseForm: DocumentHost['refuseForm'] = refuseLookup,
): CommitPlan {
  const { facts, options, committed, read } = document;
  if (facts === null) return { will: '', refusal: 'Open a document in Photoshop first.' };
  if (committed !== null) {
    return { will: '', refusal: 'This is committed. Ask for more, or undo it to commit another one.' };
  }
  if (read === null) return { will: '', refusal: null };
  const here = options.here && facts.hasSelection;
  const extras = [
    here ? ' The selection becomes its mask.' : '',
    options.keepWords ? ' The instruction goes into the document’s metadata.' : '',
  ].join('');
  const unfit = refuseForm(options.form, settings);
  const refused = unfit === null ? null : sentence(unfit);
  if (options.form === 'color-lookup') {
    return { will: `Adds one Color Lookup layer above all others.${extras}`, refusal: refused };
  }
  const place = placeOf(facts.places, options.place);
  if (place === undefined) return { will: '', refusal: 'Choose where the edit goes.' };
  return {
    will: `${sentence(place.will)}${extras}`,
    refusal: place.refusal === null ? refused : sentence(place.refusal),
  };
}

function placeOf(places: readonly PlaceChoice[], chosen: PlaceChoice['place']): PlaceChoice | undefined {
  return places.find(({ place }) => place === chosen) ?? places[0];
}

/** A lookup table knows colours, not places. A host may know more. */
function refuseLookup(form: Form, { MaskGroupBasedCorrections: corrections = [] }: Settings): string | null {
  if (form !== 'color-lookup' || corrections.every(({ active }) => !active)) return null;
  return 'A Color Lookup holds no local corrections: switch the masks off, or keep it as a smart filter.';
}
