/** Words on pictures: no two lie on each other, none leaves the frame. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, rowsOf, widthOf, type Placed } from '../../web/src/pictures/place-labels.ts';
import { timeScale } from '../../web/src/pictures/time-scale.ts';

const FRAME = { x: 0, y: 0, width: 600, height: 200 };
const leftOf = ({ x, text, anchor }: Placed): number =>
  x - (anchor === 'start' ? 0 : anchor === 'end' ? widthOf(text) : widthOf(text) / 2);

const wanted = fc.array(
  fc.record({
    text: fc.string({ minLength: 1, maxLength: 20 }),
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 200 }),
  }),
  { maxLength: 40 },
);

describe('words on pictures', () => {
  test('no two overlap and none leaves the frame', () => {
    fc.assert(
      fc.property(wanted, (marks) => {
        const placed = placeLabels(
          marks.map((mark, index) => ({ ...mark, id: String(index), gap: 8 })),
          FRAME,
        );
        const boxes = placed.map((one) => ({ left: leftOf(one), right: leftOf(one) + widthOf(one.text), y: one.y }));
        for (const [index, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(600);
          for (const b of boxes.slice(index + 1))
            expect(a.left >= b.right || b.left >= a.right || Math.abs(a.y - b.y) >= 14).toBe(true);
        }
      }),
    );
  });

  test('a word alone stands right of its mark', () => {
    expect(placeLabels([{ id: 'a', text: 'Vey', x: 50, y: 50, gap: 8 }], FRAME)).toEqual([
      { id: 'a', text: 'Vey', x: 58, y: 54, anchor: 'start' },
    ]);
  });

  test('a line is crossed only where there is no other place, and an arrow above keeps the words off', () => {
    const mark = { id: 'a', text: '49', x: 50, y: 50, gap: 8 };
    const line = { x: 50, y: 49, width: 200, height: 2 };
    const left = { x: 20, y: 40, width: 23, height: 20 };
    const anchorOf = (...[marks, frame, taken, lines]: Parameters<typeof placeLabels>) =>
      placeLabels(marks, frame, taken, lines).map(({ anchor, y }) => [anchor, y]);
    expect(anchorOf([mark], FRAME, [], [line])).toEqual([['end', 54]]);
    expect(anchorOf([mark], FRAME, [left], [line])).toEqual([['middle', 42]]);
    expect(anchorOf([{ ...mark, above: 23 }], FRAME, [left], [line])).toEqual([['middle', 27]]);
    expect(anchorOf([mark], { ...FRAME, y: 40, height: 20 }, [left], [line])).toEqual([['start', 54]]);
  });

  test('labels of one line take a new row only where they would touch', () => {
    expect(
      rowsOf([
        { x: 0, text: 'truce of the morning' },
        { x: 40, text: 'truce of the evening' },
        { x: 400, text: 'pause' },
      ]),
    ).toEqual([0, 1, 0]);
  });
});

describe('time scale', () => {
  const day = (text: string): number => Date.parse(text);

  test('is undefined without an instant', () => {
    expect(timeScale([Number.NaN], { left: 0, right: 100 })).toBeUndefined();
  });

  test('quiet days of a short stretch are narrow, so that busy ones can be read', () => {
    const scale = timeScale([day('2024-05-01T09:00Z'), day('2024-05-05T09:00Z')], { left: 0, right: 1000 })!;
    const width = (from: string, to: string): number => scale.x(day(to)) - scale.x(day(from));
    expect(width('2024-05-01', '2024-05-02')).toBeGreaterThan(2 * width('2024-05-02', '2024-05-03'));
  });

  test('keeps the order of instants and its frame; dates on the axis never touch', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(instants, (all) => {
        const scale = timeScale(all, { left: 20, right: 800 })!;
        const xs = all.toSorted((a, b) => a - b).map((at) => scale.x(at));
        expect(xs.every((x, index) => x >= 20 && x <= 800 && (index === 0 || x >= xs[index - 1]!))).toBe(true);
        const ticks = scale.ticks.map(({ x }) => x);
        expect(ticks.every((x, index) => index === 0 || x - ticks[index - 1]! >= 58)).toBe(true);
      }),
    );
  });
});
