/** `completion SHELL`: the script that completes commands and options in a shell. */
import { TrucewatchError } from '../../model/errors.ts';
import { shellCompletion } from '../shell-completion.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

export function run(shell: string): void {
  if (!SHELLS.includes(shell))
    throw new TrucewatchError('bad-option', `There is no completion for "${shell}": name ${SHELLS.join(', ')}.`);
  const completion = shellCompletion();
  completion.setup('trucewatch', 'trucewatch', shell);
}
