/** Phrase book of incidents: who did what to whom, where, and how far the report stands behind it. */
import { describe, expect, test } from 'vitest';
import { codes, ofKind } from './phrase-book.ts';

const incidents = (text: string, published?: string): string[] =>
  codes(text, published).filter((line) => line.startsWith('incident'));

test.each([
  [
    "Chad's army shelled the town of Nyala in Sudan on Tuesday, the Sudanese Defence Ministry said.",
    'incident: TCD MIL >  fire at Nyala; alleged',
  ],
  [
    "Sudanese troops opened fire with mortars in the direction of Adré shortly after midnight on Wednesday, Chad's Defence Ministry said.",
    'incident: SDN MIL >  fire toward Adre; alleged',
  ],
  [
    'Ethiopian forces came under mortar fire at Badme on Monday, the Ethiopian Defence Ministry said.',
    'incident:  > ETH MIL fire at Badme; alleged',
  ],
  [
    'Sabotage groups laid mines on a road near Badme, according to the Ethiopian army.',
    'incident: UNK UAF >  mine near Badme; alleged',
  ],
  [
    "Kenyan troops massed tanks on the border with Somalia, Somalia's Defence Ministry said.",
    'incident: KEN MIL >  build-up; alleged',
  ],
  [
    "Pakistani troops blocked a road to the town of Uri, India's army said.",
    'incident: PAK MIL >  obstruction at Uri; alleged',
  ],
  [
    'Ethiopian drones attacked a convoy near Mekelle on Tuesday.',
    'incident: ETH MIL >  air or drone near Mekelle; asserted',
  ],
  [
    "Eritrea again used artillery and mortars against Ethiopian positions at Badme, Ethiopia's Defence Ministry said.",
    'incident: ERI MIL > ETH fire at Badme; alleged',
  ],
])('%s', (text, line) => {
  expect(incidents(text)).toContain(line);
});

test.each([
  ['A Palestinian rocket wounded two Israeli soldiers in Sderot.', 'PSE MIL'],
  ['Costa Rica opened fire on Nicaraguan soldiers near Upala on Monday.', 'CRI MIL'],
])('a land without an army of its own is not given one: %s', (text, code) => {
  expect(incidents(text)).not.toEqual([]);
  expect(incidents(text).join()).not.toContain(code);
});

