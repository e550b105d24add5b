/**
 * Coded reports for the ledger's bench, made up as they are asked for: conflicts of about a thousand records each, with
 * truces, opposed accusations, copies by several outlets, tolls, requests and meetings in the mix of real wires.
 */
import type { CodedReport, ReportCard } from '../src/model/ledger.ts';
import type { ActorRef, CodedRecord, PlaceRef, Slot, TimeRef, Voice } from '../src/model/record.ts';
import type { Factuality } from '../src/model/vocabulary.ts';

const DAY = 86_400_000;
const START = Date.UTC(2000, 0, 1);
/** Records and days of one conflict. */
const PER_CONFLICT = 1000;
const DAYS = 60;
const PER_REPORT = 10;

/** A random source that is the same on every machine. */
function source(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 4) % below;
  };
}

const letters = (n: number): string =>
  String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 65 + (Math.floor(n / 676) % 26));

interface Conflict {
  readonly number: number;
  readonly sides: readonly [string, string];
  readonly start: number;
  readonly random: (below: number) => number;
}

const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
const spans = [{ start: 0, end: 40 }];
const slot = <T>(value: T): Slot<T> => ({ value, spans });
const actor = (code: string, name: string): ActorRef => ({ code, name });

/** Reports with `records` records in all, in the order of their publication within each conflict. */
export function* coded(records: number): Generator<CodedReport> {
  let made = 0;
  for (let number = 0; made < records; number++) {
    const conflict: Conflict = {
      number,
      sides: [letters(2 * number + 700), letters(2 * number + 701)],
      start: START + (number % 40) * 90 * DAY,
      random: source(number + 1),
    };
    const reports = Math.min(PER_CONFLICT, records - made) / PER_REPORT;
    for (let at = 0; at < reports; at++) yield reportOf(conflict, at, reports);
    made += PER_CONFLICT;
  }
}

function reportOf(conflict: Conflict, at: number, of: number): CodedReport {
  const { number, start, random } = conflict;
  const id = `c${number}-${at}`;
  const published = start + Math.floor((at * DAYS) / of) * DAY;
  const outlet = `outlet-${random(12)}`;
  const day = iso(published).slice(0, 10);
  const terms: Record<string, number> = {};
  for (let i = 0; i < 40; i++) terms[`w${(number * 13 + random(400)) % 5000}`] = 1;
  const card: ReportCard = {
    id,
    hash: id,
    headline: `Report ${at} of conflict ${number}`,
    outlet,
    outletKey: outlet,
    published: { value: day, precision: 'day', basis: [], candidates: [day] },
    slugs: random(12) === 0 ? ['UPDATES'] : [],
    language: 'en',
    features: { terms, names: [...conflict.sides], dates: [], shingles: [] },
  };
  const records = Array.from({ length: PER_REPORT }, (_, index) => recordOf(conflict, id, index, published));
  return { card: { ...card, gists: gistsOf(conflict, records) }, records };
}

/** Words of statements: some are told by several reports. */
function gistsOf({ random }: Conflict, records: readonly CodedRecord[]): Record<string, number[]> {
  const gists: Record<string, number[]> = {};
  for (const { id, kind } of records) {
    const words = random(60);
    if (kind === 'statement') gists[id] = Array.from({ length: 8 }, (_, i) => words * 8 + i);
  }
  return gists;
}

/** Four statements, three incidents, an agreement, and now a toll, then a meeting, request, plan or observation. */
function recordOf(conflict: Conflict, report: string, index: number, published: number): CodedRecord {
  const { random, sides } = conflict;
  const side = random(2);
  const base = {
    id: `${report}-${index}`,
    rule: 'bench',
    spans,
    attribution: [voiceOf(sides[side]!, random(3))] as readonly Voice[],
    factuality: 'alleged' as Factuality,
    factbank: 'CT+' as const,
    places: [] as Slot<PlaceRef>[],
  };
  if (index < 4) return statement(conflict, base, side);
  if (index < 7) return incident(conflict, base, side, published);
  if (index < 8) return agreement(conflict, base);
  if (index < 9) return random(2) === 0 ? toll(conflict, base, side) : plan(conflict, base, side, published);
  return other(conflict, base, side, published);
}

const voiceOf = (country: string, body: number): Voice => ({
  role: 'speaker',
  ...actor(`${country} ${body === 0 ? 'GOV' : 'MIL'}`, `${country} ${body === 0 ? 'government' : 'ministry'}`),
  spans,
});

type Base = Pick<CodedRecord, 'id' | 'rule' | 'spans' | 'attribution' | 'factuality' | 'factbank' | 'places'>;

