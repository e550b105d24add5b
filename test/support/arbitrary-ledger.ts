/** Random but plausible reports and decisions for property tests: few sides, places and days, so that much fuses. */
import fc from 'fast-check';
import type { Decision } from '../../src/model/decision.ts';
import type { CodedReport } from '../../src/model/ledger.ts';
import type { CodedRecord } from '../../src/model/record.ts';
import {
  type Draft,
  agreement,
  event,
  incident,
  meeting,
  mechanism,
  observation,
  plan,
  report,
  request,
  statement,
  toll,
} from './ledger.ts';

const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });
const two = (n: number): string => String(n).padStart(2, '0');

const side = pick('KIR', 'TUV', 'FJI');
const body = pick(
  'KIR MIL: Ministry',
  'KIR GOV: Premier',
  'TUV MIL: Ministry',
  'FJI GOV: Palace',
  'IGO: Mission',
  'UNK: gunmen',
);
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2019-05-${two(n)}`);
const clock = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }), pick('Etc/UTC', 'Asia/Tbilisi', 'Europe/Moscow'))
  .map(([date, hour, zone]) => `${date}T${two(hour)}:00 ${zone}`);
const when = fc.oneof(day, clock);
const places = fc.uniqueArray(pick('Alba@10.0,20.0', 'Albay@10.05,20.0', 'toward Brea', 'near Cori', 'Zod=cori'), {
  maxLength: 2,
});
const parties = fc.uniqueArray(side, { maxLength: 3 });
const factuality = pick('alleged', 'asserted', 'denied', 'recalled', 'planned', 'requested') as fc.Arbitrary<'alleged'>;

/** Leaves out what was not drawn, so that a draft gets only what is there. */
function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

const common = { says: some(body), time: some(when), places, factuality: some(factuality) };

const drafts: fc.Arbitrary<Draft>[] = [
  fc
    .record({
      ...common,
      type: pick('fire', 'movement', 'other'),
      by: parties,
      on: parties,
      weapons: fc.subarray(['artillery', 'rifles']),
    })
    .map((o) => incident(given(o) as Parameters<typeof incident>[0])),
  fc
    .record({
      says: some(body),
      factuality: some(factuality),
      class: pick('ceasefire', 'ceasefire', 'joint statement', 'treaty'),
      stage: some(pick('agreed', 'in force', 'extended', 'broken off', 'recalled', 'proposed')),
      parties,
      signed: some(pick('2018', '2018-03', '2018-03-09', '2018-03-10', '2018-04-20')),
      effective: some(clock),
      until: some(clock),
      name: some(pick('Treaty of Help and Trade', 'Reef Accord')),
    })
    .map((o) => agreement(given(o) as Parameters<typeof agreement>[0])),
  fc
    .record({ says: some(body), side: some(side), killed: fc.integer({ min: 1, max: 5 }), period: some(day) })
    .map((o) => toll(given(o))),
  fc
    .record({
      by: some(side),
      to: some(pick('NOR', 'IGO: Pact', 'IGO: Pact Council')),
      status: some(pick('decided', 'received')),
      says: some(body),
    })
    .map((o) => request(given(o) as Parameters<typeof request>[0])),
  fc
    .record({
      form: pick('session', 'summit', 'talks', 'call'),
      status: pick('planned', 'held', 'cancelled'),
      body: some(pick('Council', 'Forum')),
      who: parties,
      start: some(day),
      place: some(pick('Alofi', 'Suva')),
    })
    .map((o) => meeting(given(o) as Parameters<typeof meeting>[0])),
  fc
    .record({
      who: some(side),
      what: pick('publish a report', 'send a mission', 'hold talks in Alofi'),
      due: some(day),
    })
    .map((o) => plan(given(o))),
  fc
    .record({ says: some(body), finding: pick('none observed', 'observed'), period: some(day), places })
    .map((o) => observation(given(o) as Parameters<typeof observation>[0])),
  fc.record({ name: pick('commission', 'mission'), members: parties }).map((o) => mechanism(o)),
  fc
    .record({
      says: some(body),
      act: pick('urge', 'confirm', 'deny'),
      to: parties,
      gist: some(fc.constantFrom([1, 2, 3, 4], [1, 2, 3, 5])),
    })
    .map((o) => statement(given(o) as Parameters<typeof statement>[0])),
  fc.record({ by: parties, to: parties, time: some(when) }).map((o) => event(given(o))),
  pick<'session' | 'talks' | 'call'>('session', 'talks', 'call').map((form) => meeting({ form, status: 'planned' })),
];

/** Points a statement at the other records of its report, as the coder does. */
function pointed({ card, records }: CodedReport): CodedReport {
  const ids = records.filter(({ kind }) => kind === 'incident' || kind === 'agreement').map(({ id }) => id);
  return {
    card,
    records: records.map((record) => (record.kind === 'statement' ? { ...record, about: ids } : record)),
  };
}

const oneReport = fc.record({
  published: fc.oneof({ weight: 9, arbitrary: day }, { weight: 1, arbitrary: fc.constant('') }),
  drafts: fc.array(fc.oneof(...drafts), { maxLength: 4 }),
  outlet: pick('One', 'Two', 'State Agency'),
  slugs: pick([], [], ['CORRECTS'], ['RETRACTS']),
  words: fc.array(pick('truce', 'fire', 'council', 'reef', 'night'), { minLength: 1, maxLength: 5 }),
  copied: fc.boolean(),
  headlineFirst: fc.boolean(),
});

const SHINGLES = Array.from({ length: 20 }, (_, index) => index * 31);

/** Up to `max` reports with ids of their own. */
export const someReports = (max: number): fc.Arbitrary<CodedReport[]> =>
  fc.array(oneReport, { minLength: 1, maxLength: max }).map((all) =>
    all.map(({ published, drafts: made, outlet, slugs, words, copied, headlineFirst }, index) =>
      pointed(
        report(`r${two(index)}`, published, made, {
          outlet,
          slugs,
          headlineFirst,
          words: words.join(' '),
          ...(outlet === 'State Agency' ? { affiliation: 'KIR GOV' } : {}),
          ...(copied ? { shingles: SHINGLES } : {}),
        }),
      ),
    ),
  );

const anchorOf = (reportId: string, record: CodedRecord) => ({
  report: reportId,
  kind: record.kind,
  spans: record.spans,
});

/** Decisions about the records of these reports; some are undone, some have lost their evidence. */
export function someDecisions(reports: readonly CodedReport[]): fc.Arbitrary<Decision[]> {
  const targets = reports.flatMap(({ card, records }) => records.map((record) => ({ report: card.id, record })));
  const lost = { report: 'gone', kind: 'incident', spans: [{ start: 0, end: 5 }] } as const;
  const target = targets.length === 0 ? fc.constant(undefined) : fc.constantFrom(...targets);
  const types = fc.constantFrom<Exclude<Decision['type'], 'assign' | 'record'> | 'lost'>(
    'confirm',
    'reject',
    'merge',
    'split',
    'grade',
    'undo',
    'correct',
    'side',
    'lost',
  );
  return fc.array(fc.tuple(types, target, target), { maxLength: 6 }).map((drawn) =>
    drawn.flatMap(([type, a, b], index): Decision[] => {
      const base = { id: `d${index}`, at: `2019-06-0${index + 1}T00:00:00Z`, by: 'desk', why: 'seen' };
      if (type === 'undo') return index === 0 ? [] : [{ ...base, type, decision: `d${index - 1}` }];
      if (type === 'side') return [{ ...base, type, code: 'FJI', side: 'TUV', situation: 'reef' }];
      if (type === 'lost' || a === undefined || b === undefined) return [{ ...base, type: 'confirm', target: lost }];
      const one = anchorOf(a.report, a.record);
      if (type === 'grade') return [{ ...base, type, target: one, grade: 'B2' }];
      if (type === 'correct')
        return a.record.kind === 'toll' ? [{ ...base, type, target: one, slot: 'killed', value: { best: 9 } }] : [];
      if (type === 'note') return [{ ...base, type, target: one, text: 'seen' }];
      if (type === 'confirm' || type === 'reject') return [{ ...base, type, target: one }];
      const other = targets.find((t) => t !== a && t.record.kind === a.record.kind) ?? b;
      return [{ ...base, type, target: one, other: anchorOf(other.report, other.record) }];
    }),
  );
}