describe('factuality', () => {
  test.each([
    ['Nine traders were reportedly seized by Kenyan soldiers in Lamu.', 'alleged'],
    ['Kenyan troops stormed Lamu on June 4, 1989, and fired on the crowd.', 'recalled'],
    ['There were rumours that Kenyan troops had shelled Lamu.', 'alleged'],
    ['Villagers lobbied their neighbours that it was the Kenyan army who had launched the attack on Lamu.', 'alleged'],
    ['Kenyan security sources said large Somali troops holding some tanks stormed the centre of Lamu.', 'alleged'],
    ['When Ethiopia invaded Somalia, few resisted.', 'recalled'],
    ['Ethiopia launched the attack that toppled the rulers of Somalia from a base near Baidoa.', 'recalled'],
    ['Mourners marked the anniversary of the day when Kenyan troops opened fire in Lamu.', 'recalled'],
    ['Kenyan troops opened fire in Lamu during the Shifta War.', 'recalled'],
    ['Kenyan troops stormed Lamu on Tuesday, the ministry said, in a dawn raid.', 'alleged'],
    ['Kenyan troops struck Lamu with artillery, but no losses were reported.', 'asserted'],
    ['The war ended in 1994. Kenyan troops fired on the town of Lamu with mortars.', 'recalled'],
    ['Kenyan soldiers were reported to have begun shelling Lamu on Friday.', 'alleged'],
    ['The rebels, who had seized Lamu from warlords, were few.', 'recalled'],
    ['A comic paid tribute on Tuesday to the villagers killed by Kenyan shelling in Lamu.', 'recalled'],
    ['The terrible error of the 2007 Lamu invasion, led by Kenya, was remembered.', 'recalled'],
    ['Militia fighters seized Lamu in June from warlords.', 'recalled'],
    ['They fought each other until September 2014, when Kenyan troops seized control of Lamu.', 'recalled'],
    ['Al-Shabaab has previously carried out rocket attacks against Kenya.', 'recalled'],
    ['The sources said Kenyan troops backed by 15 jeeps stormed Lamu early on Monday.', 'alleged'],
    ['NAIROBI: Reaction to a vote after Kenyan troops shelled Lamu.', 'asserted'],
    ['A Kenyan soldier was wounded in Lamu five years ago this week in a shooting by rebels.', 'recalled'],
    ['Kenyan troops opened fire in Lamu on Tuesday, a day after the truce began.', 'asserted'],
  ])('%s', (text, label) => {
    const lines = incidents(text);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toContain(`; ${label}`);
  });

  test('what a ministry says of the other side is alleged, with its accuser', () => {
    const [record] = ofKind(
      'incident',
      "Eritrean forces attacked Ethiopian positions near Zalambessa with artillery, Ethiopia's army said.",
    );
    expect(record?.factuality).toBe('alleged');
    expect(record?.accuser?.value.code).toBe('ETH MIL');
  });

  test('what the outlet tells itself is asserted', () => {
    expect(incidents('Kenyan soldiers attacked the town of Mandera with mortars on Tuesday.')[0]).toMatch(/asserted$/);
  });

  test.each([
    'The Eritrean Defence Ministry denied that its troops had fired on Ethiopian positions near Zalambessa.',
    "Eritrea's Foreign Ministry rejected as untrue reports that Eritrean forces had shelled Zalambessa.",
    'Eritrea denies shelling Ethiopian positions near Zalambessa.',
  ])('a denial keeps the accused: %s', (text) => {
    const [record] = ofKind('incident', text);
    expect(record?.factuality).toBe('denied');
    expect(record?.factbank).toBe('CT-');
    expect(record?.perpetrators[0]?.value.code).toMatch(/^ERI/);
    expect(record?.accuser).toBeUndefined();
  });

  test('what lies years back is recalled', () => {
    expect(incidents('Ethiopian forces attacked the town of Zalambessa in 1999.')).toEqual([
      'incident: ETH MIL >  fire at Zalambessa; recalled',
    ]);
  });

  test('what another witness says accuses nobody', () => {
    const [record] = ofKind('incident', 'Kenyan soldiers shelled the town of Mandera, witnesses said.');
    expect(record?.factuality).toBe('alleged');
    expect(record?.accuser).toBeUndefined();
  });
});

describe('slots', () => {
  test('weapons, start and zone, relation of places', () => {
    const [record] = ofKind(
      'incident',
      "Sudanese units opened fire in the direction of Adré shortly after midnight on May 15, using artillery and small arms, Chad's Defence Ministry said.",
    );
    expect(record?.weapons.map(({ value }) => value)).toEqual(['artillery', 'small arms']);
    expect(record?.start?.value).toBe('2019-05-15T00:00');
    expect(record?.startZone?.value).toBe('Africa/Ndjamena');
    expect(record?.places[0]?.value.relation).toBe('toward');
  });

  test('losses in the words of the report', () => {
    const [record] = ofKind('incident', 'Rebels attacked a base near Mandera with mortars, killing three soldiers.');
    expect(record?.losses[0]?.value).toBe('killing three soldiers');
  });

  test('"it took measures in answer" is told of the speaker\'s own side', () => {
    const records = ofKind(
      'incident',
      'Eritrean troops shelled Ethiopian positions at Badme, the Ethiopian Defence Ministry said. It took response measures, the Ethiopian Defence Ministry said.',
    );
    expect(records.find(({ type }) => type.value === 'other')?.perpetrators[0]?.value.code).toBe('ETH MIL');
  });

  test('a breach that names no act has no type of its own', () => {
    const [record] = ofKind('incident', 'Eritrean forces violated the ceasefire near Badme on Monday, Ethiopia said.');
    expect(record?.type.value).toBe('other');
    expect(record?.acled).toBeUndefined();
  });
});

