/** Makes the line of an entry: what lists show of it, without opening it. A function of the entry and of names. */
import { isWithdrawn, type Entry, type LedgerSlot, type Reading } from '../../model/ledger.ts';
import type { EntryLine, PlacePoint, Standing } from '../../model/lines.ts';
import type { Namer } from './namer.ts';
import { weigh } from './weigh.ts';

export interface LineContext {
  readonly namer: Namer;
  readonly placeOf: (key: string) => { readonly lat: number; readonly lon: number } | undefined;
  /** Who is to look at an entry. */
  readonly assignedTo: (entry: Entry) => string | undefined;
}

/** Most places and voices that a line names. */
const MOST = 12;

const BEARS: ReadonlySet<string> = new Set(['bears on', 'not against', 'about']);

/** `lineOf(entry, context).accusers` */
export function lineOf(entry: Entry, context: LineContext): EntryLine {
  const { corroboration, records, reports } = entry;
  const accused = accusedOf(entry, context.namer);
  const assigned = context.assignedTo(entry);
  const line = {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    ...(entry.earliest !== undefined && { earliest: entry.earliest }),
    ...(entry.latest !== undefined && { latest: entry.latest }),
    ...(entry.firstReported !== undefined && { firstReported: entry.firstReported }),
    ...(entry.lastReported !== undefined && { lastReported: entry.lastReported }),
    factuality: entry.factuality,
    step: corroboration.step,
    standing: standingOf(entry, accused),
    ...(corroboration.grade !== undefined && { grade: corroboration.grade }),
    accusers: accusersOf(entry, accused, context.namer).map(context.namer.named),
    accused: accused.map(context.namer.named),
    deniedBy: unique(corroboration.deniedBy.map(({ side }) => side)).map(context.namer.named),
    facts: factsOf(entry),
    places: placesOf(entry, context),
    truces: unique(entry.links.flatMap(({ type, entry: id }) => (BEARS.has(type) ? [id] : []))),
    ...(entry.story !== undefined && { story: entry.story }),
    review: entry.review,
    ...(assigned !== undefined && { assigned }),
    ...(isWithdrawn(entry) && { withdrawn: true as const }),
    origins: corroboration.origins.length,
    records: records.length,
    reports: reports.length,
    differences: entry.differences.length,
    record: records[0]!,
    report: reports[0]!,
  };
  return { ...line, ...weigh(entry, line) };
}

export const slotOf = (entry: Entry, name: string): readonly Reading[] =>
  standingIn(entry.slots.find((slot) => slot.name === name)?.readings ?? []);

const standingIn = (readings: readonly Reading[]): readonly Reading[] =>
  readings.filter(({ withdrawn }) => withdrawn !== true);

export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Sides of the actors that a slot names. */
export const sidesIn = (entry: Entry, slot: string, namer: Namer): string[] =>
  unique(slotOf(entry, slot).flatMap(({ value }) => (typeof value === 'string' ? [namer.sideOf(value)] : [])));

function accusedOf(entry: Entry, namer: Namer): string[] {
  if (entry.kind === 'incident') return sidesIn(entry, 'perpetrators', namer);
  return entry.kind === 'statement' ? sidesIn(entry, 'addressees', namer) : [];
}

/** The parties that say so; where none does, whoever tells of it. What a side tells of its own acts accuses nobody. */
function accusersOf(entry: Entry, accused: readonly string[], namer: Namer): string[] {
  if (entry.kind === 'statement') return sidesIn(entry, 'speaker', namer);
  const parties = sidesIn(entry, 'accuser', namer).filter((side) => !accused.includes(side));
  if (parties.length > 0) return parties;
  const told = entry.corroboration.origins.map(({ side }) => placed(side));
  return unique(entry.kind === 'incident' ? told.filter((side) => !accused.includes(side)) : told);
}

/** A voice whose side nobody tells is nobody's voice; outlets that tell of it themselves count as one. */
function placed(side: string): string {
  if (side.startsWith('UNK') || side.startsWith('name:')) return 'unknown';
  return side.startsWith('outlet:') ? 'outlets' : side;
}

function standingOf({ corroboration: { reached, deniedBy } }: Entry, accused: readonly string[]): Standing {
  const steps = reached.map(({ step }) => step);
  if (steps.includes('third party confirms') || steps.includes('verified')) return 'confirmed';
  if (steps.includes('other party admits')) return 'admitted';
  return deniedBy.some(({ side }) => accused.includes(side)) ? 'denied' : 'alone';
}

/** The first reading of each slot in words; several for slots that hold several values beside each other. */
const factsOf = (entry: Entry): Record<string, string> =>
  Object.fromEntries(
    entry.slots.flatMap(({ name, readings }) => {
      const standing = standingIn(readings);
      return standing.length === 0 ? [] : [[name, wordsOf({ name, readings: standing })]];
    }),
  );

const MANY: ReadonlySet<string> = new Set([
  'accuser',
  'perpetrators',
  'targets',
  'weapons',
  'losses',
  'places',
  'parties',
  'declaredBy',
  'mediators',
  'guarantors',
  'terms',
  'participants',
  'participantNames',
  'addressees',
  'members',
  'actors',
  'recipients',
]);

const wordsOf = ({ name, readings }: LedgerSlot): string =>
  MANY.has(name)
    ? unique(readings.map(({ label }) => label))
        .slice(0, 4)
        .join(', ')
    : readings[0]!.label;

/** A place once, by its nearest relation; coordinates from the places that records name. */
function placesOf(entry: Entry, { placeOf }: LineContext): PlacePoint[] {
  const found = new Map<string, PlacePoint>();
  for (const { value, label } of slotOf(entry, 'places')) {
    if (typeof value !== 'string' || found.size >= MOST) continue;
    const [, relation, name] = /^(?:(near|toward) )?(.*)$/s.exec(label)!;
    const known = found.get(value);
    if (known !== undefined && (known.relation === 'at' || relation !== undefined)) continue;
    const at = placeOf(value);
    found.set(value, {
      key: value,
      name: name!,
      relation: (relation as PlacePoint['relation'] | undefined) ?? 'at',
      ...(at !== undefined && { lat: at.lat, lon: at.lon }),
    });
  }
  return [...found.values()];
}
