/** What one entry is made of: a cluster, or several that decisions merged, with what was built from them so far. */
import type { Join, Situation } from '../model/ledger.ts';
import type { RecordKind } from '../model/record.ts';
import { type Bundle, bundleOf } from './bundle.ts';
import type { Core } from './entry/entry.ts';
import type { Cluster } from './fuse/kind.ts';
import type { Act } from './truce/act.ts';
import type { Observed } from './truce/book.ts';
import type { Instrument } from './truce/instrument.ts';

export interface Stake {
  readonly situation: Situation;
  readonly weight: number;
  readonly entries: number;
}

export interface Slot {
  readonly kind: RecordKind;
  readonly clusters: readonly Cluster<unknown>[];
  readonly merges: readonly Join[];
  bundle: Bundle | undefined;
  core: Core | undefined;
  /** Hash of the entry without links and story, once it is in the hash of all. */
  digest: string | undefined;
  /** The configured situation that an incident or agreement belongs to, and how many of its parties it names. */
  stake: Stake | undefined;
  /** What the truces hold of it. */
  act: Act | undefined;
  instrument: Instrument | undefined;
  observation: Observed | undefined;
}

export const newSlot = (clusters: readonly Cluster<unknown>[], merges: readonly Join[]): Slot => ({
  kind: clusters[0]!.kind,
  clusters,
  merges,
  bundle: undefined,
  core: undefined,
  digest: undefined,
  stake: undefined,
  act: undefined,
  instrument: undefined,
  observation: undefined,
});

export const slotOf = (cluster: Cluster<unknown>): Slot | undefined => cluster.slot as Slot | undefined;

/** The records of a slot, in the order of their publication. */
export function bundleOfSlot(slot: Slot): Bundle {
  slot.bundle ??= bundleOf(slot.kind, slot.clusters);
  return slot.bundle;
}
