/** Header: which conflict, which moment, which zone, search, language, light or dark. */
import { useState, type FormEvent } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { Overview } from '../../../src/serve/api/types.ts';
import { useApi, usePlainApi } from '../data/answers.ts';
import type { Live } from '../data/events.ts';
import { city } from '../data/format.ts';
import { LANGUAGES } from '../data/language.ts';
import { useView } from '../data/view.tsx';
import { useFrameWords } from '../messages/frame.ts';
import { AsOfControl } from './as-of.tsx';

const ZONES = [
  'UTC',
  'Asia/Yerevan',
  'Asia/Baku',
  'Europe/Moscow',
  'Europe/Kyiv',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'Africa/Khartoum',
  'Africa/Addis_Ababa',
  'America/Bogota',
  'Asia/Kolkata',
  'America/New_York',
  'Europe/London',
];
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function Header({ live, onHelp }: { readonly live: Live; readonly onHelp: () => void }) {
  const { link, zone, setZone, theme, setTheme, language, setLanguage } = useView();
  const words = useFrameWords();
  const { data } = useApi<Overview>('/overview');
  // The slider reaches over the whole ledger, whatever moment is shown
  const { data: now } = usePlainApi<Overview>('/overview');
  const zones = [...new Set([...ZONES, OWN_ZONE, zone])];
  return (
    <header className="bar">
      <Link href={link('/')} className="brand">
        truce<b>watch</b>
      </Link>
      <span className="situation">{data?.situations[0]?.name}</span>
      <LiveMark live={live} />
      <span className="grow" />
      <AsOfControl first={now?.firstDay} last={now?.lastDay} />
      <label className="field zone">
        <span>{words.timesIn}</span>
        <select value={zone} onChange={(event) => setZone(event.target.value)}>
          {zones.map((one) => (
            <option key={one} value={one}>
              {city(one)}
            </option>
          ))}
        </select>
      </label>
      <SearchBox />
      <select
        className="language"
        aria-label={words.language}
        value={language}
        onChange={(event) => setLanguage(LANGUAGES.find((one) => one === event.target.value) ?? 'en')}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one}>
            {one.toUpperCase()}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button plain theme"
        onClick={() => setTheme(isDark(theme) ? 'light' : 'dark')}
        aria-label={isDark(theme) ? words.useLight : words.useDark}
        title={isDark(theme) ? words.useLight : words.useDark}
      >
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M7 1.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
        </svg>
      </button>
      <button type="button" className="button plain help" onClick={onHelp} aria-label={words.help} title={words.help}>
        ?
      </button>
    </header>
  );
}

const isDark = (theme: string): boolean =>
  theme === 'dark' || (theme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);

/** Whether new reports come in by themselves, and how many changes there were. */
function LiveMark({ live }: { readonly live: Live }) {
  const words = useFrameWords();
  const { link } = useView();
  return (
    <span className={live.isConnected ? 'live on' : 'live'}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <circle cx="5" cy="5" r="4" />
      </svg>
      {live.changes.length === 0 ? (
        <span className="wide-only">{live.isConnected ? words.live : words.notLive}</span>
      ) : (
        <Link href={link('/changes')} role="status">
          {words.fresh(live.changes.length)}
        </Link>
      )}
    </span>
  );
}

function SearchBox() {
  const [parameters] = useSearchParams();
  const [path, navigate] = useLocation();
  // Lists are filtered by words of the same name; those are no search
  const asked = path === '/search' ? (parameters.get('q') ?? '') : '';
  const [typed, setTyped] = useState<{ readonly asked: string; readonly text: string }>({ asked, text: asked });
  // A search from elsewhere stands in the box as well
  const text = typed.asked === asked ? typed.text : asked;
  const setText = (next: string): void => setTyped({ asked, text: next });
  const { link } = useView();
  const words = useFrameWords();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    navigate(link(`/search?q=${encodeURIComponent(text)}`));
  };
  return (
    <form className="field" role="search" onSubmit={submit}>
      <input
        id="search"
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={words.searchShort}
        aria-label={words.search}
        size={16}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
