/**
 * Which reports an agency took back. A notice ("RETRACTS", "MANDATORY KILL") takes back the report of its outlet that it
 * is most like, with earlier takes and copies of the same text; what came out after the notice may be the mended text.
 */
import type { ReportCard } from '../../model/ledger.ts';
import { outletKeyOf, publicationOf } from '../item.ts';
import { byText } from '../keys.ts';
import { DAY } from '../time.ts';
import { type Copies, groupOf } from './copies.ts';

/** Why a report no longer counts: the notice, and what it says. */
export interface Withdrawal {
  readonly by: string;
  readonly reason: string;
}

interface Notice {
  readonly card: ReportCard;
  readonly slug: string;
  /** What it takes back, while that is known. */
  target: Candidate | undefined;
  isSettled: boolean;
}

interface Candidate {
  readonly card: ReportCard;
  readonly likeness: number;
}

interface Outlet {
  readonly cards: Map<string, ReportCard>;
  readonly notices: Map<string, Notice>;
}

export interface Retractions {
  readonly outlets: Map<string, Outlet>;
  /** By report: what takes it back, as of the last settling. */
  readonly withdrawn: Map<string, Withdrawal>;
  notices: number;
  isStale: boolean;
}

export const createRetractions = (): Retractions => ({
  outlets: new Map(),
  withdrawn: new Map(),
  notices: 0,
  isStale: false,
});

/** "RETRACTS", "(Withdraws earlier story)", "ATTENTION - KILLS previous item ///". */
const TAKES_BACK =
  /^\W*(?:attention\W+)?(?:eds?\W+)?(?:(?:mandatory|editorial)\s+)?(?:retract(?:s|ed|ion)?|withdraw(?:s|n|al)?|kill(?:s|ed)?)\b(?!-)(.*)$/is;
/** "Withdraws extraneous word in headline": the report itself stands. */
const A_PART =
  /\b(?:para|paragraphs?|gra(?:f|ph)s?|words?|sentences?|lines?|quotes?|figures?|references?|photos?|headlines?|bylines?)\b/i;

/** Whether a slug says that an earlier report is taken back as a whole. */
export function isRetraction(slug: string): boolean {
  const match = TAKES_BACK.exec(slug);
  return match !== null && !A_PART.test(match[1]!);
}

/** "RETRACTED: Town shelled": a label that came with the headline alone. */
const LABEL = /^\W*([\p{L} ]{4,20})\s*[:\])]/u;

/** The slug or label by which a report takes another one back; undefined for all other reports. */
export function retractionSlug({ slugs, headline }: ReportCard): string | undefined {
  const slug = slugs.find(isRetraction);
  if (slug !== undefined) return slug;
  const label = LABEL.exec(headline)?.[1];
  return label !== undefined && isRetraction(label) ? label : undefined;
}

/** Takes a report in. */
export function addRetractionCard(retractions: Retractions, card: ReportCard): void {
  const key = outletKeyOf(card);
  let outlet = retractions.outlets.get(key);
  if (outlet === undefined) retractions.outlets.set(key, (outlet = { cards: new Map(), notices: new Map() }));
  const slug = retractionSlug(card);
  if (slug === undefined) outlet.cards.set(card.id, card);
  else {
    outlet.notices.set(card.id, { card, slug, target: undefined, isSettled: false });
    retractions.notices++;
  }
  if (retractions.notices === 0) return;
  retractions.isStale = true;
  for (const notice of outlet.notices.values()) if (notice.isSettled) notice.target = better(notice, card);
}

/** Takes a report out again. */
export function dropRetractionCard(retractions: Retractions, card: ReportCard): void {
  const key = outletKeyOf(card);
  const outlet = retractions.outlets.get(key);
  if (outlet === undefined) return;
  outlet.cards.delete(card.id);
  retractions.isStale ||= retractions.notices > 0;
  if (outlet.notices.delete(card.id)) retractions.notices--;
  for (const notice of outlet.notices.values()) if (notice.target?.card.id === card.id) notice.isSettled = false;
  if (outlet.cards.size + outlet.notices.size === 0) retractions.outlets.delete(key);
}

