/**
 * Fills `doc.actors` and `doc.entities`: who is named, described or stood in for, with codes. Runs after syntax and
 * times, before places. The order is: read all phrases and names, join persons, judge the rest by context, give bare
 * descriptions a country, then resolve pronouns.
 */
import type { ActorMention } from '../../model/doc.ts';
import type { Span } from '../../model/span.ts';
import type { Step } from '../step.ts';
import { contextOf, type Context } from './context.ts';
import { corefer } from './corefer.ts';
import { newDraft, type Draft, type Run } from './draft.ts';
import { findEntities } from './find-entities.ts';
import { giveHomes } from './give-homes.ts';
import {
  identify,
  identifyJudged,
  readAppositions,
  recallAll,
  recogniseShort,
  spanOfWords,
  type Who,
} from './identify.ts';
import { judgeRuns } from './judge-runs.ts';
import { organisationDrafts } from './organisations.ts';
import { keyOfPerson, nameOfPerson, noPeople, type Person } from './people.ts';
import { readAll } from './read-all.ts';
import { GAP, SHAPE } from './scan.ts';
import { withoutPlaces } from './seats.ts';
import { koreas } from './short-countries.ts';

/** Adds actors and entities to `doc`. */
export const findNames: Step = (doc, lexicons) => {
  const context = contextOf(doc, lexicons);
  const { drafts, runs, references } = readAll(context);
  const people = noPeople();
  const subjects = subjectTokens(context);
  const who = identify(context, drafts, runs, people);
  readAppositions(context, drafts, runs, people, who);
  recogniseShort(runs, people, who);
  judgeRuns(context, lexicons.gazetteer, runs, drafts, people);
  identifyJudged(context, runs, people, who);
  recallAll(context, people);
  const named = [
    ...drafts,
    ...personDrafts(runs, who),
    ...organisationDrafts(context, runs, drafts, subjects),
    ...koreas(context, drafts),
  ].sort((a, b) => a.first - b.first);
  const acting = withoutPlaces(context, named, subjects);
  giveHomes(context, lexicons, acting, who);
  for (const draft of acting) settlePerson(context, draft, who.get(draft));
  const actors = corefer(context, acting, references, subjects);
  const mentions = actors.filter(
    (draft) =>
      draft.country !== '' || draft.sector !== '' || draft.person !== undefined || draft.type === 'organisation',
  );
  return {
    ...doc,
    actors: mentions.map((draft) => mentionOf(context, draft)),
    entities: findEntities(context, named, runs),
  };
};

/** 1 for every token that is the head of a clause's subject. */
function subjectTokens({ doc }: Context): Uint8Array {
  const subjects = new Uint8Array(doc.tokens.length);
  for (const clause of doc.clauses)
    for (const index of clause.subjects) {
      const phrase = doc.phrases[index];
      if (phrase !== undefined) subjects[phrase.head] = 1;
    }
  return subjects;
}

function personDrafts(runs: readonly Run[], who: Who): Draft[] {
  const drafts: Draft[] = [];
  for (const run of runs) {
    const person = who.get(run);
    if (person === undefined || run.name === undefined) continue;
    const known = { first: run.first, last: run.last, country: '', sector: '', name: '', key: '' };
    const draft = newDraft({ ...known, type: 'person', basis: 'learned', person: run.name });
    who.set(draft, person);
    drafts.push(draft);
  }
  return drafts;
}

/** Gives a mention of a person what is known of them; what its own words say goes first. */
function settlePerson(context: Context, draft: Draft, person: Person | undefined): void {
  if (person === undefined) return;
  const own = draft.country !== '' && draft.person !== undefined && draft.headKind !== undefined && !draft.bare;
  if (!own || draft.country === person.country) {
    draft.country = person.country === '' ? draft.country : person.country;
    if (
      !draft.former &&
      (draft.sector === '' || draft.person === undefined || draft.headKind === undefined || draft.bare)
    )
      draft.sector = person.sector === '' ? draft.sector : person.sector;
  }
  draft.name = nameOfPerson(person);
  draft.key = keyOfPerson(person);
  draft.gender ??= person.gender;
  draft.office ??= person.office;
  if (draft.type === 'role') draft.type = 'person';
  if (own) return;
  draft.basis = person.entry !== undefined && person.evidence === undefined ? 'lexicon' : 'learned';
  const here = spanOfWords(context, draft.first, draft.last);
  if (draft.basis === 'learned' && person.evidence !== undefined && person.evidence.start !== here.start)
    draft.evidence = person.evidence;
}

const OPEN = new Set(['[']);

function mentionOf(context: Context, draft: Draft): ActorMention {
  const { start, end } = balanced(context.text, dotted(context, draft.first, draft.last));
  return {
    start,
    end,
    code: codeOf(draft),
    name: draft.name,
    type: draft.type,
    key: draft.key,
    office: draft.type === 'person' ? draft.office : undefined,
    basis: draft.basis,
    evidence: draft.evidence && balanced(context.text, draft.evidence),
  };
}

/** The span with the last stop of "U.S.". */
function dotted(context: Context, first: number, last: number): Span {
  const { start, end } = spanOfWords(context, first, last);
  const isInitial = context.shapes[last] === SHAPE.letter && last > 0 && context.gaps[last - 1] === GAP.stop;
  return { start, end: isInitial && context.text[end] === '.' ? end + 1 : end };
}

const PRIVATE = new Set(['NGO', 'MNC', 'IMG', 'ISM']);

/** Who serves no state is no government: "an Amnesty official" is `NGO`. */
function codeOf({ country, sector }: Draft): string {
  if (sector === '' || (sector === 'GOV' && PRIVATE.has(country))) return country === '' ? 'UNK' : country;
  return `${country === '' ? 'UNK' : country} ${sector}`;
}

/** Takes in an editor's bracket that opens or closes at the edge: "[Russian President] Vladimir". */
function balanced(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const words = text.slice(start, end);
  const opened = words.lastIndexOf('[') > words.lastIndexOf(']');
  const closing = words.indexOf(']');
  const closed = closing >= 0 && (words.indexOf('[') < 0 || words.indexOf('[') > closing);
  return {
    start: closed && OPEN.has(text[start - 1] ?? '') ? start - 1 : start,
    end: opened && text[end] === ']' ? end + 1 : end,
  };
}
