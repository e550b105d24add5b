/** The keyboard: `/` searches, `g` and a letter goes to a page, `j` and `k` walk through the links of a list. */
import { useEffect } from 'react';
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

export function useKeys(): void {
  const [, navigate] = useLocation();
  const { link } = useView();
  useEffect(() => {
    let isGoing = false;
    const onKey = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof HTMLInputElement ||
        event.target instanceof HTMLSelectElement ||
        event.target instanceof HTMLTextAreaElement;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const page = isGoing ? PAGES[event.key] : undefined;
      isGoing = event.key === 'g';
      if (page !== undefined) navigate(link(page));
      else if (event.key === '/') focusSearch(event);
      else if (event.key === 'j' || event.key === 'k') walk(event.key === 'j' ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, link]);
}

function focusSearch(event: KeyboardEvent): void {
  event.preventDefault();
  document.querySelector<HTMLInputElement>('#search')?.focus();
}

/** Moves the focus to the next or previous link of the page's lists and tables. */
function walk(step: number): void {
  const links = [
    ...document.querySelectorAll<HTMLElement>('main td a, main .due a, main .record > button, main article h2 a'),
  ];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}
