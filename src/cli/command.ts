/** A module of a subcommand. */
export interface Command {
  /** @returns the exit code: 0, 1 where something was found, `FAILED` */
  run(args: string[]): Promise<number>;
}

/** Exit code where a command could not do what was asked: wrong options, a file that is not there. */
export const FAILED = 2;

/** Said to who called, without a stack. */
export class UsageError extends Error {}
