#!/usr/bin/env node
import { version } from '../foundation/version.js';
import { FAILED, UsageError, type Command } from './command.js';
import { didYouMean, similar } from './similar.js';
import { say } from './words.js';

/** What can be asked for. Each loads when it is. */
const COMMANDS: Record<string, { about: string; load: () => Promise<Command> }> = {
  check: {
    about: 'finds faults in the pages of a built site',
    load: () => import('./check/command.js'),
  },
  checker: {
    about: 'proves the decision tree of a condition-checker',
    load: () => import('./checker.js'),
  },
  graph: {
    about: "prints a page's structured data",
    load: () => import('./graph.js'),
  },
};

const HELP = `clinic-elements ${version}

Usage: clinic-elements <command> [options]

Commands:
${Object.entries(COMMANDS)
  .map(([name, { about }]) => `  ${name.padEnd(10)}  ${about}`)
  .join('\n')}

  clinic-elements <command> --help says more.
`;

async function main([name = '', ...args]: string[]): Promise<number> {
  if (/^(?:--version|-v)$/.test(name)) return say(`${version}\n`);
  if (/^(?:--help|-h|help)$/.test(name)) return say(HELP);
  if (!name) throw new UsageError(`Which command?\n\n${HELP}`);
  const command = Object.hasOwn(COMMANDS, name) && COMMANDS[name];
  if (command) return (await command.load()).run(args);
  const meant = didYouMean(similar(name, Object.keys(COMMANDS)));
  throw new UsageError(`There is no command "${name}". ${meant || `\n\n${HELP}`}`);
}

// `… | head` closes its end early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const words = error instanceof UsageError ? error.message : String((error as Error).stack);
  process.stderr.write(`${words.trimEnd()}\n`);
  process.exitCode = FAILED;
}
