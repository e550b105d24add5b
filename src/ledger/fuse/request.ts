/** When two request records are one request: requester, addressee, and an instrument that does not differ, within days. */
import type { RequestRecord } from '../../model/record.ts';
import { foldName, sideOfActor } from '../keys.ts';
import { type Window, DAY, dayNumber, windowText } from '../time.ts';
import { plainFusion } from './plain.ts';

interface RequestFacts {
  readonly by: string;
  readonly to: string;
  readonly instrument: string;
  readonly what: string;
  readonly when: Window | undefined;
}

const SPAN = 5 * DAY;

const keys = (f: RequestFacts): string[] => {
  const pair = `${f.by}>${f.to.split(' ', 1)[0]}`;
  if (f.when === undefined) return [pair];
  const block = Math.floor(dayNumber(f.when.lo) / 10);
  return [block - 1, block, block + 1].map((n) => `${pair} ${n}`);
};

/** The same addressee, or an organisation and its council: "Northern Pact" and "Northern Pact Council". */
const addresseesAgree = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

export const requestFusion = plainFusion<RequestFacts>({
  kind: 'request',
  facts: (item) => {
    const record = item.record as RequestRecord;
    return {
      by: record.requester === undefined ? '' : sideOfActor(record.requester.value),
      to: record.addressee === undefined ? '' : sideOfActor(record.addressee.value),
      instrument: foldName(record.instrument?.value ?? ''),
      what: foldName(record.what?.value ?? ''),
      when: item.pub ?? item.when,
    };
  },
  signature: (f) => `${f.by}>${f.to}|${f.instrument}|${f.what}|${windowText(f.when)}`,
  keys,
  same: (a, b) => {
    if (a.by === '' || a.to === '' || a.by !== b.by || !addresseesAgree(a.to, b.to)) return undefined;
    if (a.instrument !== '' && b.instrument !== '' && a.instrument !== b.instrument) return undefined;
    if (a.when !== undefined && b.when !== undefined && Math.abs(a.when.lo - b.when.lo) > SPAN) return undefined;
    return {
      rule: 'request-same-parties',
      reason: `the same requester and addressee within five days${a.instrument !== '' && b.instrument !== '' ? ', under the same instrument' : ''}`,
      strength: a.instrument !== '' && a.instrument === b.instrument ? 2 : 1,
    };
  },
  conflict: (a, b) =>
    !addresseesAgree(a.to, b.to) || (a.instrument !== '' && b.instrument !== '' && a.instrument !== b.instrument),
  sameWhy: { rule: 'request-same-words', reason: 'the same requester, addressee and matter', strength: 9 },
});
