// What tests of the tools and of the package share: folders that vanish, and programs run in them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A new folder outside the repository; it is removed when the file's tests are over. */
export function temporaryFolder(name: string): string {
  // Real, because on some systems the temporary folder is a link and tools print where it leads.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

export interface Result {
  code: number;
  output: string;
}

/** Runs a program, the repository's own tools first, to its end or at most five minutes. */
export function attempt(
  program: string,
  args: string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      timeout: 300_000,
      env: {
        ...process.env,
        // Node's test runner would take a child for one of its own test files.
        NODE_TEST_CONTEXT: undefined,
        NODE_OPTIONS: undefined,
        PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
        ...env,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => (output += data));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** As `attempt`, for what must go well. */
export async function run(...command: Parameters<typeof attempt>): Promise<string> {
  const { code, output } = await attempt(...command);
  const [program, args] = command;
  assert.equal(code, 0, `${program} ${args.join(' ')} ended with ${code}\n${output}`);
  return output;
}
