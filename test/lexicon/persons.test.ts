/** Who held which office when, and whom a shared surname means. */
import { describe, expect, test } from 'vitest';
import { personAt, readPersons, roleAt, type PersonEntry, type Role } from '../../src/lexicon/persons.ts';

const person = (name: string, ...roles: Role[]): PersonEntry => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  forms: [name],
  source: 'invented for this test',
  roles,
});
const father = person('Taneti Tekiri', { office: 'president', code: 'KIR GOV', from: '1990-03', until: '1998-07-01' });
const son = person(
  'Ioane Tekiri',
  { office: 'defence minister', code: 'KIR GOV', from: '1997', until: '2001-06-30' },
  { office: 'president', code: 'KIR GOV', from: '2001-07-01' },
);

describe('the role of a day', () => {
  test.each([
    ['1997-05-01', 'defence minister'],
    ['2001-07-01', 'president'],
    ['2040-01-01', 'president'],
    ['1990-01-01', 'defence minister'],
    [undefined, 'president'],
  ])('%s: %s', (date, office) => expect(roleAt(son, date).office).toBe(office));

  test('between two offices it is the one before', () => {
    const gap = person(
      'Mere Tabai',
      { office: 'mayor', code: 'KIR GOV', from: '1990', until: '1992' },
      { office: 'envoy', code: 'IGO UNO', from: '2000' },
    );
    expect(roleAt(gap, '1996-01-01').office).toBe('mayor');
  });
});

describe('a surname that two share', () => {
  test.each([
    ['1995-01-01', 'Taneti Tekiri', 'only the father was known'],
    ['1998-01-01', 'Taneti Tekiri', 'a president goes before a minister'],
    ['1999-01-01', 'Ioane Tekiri', 'the one in office'],
    ['2010-01-01', 'Ioane Tekiri', 'the one in office'],
    [undefined, 'Ioane Tekiri', 'the latest'],
  ])('%s is %s: %s', (date, name, _why) => expect(personAt([father, son], date)?.name).toBe(name));

  test('is nobody before either came into office', () => {
    expect(personAt([father, son], '1985-01-01')).toBeUndefined();
  });
  test('is nobody where two are equal', () => {
    const twin = { ...father, id: 'other', name: 'Other Tekiri' };
    expect(personAt([father, twin], '1995-01-01')).toBeUndefined();
  });
  test('does not depend on the order of the list', () => {
    for (const date of ['1995-01-01', '1998-01-01', '2010-01-01'])
      expect(personAt([son, father], date)).toBe(personAt([father, son], date));
  });
});

describe('the list', () => {
  const persons = readPersons();
  const named = (form: string): readonly PersonEntry[] => persons.filter(({ forms }) => forms.includes(form));

  test('has at least 700 persons, each under a full name', () => {
    expect(persons.length).toBeGreaterThanOrEqual(700);
    for (const { name, forms } of persons) expect(forms).toContain(name);
  });

  test('roles are dated in order', () => {
    for (const { id, roles } of persons) {
      const from = roles.map((role) => role.from).filter((date) => date !== undefined);
      expect(from, id).toEqual(from.toSorted());
    }
  });

  test.each([
    ['Kabila', '1997-03-15', 'Laurent Kabila'],
    ['Kabila', '2009-01-20', 'Joseph Kabila'],
    ['Aliyev', '1999-11-18', 'Heydar Aliyev'],
    ['Aliyev', '2020-11-10', 'Ilham Aliyev'],
    ['Bush', '1991-02-28', 'George H.W. Bush'],
    ['Bush', '2003-03-20', 'George W. Bush'],
    ['Clinton', '1995-11-21', 'Bill Clinton'],
    ['Clinton', '2012-11-21', 'Hillary Clinton'],
    ['Hariri', '1996-04-26', 'Rafik Hariri'],
    ['Aoun', '2018-01-01', 'Michel Aoun'],
  ])('%s on %s is %s', (form, date, name) => expect(personAt(named(form), date)?.name).toBe(name));

  test.each([
    ['Slobodan Milosevic', '1995-11-21', 'president', 'SRB GOV'],
    ['Slobodan Milosevic', '1999-06-03', 'president', 'YUG GOV'],
    ['Ahmed al-Sharaa', '2016-09-12', 'rebel leader', 'SYR REB'],
    ['Ahmed al-Sharaa', '2025-03-10', 'president', 'SYR GOV'],
    ['Riek Machar', '2014-01-23', 'rebel leader', 'SSD REB'],
    ['Pushpa Kamal Dahal', '2003-01-29', 'rebel leader', 'NPL REB'],
    ['Pushpa Kamal Dahal', '2008-09-01', 'prime minister', 'NPL GOV'],
    ['Xanana Gusmao', '1999-08-30', 'rebel leader', 'TLS REB'],
  ])('%s on %s: %s, %s', (name, date, office, code) =>
    expect(roleAt(named(name)[0]!, date)).toMatchObject({ office, code }),
  );
});
