/** Sentences of our own for made-up pages: patterns with slots, by subject and language. `{slot}` is filled by chance. */
import type { Random } from './random.ts';

export type Subject =
  | 'conflict'
  | 'sport'
  | 'food'
  | 'money'
  | 'culture'
  | 'weather'
  | 'council'
  | 'gadgets'
  | 'health'
  | 'travel'
  | 'spanish'
  | 'french'
  | 'german'
  | 'russian';

interface Pattern {
  readonly titles: readonly string[];
  readonly lines: readonly string[];
  readonly slots: Readonly<Record<string, readonly string[]>>;
}

const list = (words: string): readonly string[] => words.split('|');
const NAMES = list('Anna Holm|Peter Lind|Maria Sousa|Tom Barrow|Ines Duarte|Karl Weiss|Joan Firth|Luka Moreno');
const TOWNS = list('Brightford|Oakhaven|Lower Marl|Saint Brannoc|Kestrel Bay|Northwick|Elmstead|Port Averil');
const DAYS = list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday');
const NUMBERS = list('three|four|six|nine|eleven|twelve|fifteen|twenty|forty');
const COMMON = { name: NAMES, town: TOWNS, day: DAYS, n: NUMBERS };

export const PATTERNS: Readonly<Record<Subject, Pattern>> = {
  conflict: {
    titles: ['{side} forces shell {place}, officials say', 'Truce talks on {place} to resume on {day}'],
    lines: [
      '{side} forces shelled positions near {place} overnight, killing {n} soldiers, the {other} defence ministry said on {day}.',
      'The {other} army denied that it had opened fire and accused the {side} side of breaking the ceasefire.',
      'Mediators said that both sides had agreed to hold a new round of talks on {day} about the withdrawal of troops from {place}.',
      'Residents of {place} said that drones had flown over the town and that {n} houses had been destroyed.',
      'The foreign minister urged the parties to refrain from further attacks and to return to the ceasefire agreement.',
      'At least {n} civilians were wounded when a mortar shell hit a bus on the road to {place}, medics said.',
      'The peacekeeping mission reported {n} explosions along the line of contact since {day}.',
      'Rebels holding the northern road handed over {n} prisoners under the deal signed in {place}.',
    ],
    slots: {
      ...COMMON,
      side: list('Armenian|Azerbaijani|Sudanese|Ethiopian|Yemeni|Syrian|Lebanese|Congolese'),
      other: list('Azerbaijani|Armenian|Eritrean|Turkish|Israeli|Rwandan|Saudi|Chadian'),
      place: list('Goris|Jermuk|El Fasher|Mekelle|Hodeidah|Idlib|Tyre|Goma|Lachin|Marib'),
    },
  },
  sport: {
    titles: ['{town} beat {town2} to go top', '{name} signs for {town} until summer'],
    lines: [
      '{town} won {n} games in a row and went top of the league with a late goal on {day}.',
      'Striker {name} scored twice before half time and hit the bar in the closing minutes.',
      'The coach praised the defence and said that the crowd had carried the team through the second half.',
      'Goalkeeper {name} made {n} saves, one of them with his feet, and was named player of the match.',
      'The visitors from {town2} had more of the ball but found no way past a back line of five.',
      'The next match is on {day} against a side that has lost {n} of its last games.',
    ],
    slots: { ...COMMON, town2: TOWNS },
  },
  food: {
    titles: ['{n} soups for cold evenings', 'How {name} bakes bread in {town}'],
    lines: [
      'Heat the oven, butter a deep dish and slice {n} potatoes as thinly as the knife allows.',
      'Fry the onions slowly until they are golden, then stir in the cream and a little nutmeg.',
      '{name} learned the recipe from her grandmother, who sold pies at the market of {town}.',
      'Leave the dough to rise for {n} hours under a cloth, and do not open the window.',
      'Serve with a green salad, a glass of cold cider and bread from the day before.',
    ],
    slots: COMMON,
  },
  money: {
    titles: ['Shares of {town} Foods rise after results', 'What savers should know before {day}'],
    lines: [
      'Shares of the food maker rose {n} per cent on {day} after it raised its forecast for the year.',
      'Analysts had expected lower margins because of the price of wheat and the strength of the currency.',
      'The company will open {n} shops and close its oldest warehouse, chief executive {name} told investors.',
      'Savers can move up to a third of their deposit into the new account without a fee.',
      'Bond yields hardly moved, and the index of smaller firms ended the day where it had begun.',
    ],
    slots: COMMON,
  },
  culture: {
    titles: ['{name} brings a quiet comedy to {town}', 'The museum of {town} opens its attic'],
    lines: [
      'The film follows {n} sisters through a summer in {town} and never raises its voice.',
      '{name} plays the piano herself, a little out of time, and that is the charm of it.',
      'The museum shows {n} paintings that had been rolled up in the attic since the roof was mended.',
      'Tickets are sold from {day}; children under ten come in for nothing.',
      'The second act is too long, but the last song makes up for all of it.',
    ],
    slots: COMMON,
  },
  weather: {
    titles: ['Rain until {day}, then brighter', 'Fog closes ferry at {town}'],
    lines: [
      'Rain will spread from the west on {day} and reach {town} by the evening.',
      'Temperatures stay near {n} degrees, with a fresh breeze along the coast.',
      'The ferry did not run for {n} hours because of thick fog in the sound.',
      'Gardeners should bring in their tubs before the first frost of the week.',
    ],
    slots: COMMON,
  },
  council: {
    titles: ['{town} to mend {n} bridges', 'Bus fares in {town} stay as they are'],
    lines: [
      'The town hall will spend the money on {n} footbridges and a new roof for the swimming pool.',
      'Councillor {name} asked why the school in {town} was still without a crossing.',
      'Bus fares stay as they are until spring, and the night line comes back on {day}.',
      'Residents may look at the plans in the library and write down what they think of them.',
    ],
    slots: COMMON,
  },
  gadgets: {
    titles: ['The new {town} phone has one good idea', 'A laptop that {name} would keep'],
    lines: [
      'The screen is bright enough for the garden and the battery lasted {n} hours in our test.',
      'The camera softens faces more than we like, but colours are true and the lens does not stick out.',
      'It charges in less than an hour, weighs little and has a button that can be set to anything.',
      'At this price {name} would rather buy last year’s model and a better pair of headphones.',
    ],
    slots: COMMON,
  },
  health: {
    titles: ['Walk {n} minutes a day, doctors advise', 'What {name} learned about sleep'],
    lines: [
      'People who walk for {n} minutes after lunch sleep better, a study of nurses in {town} suggests.',
      'Doctor {name} advises to leave the telephone in the kitchen and to keep the bedroom cool.',
      'The clinic offers the vaccine on {day} mornings; no appointment is needed.',
      'Beans, oats and nuts hold more of it than any pill from the chemist’s shelf.',
    ],
    slots: COMMON,
  },
  travel: {
    titles: ['{n} quiet beaches near {town}', 'By night train to {town}'],
    lines: [
      'The path begins behind the church of {town} and follows the cliff for {n} miles.',
      'Rooms look over the harbour, breakfast is served until eleven and dogs are welcome.',
      'Take the early boat on {day}, for the island has only one café and it closes at four.',
      '{name} has kept the guest house for {n} years and lends out bicycles.',
    ],
    slots: COMMON,
  },
  spanish: {
    titles: ['El mercado de {town} abre los {day}', 'Receta de verano de {name}'],
    lines: [
      'El mercado abre cada {day} y los vecinos traen fruta, queso y flores de sus huertos.',
      'La receta lleva {n} tomates maduros, un poco de aceite y pan del día anterior.',
      '{name} canta en la plaza desde hace años y los niños bailan alrededor de la fuente.',
      'El tren de la costa volverá a circular en primavera, según la empresa que lo explota.',
    ],
    slots: { ...COMMON, day: list('lunes|martes|jueves|domingos'), n: list('tres|cuatro|seis|nueve') },
  },
  french: {
    titles: ['Le marché de {town} ouvre le {day}', 'La tarte de {name}'],
    lines: [
      'Le marché ouvre chaque {day} et les voisins y apportent des fruits, du fromage et des fleurs.',
      'Il faut {n} pommes, un peu de beurre et de la pâte que l’on a laissée reposer une heure.',
      '{name} chante sur la place depuis des années et les enfants dansent autour de la fontaine.',
      'Le petit train de la côte roulera de nouveau au printemps, dit la société qui l’exploite.',
    ],
    slots: { ...COMMON, day: list('lundi|mardi|jeudi|dimanche'), n: list('trois|quatre|six|neuf') },
  },
  german: {
    titles: ['Markt in {town} öffnet am {day}', 'Kuchen nach {name}'],
    lines: [
      'Der Markt öffnet jeden {day}, und die Nachbarn bringen Obst, Käse und Blumen aus ihren Gärten.',
      'Man nimmt {n} Äpfel, etwas Butter und einen Teig, der eine Stunde geruht hat.',
      '{name} singt seit Jahren auf dem Platz, und die Kinder tanzen um den Brunnen.',
      'Die Bahn an der Küste fährt im Frühling wieder, sagt die Gesellschaft, die sie betreibt.',
    ],
    slots: { ...COMMON, day: list('Montag|Dienstag|Donnerstag|Sonntag'), n: list('drei|vier|sechs|neun') },
  },
  russian: {
    titles: ['Рынок в городе открывается в {day}', 'Пирог по рецепту соседки'],
    lines: [
      'Рынок открывается каждый {day}, и соседи приносят фрукты, сыр и цветы из своих садов.',
      'Нужно взять {n} яблока, немного масла и тесто, которое постояло один час.',
      'Певица уже много лет поёт на площади, и дети танцуют вокруг фонтана.',
      'Поезд вдоль моря снова пойдёт весной, говорят в компании, которой он принадлежит.',
    ],
    slots: { ...COMMON, day: list('понедельник|вторник|четверг'), n: list('три|четыре') },
  },
};

/** One sentence or title of a subject. */
export function fill(pattern: string, subject: Subject, random: Random): string {
  const { slots } = PATTERNS[subject];
  return pattern.replaceAll(/\{(\w+)\}/g, (_, slot: string) => random.pick(slots[slot] ?? ['']));
}

/** A body of paragraphs about the subject. */
export function paragraphsOf(subject: Subject, count: number, random: Random): string[] {
  const { lines } = PATTERNS[subject];
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random.int(3) }, () => fill(random.pick(lines), subject, random)).join(' '),
  );
}

export const titleOf = (subject: Subject, random: Random): string =>
  fill(random.pick(PATTERNS[subject].titles), subject, random);
