/** The languages that a situation report is written in. The template holds the headings; the sentences are here. */
import { english } from './english.ts';
import { russian } from './russian.ts';
import type { Speech } from './speech.ts';

export const LANGUAGES = ['en', 'ru'] as const;
export type SitrepLanguage = (typeof LANGUAGES)[number];

export const SPEECH: Readonly<Record<SitrepLanguage, Speech>> = { en: english, ru: russian };
