/** What the address and the reader's choices say: the moment asked for, the zone, light or dark. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { LANGUAGES, LanguageContext, type Language } from './language.ts';

export interface View {
  /** The asked moment as it stands in the address; undefined is now. */
  readonly asOf: string | undefined;
  readonly zone: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly setAsOf: (moment: string | undefined) => void;
  readonly setZone: (zone: string) => void;
  readonly setTheme: (theme: View['theme']) => void;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** An address of the desk that keeps the asked moment. */
  readonly link: (path: string) => string;
}

const ViewContext = createContext<View | undefined>(undefined);

const stored = (key: string, fallback: string): string => localStorage.getItem(`trucewatch.${key}`) ?? fallback;

export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [, navigate] = useLocation();
  const [parameters] = useSearchParams();
  const [zone, setZoneState] = useState(() => stored('zone', 'UTC'));
  const [theme, setThemeState] = useState(() => stored('theme', 'auto') as View['theme']);
  const [language, setLanguageState] = useState<Language>(() => firstLanguage());
  const asOf = parameters.get('asof') ?? undefined;
  const asked = languageOf(parameters.get('lang'));
  const shown = asked ?? language;

  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  useEffect(() => {
    document.documentElement.lang = shown;
  }, [shown]);

  const view = useMemo<View>(() => {
    const keep = (key: string, value: string): void => localStorage.setItem(`trucewatch.${key}`, value);
    return {
      asOf,
      zone,
      theme,
      setAsOf: (moment) => {
        const next = new URLSearchParams(window.location.search);
        if (moment === undefined) next.delete('asof');
        else next.set('asof', moment);
        const query = next.toString();
        navigate(`${window.location.pathname}${query === '' ? '' : `?${query}`}`);
      },
      setZone: (next) => {
        keep('zone', next);
        setZoneState(next);
      },
      setTheme: (next) => {
        keep('theme', next);
        setThemeState(next);
      },
      language: shown,
      setLanguage: (next) => {
        keep('language', next);
        setLanguageState(next);
        const query = new URLSearchParams(window.location.search);
        query.delete('lang');
        navigate(`${window.location.pathname}${query.size === 0 ? '' : `?${query}`}`, { replace: true });
      },
      link: (path) =>
        asOf === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}asof=${encodeURIComponent(asOf)}`,
    };
  }, [asOf, zone, theme, shown, navigate]);

  return (
    <ViewContext value={view}>
      <LanguageContext value={shown}>{children}</LanguageContext>
    </ViewContext>
  );
}

const languageOf = (text: string | null): Language | undefined => LANGUAGES.find((one) => one === text);

/** What the reader chose, else what the browser asks for, else English. */
const firstLanguage = (): Language =>
  languageOf(localStorage.getItem('trucewatch.language')) ?? languageOf(navigator.language.slice(0, 2)) ?? 'en';

export function useView(): View {
  const view = useContext(ViewContext);
  if (view === undefined) throw new Error('useView outside ViewProvider');
  return view;
}
