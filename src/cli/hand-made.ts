/** A record that a person makes from a selection in the reader: the same shape as the coder's, with `by-hand` for its rule. */
import { createHash } from 'node:crypto';
import { checkSpans } from '../model/check.ts';
import type { DecisionRequest } from '../model/decision.ts';
import { TrucewatchError } from '../model/errors.ts';
import {
  RECORD_KINDS,
  type ActorRef,
  type CodedRecord,
  type PlaceRef,
  type RecordKind,
  type Voice,
} from '../model/record.ts';
import { isInside, type Span } from '../model/span.ts';
import { correctable, correctionValue } from '../pipeline.ts';
import type { StoredReport } from '../store/store.ts';

/** What the coder's records always have, by kind. */
const EMPTY: Readonly<Record<RecordKind, Readonly<Record<string, unknown>>>> = {
  statement: { addressees: [], direct: false, source: [], cue: [], about: [] },
  incident: { perpetrators: [], targets: [], weapons: [], losses: [] },
  toll: {},
  agreement: { parties: [], mediators: [], guarantors: [], declaredBy: [], terms: [], restsOn: [] },
  request: {},
  meeting: { participants: [], participantNames: [] },
  plan: {},
  observation: {},
  mechanism: { members: [], adviser: [] },
  event: { actors: [], recipients: [] },
};

const NEEDED: Readonly<Record<RecordKind, readonly string[]>> = {
  statement: ['act'],
  incident: ['type'],
  toll: [],
  agreement: ['class'],
  request: [],
  meeting: ['form', 'status'],
  plan: ['what'],
  observation: ['finding'],
  mechanism: ['name'],
  event: ['actors'],
};

const bad = (message: string): TrucewatchError => new TrucewatchError('bad-option', message);

/** Throws `bad-option` for a kind, span or slot that does not hold. */
export function handMadeRecord(
  { id: report, text, card }: StoredReport,
  { kind: asked, spans = [], slots = {}, says }: DecisionRequest,
  places: ReadonlyMap<string, PlaceRef>,
): CodedRecord {
  const kind = RECORD_KINDS.find((one) => one === asked);
  if (kind === undefined) throw bad(`A record needs a kind: ${RECORD_KINDS.join(', ')}.`);
  if (spans.length === 0 || !spans.every((span) => isInside(text, span)))
    throw bad(`A record needs the words that it rests on: spans within the ${text.length} characters of ${report}.`);
  const missing = NEEDED[kind].filter((name) => slots[name] === undefined);
  if (missing.length > 0) throw bad(`A ${kind} needs ${missing.join(' and ')}.`);
  const filled = Object.entries(slots).map(([name, value]) => [name, filledSlot(kind, name, value, spans, places)]);
  const { factuality, ...own } = Object.fromEntries(filled) as Record<string, unknown>;
  const voices = voicesOf(own, says, card.outlet);
  const record = {
    id: createHash('sha256')
      .update(JSON.stringify(['by-hand', report, kind, spans, slots, says]))
      .digest('hex')
      .slice(0, 20),
    kind,
    rule: 'by-hand',
    spans,
    attribution: voices,
    factuality: factuality ?? (voices[0]?.role === 'speaker' ? 'alleged' : 'asserted'),
    factbank: 'CT+',
    places: [],
    ...EMPTY[kind],
    ...(kind === 'statement' && { content: spans }),
    ...own,
  } as unknown as CodedRecord;
  checkSpans(text, record);
  return record;
}

function filledSlot(
  kind: RecordKind,
  name: string,
  value: unknown,
  spans: readonly Span[],
  places: ReadonlyMap<string, PlaceRef>,
): unknown {
  try {
    const read = kind === 'statement' && name === 'act' ? actOf(value) : correctionValue(kind, name, value, places);
    if (name === 'factuality') return read;
    const wrap = (one: unknown) => ({ value: one, spans, rule: 'by-hand' });
    return Array.isArray(read) ? read.map(wrap) : wrap(read);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw bad(`${name} of ${kind} wants ${cause.message}. Slots: ${correctable(kind).join(', ')}.`);
  }
}

const ACTS = 'expect urge concern accuse deny condemn announce confirm promise propose threaten support inform'.split(
  ' ',
);

function actOf(value: unknown): string {
  if (typeof value === 'string' && ACTS.includes(value)) return value;
  throw new RangeError(`one of: ${ACTS.join(', ')}`);
}

/** Who says it: as asked, else the accuser, speaker or counter; the outlet last. */
function voicesOf(
  own: Readonly<Record<string, unknown>>,
  says: string | undefined,
  outlet: string | undefined,
): Voice[] {
  const slot = (own['accuser'] ?? own['speaker'] ?? own['counter']) as { readonly value: ActorRef } | undefined;
  const speaker = says === undefined ? slot?.value : (correctionValue('incident', 'accuser', says) as ActorRef);
  return [
    ...(speaker === undefined ? [] : [{ role: 'speaker' as const, ...speaker, spans: [] }]),
    ...(outlet === undefined ? [] : [{ role: 'outlet' as const, name: outlet, spans: [] }]),
  ];
}
