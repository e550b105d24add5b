/**
 * The life of one truce as a series of statuses, each with the time of what changed it and the rule behind it. The
 * status as of a moment is the last change up to it.
 */
import type { Reason, StatusChange, TruceStatus } from '../../model/ledger.ts';
import type { Core } from '../entry/entry.ts';
import { evidenceOf } from '../entry/voices.ts';
import { DAY, HOUR, isoOf, spoken } from '../time.ts';
import type { Act } from './act.ts';
import { type Bearing, type Dated, reasonOf } from './assign.ts';
import type { Instrument, StageWord } from './instrument.ts';
import { declaredOver } from './line.ts';

interface Change {
  readonly at: number;
  readonly status: TruceStatus;
  readonly reason: Reason;
}

const ENDS: ReadonlySet<TruceStatus> = new Set(['superseded', 'expired', 'declared over']);

const RANK: Readonly<Record<TruceStatus, number>> = {
  proposed: 0,
  announced: 1,
  'in force, nothing alleged': 2,
  contested: 3,
  broken: 4,
  expired: 5,
  'declared over': 5,
  superseded: 6,
};

const reason = (rule: string, text: string, cores: readonly Core[]): Reason => ({
  rule,
  text,
  entries: cores.map((core) => core.entry.id),
  evidence: cores.flatMap((core) => core.bundle.items.map(evidenceOf)).slice(0, 20),
});

/** What history asks of entries beyond their acts: the title of the few that it names. */
export interface Titles {
  titleOf(act: Act): string;
  proofOf(act: Act): string;
}

/** Every change of status of a truce, oldest first. `next` is the truce that takes its place, if any. */
export function historyOf(
  truce: Dated,
  breaches: readonly Bearing[],
  next: Dated | undefined,
  titles: Titles,
): StatusChange[] {
  const changes = [
    ...beginning(truce),
    ...breachChanges(truce, breaches, titles),
    ...wordChanges(truce),
    ...endChanges(truce, next),
  ].sort((a, b) => a.at - b.at || RANK[a.status] - RANK[b.status] || (a.reason.rule < b.reason.rule ? -1 : 1));
  const history: { at: string; status: TruceStatus; reasons: Reason[] }[] = [];
  for (const change of changes) {
    const last = history.at(-1);
    if (last !== undefined && RANK[change.status] < RANK[last.status]) continue;
    if (last !== undefined && ENDS.has(last.status) && change.status !== 'superseded') continue;
    if (last?.status === change.status) last.reasons.push(change.reason);
    else history.push({ at: isoOf(change.at), status: change.status, reasons: [change.reason] });
  }
  return history;
}

function beginning({ instrument, from }: Dated): Change[] {
  const { core } = instrument;
  const told = core.bundle.items.flatMap((item) => item.pub ?? [])[0];
  const by = instrument.announcedBy.map((origin) => origin.name).join(', ');
  const announced = reason('announced', by === '' ? 'reports speak of it' : `announced or told by ${by}`, [core]);
  const changes: Change[] = [];
  if (told !== undefined && told.lo < from.lo && instrument.fromRule !== 'reported in force')
    changes.push({ at: told.lo, status: 'announced', reason: announced });
  const how = {
    stated: `in force from ${instrument.start}, as stated`,
    signed: `in force from ${instrument.start}, the date of the instrument; no hour is stated`,
    'reported in force': `spoken of as in force on ${instrument.start}; no report tells from when`,
  }[instrument.fromRule];
  const begun: Change = {
    at: from.lo,
    status: 'in force, nothing alleged',
    reason: reason(`effect-${instrument.fromRule.replaceAll(' ', '-')}`, how, [core]),
  };
  return [...changes, begun];
}

/** The first breach contests a truce; the first that is more than an allegation breaks it. */
function breachChanges(truce: Dated, bearings: readonly Bearing[], titles: Titles): Change[] {
  const breaches = bearings.filter(({ relation }) => relation === 'during');
  const changes: Change[] = [];
  const first = breaches[0];
  if (first !== undefined)
    changes.push({
      at: first.act.when.lo,
      status: 'contested',
      reason: actReason('breach-alleged', `${titles.titleOf(first.act)}: ${reasonOf(first)}`, [first.act]),
    });
  const proven = breaches.find(({ act }) => act.standing === 'confirmed' || act.standing === 'admitted');
  if (proven !== undefined) changes.push(provenChange(proven.act, titles));
  const mutual = mutualFighting(breaches.map(({ act }) => act));
  if (mutual !== undefined) changes.push(mutual);
  return changes.map((change) => ({ ...change, at: Math.max(change.at, truce.from.lo) }));
}