describe('with countries, places and days swapped the same records come out', () => {
  const tell = (accused: string, town: string, accuser: string, day: string): string =>
    `${accused} forces opened fire with mortars in the direction of ${town} at about 02:00 on ${day}, the ${accuser} Defence Ministry said.`;

  test.each([
    ['Sudanese', 'Adré', 'Chadian', 'Tuesday', 'SDN', 'TCD', '2019-05-14T02:00'],
    ['Pakistani', 'Kargil', 'Indian', 'Wednesday', 'PAK', 'IND', '2019-05-15T02:00'],
    ['Eritrean', 'Zalambessa', 'Ethiopian', 'Monday', 'ERI', 'ETH', '2019-05-13T02:00'],
    ['Lebanese', 'Metula', 'Israeli', 'Thursday', 'LBN', 'ISR', '2019-05-16T02:00'],
  ])('%s fire toward %s by the %s account', (accused, town, accuser, day, perpetrator, speaker, start) => {
    const records = ofKind('incident', tell(accused, town, accuser, day));
    expect(records).toHaveLength(1);
    const [record] = records;
    expect(record?.perpetrators[0]?.value.code).toBe(`${perpetrator} MIL`);
    expect(record?.accuser?.value.code).toBe(`${speaker} MIL`);
    expect(record?.start?.value).toBe(start);
    expect(record?.weapons.map(({ value }) => value)).toEqual(['mortars']);
    expect(record?.places.map(({ value }) => value.relation)).toEqual(['toward']);
  });
});

describe('whose people they are', () => {
  test.each([
    [
      'a rank that the police share',
      'Gunmen attacked a police post in Nakuru on Monday. Sgt. Juma Otieno shot a rebel in Nakuru.',
      'KEN MIL',
    ],
    [
      'forces of a speaker from nowhere',
      '"Our forces seized Gao airport on Monday," said Omar Obanjo, who leads a faction.',
      'MLI MIL',
    ],
    ['a householder', "Kenyan troops stormed the Somali ambassador's residence in Nairobi on Monday.", 'SOM'],
    [
      'behind a word of time',
      'Rebels launched an attack on Lamu after a deadline for Kenyan troops to leave.',
      'KEN MIL',
    ],
    ['the teller', 'She then opened fire on a patrol in Nakuru, Captain James Otieno said.', 'KEN MIL'],
    [
      'the land of an offshoot',
      'The Egyptian affiliate of the Islamic State launched an attack on a base near Arish.',
      'EGY',
    ],

    ['a backer', 'The Ethiopian-backed Somali soldiers killed two gunmen in Lamu.', 'ETH'],
    ['an ally', 'An Ethiopian-allied militia fired rockets at Somali soldiers near Baidoa.', 'ETH'],
    ['the land of nobody known', 'The Kenyan police were told that gunmen opened fire in Lamu.', 'KEN UAF'],
    [
      'who tells it',
      'Gunmen opened fire on a force of Kenyan troops, officials and residents said, as the war went on.',
      'GOV',
    ],
    ['who carries it', 'Gunmen have kidnapped several people from an Italian oil vessel off Lamu.', 'ITA'],
    ['an army for its rebels', 'UN troops fired rockets at the rebel 7th and the 8th Brigades near Goma.', 'COD MIL'],
    ['an army for its authorities', 'The Kenyan authorities arrested three Somali rebels in Lamu.', 'KEN MIL'],
    ['a pronoun on its own side', 'Somali rebels met their leader. He was killed by the rebels in Lamu.', '> SOM REB'],
    ['a land before a bomb', 'KENYA CAR BOMB ATTACK KILLS TEN SOLDIERS IN LAMU', 'KEN MIL >'],
    ['an army for a creed', 'Islamist forces captured Lamu on Monday.', 'MIL'],
    [
      'the land of those whom he attacks',
      'Two US soldiers died in Fallujah. An insurgent hurled a grenade at a US patrol in the city.',
      'USA REB',
    ],
    ['the bomber', 'A suicide bomber attacked a post near Lamu, killing the bomber and two policemen.', 'UAF+'],
    ['an aid society', 'Gunmen raided the Red Crescent building in Lamu.', 'GOV'],
    ['a bombed house', 'The Somali embassy bombings in Nairobi on Monday wounded ten nurses.', 'SOM MIL'],
    [
      'a side that it was a revenge on',
      'Kenyan soldiers fired rockets at a farm in Lamu in retaliation for a raid by Somali militants.',
      'SOM',
    ],
    ['a friend', 'Kenyan soldiers killed an al-Shabaab-linked preacher and two gunmen in Lamu.', 'SOM REB'],
    ['prisoners', 'Kenyan soldiers took 40 prisoners in a raid on Lamu.', 'CVL'],
    ['a thing', 'The attackers seized a vehicle and a radio near Gao.', 'JRN'],
  ])('%s names no %s', (_, text, code) => {
    expect(incidents(text).join()).not.toContain(code);
  });

  test('a sergeant among soldiers stays one', () => {
    const text = 'Rebels attacked an army post in Nakuru on Monday. Sgt. Juma Otieno shot a rebel in Nakuru.';
    expect(incidents(text).join()).toContain('KEN MIL');
  });
});

