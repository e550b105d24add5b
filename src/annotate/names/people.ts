/**
 * Who is who within one report: joins the names of one person ("Prelic", "Ana Prelic", "[President Ana] Prelic") and
 * keeps what the text and the lexicon teach about them.
 */
import { personAt, roleAt, type PersonEntry } from '../../lexicon/persons.ts';
import type { Span } from '../../model/span.ts';
import { splitCode } from './split-code.ts';
import type { Context } from './context.ts';
import type { PersonName } from './draft.ts';
import { IS, senseOf, type Hit } from './scan.ts';
import { surnameOf } from './person-name.ts';

export interface Person {
  parts: readonly string[];
  written: readonly string[];
  entry: PersonEntry | undefined;
  country: string;
  sector: string;
  office: string | undefined;
  gender: 'm' | 'f' | undefined;
  /** Where the text taught office or country. */
  evidence: Span | undefined;
  former: boolean;
  /** Order in which the text brings them up. */
  readonly order: number;
}

export interface People {
  readonly all: Person[];
  /** Everybody who is called by this part. */
  readonly byPart: Map<string, Person[]>;
}

export const noPeople = (): People => ({ all: [], byPart: new Map() });

/** The part without its particle: "al-bashir" is looked up as "bashir" too. */
const bareOf = (part: string): string => {
  const dash = part.indexOf('-');
  return dash > 0 && dash <= 4 && PARTICLE.test(part) ? part.slice(part.lastIndexOf('-') + 1) : part;
};

const PARTICLE =
  /^(?:al|el|ul|ad|as|ash|az|an|ar|at|bin|ibn|ben|abu|de|del|della|di|da|dos|van|von|der|la|le|du|ter|ten|zu|san)-/;

/** The person that `name` means, one already met when the parts agree, else a new one. */
export function personOf(context: Context, people: People, name: PersonName): Person {
  const entry = entryOf(context, name);
  // A bare surname is the bearer that the report has named in full, before anybody else that the lexicon knows by it.
  const isBare = name.parts.length === 1;
  const met = findPerson(people, name.parts, entry) ?? (isBare ? findPerson(people, name.parts) : undefined);
  const person = met ?? addPerson(people, name);
  if (met !== undefined && name.parts.length > met.parts.length) {
    met.parts = name.parts;
    met.written = name.written;
    file(people, met);
  }
  if (entry !== undefined && person.entry === undefined && (met === undefined || !isBare)) person.entry = entry;
  return person;
}

function addPerson(people: People, name: PersonName): Person {
  const person: Person = {
    parts: name.parts,
    written: name.written,
    entry: undefined,
    country: '',
    sector: '',
    office: undefined,
    gender: undefined,
    evidence: undefined,
    former: false,
    order: people.all.length,
  };
  people.all.push(person);
  file(people, person);
  return person;
}

function file(people: People, person: Person): void {
  for (const part of person.parts) {
    if (part.length < 2) continue;
    for (const key of part === bareOf(part) ? [part] : [part, bareOf(part)]) {
      const list = people.byPart.get(key);
      if (list === undefined) people.byPart.set(key, [person]);
      else if (!list.includes(person)) list.push(person);
    }
  }
}

/** Somebody met already whose name agrees with `parts`. */
export function findPerson(people: People, parts: readonly string[], entry?: PersonEntry): Person | undefined {
  const last = bareOf(surnameOf({ parts }));
  const candidates = people.byPart.get(last) ?? people.byPart.get(bareOf(parts[0]!)) ?? [];
  let best: Person | undefined;
  for (const person of candidates) {
    if (entry !== undefined && person.entry !== undefined && entry !== person.entry) continue;
    if (!agrees(person.parts, parts)) continue;
    if (best === undefined || rank(person, last) > rank(best, last)) best = person;
  }
  return best;
}

/** One who bears the part as a surname before one who bears it as a given name. */
const rank = (person: Person, part: string): number => (bareOf(surnameOf(person)) === part ? 1 : 0);

/** Whether two names can be one person's: all parts of the shorter stand in the longer, initials for names. */
function agrees(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (
    short.length > 1 &&
    bareOf(surnameOf({ parts: long })) !== bareOf(surnameOf({ parts: short })) &&
    !isEastern(long, short)
  )
    return false;
  return short.every((part) => long.some((other) => isSamePart(other, part)));
}

/** "Kim Jong-un" and "Kim": the surname comes first. */
const isEastern = (long: readonly string[], short: readonly string[]): boolean =>
  long[0] === short[0] && long.length > short.length;

const isSamePart = (a: string, b: string): boolean =>
  a === b || bareOf(a) === bareOf(b) || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** The lexicon's person of this name; a bare surname stands for them only without another given name before it. */
function entryOf(context: Context, name: PersonName): PersonEntry | undefined {
  for (let at = name.first; at <= name.last; at++) {
    const hit = context.hits[at];
    if (hit === undefined || (hit.bits & IS.person) === 0) continue;
    const sense = senseOf(hit, 'person')!;
    if (sense.full) return sense.entry;
    if (name.parts.length > 1 && !fits(sense.entry, name)) continue;
    return personAt(bearersOf(hit), context.date);
  }
  return undefined;
}

const bearersOf = ({ senses }: Hit): readonly PersonEntry[] =>
  senses.flatMap((sense) => (sense.kind === 'person' ? [sense.entry] : []));

const fits = (entry: PersonEntry, name: PersonName): boolean =>
  entry.forms.some((form) => agrees(form.toLowerCase().split(/[\s]+/), name.parts));

/** Lays down what the text says of a person; what was said first stays. */
export function teach(
  person: Person,
  country: string,
  sector: string,
  office: string | undefined,
  evidence: Span,
): void {
  if (person.country === '' && country !== '') {
    person.country = country;
    person.evidence ??= evidence;
    if (sector !== '') person.sector = sector;
  }
  if (person.sector === '' && sector !== '') person.sector = sector;
  if (person.office === undefined && office !== undefined) {
    person.office = office;
    person.evidence ??= evidence;
  }
}

/** Fills what the text left open from the lexicon, by the role held on the report's date. */
export function recall(context: Context, person: Person): void {
  if (person.entry === undefined) return;
  const role = roleAt(person.entry, context.date);
  const { country, sector } = splitCode(role.code);
  if (person.country === '') person.country = country;
  if (person.sector === '' && person.country === country) person.sector = sector;
  person.office ??= role.office;
}

/** The canonical name: the lexicon's, else the longest that the text gives. */
export const nameOfPerson = (person: Person): string =>
  person.entry?.name ?? person.written.map((part) => (part.length === 1 ? `${part}.` : part)).join(' ');

export const keyOfPerson = (person: Person): string => person.entry?.id ?? `person:${person.parts.join('-')}`;