/** Brings `withdrawn` up to date; gives the reports of which the standing changed. */
export function settleRetractions(retractions: Retractions, copies: Copies): string[] {
  if (!retractions.isStale) return [];
  retractions.isStale = false;
  const before = new Map(retractions.withdrawn);
  retractions.withdrawn.clear();
  const notices = [...retractions.outlets.values()].flatMap((outlet) =>
    [...outlet.notices.values()].map((notice) => ({ notice, outlet })),
  );
  notices.sort((a, b) => byText(a.notice.card.id, b.notice.card.id));
  for (const { notice, outlet } of notices) takeBack(retractions, settled(notice, outlet), copies);
  const all = new Set([...before.keys(), ...retractions.withdrawn.keys()]);
  return [...all].filter((id) => {
    const [a, b] = [before.get(id), retractions.withdrawn.get(id)];
    return a?.by !== b?.by || a?.reason !== b?.reason;
  });
}

function settled(notice: Notice, { cards }: Outlet): Notice {
  if (notice.isSettled) return notice;
  notice.target = undefined;
  for (const card of cards.values()) notice.target = better(notice, card);
  notice.isSettled = true;
  return notice;
}

/** The report that is taken back, with earlier versions and copies of its text up to the notice. */
function takeBack({ withdrawn, outlets }: Retractions, { card, slug, target }: Notice, copies: Copies): void {
  if (target === undefined) return;
  const name = card.outlet ?? 'the outlet';
  const said = slug.trim();
  withdrawn.set(target.card.id, { by: card.id, reason: `${name} took it back: “${said}”` });
  const { cards } = outlets.get(outletKeyOf(card))!;
  for (const id of target.card.replaces ?? [])
    if (cards.has(id) && !withdrawn.has(id))
      withdrawn.set(id, { by: card.id, reason: `an earlier version of what ${name} took back: “${said}”` });
  for (const id of groupOf(copies, target.card.id))
    if (!withdrawn.has(id) && id !== card.id && (copies.cards.get(id)?.published ?? '') <= (card.published.value ?? ''))
      withdrawn.set(id, { by: card.id, reason: `a copy of what ${name} took back: “${said}”` });
}

/** How far back a notice reaches. */
const DAYS = 14;
/** Share of the shorter report's words that must stand in both, and how many at least. */
const ALIKE = 0.3;
const WORDS = 3;

/** What a notice takes back when this report is there as well: the most alike, of equals the latest. */
function better(notice: Notice, card: ReportCard): Candidate | undefined {
  const { target } = notice;
  if (retractionSlug(card) !== undefined || !isBefore(card, notice.card)) return target;
  const likeness = likenessOf(card, notice.card);
  if (likeness < ALIKE || likeness < (target?.likeness ?? 0)) return target;
  const found = { card, likeness };
  if (target === undefined || likeness > target.likeness) return found;
  const order =
    byText(card.published.value ?? '', target.card.published.value ?? '') || byText(target.card.id, card.id);
  return order > 0 ? found : target;
}

/** Not later than the notice, and not long before it. Of an undated report nobody can tell. */
function isBefore(card: ReportCard, notice: ReportCard): boolean {
  const [told, taken] = [publicationOf(card), publicationOf(notice)];
  if (told === undefined || taken === undefined) return told === taken;
  return told.lo < taken.hi && told.lo >= taken.lo - DAYS * DAY;
}

function likenessOf(a: ReportCard, b: ReportCard): number {
  const [x, y] = [wordsIn(a), wordsIn(b)];
  const shared = x.intersection(y).size;
  return shared < WORDS ? 0 : shared / Math.min(x.size, y.size);
}

/** Content words of text and headline: a notice often has little more than the headline of what it takes back. */
const wordsIn = ({ features, headline }: ReportCard): Set<string> =>
  new Set([...Object.keys(features.terms), ...(headline.toLowerCase().match(/\p{L}{4,}/gu) ?? [])]);
