/** Phrase book of main events: what a sentence tells, by whom and to whom, in the words of the text. */
import { describe, expect, test } from 'vitest';
import { mainCodes, mainEvent, viewOf } from './phrase-book.ts';

describe('acts', () => {
  test.each([
    [
      'Norwegian warplanes attacked Swedish positions in the valley on Monday.',
      'ASSAULT: Norwegian warplanes > Swedish positions in the valley',
    ],
    [
      'Swedish positions were attacked by Norwegian warplanes on Monday.',
      'ASSAULT: Norwegian warplanes > Swedish positions',
    ],
    [
      "Norway's army has carried out several attacks on the Swedish navy since March.",
      "ASSAULT: Norway's army > the Swedish navy",
    ],
    ['The Norwegian navy continued its bombardment of Malmo.', 'ASSAULT: The Norwegian navy > Malmo'],
    [
      'Norwegian forces launched a raid in the north, killing Danish soldiers.',
      'ASSAULT: Norwegian forces > Danish soldiers',
    ],
    [
      'Danish warplanes and artillery shelled villages held by Norwegian rebels.',
      'ASSAULT: Danish warplanes + artillery > Norwegian rebels',
    ],
    ['The Danish army deployed tanks along the Norwegian border.', 'MOBILIZE: The Danish army > the Norwegian border'],
    ['Danish police arrested a Norwegian captain.', 'COERCE: Danish police > a Norwegian captain'],
    ['Iceland donated two million dollars to the Danish Red Cross.', 'AID: Iceland > the Danish Red Cross'],
    [
      'Iceland returned twelve stolen paintings to the government of Denmark.',
      'RETREAT: Iceland > the government of Denmark',
    ],
    ['Denmark expelled three Norwegian diplomats.', 'SANCTION: Denmark > three Norwegian diplomats'],
    [
      'The Finnish government imposed sanctions on three Danish companies.',
      'SANCTION: The Finnish government > three Danish companies',
    ],
    [
      'The Danish army declared a unilateral ceasefire with the rebels on Sunday.',
      'CONCEDE: The Danish army > the rebels',
    ],
    [
      "Norway's foreign minister accused Sweden of shelling a village near the border.",
      "ACCUSE: Norway's foreign minister > Sweden",
    ],
    ["Norway rejected Denmark's request for troops.", "REJECT: Norway > Denmark's request"],
    ['Norway accepted the demands by Danish farmers.', 'CONCEDE: Norway > Danish farmers'],
    ['The president of Iceland visited Sweden on Tuesday.', 'CONSULT: The president of Iceland > Sweden'],
    [
      'The Swedish mediator launched a mediation effort between Norway and Denmark.',
      'CONSULT: The Swedish mediator > Norway + Denmark',
    ],
  ])('%s', (text, told) => {
    expect(mainEvent(text)).toBe(told);
  });
});

describe('acts that are stopped', () => {
  test.each([
    ['Norway suspended aid to Iceland after the vote.', 'SANCTION: Norway > Iceland'],
    ['Norway announced a suspension of aid to Iceland.', 'SANCTION: Norway > Iceland'],
    [
      'The Finnish government lifted the ban on Danish newspapers.',
      'CONCEDE: The Finnish government > Danish newspapers',
    ],
    ['Danish protesters called off a strike against the government.', 'CONCEDE: Danish protesters > the government'],
  ])('%s', (text, told) => {
    expect(mainEvent(text)).toBe(told);
  });
});

describe('promises, threats and refusals', () => {
  test.each([
    ['Norway will send observers to Iceland in May.', 'AGREE: Norway > Iceland'],
    ['Denmark is willing to withdraw its troops from Iceland.', 'AGREE: Denmark > Iceland'],
    [
      'The Danish rebels said they would release the Norwegian hostages.',
      'AGREE: The Danish rebels > the Norwegian hostages',
    ],
    ['Denmark has promised support for the Icelandic government.', 'AGREE: Denmark > the Icelandic government'],
    [
      'The Swedish government agreed to talks with the Danish rebels.',
      'AGREE: The Swedish government > the Danish rebels',
    ],
    [
      'Denmark will blockade the Norwegian port of Bergen unless the fleet leaves.',
      'THREATEN: Denmark > the Norwegian port of Bergen',
    ],
    ['Sweden threatened to blockade Danish ports.', 'THREATEN: Sweden > Danish ports'],
    ['Denmark said it will not release the Norwegian sailors.', 'REJECT: Denmark > the Norwegian sailors'],
    ['Sweden refused to deploy peacekeepers in Iceland.', 'REJECT: Sweden > Iceland'],
    [
      'The Swedish foreign minister said Denmark must pull its soldiers out of Iceland.',
      'REQUEST: The Swedish foreign minister > Denmark',
    ],
    [
      'The Finnish president called on Norway and Sweden to observe the ceasefire.',
      'REQUEST: The Finnish president > Norway + Sweden',
    ],
  ])('%s', (text, told) => {
    expect(mainEvent(text)).toBe(told);
  });
});

