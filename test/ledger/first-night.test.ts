/** Two reports of one night: an allegation before a new truce, three older instruments, requests, a council due. */
import { describe, expect, test } from 'vitest';
import { foldLedger } from '../../src/ledger/ledger.ts';
import { agreement, incident, meeting, mechanism, plan, report, request, statement } from '../support/ledger.ts';

const MINISTRY = 'NOR GOV: Foreign Ministry';
const AIDE = 'NOR GOV: Presidential Aide';
const STATEMENT = { class: 'joint statement', stage: 'recalled', parties: ['NOR', 'TUV', 'KIR'] } as const;

const reports = [
  report(
    'first',
    '2019-05-07',
    [
      agreement({
        says: MINISTRY,
        stage: 'agreed',
        parties: ['KIR', 'TUV'],
        mediators: ['NOR'],
        effective: '2019-05-07T08:00 Europe/Oslo',
      }),
      agreement({ says: MINISTRY, ...STATEMENT, signed: '2017-03-04' }),
      agreement({ says: MINISTRY, ...STATEMENT, signed: '2018-02-11' }),
      agreement({ says: MINISTRY, ...STATEMENT, signed: '2018-10-26' }),
      agreement({ class: 'treaty', stage: 'invoked', name: 'Treaty of Friendship and Help' }),
      incident({
        says: 'KIR MIL: Defence Ministry of Kiribati',
        by: ['TUV MIL'],
        on: ['KIR'],
        places: ['toward Alba', 'toward Brea', 'toward Cori'],
        weapons: ['artillery', 'small arms'],
        time: '2019-05-07T00:00 Asia/Tbilisi',
      }),
      meeting({ body: 'Security Council of Kiribati', form: 'emergency', status: 'held' }),
      request({ by: 'KIR GOV', to: 'NOR', instrument: 'Treaty of Friendship and Help', status: 'decided' }),
      request({ says: MINISTRY, by: 'KIR GOV', to: 'NOR', status: 'received' }),
      request({ by: 'KIR GOV', to: 'IGO: Northern Pact', status: 'decided' }),
      request({ by: 'KIR GOV', to: 'IGO UNO: UN Security Council', status: 'decided' }),
      mechanism({ name: 'border commission', members: ['KIR', 'TUV'] }),
      statement({ says: MINISTRY, act: 'urge', to: ['TUV', 'KIR'] }),
    ],
    { outlet: 'Sample North', affiliation: 'NOR GOV', words: 'truce border night fire statement' },
  ),
  report(
    'second',
    '2019-05-07',
    [
      agreement({ says: AIDE, ...STATEMENT, signed: '2017-03' }),
      agreement({ says: AIDE, ...STATEMENT, signed: '2018-02' }),
      agreement({ says: AIDE, ...STATEMENT, signed: '2018-10' }),
      agreement({ says: AIDE, factuality: 'requested' }),
      meeting({
        says: AIDE,
        id: 'council',
        body: 'Northern Pact Council',
        form: 'video link',
        time: '2019-05-07T17:30 Europe/Oslo',
      }),
      meeting({
        says: AIDE,
        body: 'Lagoon Forum',
        form: 'summit',
        place: 'Alofi',
        start: '2019-05-09',
        end: '2019-05-10',
      }),
      meeting({
        says: AIDE,
        form: 'conversation',
        place: 'Alofi',
        who: ['NOR GOV', 'TUV GOV'],
        names: ['Ola Nord', 'Tavita Sopo'],
        start: '2019-05-09',
        end: '2019-05-10',
      }),
      request({ says: AIDE, by: 'KIR', to: 'IGO: Northern Pact', status: 'scheduled' }),
      plan({ says: AIDE, who: 'KIR', what: 'tell journalists what was decided', after: 'council' }),
      plan({ says: AIDE, who: 'NOR GOV', what: 'release information', factuality: 'possible' }),
      statement({ says: AIDE, act: 'urge', to: ['TUV', 'KIR'] }),
    ],
    { outlet: 'Sample North', affiliation: 'NOR GOV', words: 'truce border night council restraint' },
  ),
];

const ledger = foldLedger({ reports, decisions: [], names: { KIR: 'Kiribati', TUV: 'Tuvalu', NOR: 'Norway' } });
const entries = (kind: string) => ledger.entries.filter((entry) => entry.kind === kind);
const first = (entry: { slots: (typeof ledger.entries)[number]['slots'] } | undefined, name: string) =>
  entry?.slots.find((slot) => slot.name === name)?.readings[0]?.label;