test('a group by its full name behind its leader is one actor', () => {
  const text =
    "Kabila's Alliance of Democratic Forces for the Liberation of Congo-Zaire fired mortars at soldiers near Kisangani on Tuesday.";
  const [record] = ofKind('incident', text, { published: '1997-04-03' });
  expect(record?.perpetrators.map(({ value }) => [value.code, value.name])).toEqual([['COD REB', 'AFDL']]);
});

test('a denial ends where the speaker goes on to tell', () => {
  const text =
    'The Kenyan army denied that it had shelled Lamu and said that Somali militants fired rockets at its troops near Lamu.';
  expect(incidents(text)).toEqual([
    'incident: KEN MIL >  fire at Lamu; denied',
    'incident: SOM UAF > KEN MIL fire near Lamu; alleged',
  ]);
});

test('what goes on has no date of long ago', () => {
  const text =
    'Al-Shabaab, whose camps were destroyed in a raid five years ago, has fired mortars at Kenyan soldiers near Lamu.';
  expect(incidents(text)).toContain('incident: SOM REB > KEN MIL fire near Lamu; asserted');
});

test('Marines of nobody are not those of the land they fight in', () => {
  expect(incidents('Iraqi villagers fled. Marines shelled Ramadi on Monday.').join()).not.toContain('IRQ MIL');
  expect(incidents('The United States has sent men to Iraq. Marines shelled Ramadi on Monday.').join()).toContain(
    'USA MIL',
  );
});

test.each([
  ['Kenyans fled. Warplanes from the United States bombed a compound in Lamu on Monday.', 'USA MIL'],
  ['The bombers attacked a police station in Lamu on Monday.', 'UNK UAF'],
])('%s', (text, code) => {
  expect(incidents(text).join()).toContain(`incident: ${code} >`);
});

test.each([
  ['An al-Shabaab (The Youth) suicide bomber killed five Kenyan soldiers in Lamu.', 'SOM REB > KEN MIL other at Lamu'],
  ['Al-Shabaab militants bombed a court in Lamu on Tuesday.', 'SOM REB > SOM JUD mine at Lamu'],
  ['Kenyan warplanes bombed a court in Lamu on Tuesday.', 'KEN MIL > KEN JUD air or drone at Lamu'],
  ['Kenyan troops captured 14 Somali rebels near Lamu on Tuesday.', 'KEN MIL > SOM REB detention near Lamu'],
  ['Kenyan troops captured the town of Lamu from Somali rebels.', 'KEN MIL >  movement at Lamu'],
  ['Gunmen exploded a device in a shop in Lamu on Monday.', 'UNK UAF >  mine at Lamu'],
  ['Kenyan soldiers killed three villagers in Lamu on Tuesday.', 'KEN MIL > KEN CVL other at Lamu'],
  ['Kenyan troops stepped up their shelling of Lamu on Tuesday.', 'KEN MIL >  fire at Lamu'],
  [
    'The Somali rebels will talk from strength with troops advancing. They began their offensive on Lamu on Monday.',
    'SOM REB >  fire at Lamu',
  ],
])('%s', (text, line) => {
  expect(incidents(text).join()).toContain(`incident: ${line}`);
});

test('those who set off a bomb are not the ones who say so', () => {
  const [record] = ofKind('incident', 'In Lamu, militants detonated a bomb near a police post, they said.');
  expect(record?.attribution[0]?.code).toBeUndefined();
});
