/**
 * Whether an event is an act of force between armed sides, and not a metaphor, police work, an accident or a duty:
 * what the rule of incidents asks of each kind. Precision before recall: what is left out stays an event.
 */
import type { ActorMention, Doc, VerbGroup, WeaponMention } from '../../model/doc.ts';
import type { IncidentType } from '../../model/record.ts';
import { indexAt, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { countryOf, isCountryCode, timesIn, wordsIn, type CodeContext } from './context.ts';

const FORCES = / (?:MIL|REB|UAF|SEP|INS|PRM)\b/;

/** Soldiers, rebels, gunmen; not police. */
export const isForces = ({ code }: ActorMention): boolean => FORCES.test(` ${code}`);

/** A state by its name, its capital or its government; not a statesman, not a people. */
export const isState = ({ code, type }: ActorMention): boolean =>
  isCountryCode(code) && /^[A-Z]{3}(?: GOV)?$/.test(code) && type !== 'person' && type !== 'people' && type !== 'role';

const isPolice = ({ code }: ActorMention): boolean => / COP\b/.test(code);
const isPeople = ({ type, code }: ActorMention): boolean =>
  type === 'people' || (isCountryCode(code) && code.length === 3);

/** What the judging of one event looks at. */
export interface Ground {
  readonly extent: Span;
  /** Towns, districts and areas of the act; no country. */
  readonly places: number;
  readonly weapons: readonly WeaponMention[];
}

/** Whether `event` is an act of force that an incident record may hold. */
export function isActOfForce(context: CodeContext, event: EventMention, ground: Ground): boolean {
  if (OWN_HAND.test(wordsIn(context, sentenceAround(context.doc, event.trigger)))) return false;
  if (isRiot(context, event)) return false;
  if (event.nominal) return isNamedAct(context, event, ground);
  if (isDrill(context, event, ground) || isStanding(context, event, ground) || isVague(context, event)) return false;
  return event.incident !== undefined && TESTS[event.incident](context, event, ground);
}

/** Whoever shoots himself, or by mistake, is attacked by nobody. */
const OWN_HAND =
  / (?:(?:his|her|their) own (?:\w+ )?(?:gun|pistol|rifle|weapon|revolver)|(?:shot|killed|hanged|shoot|kill) (?:himself|herself|themselves)|accidental|accidentally|misfired|(?:suspected|apparent|committed|committing) suicide|suicide (?:was|is) suspected) /;

/** Weapons that anybody makes or picks up, and what is let off at feasts: what crowds throw. */
const CRUDE = / (?:petrol[ -]bombs?|fire ?- ?bombs?|firebombs?|molotovs?|stones|bottles|firecrackers|fireworks) /;

/** "Students threw petrol bombs": without soldiers, rebels or gunmen on a side it is a riot. */
const isRiot = (context: CodeContext, { trigger, source, target }: EventMention): boolean =>
  ![...source, ...target].some(isForces) && CRUDE.test(wordsIn(context, sentenceAround(context.doc, trigger)));

const sentenceAround = ({ sentences }: Doc, { start }: Span): Span => sentences[indexAt(sentences, start)]!;

type Test = (context: CodeContext, event: EventMention, ground: Ground) => boolean;

const isAdvance: Test = (context, event) =>
  event.source.some((actor) => isForces(actor) || isState(actor)) &&
  !isGame(context, event) &&
  !COMPUTERS.test(wordsIn(context, event.extent));

/** What is entered and seized without a soldier near it. */
const COMPUTERS = / (?:computers?|networks?|servers?|websites?|e-?mails?|databases?|accounts?|software) /;

const lemmaOf = ({ doc }: CodeContext, { trigger }: EventMention): string =>
  doc.tokens[indexAt(doc.tokens, trigger.start)]!.lemma;

/** A subject that is no actor: an earthquake hits, a price falls. */
const isActive = ({ doc }: CodeContext, { clause }: EventMention): boolean =>
  clause !== undefined &&
  doc.verbs[doc.clauses[clause]!.verb]!.voice === 'active' &&
  doc.clauses[clause]!.subjects.length > 0;

const DRILLS =
  / (?:test|tests|tested|test-fired|test-fire|exercises?|drills?|maneuvers?|manoeuvres?|training|simulated|mock|orbit|satellites?|(?:into|in) (?:space|the sea)) /;

/** Missiles fired in a test or an exercise hit nobody. */
function isDrill(context: CodeContext, { source, target, trigger }: EventMention, { extent }: Ground): boolean {
  if (DRILLS.test(wordsIn(context, extent))) return true;
  if (
    source.length > 0 &&
    target.some((actor) => isForces(actor) || isPeople(actor)) &&
    !target[0]!.code.startsWith('IGO')
  )
    return false;
  const at = indexAt(context.doc.sentences, trigger.start);
  const before = context.doc.sentences[Math.max(0, at - 1)]!;
  return / (?:exercises?|drills?|maneuvers?|manoeuvres?) /.test(
    wordsIn(context, { start: before.start, end: context.doc.sentences[at]!.end }),
  );
}

/** "often kidnap foreigners": what is usual is no single act. */
function isHabit({ tokens }: Doc, { first, head }: VerbGroup): boolean {
  for (let at = Math.max(0, first - 1); at < head; at++)
    if (/^(?:often|frequently|usually|regularly|routinely|always|generally|sometimes)$/.test(tokens[at]!.lower))
      return true;
  return false;
}

/** Books hit shelves, generals order strikes, armies conduct operations: no act that somebody could breach a truce with. */
function isVague(context: CodeContext, { trigger, extent, sense }: EventMention): boolean {
  const words = wordsIn(context, trigger);
  if (/^ (?:spark|trigger|prompt|caus|order|provok|threat|fear|conclud|end|won |win|lost |los|finish)/.test(words))
    return true;
  // "targeted killings": a kind of act
  if (words.startsWith(' targeted') && NAMES_KIND.test(context.doc.text.slice(trigger.end, trigger.end + 16)))
    return true;
  if (/^v-(?:conduct|continue|order|authori[sz]e)-/.test(sense)) return true;
  if (/^ (?:conduct|continue|order|authori[sz]|violat)/.test(words))
    return !/ (?:cease-?fire|truce|armistice|airspace|border|waters|regime|territory) /.test(wordsIn(context, extent));
  return / (?:hit|hits|struck|strike) (?:the |a )?(?:\w+ )?(?:shelves|market|markets|headlines|road|streets|screens|record|jackpot|deal|bargain|chord) /.test(
    wordsIn(context, extent),
  );
}

/** Stretches of months and years that acts are counted over: with a length, up to now, or from a beginning on. */
const COUNTED_OVER =
  / (?:(?:during|over|in|for) (?:the )?(?:same (?:period|time)|(?:past|last|previous|preceding) (?:[\w-]+ ){0,2}(?:months|years|decades?))|so far this year|since the (?:start|beginning) of (?:the|this|last) (?:year|month|war|conflict|uprising|offensive)) /;

/** "killed 30 farmers over the past two years": a sum of many acts, unless a day is told. */
const isSum = (context: CodeContext, { extent }: EventMention): boolean =>
  COUNTED_OVER.test(wordsIn(context, extent)) &&
  !timesIn(context, extent).some(({ value }) => /^\d{4}-\d\d-\d\d/.test(value));

const NAMES_KIND = /^ (?:killings?|assassinations?|strikes|attacks|raids|operations|sanctions)\b/;

/** "where troops are fighting insurgents": a state of things, no act. */
function isStanding(context: CodeContext, event: EventMention, { places, weapons }: Ground): boolean {
  const { doc } = context;
  const { clause } = event;
  if (clause === undefined) return false;
  if (isSum(context, event)) return true;
  if (isHabit(doc, doc.verbs[doc.clauses[clause]!.verb]!)) return true;
  const { tense, perfect, form, lemma, head, sentence } = doc.verbs[doc.clauses[clause]!.verb]!;
  // "has stepped up raids": how often, not what
  if (tense === 'present' && perfect && /^(?:step|intensify|escalate|increase)$/.test(lemma)) return true;
  // "the islands [occupied by X's troops]"
  if (form === 'participle' && /^(?:occupy|hold|control)$/.test(lemma)) return true;
  if (lemma !== 'fight' && places + weapons.length > 0) return false;
  const isNow =
    (tense === 'present' && !perfect) ||
    (form === 'gerund' && (lemma === 'fight' || doc.tokens[head - 1]?.pos === 'NOUN'));
  return (
    isNow &&
    doc.sentences[sentence]!.zone === 'body' &&
    /^(?:fight|battle|clash|attack|target|kill|strike|hit)$/.test(lemma)
  );
}

/** Verbs that speak of quarrels, markets and games as much as of arms. */
const WEAK: ReadonlySet<string> = new Set(
  'raid storm attack hit target strike fight battle assault engage overwhelm pound overrun retaliate counterattack counter wage start press conduct mount unleash carry shoot be go do'.split(
    ' ',
  ),
);

function isFire(context: CodeContext, event: EventMention, { places, weapons }: Ground): boolean {
  const { source, target } = event;
  const lemma = lemmaOf(context, event);
  const isArmed = source.some(isForces);
  const isByState = source.some(isState);
  if (UNARMED.test(wordsIn(context, event.extent)) || isDrivenInto(context, event, weapons)) return false;
  if ((event.negated && lemma === 'target') || (lemma === 'open' && !OPENS_FIRE.test(wordsIn(context, event.extent))))
    return false;
  if (source.length > 0 && source.every(isPolice)) return target.some(isForces);
  if (lemma === 'come' && source.length > 0 && !source.some(isForces)) return false;
  if (source.length === 0) {
    if (isBareGerund(context, event)) return false;
    if (WEAK.has(lemma) && isActive(context, event))
      return weapons.some((weapon) => !/^(?:other|small arms|chemical)$/.test(weapon.class)) && target.length > 0;
    return (target.some(isForces) || target.some(isPeople)) && weapons.length + places > 0 && isOfSides(target);
  }
  if (!isArmed && (!isByState || (source.some(isSpokesman) && weapons.length === 0))) return false;
  const isAgainst = target.some((actor) => isForces(actor) || isState(actor) || isPeople(actor) || isVictim(actor));
  if (!WEAK.has(lemma)) return true;
  if (isArmed) return isAgainst || places + weapons.length > 0;
  const isField = places > 0 || FIELD.test(wordsIn(context, event.extent));
  return weapons.length > 0 || (/^(?:attack|assault)$/.test(lemma) && isField);
}

/** A person or a firm of which nothing is known, hit by nobody named, is no loss of a side. */
const isOfSides = (target: readonly ActorMention[]): boolean => target.some(({ code }) => !/^UNK(?: BUS)?$/.test(code));

const isFirm = ({ code }: ActorMention): boolean => code === 'UNK BUS';

/** "[Targeting] the militants will continue": a way of acting, no act. */
function isBareGerund({ doc }: CodeContext, { clause }: EventMention): boolean {
  if (clause === undefined) return false;
  const { verb, subjects } = doc.clauses[clause]!;
  return doc.verbs[verb]!.form === 'gerund' && subjects.length === 0;
}

/** An economy is opened up as well. */
const OPENS_FIRE = / (?:fire|guns?|barrage|bombardment|cannonade|front|artillery|mortars?|rockets?|shooting) /;

/** "hitting the minister's car": a vehicle against a vehicle, where nobody fires. */
const isDrivenInto = (context: CodeContext, { trigger }: EventMention, weapons: readonly WeaponMention[]): boolean =>
  weapons.length === 0 &&
  / (?:hit|hits|hitting|struck|striking) (?:\S+ ){0,3}(?:car|bus|truck|van|taxi|motorcycle|bicycle|jeep) /.test(
    wordsIn(context, { start: trigger.start, end: trigger.end + 48 }),
  );

/** Means against crowds, and what one fights without an army. */
const UNARMED =
  / (?:tear gas|rubber bullets|water cannons?|cyber|cyberattacks?|hackers?|(?:surgical|medical|rescue|relief|humanitarian|evacuation|clean-up|cleanup) (?:and \w+ )?operations?|(?:fight|fights|fighting|fought|battle|battling) (?:against |a |an |the |\w+ing )*(?:violence|terrorism|crime|corruption|poverty|drugs|disease|epidemic|virus|inflation)) /;

const isAccident = (context: CodeContext, { trigger }: EventMention): boolean =>
  / (?:collid\w+|collisions?|storm|rough|capsized) /.test(wordsIn(context, sentenceAround(context.doc, trigger)));

/** What lies in the field: a country that attacks these does so by arms. */
const FIELD =
  / (?:positions?|troops|forces|soldiers|posts?|outposts?|villages?|towns?|convoys?|trenches|bases?|territory|units?) /;

const isSpokesman = ({ type, code }: ActorMention): boolean => type === 'person' && !isForces({ code } as ActorMention);
const isVictim = ({ code }: ActorMention): boolean => / (?:CVL|COP|REF|GOV|MED|LAB|REL|JRN)\b/.test(` ${code}`);

/** Abductions, and arrests by forces or across the lines; police at home make arrests, not incidents. */
function isTaking(context: CodeContext, event: EventMention): boolean {
  const lemma = lemmaOf(context, event);
  const { source, target } = event;
  if (/^(?:charge|indict|jail|imprison|remand|nab|snatch)$/.test(lemma)) return false;
  if (/^(?:abduct|kidnap|hijack|hold|take)$/.test(lemma))
    return source.length === 0
      ? target.some((of) => !/ (?:REB|UAF)\b/.test(of.code)) &&
          !/ into (?:\w+ )?custody /.test(wordsIn(context, event.extent))
      : source.some(isForces);
  const isAcross = target.some((of) => / (?:REB|UAF|SEP|INS)\b/.test(of.code) || source.some((by) => isOther(by, of)));
  const isMarked = WANTED.test(wordsIn(context, event.extent)) && source.some(isForces);
  return (
    (source.some(isForces) && isAcross && !target.some(isCivil)) ||
    isMarked ||
    (source.some(isState) && isAcross && !target.some(isCivil))
  );
}

const WANTED =
  / (?:militants?|rebels?|insurgents?|fighters?|guerrillas?|soldiers?|separatists?|troops|saboteurs?|sabotage) /;
const isCivil = ({ code }: ActorMention): boolean => / (?:REF|CRM|BUS|JRN|LAB)\b/.test(code);

const isOther = (by: ActorMention, of: ActorMention): boolean =>
  isCountryCode(of.code) && countryOf(of.code) !== countryOf(by.code);

const FRONT =
  / (?:border|borders|frontier|front|frontline|front-line|line|lines|positions|buffer|demilitarized|demilitarised|outskirts|enclave|checkpoint|checkpoints) /;
const PEACEFUL =
  / (?:peacekeepers?|peacekeeping|peace|relief|rescue|aid|disaster|quake|earthquake|flood|un|united|humanitarian|nato|isaf|unifil|multinational|protesters|demonstrators|protests|order|elections?|match|summit|crime|smuggling|patrols?|police|policemen|policewomen) /;

/** Forces gather at a line; troops for peacekeeping, relief and order do not. */
function isBuildUp(context: CodeContext, event: EventMention, { extent }: Ground): boolean {
  const words = wordsIn(context, extent);
  const lemma = lemmaOf(context, event);
  if (PEACEFUL.test(words)) return false;
  return (
    event.source.some((actor) => (isForces(actor) || isState(actor)) && !/^(?:IGO|UNO|NGO|IMG)/.test(actor.code)) &&
    !/^(?:call|arm|police|place|put|beef|bolster)$/.test(lemma) &&
    (FRONT.test(words) || /^(?:mass|amass)$/.test(lemma))
  );
}

const WAYS =
  / (?:roads?|crossings?|routes?|highways?|corridor|access|convoys?|monitors?|observers?|inspectors|checkpoints?|border|bridge|port|airport|strait|passage|aid|town|village|camp|city|base|area|entrance) /;

function isBlocking(context: CodeContext, event: EventMention, { extent, places }: Ground): boolean {
  if (/^(?:ban|outlaw|prohibit|shut|impose)$/.test(lemmaOf(context, event))) return false;
  const isArmed = event.source.some((actor) => isForces(actor) || isState(actor));
  return (
    isArmed &&
    (places > 0 || WAYS.test(wordsIn(context, extent))) &&
    !isAround(context, event) &&
    !/ (?:trade|imports?|exports?|bill|law|vote|market|discussions?|talks|debate|proposals?|plans?|resolution|deal|efforts?|attempts?|sale|merger|nomination|membership|appointment|investigation|probe|reforms?|legislation|statement|motion|candidacy) /.test(
      wordsIn(context, extent),
    )
  );
}

/** "the quarrel surrounding the valley": a participle that tells what something is about. */
function isAround({ doc }: CodeContext, { clause: index, source }: EventMention): boolean {
  const clause = index === undefined ? undefined : doc.clauses[index];
  if (clause === undefined || !/^(?:gerund|participial)$/.test(clause.role)) return false;
  const { lemma, voice } = doc.verbs[clause.verb]!;
  return lemma === 'surround' && voice === 'active' && !source.some(isForces);
}

/** Verbs of bursting, which tempers, prices and crowds do as well. */
const BURSTS: ReadonlySet<string> = new Set(['explode', 'erupt']);

/** "blew up at reporters", "the government exploded with anger": what bursts itself, and is no armed man, is a figure. */
const isFigure = (context: CodeContext, event: EventMention): boolean => {
  const lemma = lemmaOf(context, event);
  return lemma === 'blow' || (BURSTS.has(lemma) && !hasObject(context, event) && !event.source.some(isForces));
};

const hasObject = ({ doc }: CodeContext, { clause }: EventMention): boolean =>
  clause !== undefined && doc.clauses[clause]!.objects.length > 0;

function isMining(context: CodeContext, event: EventMention, { weapons }: Ground): boolean {
  if (event.source.some(isPolice) || (isFigure(context, event) && weapons.length === 0)) return false;
  return (
    event.source.some((actor) => isForces(actor) || isState(actor)) ||
    (weapons.some(isExplosive) && event.target.length > 0 && !event.target.every(isFirm))
  );
}

const isExplosive = (weapon: WeaponMention): boolean => weapon.class === 'mine' || weapon.class === 'explosive';

/** Harm that arms may do; what police, courts and border guards do to their own is another matter. */
const HARM: ReadonlySet<string> = new Set(
  'kill wound injure shoot seize occupy capture destroy demolish massacre slaughter assassinate murder slay behead execute down sink maim burn torch blow level raze flatten devastate neutralise neutralize eliminate annihilate loot'.split(
    ' ',
  ),
);
const ACCIDENT =
  / (?:accidents?|crash|crashed|collision|collided|quake|earthquake|floods?|storm|typhoon|hurricane|landslide|avalanche|blaze|arson|coal|gas|disease|flu|virus|poison|drowned|stampede|bus|ferry|train|miners|lightning|tsunami|cyclone|snow|heat|cold) /;
const VIOLENCE =
  / (?:attacks?|blasts?|explosions?|bombs?|bombing|bombings|bomber|clash|clashes|shooting|shot|ambush|fighting|shelling|raid|raids|gunbattle|gunfight|gunmen|strike|strikes|airstrike|gunfire|rocket|rockets|mortar|offensive|battle|battles|firefight) /;

function isHarm(context: CodeContext, event: EventMention, { extent, weapons, places }: Ground): boolean {
  const lemma = lemmaOf(context, event);
  if (!HARM.has(lemma)) return false;
  const words = wordsIn(context, extent);
  const isArmed = event.source.some(isForces);
  if (/^(?:seize|occupy|loot|destroy|demolish|level|eliminate|burn|execute)$/.test(lemma))
    return (
      isArmed &&
      (places > 0 || event.target.length > 0) &&
      !isOfPronoun(context, event) &&
      !/ (?:power|drugs?|chance|opportunity|weapons?|heroin|cocaine) /.test(words)
    );
  if (ACCIDENT.test(words) || isHeadlineParticiple(context, event) || isListed(context, event)) return false;
  if (lemma === 'down' || lemma === 'sink') return (isArmed || weapons.length > 0) && !isAccident(context, event);
  if (isArmed || (event.source.some(isState) && weapons.length > 0)) return event.target.length + places > 0;
  if (event.source.length > 0 || !isOfSides(event.target)) return false;
  return event.target.length > 0 && (weapons.length > 0 || VIOLENCE.test(words)) && places + weapons.length > 0;
}

/** "was listed as [killed] in action" */
const isListed = ({ doc }: CodeContext, { trigger }: EventMention): boolean =>
  doc.tokens[indexAt(doc.tokens, trigger.start) - 1]?.lower === 'as';

/** "started destroying [them]": mostly one's own old arms. */
const isOfPronoun = ({ doc }: CodeContext, { target, targetPhrases }: EventMention): boolean =>
  target.length === 0 &&
  targetPhrases.length > 0 &&
  targetPhrases.every((phrase) => doc.tokens[doc.phrases[phrase]!.head]!.pos === 'PRON');

/** "Two soldiers wounded in clashes": a participle that the parser takes for a verb without an object. */
function isHeadlineParticiple({ doc }: CodeContext, { clause: index, source }: EventMention): boolean {
  const clause = index === undefined ? undefined : doc.clauses[index];
  return (
    clause !== undefined &&
    source.length > 0 &&
    doc.verbs[clause.verb]!.voice === 'active' &&
    clause.objects.length === 0
  );
}

/** Nouns too wide for one act. */
const WIDE: ReadonlySet<string> = new Set(
  'war invasion aggression bloodshed killing murder combat hostility violence sabotage arrest detention curfew exercise deployment maneuver manoeuvre mobilisation mobilization buildup build-up battle game occupation strike blast explosion assassination'.split(
    ' ',
  ),
);

function isNamedAct(context: CodeContext, event: EventMention, { places, weapons }: Ground): boolean {
  const { source, target } = event;
  const lemma = lemmaOf(context, event);
  if (WIDE.has(lemma) || isLed(context, event)) return false;
  const sides = [...source, ...target];
  if (sides.some(isPolice) && !sides.some((actor) => / (?:MIL|REB)\b/.test(actor.code))) return false;
  if (!source.some((actor) => isForces(actor) || isState(actor))) return false;
  return places + weapons.length > 0 || target.some((actor) => isForces(actor) || isPeople(actor));
}

/** "the X-led invasion": an old war called by its name. */
const isLed = ({ doc }: CodeContext, { trigger }: EventMention): boolean =>
  /\b(?:-?led|-backed|war|19\d\d|20\d\d)\s$/i.test(doc.text.slice(Math.max(0, trigger.start - 8), trigger.start));

/** Words of contests right around the act: "took control of the match". */
const isGame = (context: CodeContext, { extent }: EventMention): boolean =>
  / (?:match|game|race|set|company|firm|board|market|parliament|senate|congress|stake|shares) /.test(
    wordsIn(context, extent),
  );

const TESTS: Readonly<Record<IncidentType, Test>> = {
  fire: isFire,
  'air or drone': isFire,
  detention: isTaking,
  movement: isAdvance,
  'build-up': isBuildUp,
  obstruction: isBlocking,
  mine: isMining,
  other: isHarm,
};
