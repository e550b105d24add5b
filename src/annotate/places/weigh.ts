/** Weighs a candidate by itself: the signs of its own name and of the words beside it. The report as a whole comes later. */
import type { Lexicons } from '../../lexicon/lexicons.ts';
import { KEY, NAMING, ROW, WRITING } from '../../lexicon/gazetteer-pack.ts';
import { CUE } from '../../lexicon/place-cues.ts';
import type { Candidate } from './match.ts';
import type { NameWords } from './name-words.ts';
import { relationOf } from './relation.ts';
import type { Sign } from './signs.ts';
import { CASE, GAP, type View } from './view.ts';

/** What the weighing of one candidate looks things up in. */
export interface Scales {
  readonly view: View;
  readonly lexicons: Lexicons;
  readonly names: NameWords;
  /** Words that candidates end and start at. */
  readonly endsAt: ReadonlySet<number>;
  readonly startsAt: ReadonlySet<number>;
  /** Parts of names of persons in this report. */
  /** Words that the report also writes small. */
  readonly small: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
}

/** Calls `give` for every sign that `candidate` shows. */
export function weigh(scales: Scales, candidate: Candidate, give: (sign: Sign) => void): void {
  give('base');
  if (candidate.links.length > 0) {
    weighName(scales, candidate, give);
    weighWord(scales, candidate, give);
  }
  weighBefore(scales, candidate, give);
  weighAfter(scales, candidate, give);
  weighOwner(scales, candidate, give);
}

function weighName({ lexicons, view }: Scales, { links, first, last }: Candidate, give: (sign: Sign) => void): void {
  const { pack } = lexicons.gazetteer;
  const link = links[0]!;
  const row = pack.linkRow[link]!;
  const bits = pack.linkBits[link]!;
  const feature = pack.tables.features[pack.feature[row]!]!;
  if (feature.startsWith('A.PCL')) give('country');
  else if (feature === 'A.ADM1') give('state');
  else if (feature === 'A.ADM2') give('county');
  else if (!feature.startsWith('P')) give('region');
  else if (feature === 'P.PPLX') give('quarter');
  else giveSize(pack.population[row]!, give);
  const naming = bits & 3;
  if (naming === NAMING.other) give('otherName');
  if (naming === NAMING.variant) give('variant');
  if (bits >> 2 !== WRITING.free) give('written');
  const isKnown = feature.startsWith('P') && (pack.bits[row]! & ROW.known) !== 0;
  if (isKnown) give('known');
  if (last > first) give('manyWords');
  else if (!isKnown && view.words[first]!.norm.length < 4 && bits >> 2 === WRITING.free) give('short');
}

function giveSize(population: number, give: (sign: Sign) => void): void {
  if (population >= 1e6) give('millions');
  else if (population >= 1e5) give('hundredThousands');
  else if (population >= 1e4) give('tenThousands');
  else if (population > 1000) give('thousands');
  else give('hamlet');
}

function weighWord(
  { lexicons, view, small }: Scales,
  { key, first, last, exact }: Candidate,
  give: (sign: Sign) => void,
): void {
  if (first !== last || exact) return;
  const bits = lexicons.gazetteer.pack.keyBits[key]!;
  if ((bits & KEY.common) !== 0) give('common');
  if ((bits & KEY.given) !== 0) give('given');
  if ((bits & KEY.family) !== 0) give('family');
  const { norm } = view.words[first]!;
  if (small.has(norm)) give('lowerHere');
  if (view.cases[first] === CASE.upper) give('capitals');
}

const isCommon = ({ lexicons }: Scales, { key, first, last }: Candidate): boolean =>
  first === last && (lexicons.gazetteer.pack.keyBits[key]! & KEY.common) !== 0;

