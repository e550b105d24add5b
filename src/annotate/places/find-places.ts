/**
 * Fills `doc.places`: names of places with their coordinates and the relation of the report to them. Runs after names,
 * whose persons, organisations and outlets it asks.
 */
import type { Step } from '../step.ts';
import { gather } from './gather.ts';
import { judge } from './judge.ts';
import { resolveAll } from './resolve.ts';
import { addUnlisted } from './unlisted.ts';
import { viewOf } from './view.ts';
import { writePlaces } from './write.ts';

/** Log odds from which a candidate counts as a place. */
const ENOUGH = -0.2;

/** Adds places to `doc`. */
export const findPlaces: Step = (doc, lexicons) => {
  const view = viewOf(doc);
  const candidates = addUnlisted(view, gather(view, lexicons), lexicons);
  if (candidates.length === 0) return doc;
  const found = judge(view, candidates, lexicons)
    .filter(({ score }) => score > ENOUGH)
    .map(({ mention }) => mention);
  // Placed again without what turned out to be no place.
  resolveAll(found, lexicons.gazetteer);
  return { ...doc, places: writePlaces(view, found, lexicons) };
};
