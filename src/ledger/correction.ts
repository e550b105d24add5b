/**
 * Which slots a person may correct, and how a value for one is read: as the JSON that records hold, or as people type
 * it ("at least 50", "near Goris", "2022-09-13T09:00 Europe/Moscow", "AZE MIL: Defence Ministry").
 */
import type { ActorRef, Count, PlaceRef, RecordKind, TimeRef } from '../model/record.ts';
import type { Factuality } from '../model/vocabulary.ts';
import { foldName } from './keys.ts';
import { isoOf, windowOfLocal } from './time.ts';

type Read = (value: unknown) => unknown;

const fail = (wanted: string): never => {
  throw new RangeError(wanted);
};

const text: Read = (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : fail('a text'));

const word =
  (...words: readonly string[]): Read =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? value : fail(`one of: ${words.join(', ')}`);

const flag: Read = (value) =>
  value === true || value === 'true' ? true : value === false || value === 'false' ? false : fail('true or false');

/** "AZE MIL: Defence Ministry", or the code alone. */
const actor: Read = (value): ActorRef => {
  if (typeof value === 'string') {
    const [, code, name] = /^([A-Z]{3}(?: [A-Z]{3})*)(?::\s*(.+))?$/.exec(value.trim()) ?? [];
    if (code !== undefined) return { code, name: name ?? code };
  } else if (isObject(value) && typeof value['code'] === 'string' && typeof value['name'] === 'string')
    return { code: value['code'], name: value['name'] };
  return fail('an actor, code first: AZE MIL: Defence Ministry');
};

/** "49", "at least 50", "up to 60", "50 to 60". */
const count: Read = (value): Count => {
  if (typeof value === 'number' || typeof value === 'string') {
    const [, from, low, high] = /^(at least |up to )?(\d+)(?: to (\d+))?$/.exec(String(value).trim()) ?? [];
    if (low !== undefined && high !== undefined) return { low: +low, high: +high };
    if (low !== undefined && from === 'at least ') return { low: +low, best: +low };
    if (low !== undefined) return from === 'up to ' ? { high: +low } : { best: +low };
  } else if (isObject(value) && Object.values(value).every((n) => Number.isInteger(n) && (n as number) >= 0)) {
    const { low, best, high } = value as Count;
    if (low !== undefined || best !== undefined || high !== undefined) return value;
  }
  return fail('a number: 49, at least 50, up to 60 or 50 to 60');
};

/** "2022-09-13T09:00 Europe/Moscow": a date or local time, and its zone where one is meant. */
const time: Read = (value): TimeRef => {
  const [local = '', zone] =
    typeof value === 'string'
      ? value.trim().split(' ')
      : isObject(value)
        ? [value['value'] as string, value['zone'] as string | undefined]
        : [];
  const window = isZone(zone) ? windowOfLocal(local, zone) : undefined;
  if (window === undefined) return fail('a time and its zone: 2022-09-13T09:00 Europe/Moscow, or a date: 2022-09-13');
  return {
    value: local,
    ...(zone === undefined ? {} : { zone, zoneBasis: 'stated' as const }),
    ...(zone === undefined && !local.endsWith('Z') ? {} : { earliest: isoOf(window.lo), latest: isoOf(window.hi) }),
  };
};