function weighBefore(scales: Scales, candidate: Candidate, give: (sign: Sign) => void): void {
  const { view, names, lexicons, endsAt } = scales;
  const { first } = candidate;
  const { words, cases, gaps, opens } = view;
  if ((first === 0 || opens[first] === 2) && !isCommon(scales, candidate)) give('opensReport');
  if (first === 0) return;
  if (opens[first] !== 0) {
    give('opensSentence');
    return;
  }
  const before = words[first - 1]!.norm;
  const gap = gaps[first - 1]!;
  const isCapital = cases[first - 1] === CASE.initial || cases[first - 1] === CASE.upper;
  if (gap === GAP.comma || gap === GAP.slash || before === 'and' || before === 'or') {
    if (endsAt.has(gap === GAP.comma || gap === GAP.slash ? first - 1 : first - 2))
      give(gap === GAP.comma ? 'afterPlaceComma' : 'afterPlaceList');
  }
  if (gap === GAP.hyphen && (before === 'd' || before === 'r') && words[first - 1]!.end - words[first - 1]!.start === 1)
    give('afterParty');
  if (gap === GAP.stop && isCapital && names.titles.has(before)) give('afterTitle');
  if (gap === GAP.stop && before.length === 1) give('afterInitial');
  if (gap !== GAP.space) return;
  const cue = lexicons.placeCues.get(before) ?? 0;
  if (isCapital) {
    if (names.titles.has(before)) give('afterTitle');
    else if (names.given.has(before)) give('afterGiven');
    else if ((cue & CUE.direction) !== 0) give('afterDirection');
    else if ((cue & (CUE.locative | CUE.loose)) === 0 && before !== 'the' && opens[first - 1] === 0)
      give('afterCapital');
  }
  if (before === 'of' && first > 1 && cases[first - 2] !== CASE.lower && isOwned(view, first - 2)) give('afterNameOf');
  if (before === 'of' && first > 1 && ((lexicons.placeCues.get(words[first - 2]!.norm) ?? 0) & CUE.kind) !== 0)
    give('afterKindOf');
  else if ((cue & CUE.locative) !== 0) give('afterLocative');
  else if (relationOf(view, lexicons.placeCues, candidate, undefined) !== 'at') give('directed');
  else if ((cue & CUE.loose) !== 0) give('afterLoose');
  else if ((cue & CUE.direction) !== 0 && !isCapital) give('afterDirection');
  else if ((cue & CUE.kind) !== 0) give('afterKind');
  else if (before === 'the') give('afterThe');
  else if (cases[first - 1] === CASE.digit) give('afterNumber');
}

function weighAfter(scales: Scales, { last }: Candidate, give: (sign: Sign) => void): void {
  const { view, startsAt } = scales;
  const { words, cases, gaps } = view;
  const gap = gaps[last]!;
  const next = words[last + 1];
  if (next === undefined) return;
  const { norm } = next;
  if (gap === GAP.comma && startsAt.has(last + 1)) give('beforePlaceList');
  if (gap === GAP.slash && startsAt.has(last + 1)) give('beforePlaceList');
  if (gap === GAP.apostrophe && norm === 's') give('beforePossessive');
  if (gap === GAP.hyphen) give(norm === 'based' || norm === 'area' || norm === 'born' ? 'beforeBased' : 'beforeHyphen');
  if (gap === GAP.other && isDash(view.text, words[last]!.end)) give('beforeDash');
  if (gap === GAP.open && view.cases[last + 1] === CASE.upper && last < 5) give('beforeDash');
  if (gap !== GAP.space) return;
  const cue = scales.lexicons.placeCues.get(norm) ?? 0;
  if (cases[last + 1] === CASE.lower) {
    if (norm === 'and' && startsAt.has(last + 2)) give('beforePlaceList');
    if ((cue & CUE['after-kind']) !== 0) give('beforeKind');
    if ((cue & CUE.saying) !== 0) give('beforeSaying');
    if (norm === 'time') give('beforeTime');
  } else if (cases[last + 1] !== CASE.digit) giveCapital(norm, cue, startsAt.has(last + 1), give);
}

function giveCapital(norm: string, cue: number, isPlace: boolean, give: (sign: Sign) => void): void {
  if (norm.length === 1) give('beforeInitial');
  else if ((cue & CUE.street) !== 0) give('beforeStreet');
  else if ((cue & CUE.outlet) !== 0) give('beforeOutlet');
  else if ((cue & CUE.institution) !== 0) give('beforeInstitution');
  else if ((cue & CUE.club) !== 0) give('beforeClub');
  else if ((cue & CUE.company) !== 0) give('beforeCompany');
  else if (!isPlace) give('beforeCapital');
}

const DASH = /^[ \u00a0]*(?:[-–—]{1,2}|[(][A-Z][\w ]+[)] *[-–—]{1,2})/;
const isDash = (text: string, from: number): boolean => DASH.test(text.slice(from, from + 24));

function weighOwner({ view, persons }: Scales, { first, last }: Candidate, give: (sign: Sign) => void): void {
  const { doc, entityAt, words } = view;
  const index = entityAt[first]!;
  const type = index < 0 ? undefined : doc.entities[index]!.type;
  const goesBack = first > 0 && entityAt[first - 1] === index;
  const goesOn = entityAt[last + 1] === index;
  if (type === 'Person') give(goesBack ? (goesOn ? 'personOpens' : 'personEnds') : goesOn ? 'personOpens' : 'person');
  else if (type === 'Organisation')
    give(goesBack ? 'organisationInside' : goesOn ? 'organisationOpens' : 'organisation');
  else if (type === 'Location') give('location');
  if (type !== 'Person' && first === last && persons.has(words[first]!.norm)) give('personsName');
}

/** Whether a word belongs to a person's or an organisation's name. */
function isOwned({ entityAt, doc }: View, at: number): boolean {
  const index = entityAt[at]!;
  return index >= 0 && doc.entities[index]!.type !== 'Location';
}