describe('who acts on each other is on both sides', () => {
  test.each([
    ['Norway and Sweden signed a peace treaty in Oslo.', 'NOR + SWE > NOR + SWE'],
    ['Denmark and Norway agreed to share information on smuggling.', 'DNK + NOR > DNK + NOR'],
    ['Norwegian and Danish negotiators have failed to reach a deal.', 'NOR GOV + DNK GOV > NOR GOV + DNK GOV'],
    [
      'Norwegian President Kari Moen held talks with Danish Prime Minister Lars Holm in Oslo on Friday.',
      'NOR GOV + DNK GOV > NOR GOV + DNK GOV',
    ],
    ['The Danish navy and the Norwegian navy clashed near Iceland.', 'DNK MIL + NOR MIL > DNK MIL + NOR MIL'],
    ['The Danish navy clashed with Swedish boats.', 'DNK MIL > SWE'],
  ])('%s', (text, sides) => {
    expect(mainCodes(text)).toBe(sides);
  });
});

describe('whom a thing stands for', () => {
  test.each([
    ['The Norwegian navy continued its bombardment of Malmo.', 'NOR MIL > SWE'],
    ["Finland's parliament rejected a Danish request for troops.", 'FIN LEG > DNK'],
    ['Norwegian forces shelled a convoy of the Danish army.', 'NOR MIL > DNK MIL'],
    ['Denmark said it will not release the Norwegian sailors.', 'DNK > NOR MIL'],
  ])('%s', (text, sides) => {
    expect(mainCodes(text)).toBe(sides);
  });
});

test('the act behind a denial stays in the view, with its factuality', () => {
  const views = viewOf('Norway expelled two Danish envoys on Sunday. Denmark did not attack the Norwegian convoy.');
  expect(views.filter(({ type }) => type === 'ASSAULT').map(({ factuality }) => factuality)).toEqual(['denied']);
});

test('a comment has no quad class, an event the one of its category', () => {
  expect(viewOf('The spokesman declined to comment on the report.')[0]).not.toHaveProperty('quad');
  expect(viewOf('Norway suspended aid to Iceland after the vote.')[0]).toMatchObject({ quad: 'MX' });
});

describe('moves, tries and returns', () => {
  test.each([
    ['Danish peacekeepers arrived in Iceland on Monday.', 'AID: Danish peacekeepers > Iceland'],
    ['Norway deployed 300 soldiers to Iceland to train its coast guard.', 'AID: Norway > Iceland'],
    ['Norway deployed 300 soldiers along the Danish border.', 'MOBILIZE: Norway > the Danish border'],
    ['Norwegian gunmen tried to kill a Danish judge.', 'ASSAULT: Norwegian gunmen > a Danish judge'],
    ['Iceland returned three seized trawlers to Denmark.', 'RETREAT: Iceland > Denmark'],
    ['The Danish cabinet accepted the demands of Norwegian rebels.', 'CONCEDE: The Danish cabinet > Norwegian rebels'],
  ])('%s', (text, event) => {
    expect(mainEvent(text)).toBe(event);
  });

  test('who attacks what is said attacks in words', () => {
    expect(mainEvent("Norway attacked Denmark's decision on the fishing grounds.")).toMatch(/^ACCUSE: Norway/);
  });

  test('who tells an agency asks for nothing', () => {
    expect(viewOf('Norwegian warplanes bombed Aarhus, officials told reporters.').map(({ type }) => type)).toEqual([
      'ASSAULT',
    ]);
  });
});

describe('the land of a side without a code', () => {
  test.each([
    // by the place of the act
    ['Prisoners rioted at a jail in Norway on Monday.', 'NOR CVL > NOR'],
    // by whose it is
    ['Missiles fired by the Danish army struck a Norwegian depot.', 'DNK > NOR'],
    // by who sends it
    ['Norway has sent 20 people to Iceland to investigate the crash.', 'NOR > ISL'],
    // by those they harm, where nothing else tells
    ['Gunmen killed three Danish sailors.', 'DNK UAF > DNK MIL'],
    // by a name that is often misspelt
    ['Ethopian troops shelled a Sudanese village.', 'ETH MIL > SDN'],
  ])('%s', (text, sides) => {
    expect(mainCodes(text)).toBe(sides);
  });
});
