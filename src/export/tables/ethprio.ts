/**
 * Ceasefires with the variables of the ETH/PRIO Civil Conflict Ceasefire Dataset: a row for each actor that is a party
 * or declared it, all rows of one truce under one `cf_id`. Unknown is -1, never a middle of the month.
 */
import type { Entry, Ledger, Truce } from '../../model/ledger.ts';
import { backed } from '../batch.ts';
import { countryName } from '../names.ts';
import { selectEntries, standing } from '../select.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import { dateAt, zoneOf } from '../when.ts';
import { codesOf, labelsOf, readingsOf, wordsAt } from '../words.ts';
import { csvTable, type Row } from './csv.ts';
import { list } from './entry-columns.ts';

export const ETHPRIO_COLUMNS = [
  'id',
  'uniq_id',
  'cf_id',
  'cc',
  'location',
  'region',
  'actor_name',
  'side',
  'ucdp_actor_id',
  'ucdp_dyad',
  'ucdp_acd_id',
  'pax_id',
  'cf_dec_yr',
  'cf_dec_month',
  'cf_dec_day',
  'cf_effect_yr',
  'cf_effect_month',
  'cf_effect_day',
  'end_yr',
  'end_month',
  'end_day',
  'ended',
  'ceasefire_class',
  'p_humanitarian',
  'p_peaceprocess',
  'p_holiday',
  'p_election',
  'p_other',
  'p_unclear',
  'written',
  'partial',
  'fixed',
  'mediator_nego',
  'mediator_send',
  'implement',
  'enforcement',
  'evidence_onset',
  'evidence_end',
  'comment',
] as const;

const OWN_COLUMNS = [
  'tw_entry',
  'tw_actor_code',
  'tw_role',
  'tw_mediators',
  'tw_status',
  'tw_status_reason',
  'tw_effective_from',
  'tw_effective_zone',
  'tw_announced_by',
  'tw_corroboration',
  'tw_reports',
] as const;

export function exportEthPrio(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const { ledger } = source;
  const truces = standing(selectEntries(ledger, options)).filter(
    (entry) => entry.kind === 'agreement' && readingsOf(entry, 'class')[0]?.value === 'ceasefire',
  );
  return csvTable([...ETHPRIO_COLUMNS, ...OWN_COLUMNS], rows(source, truces), options);
}

async function* rows(source: ExportSource, entries: readonly Entry[]): AsyncIterable<Row> {
  for await (const { entry, records, reports } of backed(source, entries)) {
    const words = records.map((one) => wordsAt(one.spans, reports.get(one.report)?.text));
    const shared = { ...aboutTruce(entry, source.ledger), evidence_onset: list(words.slice(0, 3)) };
    for (const [index, actor] of actorsOf(entry).entries())
      yield {
        ...shared,
        id: `${entry.id}-${index + 1}`,
        uniq_id: `${entry.id}-${index + 1}`,
        location: countryName(stateOf(actor.code)),
        actor_name: actor.name,
        side: index + 1,
        tw_actor_code: actor.code,
        tw_role: actor.role,
      };
  }
}

const stateOf = (code: string): string => code.split(' ')[0]!;

interface Actor {
  readonly code: string;
  readonly name: string;
  readonly role: 'declared' | 'party';
}

/** Who declared it, then the parties that are not among them. A mediator that announced it is no party. */
function actorsOf(entry: Entry): readonly Actor[] {
  const found = new Map<string, Actor>();
  const parties = codesOf(entry, 'parties').map(stateOf);
  const mediators = new Set(
    codesOf(entry, 'mediators')
      .map(stateOf)
      .filter((code) => !parties.includes(code)),
  );
  for (const [slot, role] of [
    ['declaredBy', 'declared'],
    ['parties', 'party'],
  ] as const)
    for (const { value, label } of readingsOf(entry, slot))
      if (typeof value === 'string' && !found.has(stateOf(value)) && !mediators.has(stateOf(value)))
        found.set(stateOf(value), { code: value, name: label, role });
  return [...found.values()];
}

function aboutTruce(entry: Entry, ledger: Ledger): Row {
  const truce = ledger.truces.find(({ id }) => id === entry.id);
  const has = (slot: string): boolean => readingsOf(entry, slot).length > 0;
  const mechanism = ledger.entries.some(
    (other) => other.kind === 'mechanism' && other.links.some((link) => link.entry === entry.id),
  );
  return {
    cf_id: entry.id,
    ...declaredOn(entry),
    ...effectOn(entry),
    ...endOf(truce, zoneOf(entry) ?? 'UTC'),
    ceasefire_class: mechanism ? 2 : 1,
    written: WRITTEN.get(readingsOf(entry, 'document')[0]?.label ?? '') ?? -1,
    partial: has('places') ? 1 : -1,
    fixed: has('until') ? 1 : -1,
    mediator_nego: has('mediators') ? 1 : -1,
    implement: mechanism ? 1 : -1,
    enforcement: -1,
    comment: entry.title,
    tw_entry: entry.id,
    tw_mediators: list(labelsOf(entry, 'mediators')),
    tw_status: truce?.status,
    tw_status_reason: truce?.reasons[0]?.text,
    tw_effective_from: truce?.effectiveFrom,
    tw_effective_zone: zoneOf(entry),
    tw_announced_by: list((truce?.announcedBy ?? []).map(({ name }) => name)),
    tw_corroboration: entry.corroboration.step,
    tw_reports: list(entry.reports),
  };
}

const WRITTEN: ReadonlyMap<string, number> = new Map([
  ['signed', 1],
  ['none signed', 0],
]);

/** Signed on, as far as a report says: cut to its precision. */
function declaredOn(entry: Entry): Row {
  const signed = readingsOf(entry, 'signed')[0]?.value;
  return threeOf('cf_dec', typeof signed === 'string' ? signed : undefined);
}

/** The local date on which it took effect. */
function effectOn(entry: Entry): Row {
  const from = readingsOf(entry, 'effectiveFrom')[0]?.value;
  return threeOf('cf_effect', typeof from === 'string' ? from.slice(0, 10) : undefined);
}

const OVER: ReadonlySet<string> = new Set(['broken', 'superseded', 'expired', 'declared over']);

function endOf(truce: Truce | undefined, zone: string): Row {
  const end = truce?.history.findLast(({ status }) => OVER.has(status));
  const isOver = truce !== undefined && OVER.has(truce.status);
  const at = isOver ? (end?.at ?? truce.effectiveUntil) : undefined;
  return {
    ended: truce === undefined ? -1 : Number(isOver),
    ...threeOf('end', at === undefined ? undefined : dateAt(at, zone, 0).toString()),
    evidence_end: isOver ? (end?.reasons[0]?.text ?? '') : undefined,
  };
}

function threeOf(prefix: 'cf_dec' | 'cf_effect' | 'end', date: string | undefined): Row {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return {
    [`${prefix}_yr`]: year || -1,
    [`${prefix}_month`]: month || -1,
    [`${prefix}_day`]: day || -1,
  };
}
