/** The configured conflicts: what a file must have, and what the bundled ones say. */
import { describe, expect, test } from 'vitest';
import { readActors } from '../../src/lexicon/actors.ts';
import { isActorCode } from '../../src/lexicon/codes.ts';
import { readCountries } from '../../src/lexicon/countries.ts';
import { checkSituations, loadSituations, parseSituation } from '../../src/lexicon/situations.ts';

const lagoon = {
  id: 'lagoon',
  name: 'Lagoon war',
  sides: [
    { key: 'KIR', name: 'Kiribati', codes: [{ code: 'KIR', role: 'party' }] },
    { key: 'TUV', name: 'Tuvalu', codes: [{ code: 'TUV', role: 'party' }] },
  ],
};
const parse = (change: object) => () => parseSituation('lagoon.json', JSON.stringify({ ...lagoon, ...change }));
const withCodes = (...codes: object[]) =>
  parse({
    sides: [lagoon.sides[0], { key: 'TUV', name: 'Tuvalu', codes: [{ code: 'TUV', role: 'party' }, ...codes] }],
  });

describe('a file that cannot be right is refused and named', () => {
  test.each([
    ['not JSON', () => parseSituation('lagoon.json', '{'), 'situations/lagoon.json is not JSON.'],
    ['another id', parse({ id: 'reef' }), 'has another id: "reef"'],
    ['no id', parse({ id: 'Lagoon War' }), 'needs an "id"'],
    ['no name', parse({ name: '' }), 'needs a "name"'],
    ['one side', parse({ sides: lagoon.sides.slice(0, 1) }), 'needs at least two sides'],
    ['a side twice', parse({ sides: [lagoon.sides[0], lagoon.sides[0]] }), 'has a side twice'],
    ['no party', parse({ sides: [lagoon.sides[0], { key: 'T', name: 'T', codes: [] }] }), 'has no party on side "T"'],
    ['an unknown sector', withCodes({ code: 'TUV NAVY', role: 'organ' }), 'no actor code: "TUV NAVY"'],
    ['an empty name', withCodes({ code: 'TUV REB|', role: 'organ' }), 'no actor code: "TUV REB|"'],
    ['an unknown role', withCodes({ code: 'FJI', role: 'friend' }), 'has role "friend"'],
    ['a bad date', withCodes({ code: 'FJI', role: 'ally', from: 'May' }), 'no ISO date prefix: "May"'],
    ['one on two sides', withCodes({ code: 'KIR', role: 'ally', from: '2004' }), 'has "KIR" on two sides at one time'],
    ['a bad third party', parse({ thirdParties: ['Fiji'] }), 'a third party that is no code: "Fiji"'],
  ])('%s', (_, make, message) => expect(make).toThrow(message));

  test('one actor may change sides', () => {
    const sides = [
      {
        key: 'KIR',
        name: 'Kiribati',
        codes: [
          { code: 'KIR', role: 'party' },
          { code: 'FJI', role: 'ally', until: '2003' },
        ],
      },
      {
        key: 'TUV',
        name: 'Tuvalu',
        codes: [
          { code: 'TUV', role: 'party' },
          { code: 'FJI', role: 'ally', from: '2004' },
        ],
      },
    ];
    expect(parse({ sides })).not.toThrow();
  });

  test('one key has one name everywhere', () => {
    const first = parse({})();
    const other = { ...first, id: 'reef', sides: first.sides.map((side) => ({ ...side, name: `${side.name} II` })) };
    expect(() => checkSituations([first, other])).toThrow('situations/reef.json calls side "KIR" "Kiribati II"');
  });

  test('ends become whole days, since the ledger compares days', () => {
    const codes = withCodes(
      { code: 'FJI', role: 'ally', until: '2004' },
      { code: 'TON', role: 'ally', until: '2004-02' },
      { code: 'WSM', role: 'ally', until: '2004-02-11' },
    )().sides[1]!.codes;
    expect(codes.map(({ until }) => until)).toEqual([undefined, '2004-12-31', '2004-02-29', '2004-02-11']);
  });
});

describe('the bundled situations', () => {
  const situations = loadSituations();
  const countries = new Set(readCountries().map(({ code }) => code));
  const codesOf = new Map<string, Set<string>>();
  for (const { name, code, codes = [] } of readActors())
    codesOf.set(name, new Set([...(codesOf.get(name) ?? []), code, ...codes.map((dated) => dated.code)]));

  test('name countries that exist, and actors as the lexicon names and codes them', () => {
    for (const { id, sides, thirdParties = [] } of situations)
      for (const code of [...sides.flatMap(({ codes }) => codes.map((one) => one.code)), ...thirdParties]) {
        const [head = '', name] = code.split('|');
        expect(isActorCode(head, countries), `${id}: ${code}`).toBe(true);
        if (name !== undefined) expect([...(codesOf.get(name) ?? [])], `${id}: ${code}`).toContain(head);
      }
  });

  test('cover the conflicts that the project reads about', () => {
    const ids = situations.map(({ id }) => id);
    const wanted =
      'armenia-azerbaijan,ukraine,georgia,israel-palestine,israel-lebanon,syria,iraq,yemen,sudan,south-sudan,ethiopia-tigray,dr-congo,zaire-1997,rwanda,burundi,sri-lanka,nepal,aceh,mindanao,myanmar,korea,kashmir,afghanistan,colombia,el-salvador,guatemala,bosnia,kosovo,northern-ireland,basque-country,western-sahara,libya,mali,mozambique,angola,sierra-leone,liberia,ivory-coast,somalia,central-african-republic,east-timor,tajikistan,cyprus,turkey-pkk,iran-iraq';
    expect(wanted.split(',').filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('are configured, not derived', () => {
    expect(situations.every(({ derived }) => !derived)).toBe(true);
  });
});
