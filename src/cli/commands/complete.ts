/** `complete -- WORDS`: what could stand next; the scripts of `completion` ask it on every press of the key. */
import type { Command } from 'commander';
import { shellCompletion } from '../shell-completion.ts';

export function run(words: readonly string[], _options: object, command: Command): void {
  shellCompletion(command.parent!).parse([...words]);
}
