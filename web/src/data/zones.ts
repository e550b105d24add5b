/** Zones by the city that they are named after. */
import type { Language } from './language.ts';

const RUSSIAN: Readonly<Record<string, string>> = {
  Yerevan: 'Ереван',
  Baku: 'Баку',
  Moscow: 'Москва',
  Kyiv: 'Киев',
  Tbilisi: 'Тбилиси',
  Istanbul: 'Стамбул',
  Tehran: 'Тегеран',
  Jerusalem: 'Иерусалим',
  Gaza: 'Газа',
  Beirut: 'Бейрут',
  Damascus: 'Дамаск',
  Baghdad: 'Багдад',
  Khartoum: 'Хартум',
  'Addis Ababa': 'Аддис-Абеба',
  Bogota: 'Богота',
  Kolkata: 'Калькутта',
  Karachi: 'Карачи',
  'New York': 'Нью-Йорк',
  London: 'Лондон',
  Paris: 'Париж',
  Berlin: 'Берлин',
};

/** "Asia/Yerevan" as "Yerevan"; what is no zone of a city as it is. */
export function cityOf(zone: string, language: Language): string {
  const city = zone.replace(/^.*\//, '').replaceAll('_', ' ');
  return language === 'ru' ? (RUSSIAN[city] ?? city) : city;
}
