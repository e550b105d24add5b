/** The command line: one file a command, loaded when it is called. */
import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { TrucewatchError } from '../model/errors.ts';
import { program } from './program.ts';

/** Runs one command line; returns the exit code. Errors are one line on standard error, with the next step. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(args, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    const known = error instanceof TrucewatchError;
    process.stderr.write(
      `trucewatch: ${known ? error.message : `${(error as Error).message} This is a defect: run again with --debug and report it.`}\n`,
    );
    if (args.includes('--debug'))
      process.stderr.write(`${(error as Error).stack}\n${inspect((error as Error).cause)}\n`);
    return known ? 1 : 70;
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that went away (`| head`) is no error of ours.
  if (error.code === 'EPIPE') process.exit(0);
});

process.exitCode = await main(process.argv.slice(2));