const provenChange = (act: Act, titles: Titles): Change => ({
  at: act.when.lo,
  status: 'broken',
  reason: actReason(
    act.standing === 'admitted' ? 'breach-admitted' : 'breach-confirmed',
    `${titles.titleOf(act)}: ${titles.proofOf(act)}`,
    [act],
  ),
});

const actReason = (rule: string, text: string, acts: readonly Act[]): Reason => ({
  rule,
  text,
  entries: acts.map((act) => act.id),
  evidence: acts.flatMap((act) => act.bundle.items.slice(0, 10).map(evidenceOf)),
});

/** Both sides tell of heavy fighting by the other within two days: they differ on who, not on whether it held. */
function mutualFighting(acts: readonly Act[]): Change | undefined {
  const last = new Map<string, Act>();
  for (const act of acts) {
    if (!act.isHeavy || act.accused.length === 0) continue;
    for (const [side, earlier] of last) {
      if (act.accused.includes(side) || act.when.lo - earlier.when.lo > 2 * DAY) continue;
      const apart = spoken(Math.max(HOUR, act.when.lo - earlier.when.lo));
      const text = `each side tells of heavy fighting by the other within ${apart}: they differ on who broke the truce, not on whether it held`;
      return {
        at: act.when.lo,
        status: 'broken',
        reason: actReason('both-sides-tell-of-fighting', text, [earlier, act]),
      };
    }
    for (const side of act.accused) last.set(side, act);
  }
  return undefined;
}

/** A government, armed force or organisation; not the press, and not somebody unnamed. */
const isState = (code: string): boolean => code !== '' && !/^UNK|MED|JRN|CVL/.test(code);

/** What speakers say of the truce as a whole: that it is over, or that it was broken. */
function wordChanges({ instrument }: Dated): Change[] {
  const over = declaredOver(instrument);
  return instrument.stages.flatMap(({ stage, item, side, at }): Change[] => {
    if (at === undefined || (stage !== 'broken off' && stage !== 'superseded' && stage !== 'expired')) return [];
    if (item.record.factuality === 'planned') return [];
    const told = {
      rule: `said-${stage.replace(' ', '-')}`,
      entries: [instrument.core.entry.id],
      evidence: [evidenceOf(item)],
    };
    const who = item.voice.name;
    if (over?.item === item)
      return [{ at: at.lo, status: 'declared over', reason: { ...told, text: overText(over, instrument) } }];
    if (stage === 'superseded')
      return [
        { at: at.lo, status: 'superseded', reason: { ...told, text: `${who} says that another took its place` } },
      ];
    if (stage === 'expired')
      return [{ at: at.lo, status: 'expired', reason: { ...told, text: `${who} says that it expired` } }];
    const isParty = instrument.parties.includes(side) || item.voice.own || !isState(item.voice.code);
    return [
      {
        at: at.lo,
        status: isParty ? 'contested' : 'broken',
        reason: { ...told, text: `${who} says that it was broken` },
      },
    ];
  });
}

function overText({ item, side }: StageWord, { parties }: Instrument): string {
  if (parties.includes(side)) return `${item.voice.name}, a party, says that it is over`;
  const doers = item.record.kind === 'agreement' ? item.record.declaredBy.map(({ value }) => value.name) : [];
  return `${item.voice.name} tells that ${doers.join(' and ')}, a party, ended it`;
}

function endChanges({ instrument, end }: Dated, next: Dated | undefined): Change[] {
  const changes: Change[] = [];
  const until = instrument.until;
  if (until !== undefined)
    changes.push({
      at: until.hi,
      status: 'expired',
      reason: reason('until-passed', `it was to last until ${isoOf(until.hi)}`, [instrument.core]),
    });
  if (next !== undefined && (end === undefined || next.from.lo >= end))
    changes.push({
      at: next.from.lo,
      status: 'superseded',
      reason: reason('newer-truce', `${next.instrument.core.entry.title} took effect at ${next.instrument.start}`, [
        next.instrument.core,
      ]),
    });
  return changes;
}

/** The last status at or before `moment`; before the first change nothing is known of it but that it is announced. */
export function statusIn(history: readonly StatusChange[], moment: number, instrument: Instrument): StatusChange {
  const past = history.filter((change) => change.at === undefined || Date.parse(change.at) <= moment);
  return (
    past.at(-1) ?? {
      status: 'announced',
      reasons: [reason('announced', 'it is announced for later than the asked moment', [instrument.core])],
    }
  );
}
