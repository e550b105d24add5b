/** The sentences of a situation report in Russian. Names are not inflected: they stand after a colon or a dash. */
import { stretchOf } from '../../model/stretch.ts';
import type { Speech } from './speech.ts';

/** "1 случай", "2 случая", "5 случаев". */
function many(count: number, one: string, few: string, more: string): string {
  const [last, lastTwo] = [count % 10, count % 100];
  if (last === 1 && lastTwo !== 11) return `${count} ${one}`;
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? `${count} ${few}` : `${count} ${more}`;
}

const stretch = (hours: number): string => {
  const { count, unit } = stretchOf(hours);
  return unit === 'hour' ? many(count, 'час', 'часа', 'часов') : many(count, 'день', 'дня', 'дней');
};

export const russian: Speech = {
  language: 'ru',
  months: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  shortMonths: ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  status: {
    proposed: 'предложено',
    announced: 'объявлено, ещё не вступило в силу',
    'in force, nothing alleged': 'в силе, о нарушениях не заявлено',
    contested: 'оспаривается',
    broken: 'нарушено',
    superseded: 'заменено новым',
    expired: 'истекло',
    'declared over': 'объявлено прекращённым',
  },
  act: {
    fire: 'Обстрел',
    movement: 'Передвижение сил',
    'build-up': 'Сосредоточение сил',
    'air or drone': 'Удар с воздуха или беспилотника',
    mine: 'Минирование',
    obstruction: 'Препятствие',
    detention: 'Задержание',
    other: 'Инцидент',
  },
  outcome: {
    due: 'предстоит',
    kept: 'состоялось',
    moved: 'перенесено',
    cancelled: 'отменено',
    missed: 'не состоялось',
    overdue: 'просрочено',
    open: 'срок не назван',
  },
  step: {
    'one party alone': 'слово одной стороны',
    'several voices of one side': 'несколько голосов одной стороны',
    'outlet observed': 'собственное наблюдение издания',
    'other party admits': 'признаёт другая сторона',
    'third party confirms': 'подтверждает третья сторона',
    verified: 'проверено',
  },
  difference: {
    contradiction: 'открытое противоречие',
    update: 'позднейшее заменяет прежнее',
    naming: 'одно и то же под двумя названиями',
    precision: 'одно менее точно, чем другое',
  },
  relation: { at: 'место:', near: 'вблизи:', toward: 'в направлении:' },
  loss: {
    killed: 'убитых',
    wounded: 'раненых',
    captured: 'пленных',
    missing: 'пропавших',
    killedOrMissing: 'убитых или пропавших',
  },
  change: { new: 'Новое', gone: 'Снято', changed: 'Изменено', status: 'Состояние', agenda: 'Повестка' },
  slot: {
    effective: 'действует с',
    effectiveFrom: 'действует с',
    killed: 'убитые',
    wounded: 'раненые',
    captured: 'пленные',
    missing: 'пропавшие',
    killedOrMissing: 'убитые или пропавшие',
    killedAndWounded: 'убитые и раненые',
    signed: 'дата',
    start: 'начало',
    time: 'время',
    places: 'место',
    parties: 'стороны',
    perpetrators: 'кто действовал',
    requester: 'кто просит',
    addressee: 'у кого просят',
    status: 'состояние',
    period: 'период',
    due: 'срок',
    participants: 'участники',
    participantNames: 'участники',
    form: 'форма',
    type: 'вид действия',
    weapons: 'оружие',
    name: 'название',
    counter: 'кто считает',
    side: 'чьи потери',
    who: 'кто',
  },
  nobody: 'не назван',
  someone: 'Неназванный голос',
  unknownTime: 'время неизвестно',
  and: 'и',
  between: (from, to) => `между ${from} и ${to}`,
  atLeast: (count) => `не менее ${count}`,
  atMost: (count) => `не более ${count}`,
  inForce: (from) => `Действует с: ${from}.`,
  noMoment: () => 'Момент вступления в силу не назван.',
  announcedBy: (who) => `Объявили: ${who}.`,
  notConfirmedBy: (who) => `В этих сообщениях не подтверждает: ${who}.`,
  accuses: (accuser, accused, count) =>
    `${accuser} заявляет о нарушениях, обвиняется ${accused}: ${many(count, 'случай', 'случая', 'случаев')}`,
  standing: ({ alone, denied, admitted, confirmed }) =>
    [
      ...(alone > 0 ? [`только по словам обвинителя ${alone}`] : []),
      ...(denied > 0 ? [`отрицается ${denied}`] : []),
      ...(admitted > 0 ? [`признано ${admitted}`] : []),
      ...(confirmed > 0 ? [`подтверждено третьей стороной ${confirmed}`] : []),
    ].join(', '),
  noneAlleged: () => 'В этих сообщениях никто не заявляет о его нарушении.',
  quiet: (hours) => `До момента отчёта без заявлений о нарушениях: ${stretch(hours)}.`,
  lastBreach: (when) => `Последнее заявленное нарушение относят к: ${when}.`,
  supersededBy: (title) => `Заменено: ${title}.`,
  reaffirmed: (who) => `Подтвердили приверженность: ${who}.`,
  silent: (side, from, to) =>
    from === to
      ? `${from} нет сообщений стороны: ${side}. Это молчание источников, а не мир.`
      : `С ${from} по ${to} нет сообщений стороны: ${side}. Это молчание источников, а не мир.`,
  incident: ({ act, places, by, accuser, accused }) =>
    [
      `${act}${places === '' ? '' : `, ${places}`}`,
      ...(accuser === undefined
        ? []
        : [`заявляет ${accuser}${accused === undefined ? '' : `, обвиняется ${accused}`}`]),
      ...(by === undefined ? [] : [`по сообщениям, действовала сторона: ${by}`]),
    ].join('; '),
  deniedBy: (who) => `отрицает: ${who}`,
  steps: (step) => step,
  toll: ({ side, counts, counter, when }) =>
    `${side}: ${counts}${counter === undefined ? '' : `; считает ${counter}`} (${when}).`,
  differs: (what, readings, type) => `${what}: ${readings} (${type}).`,
  reported: (when) => `сообщено ${when}`,
  picture: {
    timeline: 'Кто кого и когда обвиняет',
    map: 'Места заявленных действий',
    says: 'о другой стороне',
    near: 'вблизи',
    toward: 'в направлении',
    heard: 'сообщения каждой стороны',
  },
};