describe('agreements', () => {
  test('five instruments: three statements of one sentence, a truce, a treaty', () => {
    expect(entries('agreement').map((entry) => [first(entry, 'class'), first(entry, 'signed'), entry.reports])).toEqual(
      [
        ['joint statement', '2017-03-04', ['first', 'second']],
        ['joint statement', '2018-02-11', ['first', 'second']],
        ['joint statement', '2018-10-26', ['first', 'second']],
        ['ceasefire', undefined, ['first', 'second']],
        ['treaty', undefined, ['first']],
      ],
    );
  });

  test('a month joins the only day that it can be, and keeps its wording', () => {
    const entry = entries('agreement').find((one) => first(one, 'signed') === '2017-03-04')!;
    expect(entry.slots.find((slot) => slot.name === 'signed')!.readings.map((r) => r.label)).toEqual([
      '2017-03-04',
      '2017-03',
    ]);
    expect(entry.joins.map((join) => join.rule)).toEqual(['agreement-only-date']);
    expect(entry.differences.map((difference) => difference.type)).toEqual(['precision']);
  });
});

describe('the shelling', () => {
  const [shelling] = entries('incident');

  test('is one party alone, told by one outlet', () => {
    expect(entries('incident')).toHaveLength(1);
    expect(shelling!.title).toBe('Fire toward Alba, Brea and Cori, alleged by Kiribati of Tuvalu');
    expect(shelling!.corroboration.step).toBe('one party alone');
    expect(shelling!.corroboration.origins.map((origin) => [origin.code, origin.side])).toEqual([['KIR MIL', 'KIR']]);
  });

  test('bears on the oldest statement that still binds, not on the truce of that morning', () => {
    const truce = ledger.truces.find((one) => !one.standing)!;
    const standing = ledger.truces.find((one) => one.standing)!;
    expect(shelling!.links.map(({ type, entry }) => [type, entry])).toEqual([
      ['bears on', standing.id],
      ['not against', truce.id],
    ]);
    expect(shelling!.links[1]!.reason).toContain('10 hours before this truce took effect');
    expect(standing.effectiveFrom).toBe('2017-03-04T00:00:00Z');
    expect(truce.breaches).toEqual([]);
    expect(truce.before).toEqual([shelling!.id]);
  });
});

test('the truce is in force and nothing is alleged against it', () => {
  const truce = ledger.truces.find((one) => !one.standing)!;
  expect(truce.effectiveFrom).toBe('2019-05-07T06:00:00Z');
  expect(truce.status).toBe('in force, nothing alleged');
  expect(truce.hoursQuiet).toBe(18);
  expect(truce.matrix).toEqual([]);
});

test('three requests, each with its last status', () => {
  expect(
    entries('request').map((entry) => [
      first(entry, 'requester'),
      first(entry, 'addressee'),
      first(entry, 'status'),
      entry.reports,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['KIR GOV', 'NOR', 'received', ['first']],
      ['KIR GOV', 'Northern Pact', 'scheduled', ['first', 'second']],
      ['KIR GOV', 'UN Security Council', 'decided', ['first']],
    ]),
  );
  expect(entries('request')).toHaveLength(3);
});

test('the agenda holds the council, the summit, the talks and what is promised after the council', () => {
  expect(ledger.agenda.map(({ title, earliest, outcome }) => [title, earliest, outcome])).toEqual([
    ['Meeting by video link of Northern Pact Council', '2019-05-07T15:30:00Z', 'overdue'],
    ['KIR: tell journalists what was decided', '2019-05-07T15:31:00Z', 'due'],
    ['Summit of Lagoon Forum, Alofi', '2019-05-09T00:00:00Z', 'due'],
    ['Talks of Ola Nord and Tavita Sopo, Alofi', '2019-05-09T00:00:00Z', 'due'],
    ['NOR GOV: release information', undefined, 'open'],
  ]);
});

test('both reports are one story', () => {
  expect(ledger.stories.map((story) => story.reports)).toEqual([['first', 'second']]);
});

test('the order of arrival does not matter', () => {
  const other = foldLedger({ reports: reports.toReversed(), names: { KIR: 'Kiribati', TUV: 'Tuvalu', NOR: 'Norway' } });
  expect(other.hash).toBe(ledger.hash);
});