function statement({ random, sides }: Conflict, base: Base, side: number): CodedRecord {
  return {
    ...base,
    kind: 'statement',
    speaker: slot(actor(`${sides[side]!} GOV`, `${sides[side]!} government`)),
    addressees: [slot(actor(sides[1 - side]!, sides[1 - side]!))],
    act: slot((['urge', 'accuse', 'inform', 'concern'] as const)[random(4)]!),
    direct: false,
    source: spans,
    cue: spans,
    content: spans,
    about: [],
  };
}

const instant = (ms: number, minutes = 1): TimeRef => ({
  value: iso(ms).slice(0, 16),
  zone: 'Etc/UTC',
  zoneBasis: 'stated',
  earliest: iso(ms),
  latest: iso(ms + minutes * 60_000),
});

function incident({ random, sides, number }: Conflict, base: Base, side: number, published: number): CodedRecord {
  const accused = sides[1 - side]!;
  const happening = random(8);
  const place = (number * 7 + happening * 3) % 20_000;
  const time = published - DAY + (happening % 6) * 4 * 3_600_000;
  return {
    ...base,
    kind: 'incident',
    factuality: random(9) === 0 ? 'denied' : 'alleged',
    type: slot((['fire', 'fire', 'air or drone', 'movement'] as const)[happening % 4]!),
    accuser: slot(actor(`${sides[side]!} MIL`, `${sides[side]!} ministry`)),
    perpetrators: [slot(actor(`${accused} MIL`, `forces of ${accused}`))],
    targets: [slot(actor(sides[side]!, sides[side]!))],
    weapons: random(3) === 0 ? [slot('artillery')] : [],
    losses: [],
    places: [slot(placeRef(place))],
    time: slot(random(4) === 0 ? { value: iso(time).slice(0, 10) } : instant(time)),
  };
}

const placeRef = (n: number): PlaceRef => ({
  name: `Place ${n}`,
  key: `p${n}`,
  relation: n % 3 === 0 ? 'near' : 'at',
  lat: ((n * 37) % 1400) / 10 - 70,
  lon: ((n * 91) % 3600) / 10 - 180,
});

function agreement({ random, sides, start }: Conflict, base: Base): CodedRecord {
  const truce = random(4);
  const effective = start + (10 + truce * 15) * DAY + 6 * 3_600_000;
  const isVague = random(3) === 0;
  return {
    ...base,
    kind: 'agreement',
    class: slot(truce === 3 ? 'joint statement' : 'ceasefire'),
    stage: slot(isVague ? 'in force' : 'agreed'),
    parties: sides.map((code) => slot(actor(code, code))),
    mediators: [slot(actor('NOR', 'Norway'))],
    guarantors: [],
    declaredBy: [],
    terms: [],
    restsOn: [],
    ...(truce === 3 ? { signed: slot(isVague ? '1999-11' : '1999-11-09') } : {}),
    ...(truce === 3 || isVague
      ? {}
      : { effective: slot(instant(effective)), effectiveFrom: slot(iso(effective).slice(0, 16)) }),
  };
}

const toll = ({ random, sides }: Conflict, base: Base, side: number): CodedRecord => ({
  ...base,
  kind: 'toll',
  counter: slot(actor(`${sides[side]!} MIL`, `${sides[side]!} ministry`)),
  side: slot(actor(sides[side]!, sides[side]!)),
  killed: slot({ best: 10 + random(90) }),
});

const plan = ({ random, sides }: Conflict, base: Base, side: number, published: number): CodedRecord => ({
  ...base,
  kind: 'plan',
  factuality: 'planned',
  who: slot(actor(`${sides[side]!} GOV`, sides[side]!)),
  what: slot(['publish the findings', 'send a mission to the border', 'release prisoners of war'][random(3)]!),
  due: slot(instant(published + random(10) * DAY, 1440)),
});

function other({ random, sides }: Conflict, base: Base, side: number, published: number): CodedRecord {
  const me = actor(`${sides[side]!} GOV`, `${sides[side]!} government`);
  const kind = random(4);
  if (kind === 0)
    return {
      ...base,
      kind: 'request',
      requester: slot(me),
      addressee: slot(actor('IGO', 'Pact')),
      status: slot('decided'),
    };
  if (kind === 1)
    return {
      ...base,
      kind: 'observation',
      monitor: slot(me),
      finding: slot('none observed'),
      period: slot(instant(published - DAY, 1440)),
    };
  if (kind === 2)
    return {
      ...base,
      kind: 'event',
      actors: [slot(me)],
      recipients: [slot(actor(sides[1 - side]!, 'them'))],
      time: slot(instant(published)),
    };
  return {
    ...base,
    kind: 'meeting',
    form: slot('talks'),
    status: slot(random(2) === 0 ? 'planned' : 'held'),
    participants: sides.map((code) => slot(actor(`${code} GOV`, code))),
    participantNames: [],
    start: slot(iso(published + random(3) * DAY).slice(0, 10)),
  };
}
