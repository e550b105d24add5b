/** What comes of what was announced, and how numbers grow: scenarios with the expected ledger written out. */
import { describe, expect, test } from 'vitest';
import { foldLedger } from '../../src/ledger/ledger.ts';
import { meeting, plan, report, request, toll } from '../support/ledger.ts';
import { agendaOf, differencesOf, entriesOf } from '../support/sketch.ts';

const names = { KIR: 'Kiribati', TUV: 'Tuvalu' };
const KIR = 'KIR GOV: Prime Minister';

describe('growing tolls with a correction downwards', () => {
  const count = (id: string, at: string, killed: number, says = KIR, slugs: string[] = []) =>
    report(id, at, [toll({ says, side: 'KIR: Kiribati', killed })], { slugs });
  const ledger = foldLedger({
    names,
    reports: [
      count('a', '2019-05-02', 49),
      count('b', '2019-05-03', 105),
      count('c', '2019-05-04', 98),
      count('d', '2019-05-04', 130, 'NGO: Lagoon Aid'),
    ],
  });

  test('are one series, the last word of the counter first', () => {
    expect(entriesOf(ledger, 'toll')).toEqual(['Losses of Kiribati: 98 killed | third party confirms | a b c d']);
    const killed = ledger.entries[0]!.slots.find((slot) => slot.name === 'killed')!;
    expect(killed.readings.map((reading) => reading.label)).toEqual(['98', '130', '105', '49']);
  });

  test('tell what one voice took back from what two voices dispute', () => {
    expect(differencesOf(ledger.entries[0])).toEqual([
      'killed contradiction: 98 / 130',
      'killed update: 98 / 105 / 49',
    ]);
  });
});

test('two counts of one day by two voices are a contradiction, not an update', () => {
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-04', [toll({ says: 'TUV MIL: Ministry', side: 'TUV: Tuvalu', killed: 50 })]),
      report('b', '2019-05-04', [toll({ says: 'TUV MED: Reef News', side: 'TUV: Tuvalu', killed: 71 })]),
    ],
  });
  expect(differencesOf(ledger.entries[0])).toEqual(['killed contradiction: 50 / 71']);
});

describe('a meeting moved and then cancelled', () => {
  const council = { body: 'Lagoon Council', form: 'session' } as const;
  const reports = [
    report('a', '2019-05-01', [meeting({ ...council, start: '2019-05-06' })]),
    report('b', '2019-05-03', [meeting({ ...council, start: '2019-05-09' })]),
    report('c', '2019-05-07', [meeting({ ...council, start: '2019-05-09', status: 'cancelled' })]),
  ];
  const asOf = (day: string) => agendaOf(foldLedger({ names, reports }, { asOf: day }));

  test('is due, then moved and due anew, then cancelled', () => {
    expect(asOf('2019-05-02')).toEqual(['Session of Lagoon Council: due']);
    expect(asOf('2019-05-04')).toEqual(['Session of Lagoon Council: moved', 'Session of Lagoon Council: due']);
    expect(asOf('2019-05-08')).toEqual(['Session of Lagoon Council: moved', 'Session of Lagoon Council: cancelled']);
  });
});

describe('a meeting that was announced', () => {
  const summit = { form: 'summit', body: 'Reef Forum', place: 'Alofi' } as const;
  const announced = report('a', '2019-05-01', [meeting({ ...summit, start: '2019-05-06', end: '2019-05-07' })]);
  const asOf = (day: string, ...others: ReturnType<typeof report>[]) =>
    agendaOf(foldLedger({ names, reports: [announced, ...others] }, { asOf: day }));

  test('is overdue when no report tells of it, and missed two days later', () => {
    expect(asOf('2019-05-07T12:00Z')).toEqual(['Summit of Reef Forum, Alofi: due']);
    expect(asOf('2019-05-08')).toEqual(['Summit of Reef Forum, Alofi: overdue']);
    expect(asOf('2019-05-12')).toEqual(['Summit of Reef Forum, Alofi: missed']);
  });

  test('is kept when a later report tells of it', () => {
    const told = report('b', '2019-05-08', [meeting({ ...summit, start: '2019-05-06', status: 'held' })]);
    expect(asOf('2019-05-12', told)).toEqual(['Summit of Reef Forum, Alofi: kept']);
    const late = report('c', '2019-05-07', [meeting({ ...summit, status: 'held' })]);
    expect(asOf('2019-05-12', late)).toEqual(['Summit of Reef Forum, Alofi: kept']);
  });
});

test('what is promised after a meeting falls due when the meeting ends', () => {
  const reports = [
    report('a', '2019-05-01', [
      meeting({ id: 'council', body: 'Lagoon Council', form: 'session', time: '2019-05-03T15:00Z' }),
      plan({ says: KIR, who: 'KIR', what: 'publish the decisions', after: 'council' }),
      plan({ says: KIR, who: 'KIR', what: 'report to the council', due: '2019-11' }),
    ]),
  ];
  const { agenda } = foldLedger({ names, reports }, { asOf: '2019-05-02' });
  expect(agenda.map(({ title, earliest, outcome }) => [title, earliest, outcome])).toEqual([
    ['Session of Lagoon Council', '2019-05-03T15:00:00Z', 'due'],
    ['KIR: publish the decisions', '2019-05-03T15:01:00Z', 'due'],
    ['KIR: report to the council, due 2019-11', '2019-11-01T00:00:00Z', 'due'],
  ]);
});

test('a request is one series of statuses', () => {
  const ask = { by: 'KIR GOV', to: 'NOR', instrument: 'Treaty of Help' };
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-01', [request({ ...ask, status: 'decided' })]),
      report('b', '2019-05-02', [
        request({ by: 'KIR GOV', to: 'NOR', status: 'received', says: 'NOR GOV: Foreign Ministry' }),
      ]),
      report('c', '2019-05-20', [request({ by: 'KIR GOV', to: 'NOR', status: 'decided' })]),
    ],
  });
  expect(
    ledger.entries.map((entry) => [
      entry.reports,
      entry.slots.find((s) => s.name === 'status')!.readings.map((r) => r.label),
    ]),
  ).toEqual([
    [
      ['a', 'b'],
      ['received', 'decided'],
    ],
    [['c'], ['decided']],
  ]);
});

describe('a meeting that the headline tells in short', () => {
  const short = meeting({ form: 'video link', who: ['NOR GOV'], status: 'planned' });
  const council = meeting({ form: 'session', body: 'Lagoon Council', time: '2019-05-02T15:00Z', status: 'planned' });
  const talks = meeting({ form: 'talks', place: 'Alofi', start: '2019-05-03', status: 'planned' });
  const agenda = (...drafts: Parameters<typeof report>[2]) =>
    agendaOf(foldLedger({ names, reports: [report('a', '2019-05-02', drafts, { headlineFirst: true })] }));

  test('is the only meeting of that form in the report', () => {
    expect(agenda(short, council, talks)).toEqual([
      'Meeting by video link of Lagoon Council: overdue',
      'Talks, Alofi: due',
    ]);
  });

  test('is one of its own where there is none, or more than one', () => {
    const forum = meeting({ form: 'session', body: 'Reef Forum', time: '2019-05-02T18:00Z', status: 'planned' });
    expect(agenda(short, talks)).toHaveLength(2);
    expect(agenda(short, council, forum)).toHaveLength(3);
    expect(agenda(council, short)).toHaveLength(2);
  });
});
