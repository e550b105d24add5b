/** Words of the builder of situation reports. */
import { messages } from './messages.ts';

export const useSitrepWords = messages({
  en: {
    title: 'Situation report',
    lead: 'What stands, who says so, what is due, of any period. Made from the ledger by rules; every sentence leads to its words.',
    truce: 'Truce',
    all: 'all that stand in the period',
    from: 'From',
    to: 'To',
    since: 'Tell what changed since',
    language: 'Language',
    redact: 'Withhold names of private persons',
    make: 'Preview',
    save: 'Save as',
    preview: 'Preview',
    choose: 'Choose a period; without one the report tells of the last day of the ledger.',
    making: 'Writing the report …',
  },
  ru: {
    title: 'Отчёт об обстановке',
    lead: 'Что в силе, кто это говорит, что предстоит — за любой период. Составлен по правилам из книги; каждая фраза ведёт к словам.',
    truce: 'Перемирие',
    all: 'все за этот период',
    from: 'С',
    to: 'По',
    since: 'Сказать, что изменилось с',
    language: 'Язык',
    redact: 'Скрыть имена частных лиц',
    make: 'Посмотреть',
    save: 'Сохранить как',
    preview: 'Просмотр',
    choose: 'Выберите период; без него отчёт расскажет о последнем дне книги.',
    making: 'Отчёт пишется …',
  },
});
