/** Which report replaces or repeats which: updates and corrections of one outlet by their slugs, copies by their words. */
import type { ReportCard, Story } from '../../model/ledger.ts';
import { outletKeyOf } from '../item.ts';
import { containment } from './copies.ts';
import { isRetraction, retractionSlug } from './retractions.ts';

type Chain = Story['chains'][number];

const CORRECTION = /\bCORRECT/i;
const UPDATE = /\b(?:RECAST|UPDATE|ADDS?\b|WRAPUP|REPLACE|LEAD\b|TAKE\b)/i;

/** The chains among reports of one story, given in the order of their publication. */
export function chainsOf(cards: readonly ReportCard[]): Chain[] {
  const chains: Chain[] = [];
  for (const [index, card] of cards.entries()) {
    const earlier = cards.slice(0, index);
    const chain =
      newVersion(card, cards) ??
      replacement(
        card,
        cards.filter((other) => other !== card),
      ) ??
      copy(card, earlier);
    if (chain !== undefined) chains.push(chain);
  }
  return chains;
}

/** A report that was changed at its address replaces the latest of its earlier versions in the story. */
function newVersion(card: ReportCard, cards: readonly ReportCard[]): Chain | undefined {
  const from = card.replaces?.findLast((id) => cards.some((other) => other.id === id));
  if (from === undefined) return undefined;
  return { from, to: card.id, type: 'update', reason: 'the outlet changed its report at the same address' };
}

/** A report with a slug replaces the most alike report of its outlet that is not later than it. */
function replacement(card: ReportCard, others: readonly ReportCard[]): Chain | undefined {
  const slug = retractionSlug(card) ?? card.slugs.find((word) => CORRECTION.test(word) || UPDATE.test(word));
  if (slug === undefined) return undefined;
  const type = isRetraction(slug) ? 'retraction' : CORRECTION.test(slug) ? 'correction' : 'update';
  let from: ReportCard | undefined;
  let alike = 0;
  for (const other of others) {
    if (outletKeyOf(other) !== outletKeyOf(card) || isLater(other, card)) continue;
    const likeness = wordLikeness(card, other);
    if (likeness > alike || (likeness === alike && from !== undefined && isLater(other, from))) {
      from = other;
      alike = likeness;
    }
  }
  if (from === undefined || alike < 0.15) return undefined;
  return {
    from: from.id,
    to: card.id,
    type,
    reason: `its slug says "${slug}", and ${from.id} is the report of that outlet most like it`,
  };
}

const isLater = (a: ReportCard, b: ReportCard): boolean =>
  (a.published.value ?? '') > (b.published.value ?? '') ||
  (a.published.value === b.published.value && a.slugs.length > b.slugs.length);

/** Shared words over the words of both. */
function wordLikeness(a: ReportCard, b: ReportCard): number {
  const x = a.features.terms;
  const y = b.features.terms;
  let shared = 0;
  for (const term of Object.keys(x)) if (y[term] !== undefined) shared++;
  return shared / Math.max(1, Object.keys(x).length + Object.keys(y).length - shared);
}

function copy(card: ReportCard, earlier: readonly ReportCard[]): Chain | undefined {
  if (card.features.shingles.length < 8) return undefined;
  for (const other of earlier) {
    if (other.features.shingles.length < 8) continue;
    const share = containment(card.features.shingles, other.features.shingles);
    if (share >= 0.7)
      return {
        from: other.id,
        to: card.id,
        type: 'copy',
        reason: `${Math.round(share * 100)}% of the shorter report's word runs stand in both`,
      };
  }
  return undefined;
}
