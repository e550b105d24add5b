/** What differs between two versions of a text, sentence by sentence. */
import type { TextChange } from './feed.ts';
import type { Span } from './span.ts';

/** Beyond this many cells of the table the middle is told as one removal and one addition. */
const MOST_CELLS = 4_000_000;

/** Stretches in reading order; what both have is given as it stands in `after`. */
export function diffTexts(before: string, after: string): TextChange[] {
  const old = piecesOf(before);
  const now = piecesOf(after);
  const isSame = (i: number, j: number): boolean => old[i]?.key === now[j]?.key;
  let head = 0;
  while (head < old.length && head < now.length && isSame(head, head)) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && isSame(old.length - 1 - tail, now.length - 1 - tail))
    tail++;
  const middle = alignment(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  const changes: TextChange[] = [];
  const put = (type: TextChange['type'], piece: Piece): void =>
    add(changes, type, type === 'removed' ? before : after, piece);
  for (const piece of now.slice(0, head)) put('same', piece);
  for (const [type, piece] of middle) put(type, piece);
  for (const piece of now.slice(now.length - tail)) put('same', piece);
  return changes;
}

interface Piece extends Span {
  /** The words with white space in one form. */
  readonly key: string;
}

/** Sentences, near enough: cut behind a stop and at ends of lines. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(/[^\n]+?(?:[.!?…]["'”’)\]]*(?=\s)|$)|[^\n]+/gm)) {
    const words = match[0].trim();
    if (words === '') continue;
    const start = match.index + match[0].indexOf(words);
    pieces.push({ start, end: start + words.length, key: words.replaceAll(/\s+/g, ' ') });
  }
  return pieces;
}

/** The longest common run of pieces, by the usual table. */
function alignment(old: readonly Piece[], now: readonly Piece[]): [TextChange['type'], Piece][] {
  const removed = old.map((piece): [TextChange['type'], Piece] => ['removed', piece]);
  const added = now.map((piece): [TextChange['type'], Piece] => ['added', piece]);
  if (old.length === 0 || now.length === 0 || old.length * now.length > MOST_CELLS) return [...removed, ...added];
  const width = now.length + 1;
  const best = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      best[i * width + j] =
        old[i]?.key === now[j]?.key
          ? (best[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
  const result: [TextChange['type'], Piece][] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i]?.key === now[j]?.key) {
      result.push(['same', now[j] as Piece]);
      i++;
      j++;
    } else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) result.push(removed[i++]!);
    else result.push(added[j++]!);
  }
  return [...result, ...removed.slice(i), ...added.slice(j)];
}

/** Neighbours of one kind become one stretch. */
function add(changes: TextChange[], type: TextChange['type'], text: string, { start, end }: Piece): void {
  const last = changes.at(-1);
  if (last?.type !== type) changes.push({ type, start, end, text: text.slice(start, end) });
  else changes[changes.length - 1] = { type, start: last.start, end, text: text.slice(last.start, end) };
}
