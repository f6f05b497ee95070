import type { Role } from './contenders/contender.ts';
import type { Times } from './median.ts';

export interface Machine {
  readonly processors: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Load average over the last minute before anything was measured: others at work slow everything down. */
  readonly loadBefore: number;
}

export interface ContenderResult {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly start: 'cold' | 'warm';
  readonly edit: string;
  /** Absent when it failed. */
  readonly times?: Times;
  /** What is wrong with its picture, or why it failed. */
  readonly fault?: string;
  /** Mean ΔE00 to the picture before the edit. */
  readonly change?: number;
  /** Ours: mean ΔE00 to the 16-bit path's picture, both as JPEG. */
  readonly toExact?: number;
  /** Ours: the same to the 16-bit path's pixels, JPEG's losses included. */
  readonly toExactPixels?: number;
}

export interface ExportResults {
  readonly jpegMegabytes: number;
  /** Mean ΔE00 that JPEG alone takes from the 16-bit path's picture. */
  readonly jpegLoss: number;
  readonly contenders: readonly ContenderResult[];
  readonly missing: readonly { readonly name: string; readonly remedy: string }[];
}

/** What many cost: time for `count` candidates, or for a picture of so many megapixels. */
export interface CostPoint {
  readonly amount: number;
  readonly times: Times;
}

export interface CandidateResults {
  readonly width: number;
  readonly height: number;
  /** Measured, in one process, before any encoding. */
  readonly points: readonly CostPoint[];
}

export interface EnterRow {
  readonly instruction: string;
  readonly candidates: number;
  readonly times: Times;
  readonly stages: { readonly propose: number; readonly render: number; readonly score: number };
}

export interface EnterResults {
  /** Opening the photo in the service, until it can be asked. */
  readonly open: Times;
  readonly rows: readonly EnterRow[];
  /** Of the instructions' medians. */
  readonly median: number;
}

export interface MemoryRow {
  readonly work: string;
  readonly peakMb: number;
  readonly goalMb: number;
}

/** What one run of the bench found; a part is absent when it was not asked for. */
export interface BenchResults {
  readonly machine: Machine;
  /** Counted runs of every time that is a median. */
  readonly rounds: number;
  readonly exports?: ExportResults;
  readonly candidates?: CandidateResults;
  readonly enter?: EnterResults;
  readonly megapixels?: readonly CostPoint[];
  readonly memory?: readonly MemoryRow[];
}
