/** The timeline of a truce, or of the latest incidents: marks to a bound, days that count them all. */
import type { Truce } from '../../model/ledger.ts';
import type { EntryLine } from '../../model/lines.ts';
import type { LedgerView } from '../desk-source.ts';
import type { MapPoint, Timeline, TimelineMark } from './types.ts';

const MARKS = 2000;
/** Days of coverage that one timeline brings. */
const COVERAGE = 4000;

type Relation = NonNullable<TimelineMark['relation']>;

export async function timelineOfTruce({ projection }: LedgerView, truce: Truce): Promise<Timeline> {
  const relations = new Map<string, Relation>([
    ...truce.uncertain.map((id) => [id, 'uncertain'] as const),
    ...truce.before.map((id) => [id, 'before'] as const),
    ...truce.breaches.map((id) => [id, 'during'] as const),
  ]);
  const incidents = await projection.lines([...relations.keys()]);
  const about = await projection.entries({
    terms: [['truce', truce.id]],
    kind: 'statement',
    sort: '-time',
    limit: 200,
  });
  const meetings = await meetingsOf({ projection }, truce);
  const lines = ofStanding([...incidents, ...about.rows, ...meetings]);
  return {
    ...boundsOf([
      ...lines.flatMap(({ earliest }) => earliest ?? []),
      ...(truce.effectiveFrom === undefined ? [] : [truce.effectiveFrom]),
    ]),
    bands: await bandsOf({ projection }, truce),
    ...marksOf(lines, relations),
    days: daysOf(incidents),
    coverage: await projection.coverage({ sides: truce.parties, limit: COVERAGE }),
  };
}

/** What agencies took back is in no picture. */
const ofStanding = (lines: readonly EntryLine[]): EntryLine[] => lines.filter(({ withdrawn }) => withdrawn !== true);

/** Meetings of its parties in its time. */
async function meetingsOf({ projection }: Pick<LedgerView, 'projection'>, truce: Truce): Promise<readonly EntryLine[]> {
  const [first] = truce.parties;
  if (first === undefined) return [];
  const { rows } = await projection.entries({
    terms: [['party', first]],
    kind: 'meeting',
    sort: '-time',
    limit: 200,
    ...(truce.effectiveUntil !== undefined && { to: truce.effectiveUntil }),
  });
  return rows;
}

/** It and its neighbours as stretches of time. */
async function bandsOf({ projection }: Pick<LedgerView, 'projection'>, truce: Truce): Promise<Timeline['bands']> {
  const ids = [truce.supersedes, truce.id, truce.supersededBy].filter((id) => id !== undefined);
  const found = await Promise.all(ids.map((id) => projection.truce(id)));
  return found.flatMap((one) => (one === undefined ? [] : [bandOf(one.truce)]));
}

const bandOf = ({
  id,
  title,
  status,
  effectiveFrom,
  effectiveUntil,
}: Pick<Truce, 'id' | 'title' | 'status' | 'effectiveFrom' | 'effectiveUntil'>): Timeline['bands'][number] => ({
  id,
  title,
  status,
  ...(effectiveFrom !== undefined && { from: effectiveFrom }),
  ...(effectiveUntil !== undefined && { until: effectiveUntil }),
});

/** The latest incidents and all truces that have a time: the strip of the overview. */
export async function latestTimeline({ projection }: Pick<LedgerView, 'projection'>): Promise<Timeline> {
  const { rows, next } = await projection.entries({ kind: 'incident', sort: '-time', limit: 500 });
  const dated = ofStanding(rows).filter(({ earliest }) => earliest !== undefined);
  const bounds = boundsOf(dated.flatMap(({ earliest }) => earliest ?? []));
  const truces = await projection.truces({ limit: 50 });
  return {
    ...bounds,
    bands: truces.rows.map(bandOf),
    ...marksOf(dated, new Map()),
    isCut: next !== undefined,
    days: daysOf(dated),
    coverage: await projection.coverage({ ...(bounds.from !== undefined && { from: bounds.from }), limit: COVERAGE }),
  };
}

function boundsOf(instants: readonly string[]): { from?: string; until?: string } {
  const sorted = instants.toSorted();
  return sorted.length === 0 ? {} : { from: sorted[0]!, until: sorted.at(-1)! };
}

function marksOf(
  lines: readonly EntryLine[],
  relations: ReadonlyMap<string, Relation>,
): Pick<Timeline, 'marks' | 'isCut'> {
  const dated = lines.filter(({ earliest }) => earliest !== undefined);
  dated.sort((a, b) => (a.earliest! < b.earliest! ? -1 : a.earliest! > b.earliest! ? 1 : a.id < b.id ? -1 : 1));
  return {
    marks: dated.slice(-MARKS).map((line) => markOf(line, relations.get(line.id))),
    isCut: dated.length > MARKS,
  };
}

const markOf = (line: EntryLine, relation: Relation | undefined): TimelineMark => ({
  id: line.id,
  kind: line.kind,
  title: line.title,
  from: line.earliest!,
  ...(line.latest !== undefined && { until: line.latest }),
  accusers: line.accusers.map(({ key }) => key),
  accused: line.accused.map(({ key }) => key),
  standing: line.standing,
  ...(relation !== undefined && { relation }),
});

/** Incidents a day by who accuses whom; one of two accusers counts for each. */
function daysOf(incidents: readonly EntryLine[]): Timeline['days'] {
  const counts = new Map<string, number>();
  for (const { earliest, accusers, accused, standing } of incidents) {
    if (earliest === undefined) continue;
    for (const accuser of accusers)
      for (const other of accused.length === 0 ? ['unknown'] : accused.map(({ key }) => key)) {
        const row = [earliest.slice(0, 10), accuser.key, other, standing].join('\t');
        counts.set(row, (counts.get(row) ?? 0) + 1);
      }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([row, incidents_]) => {
      const [day, accuser, accused, standing] = row.split('\t');
      return {
        day: day!,
        accuser: accuser!,
        accused: accused!,
        standing: standing as TimelineMark['standing'],
        incidents: incidents_,
      };
    });
}

/** Places of entries as points. */
export const pointsOf = (lines: readonly EntryLine[]): MapPoint[] =>
  ofStanding(lines).flatMap(({ id, title, accusers, standing, earliest, places }) =>
    places
      .filter(({ lat }) => lat !== undefined)
      .map((place) => ({
        ...place,
        entry: id,
        title,
        accusers: accusers.map(({ key }) => key),
        standing,
        ...(earliest !== undefined && { earliest }),
      })),
  );
