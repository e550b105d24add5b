/** Bad entries are refused with words that name them; good ones pass as they are. */
import { describe, expect, test } from 'vitest';
import { actorProblem, type ActorEntry } from '../../src/lexicon/actors.ts';
import { agentProblem } from '../../src/lexicon/agents.ts';
import { bodyProblem } from '../../src/lexicon/bodies.ts';
import { checkEntries } from '../../src/lexicon/check.ts';
import { isActorCode, isSector } from '../../src/lexicon/codes.ts';
import { countryNameProblem, countryProblem, metonymProblem } from '../../src/lexicon/countries.ts';
import { officeProblem } from '../../src/lexicon/offices.ts';
import { outletProblem } from '../../src/lexicon/outlets.ts';
import { personProblem } from '../../src/lexicon/persons.ts';

const base = { id: 'reef-front', forms: ['Reef Front'], source: 'invented for this test' };
const actor: ActorEntry = { ...base, name: 'Reef Front', type: 'group', code: 'KIR REB' };

describe('codes', () => {
  test.each(['KIR', 'KIR GOV', 'AZE PRE MIL', 'IGO UNO MIL', 'YUG MIL', 'UNK CVL'])('%s is one', (code) =>
    expect(isActorCode(code)).toBe(true),
  );
  test.each(['', 'kir', 'KI', 'KIR  GOV', 'KIR XXX', 'KIRGOV', 'GOV KIR'])('%j is none', (code) =>
    expect(isActorCode(code)).toBe(false),
  );
  test('a list of countries makes it stricter', () => {
    const countries = new Set(['KIR']);
    expect(isActorCode('KIR GOV', countries)).toBe(true);
    expect(isActorCode('TUV GOV', countries)).toBe(false);
    expect(isActorCode('SUN GOV', countries)).toBe(true);
  });
  test('sectors may be several', () => {
    expect(isSector('PRE MIL')).toBe(true);
    expect(isSector('PRE NAVY')).toBe(false);
  });
});

describe('an entry that cannot be right stops the program and is named', () => {
  const refused = (entry: Partial<ActorEntry>) => () =>
    checkEntries('en/actors', [actor, { ...actor, id: 'reef-navy', ...entry }], actorProblem);

  test.each([
    [{ forms: [] }, 'lexicons/en/actors.jsonl: "reef-navy" has no form.'],
    [{ name: '' }, '"reef-navy" needs a "name".'],
    [{ type: 'club' as never }, '"reef-navy" has type "club"; allowed are government, ministry'],
    [{ code: 'KIR NAVY' }, '"reef-navy" has a code that is no actor code: "KIR NAVY".'],
    [{ country: 'Kiribati' }, 'no actor code: "Kiribati"'],
    [{ from: '12 May 1998' }, 'a date that is no ISO date prefix: "12 May 1998"'],
    [{ from: '1998-13' }, 'no ISO date prefix: "1998-13"'],
    [{ from: '1998-05', until: '1997' }, 'ends before it begins: 1998-05 to 1997'],
    [{ codes: [{ code: 'KIR NAVY' }] }, 'no actor code: "KIR NAVY"'],
    [{ codes: [{ code: 'KIR GOV', from: '1998', until: '1990' }] }, 'ends before it begins'],
  ])('%o', (entry, message) => expect(refused(entry)).toThrow(message));

  test('good entries come back as they are', () => {
    const entries = [actor, { ...actor, id: 'reef-navy', from: '1998-05-12', until: '1998' }];
    expect(checkEntries('en/actors', entries, actorProblem)).toBe(entries);
  });
});

describe('each list checks its own fields', () => {
  test.each([
    [personProblem({ ...base, name: 'Ana Tekiri', roles: [] }), 'has no role'],
    [
      personProblem({ ...base, name: 'Ana Tekiri', roles: [{ office: '', code: 'KIR GOV' }] }),
      'a role without "office"',
    ],
    [personProblem({ ...base, name: 'Ana Tekiri', roles: [{ office: 'envoy', code: 'KR' }] }), 'no actor code: "KR"'],
    [officeProblem({ ...base, office: '', sector: 'GOV' }), 'needs a "name"'],
    [officeProblem({ ...base, office: 'envoy', sector: 'ENV' }), 'a sector that PLOVER lacks: "ENV"'],
    [bodyProblem({ ...base, name: 'Navy', sector: 'MIL', type: 'fleet' as never }), 'has type "fleet"'],
    [bodyProblem({ ...base, name: 'Navy', sector: 'MIL', type: 'armed-force', country: 'Kiribati' }), 'has country'],
    [agentProblem({ ...base, sector: 'PIRATE' }), 'a sector that PLOVER lacks'],
    [outletProblem({ ...base, name: 'Reef Wire', zone: 'GMT+12' }), 'has zone "GMT+12"'],
    [outletProblem({ ...base, name: 'Reef Wire', affiliation: 'the king' }), 'no actor code: "the king"'],
    [countryNameProblem({ ...base, code: 'KIR', use: 'river' as never }), 'has use "river"'],
    [metonymProblem({ ...base, code: 'KIR GOV', others: ['TUVALU'] }), 'no actor code: "TUVALU"'],
    [countryProblem({ ...base, name: 'Kiribati', code: 'KIR' } as never), 'needs a list "demonyms"'],
  ])('%s', (problem, expected) => expect(problem).toContain(expected));

  test('an office or agent may leave its sector to its body', () => {
    expect(officeProblem({ ...base, office: 'aide', sector: '' })).toBeUndefined();
    expect(agentProblem({ ...base, sector: '' })).toBeUndefined();
  });
});
