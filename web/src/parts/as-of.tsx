/** The moment that the whole desk shows: a day on a slider over what the ledger holds, or any moment exactly. */
import { useEffect, useRef, useState } from 'react';
import { day, zoned } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useFrameWords } from '../messages/frame.ts';

const DAY = 86_400_000;

export function AsOfControl({
  first,
  last,
}: {
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}) {
  const { asOf, zone } = useView();
  const words = useFrameWords();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !root.current?.contains(event.target as Node))
        setOpen(false);
    };
    window.addEventListener('pointerdown', close);
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('pointerdown', close);
      window.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <div className="asof" ref={root}>
      <button
        type="button"
        className="field as-button"
        aria-expanded={isOpen}
        aria-label={words.chooseMoment}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{words.asOf}</span>
        {asOf === undefined ? words.now : zoned(asOf, zone)}
      </button>
      {isOpen && <Choice first={first} last={last} onDone={() => setOpen(false)} />}
    </div>
  );
}

interface ChoiceProps {
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly onDone: () => void;
}

function Choice({ first, last, onDone }: ChoiceProps) {
  const { asOf, setAsOf } = useView();
  const words = useFrameWords();
  const [from, to] = [first, last].map((one) =>
    one === undefined ? undefined : Date.parse(`${one.slice(0, 10)}T00:00:00Z`),
  );
  const shown = asOf === undefined ? to : Date.parse(asOf) - 1;
  const [at, setAt] = useState(shown === undefined ? undefined : Math.floor(shown / DAY) * DAY);
  const [exact, setExact] = useState(asOf?.slice(0, 16) ?? '');
  /** A day stands for its end: everything that was published on it counts. */
  const showDay = (start: number): void =>
    setAsOf(start === to ? undefined : new Date(start + DAY).toISOString().replace('.000', ''));
  return (
    <div className="popover">
      {from !== undefined && to !== undefined && at !== undefined && (
        <label>
          <span>
            {words.daySlider}: <b>{day(new Date(at).toISOString())}</b>
          </span>
          <input
            type="range"
            min={from}
            max={to}
            step={DAY}
            value={Math.min(Math.max(at, from), to)}
            onChange={(event) => setAt(Number(event.target.value))}
            onPointerUp={(event) => showDay(Number(event.currentTarget.value))}
            onKeyUp={(event) => showDay(Number(event.currentTarget.value))}
          />
          <span className="ends" aria-hidden="true">
            <span>{day(first!)}</span>
            <span>{day(last!)}</span>
          </span>
        </label>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsOf(exact === '' ? undefined : `${exact}:00Z`);
          onDone();
        }}
      >
        <label>
          <span>{words.exactMoment}</span>
          <input type="datetime-local" value={exact} onChange={(event) => setExact(event.target.value)} />
        </label>
        <div className="actions">
          <button type="submit" className="button">
            {words.apply}
          </button>
          <button
            type="button"
            className="button plain"
            onClick={() => {
              setAsOf(undefined);
              onDone();
            }}
          >
            {words.backToNow}
          </button>
        </div>
      </form>
    </div>
  );
}
