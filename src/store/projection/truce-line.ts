/** Makes the line of a truce: what its card shows, with counts in the place of lists of entries. */
import type { Evidence, MatrixRow, Reason, Truce } from '../../model/ledger.ts';
import type { MatrixCount, TruceLine } from '../../model/lines.ts';
import type { Namer } from './namer.ts';

/** Evidence and entries that a reason on a card keeps: the rest stands at the truce's entries. */
const EVIDENCE = 3;
const ENTRIES = 20;

export function truceLineOf(truce: Truce, { named }: Namer): TruceLine {
  const { id, title, status, standing } = truce;
  return {
    id,
    title,
    status,
    standing,
    parties: truce.parties.map(named),
    ...(truce.effectiveFrom !== undefined && { effectiveFrom: truce.effectiveFrom }),
    ...(truce.effectiveUntil !== undefined && { effectiveUntil: truce.effectiveUntil }),
    ...(truce.hoursQuiet !== undefined && { hoursQuiet: truce.hoursQuiet }),
    ...(truce.lastBreach !== undefined && { lastBreach: truce.lastBreach }),
    breaches: truce.breaches.length,
    before: truce.before.length,
    uncertain: truce.uncertain.length,
    matrix: truce.matrix.map((row) => countsOf(row, named)),
    reasons: truce.reasons.map(shortReason),
    ...(truce.supersededBy !== undefined && { supersededBy: truce.supersededBy }),
    ...(truce.supersedes !== undefined && { supersedes: truce.supersedes }),
  };
}

export const countsOf = ({ accuser, accused, cells }: MatrixRow, named: Namer['named']): MatrixCount => ({
  accuser: named(accuser),
  accused: named(accused),
  alone: cells.alone.length,
  denied: cells.denied.length,
  admitted: cells.admitted.length,
  confirmed: cells.confirmed.length,
});

/** A reason with a few pieces of its evidence. */
export const shortReason = (reason: Reason): Reason => ({
  ...reason,
  entries: reason.entries.slice(0, ENTRIES),
  evidence: shortEvidence(reason.evidence, EVIDENCE),
});

export const shortEvidence = (evidence: readonly Evidence[], most: number): readonly Evidence[] =>
  evidence.length <= most ? evidence : evidence.slice(0, most);
