/** The manual page `trucewatch(1)`, in the man macros, made from the command tree and the table of settings. */
import type { Command, Option } from 'commander';
import { program } from '../src/cli/program.ts';
import { VERSION } from '../src/cli/version.ts';
import { SETTINGS, variableOf, type SettingName } from '../src/settings.ts';

/** Text of `man/trucewatch.1`. */
export function manPage(): string {
  const root = program();
  return [
    `.TH TRUCEWATCH 1 "" "trucewatch ${VERSION}" "User Commands"`,
    '.SH NAME',
    `trucewatch \\- ${roff(root.description())}`,
    '.SH SYNOPSIS',
    '.B trucewatch',
    '.I command',
    '.RI [ options ]',
    '.RI [ arguments ]',
    '.SH DESCRIPTION',
    'Reports of a ceasefire are read, coded and fused into a ledger: what was agreed, who accuses whom and who stands behind it, who asked whom for what, what is due, where reports differ, and whether the truce holds.',
    'Every value leads to the words that it rests on.',
    'Results go to standard output, remarks and progress to standard error.',
    '.SH COMMANDS',
    ...root.commands.flatMap(commandOf),
    '.SH SETTINGS',
    ...Object.entries(SETTINGS).flatMap(([name, { default: value, help }]) => [
      '.TP',
      `.B ${roff(variableOf(name as SettingName))}`,
      `${roff(help)}${value === '' ? '' : ` (default: ${roff(value)})`}`,
    ]),
    '.SH EXIT STATUS',
    '0 when all went well, 1 for an error that the message explains, 2 for a wrong call, 70 for a defect of the program.',
    '.SH EXAMPLES',
    '.nf',
    ...root.commands.map((command) => roff(exampleOf(command))),
    '.fi',
    '',
  ].join('\n');
}

function commandOf(command: Command): string[] {
  const args = command.registeredArguments.map(
    (one) => `${one.required ? '<' : '['}${one.name()}${one.variadic ? '...' : ''}${one.required ? '>' : ']'}`,
  );
  return [
    '.TP',
    `.B trucewatch ${roff([command.name(), ...args].join(' '))}`,
    roff(command.summary()),
    ...(command.options.length === 0 ? [] : ['.RS', ...command.options.flatMap(optionOf), '.RE']),
  ];
}

const optionOf = ({ flags, description }: Option): string[] => ['.TP', `.B ${roff(flags)}`, roff(description)];

function exampleOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
  return /Example:\n {2}\$ (.+)/.exec(help)?.[1] ?? '';
}

/** A hyphen that can be copied, and no line that roff takes for a request. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^([.'])/gm, '\\&$1')
    .replaceAll('…', '...');
