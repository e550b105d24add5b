/** The slots of each kind, in the order in which they are shown. */
import type { RecordKind } from '../../model/record.ts';
import { type SlotSpec, beside, echo, many, one, steps } from './readings.ts';

const PLACES = many('places');
const REQUEST_STEPS = ['decided', 'sent', 'received', 'scheduled'];

const TIME = one('time', 'finest');

export const SLOTS: Readonly<Record<RecordKind, readonly SlotSpec[]>> = {
  agreement: [
    one('class'),
    one('name'),
    one('stage', 'latest'),
    many('parties'),
    many('declaredBy'),
    many('mediators'),
    many('guarantors'),
    one('signed', 'finest'),
    echo('effectiveFrom', 'finest'),
    one('effective', 'finest'),
    one('until', 'latest'),
    one('document', 'latest'),
    many('terms'),
    PLACES,
  ],
  incident: [
    one('type'),
    echo('acled'),
    beside('accuser'),
    many('perpetrators'),
    many('targets'),
    PLACES,
    many('weapons'),
    many('losses'),
    TIME,
    echo('start'),
    echo('startZone'),
  ],
  toll: [
    beside('counter'),
    one('side'),
    one('killed', 'latest'),
    one('wounded', 'latest'),
    one('captured', 'latest'),
    one('missing', 'latest'),
    one('killedOrMissing', 'latest'),
    one('who'),
    one('period'),
    PLACES,
  ],
  observation: [one('monitor'), one('finding', 'latest'), one('period', 'finest'), PLACES],
  request: [one('requester'), one('addressee'), one('what'), one('instrument'), steps('status', REQUEST_STEPS)],
  meeting: [
    one('form'),
    steps('status', ['tentative', 'planned']),
    one('body'),
    many('participants'),
    many('participantNames'),
    one('place'),
    echo('start', 'finest'),
    echo('end', 'finest'),
    TIME,
    one('approximate'),
    one('closed'),
    one('requestedBy'),
    one('outcome'),
  ],
  plan: [one('who'), one('what'), one('due', 'finest'), one('promisedBy'), PLACES],
  mechanism: [one('name'), many('members'), many('adviser'), one('mandate')],
  statement: [one('speaker'), one('act'), many('addressees'), one('channel'), TIME],
  event: [many('actors'), many('recipients'), PLACES, TIME],
};
