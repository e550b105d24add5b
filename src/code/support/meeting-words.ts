/** Words that tell the form of a meeting. */
import type { MeetingForm } from '../../model/record.ts';

/** Lemmas of nouns that mean a meeting. */
export const NOUNS: ReadonlySet<string> = new Set([
  'meeting',
  'session',
  'summit',
  'talk',
  'call',
  'conversation',
  'conference',
  'visit',
  'negotiation',
  'consultation',
  'council',
  'discussion',
  'round',
  'trip',
  'dialogue',
]);

export interface FoundForm {
  readonly form: MeetingForm;
  /** The word that says it; absent when the verb alone does. */
  readonly word?: string;
}

const BY_WORDS: readonly (readonly [RegExp, MeetingForm])[] = [
  [
    / (?:video link|video-link|videolink|by video|video conference|video-conference|videoconference|virtually|via video) /,
    'video link',
  ],
  [
    / (?:by (?:tele)?phone|by telephone|telephone (?:call|conversation|talks?)|phone (?:call|conversation|talks?)|on the phone|over the phone) /,
    'call',
  ],
  [/ emergency (?:meeting|session|talks|summit) /, 'emergency'],
  [/ (?:summit) /, 'summit'],
];

const BY_NOUN: Readonly<Record<string, MeetingForm>> = {
  summit: 'summit',
  session: 'session',
  call: 'call',
  conversation: 'conversation',
  visit: 'visit',
  trip: 'visit',
  talk: 'talks',
  negotiation: 'talks',
  dialogue: 'talks',
  discussion: 'talks',
  round: 'talks',
  consultation: 'talks',
  meeting: 'meeting',
  conference: 'meeting',
};

const BY_VERB: readonly (readonly [RegExp, MeetingForm])[] = [
  [/ (?:call|called|calling|phoned|telephoned|phone|telephone) /, 'call'],
  [/ (?:visit|visited|visiting|arrived|travel|travelled|traveled|host|hosted|received) /, 'visit'],
  [/ (?:talk|talks|talked|negotiate|negotiated|negotiating|discuss|discussed|consulted|spoke|speak|confer) /, 'talks'],
  [/ (?:meet|met|meets|meeting|convene|convened|gathered) /, 'meeting'],
];

/** Form by the words of the sentence, the noun of the meeting, or its verb. */
export function formOf(sentence: string, trigger: string, noun: string | undefined): FoundForm | undefined {
  const special = BY_WORDS.find(([pattern]) => pattern.test(sentence));
  const isOwn =
    special !== undefined &&
    (special[1] !== 'summit' || noun === 'summit') &&
    (special[1] !== 'call' || noun === undefined || noun === 'call' || noun === 'conversation' || noun === 'talk');
  if (isOwn && special !== undefined) return { form: special[1], word: special[1] };
  if (noun !== undefined && BY_NOUN[noun] !== undefined) return { form: BY_NOUN[noun], word: noun };
  const verb = BY_VERB.find(([pattern]) => pattern.test(trigger));
  return verb === undefined ? undefined : { form: verb[1] };
}
