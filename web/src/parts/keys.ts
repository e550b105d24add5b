/** The keyboard: `/` searches, `g` and a letter goes to a page, `j` and `k` walk through a list, `?` helps. */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useView } from '../data/view.tsx';

const PAGES: Readonly<Record<string, string>> = {
  o: '/',
  t: '/truces',
  i: '/incidents',
  s: '/statements',
  a: '/agenda',
  r: '/reports',
  v: '/review',
};

/** True where a key is a letter of somebody's text, or belongs to a dialog. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.target instanceof HTMLInputElement ||
  event.target instanceof HTMLSelectElement ||
  event.target instanceof HTMLTextAreaElement ||
  document.querySelector('dialog[open]') !== null;

export interface Help {
  readonly isShown: boolean;
  readonly show: () => void;
  readonly hide: () => void;
}

export function useKeys(): Help {
  const [path, navigate] = useLocation();
  const { link } = useView();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    let isGoing = false;
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event)) return;
      const page = isGoing ? PAGES[event.key] : undefined;
      // In the review queue `g` grades; there the pages are reached by the navigation
      isGoing = event.key === 'g' && path !== '/review';
      if (page !== undefined) navigate(link(page));
      else if (event.key === '/') focusSearch(event);
      else if (event.key === '?') setShown(true);
      else if (path !== '/review' && (event.key === 'j' || event.key === 'k')) walk(event.key === 'j' ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, link, path]);
  return { isShown, show: () => setShown(true), hide: () => setShown(false) };
}

function focusSearch(event: KeyboardEvent): void {
  event.preventDefault();
  document.querySelector<HTMLInputElement>('#search')?.focus();
}

/** Moves the focus to the next or previous link of the page's lists and tables. */
function walk(step: number): void {
  const links = [
    ...document.querySelectorAll<HTMLElement>(
      'main .row > div a, main td a, main .due a, main .changes a, main .record > button, main article h2 a',
    ),
  ];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}
