/** `complete -- WORDS`: what could stand next; the scripts of `completion` ask it on every press of the key. */
import { shellCompletion } from '../shell-completion.ts';

export function run(words: readonly string[]): void {
  shellCompletion().parse([...words]);
}
