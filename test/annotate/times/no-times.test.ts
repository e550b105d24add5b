import { expect, test } from 'vitest';
import { timesIn } from './phrase-book.ts';

test.each([
  ['a modal', 'May the truce hold.'],
  ['a verb', 'They march on the capital.'],
  ['names of persons', 'April Holm and Jan Rask signed.'],
  ['an age', 'A 6-year-old boy and a man, 44 years old, died.'],
  ['a count', 'About 2000 people fled.'],
  ['a sum', 'It cost $1998.'],
  ['the number of a paper', 'They rely on Resolution 1998 again.'],
  ['a score', 'They won 3:2.'],
  ['a date that does not exist', 'They signed on February 30, 2021.'],
  ['the sun', 'Sun shone on the hills.'],
  ['a fraction', 'A quarter of them and a second man left.'],
  ['a fall', 'The fall of the town came as they sat down to wait.'],
  ['a night that is none', 'It was the opening night gala.'],
  ['a family name', 'Minister Omar Ramadan signed it.'],
  ['a speed', 'Winds of 150 kilometers per hour hit the camp.'],
  ['a turn of speech', 'Now, the army has its answer.'],
  ['a programme', 'He told "60 Minutes" that it was over.'],
  ['turns of speech with days', 'To this day it is a matter of days before they meet.'],
  ['a condition', 'He will come as soon as he can.'],
])('%s: %s', (_, text) => {
  expect(timesIn(text)).toEqual([]);
});
