/** Header: which moment, which zone, search, light or dark. */
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { useView } from '../data/view.tsx';

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

export function Header() {
  const { link, zone, setZone, theme, setTheme } = useView();
  const zones = [...new Set([...ZONES, OWN_ZONE, zone])];
  return (
    <header className="bar">
      <Link href={link('/')} className="brand">
        truce<b>watch</b>
      </Link>
      <span className="grow" />
      <AsOf />
      <label className="field">
        <span>times in</span>
        <select value={zone} onChange={(event) => setZone(event.target.value)}>
          {zones.map((one) => (
            <option key={one} value={one}>
              {one.replace(/^.*\//, '').replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <SearchBox />
      <button
        type="button"
        className="button plain"
        onClick={() => setTheme(isDark(theme) ? 'light' : 'dark')}
        aria-label={isDark(theme) ? 'Use the light look' : 'Use the dark look'}
      >
        {isDark(theme) ? 'Light' : 'Dark'}
      </button>
    </header>
  );
}

const isDark = (theme: string): boolean =>
  theme === 'dark' || (theme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);

/** The moment that the desk shows; an empty field is now. */
function AsOf() {
  const { asOf, setAsOf } = useView();
  return (
    <label className="field">
      <span>as of</span>
      <input
        type="datetime-local"
        key={asOf ?? 'now'}
        defaultValue={asOf === undefined ? '' : asOf.slice(0, 16)}
        aria-label="As of, in UTC"
        onChange={(event) => (event.target.value === '' ? setAsOf(undefined) : undefined)}
        onBlur={(event) => apply(event.target.value, asOf, setAsOf)}
        onKeyDown={(event) => (event.key === 'Enter' ? apply(event.currentTarget.value, asOf, setAsOf) : undefined)}
      />
    </label>
  );
}

function apply(value: string, before: string | undefined, set: (moment: string | undefined) => void): void {
  const moment = value === '' ? undefined : `${value}:00Z`;
  if (moment !== before) set(moment);
}

function SearchBox() {
  const [words, setWords] = useState('');
  const [, navigate] = useLocation();
  const { link } = useView();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    navigate(link(`/search?q=${encodeURIComponent(words)}`));
  };
  return (
    <form className="field" role="search" onSubmit={submit}>
      <input
        id="search"
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder="Search reports"
        aria-label="Search reports"
        size={16}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
