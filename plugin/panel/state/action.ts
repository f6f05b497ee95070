import type { Settings, SettingValue } from '#settings/settings.ts';
import type { About, PhotoReply, RankReply, RetouchEvent } from '#wire/api.ts';
import type { ModelsReply } from '#wire/models.ts';
import type {
  Applied,
  CommittedEdit,
  DocumentFacts,
  HostTrueReply,
  Look,
  SelfTestReport,
} from '../document-host.ts';
import type { DocumentOptions, Doing } from './document.ts';
import type { Failure } from './failure.ts';
import type { Compare, Page, Run, Surround, Tab, Zoom } from './state.ts';
import type { MaskEdit } from './work.ts';

/** Everything that can happen to the panel: noun, then verb. */
export type Action =
  // connection
  | { readonly type: 'connection-ready'; readonly about: About }
  | { readonly type: 'connection-unpaired' }
  | { readonly type: 'connection-lost'; readonly failure: Failure }
  // who proposes and judges
  | { readonly type: 'models-told'; readonly models: ModelsReply }
  | { readonly type: 'models-sheet-toggled'; readonly open: boolean }
  | { readonly type: 'models-policy-toggled'; readonly name: string }
  | { readonly type: 'models-reward-chosen'; readonly name: string }
  | {
      readonly type: 'models-replaced';
      readonly policy: readonly string[] | null;
      readonly reward: string | null;
    }
  | { readonly type: 'models-consent-asked'; readonly name: string }
  | { readonly type: 'models-consent-ended' }
  | { readonly type: 'models-failed'; readonly problem: string }
  // photo
  | { readonly type: 'photo-opening'; readonly name: string }
  | { readonly type: 'photo-opened'; readonly photo: PhotoReply }
  | { readonly type: 'photo-failed'; readonly failure: Failure }
  | { readonly type: 'photo-closed' }
  // instruction line
  | { readonly type: 'draft-changed'; readonly text: string }
  | { readonly type: 'draft-recalled'; readonly step: 1 | -1 }
  | { readonly type: 'refining-changed'; readonly refines: boolean }
  // run
  | { readonly type: 'run-started'; readonly run: Run }
  | { readonly type: 'run-progressed'; readonly key: number; readonly event: RetouchEvent }
  | { readonly type: 'run-slowed'; readonly key: number }
  | { readonly type: 'run-failed'; readonly key: number; readonly failure: Failure }
  | { readonly type: 'run-cancelled'; readonly key: number }
  // ranking with the person's weights
  | { readonly type: 'weights-changed'; readonly weights: Readonly<Record<string, number>> }
  | { readonly type: 'ranking-started' }
  | { readonly type: 'ranking-ready'; readonly reply: RankReply }
  | { readonly type: 'ranking-failed'; readonly failure: Failure }
  // choosing and adjusting
  | { readonly type: 'alternative-chosen'; readonly id: string }
  | { readonly type: 'alternative-stepped'; readonly step: 1 | -1 }
  | { readonly type: 'amount-changed'; readonly amount: number; readonly gesture: string | null }
  | {
      readonly type: 'setting-changed';
      readonly name: string;
      readonly value: SettingValue;
      readonly gesture: string | null;
    }
  | { readonly type: 'setting-restored'; readonly name: string }
  | { readonly type: 'setting-locked'; readonly name: string; readonly locked: boolean }
  | {
      readonly type: 'mask-changed';
      readonly index: number;
      readonly change: MaskEdit;
      readonly gesture: string | null;
    }
  | { readonly type: 'work-undone' }
  | { readonly type: 'work-redone' }
  // export
  | { readonly type: 'export-started'; readonly name: string }
  | { readonly type: 'export-ready'; readonly name: string }
  | { readonly type: 'export-failed'; readonly failure: Failure }
  // the host's own document
  | { readonly type: 'document-told'; readonly facts: DocumentFacts | null }
  | { readonly type: 'document-read'; readonly photo: PhotoReply; readonly look: Look; readonly mark: string }
  | { readonly type: 'document-options-changed'; readonly change: Partial<DocumentOptions> }
  | { readonly type: 'document-work-started'; readonly doing: Doing }
  | { readonly type: 'document-work-stopped' }
  | { readonly type: 'document-work-failed'; readonly failure: Failure }
  | {
      readonly type: 'document-tried';
      readonly id: string;
      readonly settings: Settings;
      readonly applied: Applied;
    }
  | { readonly type: 'document-before-shown'; readonly before: boolean }
  | { readonly type: 'document-discarded' }
  | { readonly type: 'document-committed'; readonly id: string; readonly applied: Applied }
  | { readonly type: 'document-undone'; readonly said: string }
  | { readonly type: 'document-stripped'; readonly said: string }
  | { readonly type: 'document-edit-loaded'; readonly edit: CommittedEdit }
  | { readonly type: 'host-ranking-progressed'; readonly done: number; readonly of: number }
  | { readonly type: 'host-ranking-ready'; readonly reply: HostTrueReply }
  | {
      readonly type: 'self-test-progressed';
      readonly done: number;
      readonly of: number;
      readonly question: string;
    }
  | { readonly type: 'self-test-ready'; readonly report: SelfTestReport }
  | { readonly type: 'told'; readonly said: string }
  // view
  | { readonly type: 'page-chosen'; readonly page: Page }
  | { readonly type: 'compare-changed'; readonly compare: Compare }
  | { readonly type: 'divider-moved'; readonly divider: number }
  | { readonly type: 'zoom-changed'; readonly zoom: Zoom | null }
  | { readonly type: 'clipping-toggled' }
  | { readonly type: 'surround-changed'; readonly surround: Surround }
  | { readonly type: 'tab-chosen'; readonly tab: Tab }
  | { readonly type: 'setting-pointed'; readonly name: string }
  | { readonly type: 'show-all-toggled' }
  | { readonly type: 'exact-weights-toggled' }
  | { readonly type: 'sheet-toggled'; readonly open: boolean }
  | { readonly type: 'export-menu-toggled'; readonly open: boolean }
  | { readonly type: 'failure-dismissed' };