function isZone(zone: string | undefined): boolean {
  if (zone === undefined) return true;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** "near Goris": a name, with its relation; a key and coordinates come from `known`, by name. */
const place =
  (known: ReadonlyMap<string, PlaceRef>): Read =>
  (value): PlaceRef => {
    if (typeof value === 'string' && value.trim() !== '') {
      const [, relation, name = ''] = /^(near |toward |at )?(.+)$/.exec(value.trim()) ?? [];
      const found = known.get(foldName(name));
      const base = found ?? { name, key: `named:${foldName(name)}` };
      return { ...base, relation: (relation?.trim() ?? 'at') as PlaceRef['relation'] };
    }
    if (isObject(value) && typeof value['name'] === 'string' && typeof value['key'] === 'string')
      return { relation: 'at', ...value } as PlaceRef;
    return fail('a place: Goris, near Goris or toward Goris');
  };

/** ISO date cut to its precision, or a local time. */
const date: Read = (value) =>
  typeof value === 'string' && windowOfLocal(value.trim()) !== undefined
    ? value.trim()
    : fail('a date, as exact as it is known: 2020, 2020-11, 2020-11-09');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Marks slots that hold a list: people may give one value or several, split by semicolons. */
const list =
  (one: Read): Read =>
  (value) =>
    (Array.isArray(value) ? (value as unknown[]) : typeof value === 'string' ? value.split(';') : [value]).map((part) =>
      one(typeof part === 'string' ? part.trim() : part),
    );

const TYPES = ['fire', 'movement', 'build-up', 'air or drone', 'mine', 'obstruction', 'detention', 'other'];
const CLASSES = ['ceasefire', 'peace', 'joint statement', 'treaty', 'protocol', 'resolution', 'accord'];
const STAGES = ['proposed', 'declared', 'agreed', 'in force', 'extended', 'broken off', 'superseded', 'expired'];
const FORMS = ['call', 'video link', 'session', 'emergency', 'summit', 'visit', 'talks', 'conversation', 'meeting'];

const FACTUALITIES = [
  'asserted',
  'alleged',
  'denied',
  'planned',
  'possible',
  'requested',
  'hypothetical',
  'recalled',
] as const satisfies readonly Factuality[];

const SLOTS: Readonly<Record<RecordKind, Readonly<Record<string, Read>>>> = {
  incident: {
    type: word(...TYPES),
    accuser: actor,
    perpetrators: list(actor),
    targets: list(actor),
    weapons: list(text),
    losses: list(text),
    time,
  },
  toll: {
    counter: actor,
    side: actor,
    who: text,
    period: time,
    killed: count,
    wounded: count,
    captured: count,
    missing: count,
    killedOrMissing: count,
  },
  agreement: {
    class: word(...CLASSES),
    name: text,
    stage: word(...STAGES, 'recalled', 'invoked'),
    parties: list(actor),
    mediators: list(actor),
    guarantors: list(actor),
    declaredBy: list(actor),
    signed: date,
    effective: time,
    until: time,
    terms: list(text),
  },
  request: {
    requester: actor,
    addressee: actor,
    what: text,
    instrument: text,
    status: word('decided', 'sent', 'received', 'scheduled', 'granted', 'refused'),
  },
  meeting: {
    form: word(...FORMS),
    status: word('planned', 'tentative', 'held', 'cancelled'),
    body: text,
    participants: list(actor),
    participantNames: list(text),
    place: text,
    start: date,
    end: date,
    time,
    closed: flag,
    requestedBy: actor,
    outcome: text,
  },
  plan: { who: actor, what: text, due: time, promisedBy: actor },
  observation: { monitor: actor, finding: word('none observed', 'observed', 'access denied'), period: time },
  mechanism: { name: text, members: list(actor), adviser: list(actor), mandate: text },
  statement: { speaker: actor, addressees: list(actor), channel: text, time },
  event: { actors: list(actor), recipients: list(actor), time },
};

const PLACED: ReadonlySet<RecordKind> = new Set(['incident', 'toll', 'agreement', 'plan', 'observation', 'event']);

/** The slots of a kind that can be corrected. */
export const correctable = (kind: RecordKind): string[] => [
  ...Object.keys(SLOTS[kind]),
  ...(PLACED.has(kind) ? ['places'] : []),
  'factuality',
];

/**
 * The value as records hold it. `places` are those that are known, by folded name. Throws a RangeError that says what is
 * wanted.
 */
export function correctionValue(
  kind: RecordKind,
  slot: string,
  value: unknown,
  places: ReadonlyMap<string, PlaceRef> = new Map(),
): unknown {
  if (slot === 'factuality') return word(...FACTUALITIES)(value);
  const read = slot === 'places' && PLACED.has(kind) ? list(place(places)) : SLOTS[kind][slot];
  if (read === undefined) return fail(`a slot of ${kind}: ${correctable(kind).join(', ')}`);
  return read(value);
}
