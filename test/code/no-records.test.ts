/** Near misses: sport, metaphors, police work, accidents, wishes, orders and suppositions make no incident and no request. */
import { expect, test } from 'vitest';
import { codes } from './phrase-book.ts';

test.each([
  'Storm beat Lions 24-18 after scoring four goals in the second half of the league match in Nairobi, the coach said.',
  'The senator attacked the plan of the Kenyan government in a speech.',
  'Trade between Kenya and Chile hit 3 billion dollars in May, the Kenyan government said.',
  'An embassy paper attacked the Kenyan army’s own record in Lamu.',
  'The pilot was listed as killed in action by the Kenyan air force on Sunday.',
  'The Kenyan army discovered old rockets in Lamu. It started destroying them on Friday.',
  'A soldier fell ill while on a combat logistics patrol near Lamu, the Kenyan army said.',
  'Gunmen have frequently targeted Kenyan police in Lamu.',
  'Targeting Somali militants will continue in Lamu, the Kenyan general said.',
  'Share prices hit a record in Tokyo on Tuesday.',
  'Books on the war hit the shelves in Cairo on Friday.',
  'An earthquake hit the north of Chile on Monday, killing twelve people.',
  'A coal mine blast killed sixteen miners in Poland.',
  'Police arrested twelve people in Nairobi on Tuesday.',
  'If Eritrea attacked Ethiopian positions, Ethiopia would respond, the minister said.',
  'Kenya urged Eritrea to stop shelling Ethiopian positions.',
  'The army ordered its soldiers to attack Zalambessa.',
  'The treaty prevents Eritrea from shelling Ethiopian towns.',
  'Kenya fears that Eritrea could attack Ethiopian positions.',
  'Germany sent 300 soldiers to Mali as part of a UN peacekeeping mission.',
  'The Iranian navy test-fired two missiles in the Gulf on Sunday.',
  'The prisoners were turned over to the Kenyan authorities.',
  'Turning to Kenya, the minister praised the harvest.',
  'Turning to Kenya, Annan said that talks had to go on.',
  'Soldiers fired tear gas at the crowd in Nairobi on Monday.',
  'Kenya has been fighting against a wave of violence in Lamu.',
  'A boat that sank after colliding with a Kenyan warship was raised.',
  'A frigate was seen near the islands occupied by Kenyan troops.',
  'Captain Ali Keita was shot with a bullet from his own gun in Gao, the Malian army said.',
  'Kenyan soldiers drove into the crowd in Nairobi, hitting the car of a minister.',
  'The Lomar Front said that the bombs in Nairobi did not target Kenyan soldiers.',
  'Kenya is redeploying policemen to posts along the frontier, the government said.',
  'The ministers spoke of Free Trade Agreements and Regional Trade Arrangements.',
  'Voters turned to the opposition in Kenya.',
])('%s', (text) => {
  expect(codes(text).filter((line) => /^(?:incident|request|agreement)/.test(line))).toEqual([]);
});
