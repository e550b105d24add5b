/** What differs between two states of one entry, in a few words each. */
import type { Entry, LedgerSlot } from '../model/ledger.ts';
import { canonical } from './canonical.ts';

/** "2 more reports", "one party alone → verified", "killed: 49 → 105", "now denied by Azerbaijan". */
export function detailsOf(before: Entry, after: Entry): string[] {
  if (before === after) return [];
  const details = [
    ...(before.title === after.title ? [] : [`was: ${before.title}`]),
    ...reports(before, after),
    ...changed(before.corroboration.step, after.corroboration.step),
    ...denials(before, after),
    ...changed(before.corroboration.grade, after.corroboration.grade, 'grade '),
    ...changed(before.review, after.review),
    ...withdrawals(before, after),
    ...slots(before.slots, after.slots),
    ...differences(before, after),
    ...links(before, after),
  ];
  if (details.length > 0 || canonical(plain(before)) === canonical(plain(after))) return details;
  return ['told in other words'];
}

/** An entry but its story: that reports are grouped anew is no news of the thing. */
const plain = ({ story: _, ...entry }: Entry): Omit<Entry, 'story'> => entry;

function reports(before: Entry, after: Entry): string[] {
  const more = after.reports.filter((id) => !before.reports.includes(id)).length;
  const fewer = before.reports.filter((id) => !after.reports.includes(id)).length;
  const count = (n: number, word: string): string => `${n} ${word} report${n === 1 ? '' : 's'}`;
  return [...(more > 0 ? [count(more, 'more')] : []), ...(fewer > 0 ? [count(fewer, 'fewer')] : [])];
}

const changed = (before: string | undefined, after: string | undefined, what = ''): string[] =>
  before === after ? [] : [`${what}${before ?? 'none'} → ${after ?? 'none'}`];

function denials(before: Entry, after: Entry): string[] {
  const known = new Set(before.corroboration.deniedBy.map(({ key }) => key));
  return after.corroboration.deniedBy.filter(({ key }) => !known.has(key)).map(({ name }) => `now denied by ${name}`);
}

function withdrawals(before: Entry, after: Entry): string[] {
  const known = new Set(before.withdrawn?.map(({ by }) => by));
  return (after.withdrawn ?? []).filter(({ by }) => !known.has(by)).map(({ reason }) => reason);
}

function slots(before: readonly LedgerSlot[], after: readonly LedgerSlot[]): string[] {
  const labels = (all: readonly LedgerSlot[]): Map<string, string[]> =>
    new Map(all.map(({ name, readings }) => [name, readings.map(({ label }) => label)]));
  const [old, now] = [labels(before), labels(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was = [], is = []] = [old.get(name), now.get(name)];
    if (was[0] !== is[0]) return [`${name}: ${was[0] ?? 'not told'} → ${is[0] ?? 'not told'}`];
    const added = is.filter((label) => !was.includes(label));
    return added.length === 0 ? [] : [`${name}: also ${added.join(', ')}`];
  });
}

function differences(before: Entry, after: Entry): string[] {
  const known = new Set(before.differences.map(({ slot, type }) => `${slot} ${type}`));
  return after.differences
    .filter(({ slot, type }) => !known.has(`${slot} ${type}`))
    .map(({ slot, type }) => `${type} in ${slot}`);
}

const LINKED: Readonly<Record<Entry['links'][number]['type'], string>> = {
  'rests on': 'now rests on another agreement',
  'bears on': 'now counts against a truce',
  'not against': 'now told to be before a truce took effect',
  supersedes: 'now takes the place of another truce',
  answers: 'now answers another entry',
  'outcome of': 'now the outcome of another entry',
  about: 'now about another entry',
};

function links(before: Entry, after: Entry): string[] {
  const known = new Set(before.links.map(({ type }) => type));
  return [...new Set(after.links.map(({ type }) => type))]
    .filter((type) => !known.has(type))
    .map((type) => LINKED[type]);
}
