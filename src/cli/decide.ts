/** Makes a decision out of what a person asked for, on the command line or at the desk. */
import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { TrucewatchError } from '../model/errors.ts';
import type { Anchor, Decision, DecisionRequest } from '../model/decision.ts';
import type { Entry, Ledger } from '../model/ledger.ts';
import type { CodedRecord, PlaceRef } from '../model/record.ts';
import { foldName } from '../ledger/keys.ts';
import { correctable, correctionValue } from '../pipeline.ts';
import type { Store } from '../store/store.ts';
import { settings } from './context.ts';
import { handMadeRecord } from './hand-made.ts';
import { entryBy } from './moments.ts';

/** A ledger, or as much of it as the request names. */
export type Entries = Pick<Ledger, 'entries'>;

/** Throws `unknown-id` for a target that is not there, `bad-option` for what the type of decision does not allow. */
export async function makeDecision(store: Store, ledger: Entries, request: DecisionRequest): Promise<Decision> {
  const { type, target: id, why } = request;
  const at = new Date().toISOString();
  const by = request.by ?? (settings().author || userInfo().username);
  const asked = JSON.stringify([at, by, request]);
  const base = { id: createHash('sha256').update(asked).digest('hex').slice(0, 20), at, by, why };
  switch (type) {
    case 'undo':
      return { ...base, type, decision: (await knownDecision(store, id)).id };
    case 'side':
      return { ...base, type, code: actorCode(id), ...sideOf(request) };
    case 'merge':
    case 'split':
      return { ...base, type, ...(await pairOf(store, ledger, request)) };
    case 'correct':
      return { ...base, type, ...(await correctionOf(store, ledger, request)) };
    case 'note':
      return { ...base, type, target: anchorOf(await recordOf(store, ledger, id)), text: why };
    case 'assign':
      return { ...base, type, target: anchorOf(await recordOf(store, ledger, id)), to: assignedTo(request) };
    case 'record':
      return { ...base, type, ...(await madeByHand(store, ledger, request)) };
    case 'grade':
      return { ...base, type, target: anchorOf(await recordOf(store, ledger, id)), grade: gradeOf(request) };
    case 'confirm':
    case 'reject':
      return { ...base, type, target: anchorOf(await recordOf(store, ledger, id)) };
    default:
      return type satisfies never;
  }
}

const bad = (message: string): TrucewatchError => new TrucewatchError('bad-option', message);

async function knownDecision(store: Store, id: string): Promise<Decision> {
  const known = (await store.decisions()).filter((decision) => decision.id.startsWith(id));
  if (known.length !== 1) throw new TrucewatchError('unknown-id', id);
  return known[0]!;
}

function actorCode(code: string): string {
  if (!/^[A-Z]{3}(?: [A-Z]{3})*(?:\|.+)?$/.test(code))
    throw bad(`"${code}" is no actor code. Write a country and sectors: AZE MIL, or LBN REB|Hezbollah for one body.`);
  return code;
}

function sideOf({ side, situation }: DecisionRequest): { side: string; situation: string } {
  if (side === undefined || situation === undefined)
    throw bad('A side needs its key and its situation: --side AZE --situation armenia-azerbaijan.');
  return { side, situation };
}

function gradeOf({ grade }: DecisionRequest): string {
  if (grade === undefined || !/^[A-F][1-6]$/.test(grade))
    throw bad('A grade is a letter A to F and a digit 1 to 6, e.g. B2.');
  return grade;
}

function assignedTo({ to }: DecisionRequest): string {
  if (to === undefined) throw bad('An assignment needs a name: who is to look at it.');
  return to;
}

async function madeByHand(
  store: Store,
  ledger: Entries,
  request: DecisionRequest,
): Promise<{ target: Anchor; record: CodedRecord }> {
  const report = await store.report(request.target);
  if (report === undefined) throw new TrucewatchError('unknown-id', request.target);
  const record = handMadeRecord(report, request, placesIn(ledger));
  return { target: { report: report.id, kind: record.kind, spans: record.spans }, record };
}

/** Two records of one kind: to be one entry although they are not, or two although they are one. */
async function pairOf(
  store: Store,
  ledger: Entries,
  { type, target: id, other: otherId }: DecisionRequest,
): Promise<{ target: Anchor; other: Anchor }> {
  if (type === 'merge' && otherId === undefined) throw bad('A merge needs the other entry: --other ID.');
  const target = await recordOf(store, ledger, id);
  const home = ledger.entries.find((entry) => entry.records.includes(target.id))!;
  const other =
    otherId === undefined ? await companion(store, home, target.id) : await recordOf(store, ledger, otherId);
  if (other.kind !== target.kind) throw bad(`A ${target.kind} and a ${other.kind} are never one entry.`);
  const isOne = home.records.includes(other.id);
  if (type === 'merge' && isOne) throw bad('The two are one entry already.');
  if (type === 'split' && (!isOne || other.id === target.id))
    throw bad('A split takes one record out of its entry: give the record, as `explain ID` lists them.');
  return { target: anchorOf(target), other: anchorOf(other) };
}

/** The record that stays when `record` is taken out of its entry. */
async function companion(store: Store, { records, id }: Entry, record: string): Promise<StoredRecord> {
  const stays = records.find((one) => one !== record);
  if (stays === undefined) throw bad(`${id} is one record: there is nothing to take apart.`);
  return stored(store, stays);
}

async function correctionOf(
  store: Store,
  ledger: Entries,
  { target, slot, value }: DecisionRequest,
): Promise<{ target: Anchor; slot: string; value: unknown }> {
  const record = await recordOf(store, ledger, target);
  if (slot === undefined || value === undefined)
    throw bad(
      `A correction needs a slot and its value. Slots of ${record.kind}: ${correctable(record.kind).join(', ')}.`,
    );
  try {
    return { target: anchorOf(record), slot, value: correctionValue(record.kind, slot, value, placesIn(ledger)) };
  } catch (cause) {
    if (cause instanceof RangeError) throw bad(`${slot} of ${record.kind} wants ${cause.message}.`);
    throw cause;
  }
}

/** Places that the ledger knows, by folded name: a corrected place is to be the same place. */
function placesIn({ entries }: Entries): Map<string, PlaceRef> {
  const found = new Map<string, PlaceRef>();
  for (const { slots } of entries)
    for (const { value, label } of slots.find(({ name }) => name === 'places')?.readings ?? []) {
      if (typeof value !== 'string') continue;
      const name = label.replace(/^(?:near|toward) /, '');
      found.set(foldName(name), { name, key: value, relation: 'at' });
    }
  return found;
}

type StoredRecord = CodedRecord & { readonly report: string };

/** The record with this id, or the first one of the entry with it. */
async function recordOf(store: Store, ledger: Entries, id: string): Promise<StoredRecord> {
  const records = ledger.entries.flatMap((entry) => entry.records.filter((one) => one.startsWith(id)));
  if (id.length >= 4 && records.length === 1) return stored(store, records[0]!);
  return stored(store, entryBy(ledger, id).records[0]!);
}

async function stored(store: Store, id: string): Promise<StoredRecord> {
  const [record] = await store.records({ ids: [id.split('~')[0]!] });
  if (record === undefined) throw new TrucewatchError('unknown-id', id);
  return record;
}

const anchorOf = ({ report, kind, spans }: StoredRecord): Anchor => ({ report, kind, spans });
