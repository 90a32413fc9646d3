import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Writer } from './writer.js';

const script = fileURLToPath(new URL('../../../examples/wordpress/wordpress.js', import.meta.url));
// A folder of the test's own. Not a temporary one: the unpacked WordPress in it is kept for the next run.
const folder = fileURLToPath(new URL('../../../.data/wordpress-e2e', import.meta.url));

export type Theme = 'twentytwentythree' | 'twentytwentyone';

/** The example's WordPress, for as long as the test runs. */
export class Site {
  #port = 0;
  #admin?: Promise<Writer>;

  get home(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /**
   * Makes a new site.
   *
   * @returns why this machine cannot have one, or undefined where all is well
   */
  async start(): Promise<string | undefined> {
    this.#port = await freePort();
    await this.#run(['down', '--purge']); // what a killed run left behind
    const { code, said } = await this.#run(['up']);
    if (code === 75) return said.trim().split('\n').at(-1);
    if (code !== 0) throw new Error(`wordpress.js up ended with ${code}:\n${said}`);
    return undefined;
  }

  async switchTheme(theme: Theme): Promise<void> {
    const { code, said } = await this.#run(['up'], theme);
    if (code !== 0) throw new Error(`wordpress.js up ended with ${code}:\n${said}`);
  }

  async delete(): Promise<void> {
    await this.#run(['down', '--purge']);
  }

  /** The administrator. */
  admin(): Promise<Writer> {
    return (this.#admin ??= Writer.logIn(this.home, 'admin', this.#settings.adminPassword));
  }

  /** Somebody whose HTML WordPress filters. */
  async author(): Promise<Writer> {
    const admin = await this.admin();
    const [user] = await admin.rest<{ id: number }[]>('users?search=pdoyle&context=edit');
    const password = randomUUID();
    await admin.rest(`users/${user!.id}`, { password });
    return Writer.logIn(this.home, 'pdoyle', password);
  }

  /** Does something while WordPress knows nothing of our tags. */
  async withoutPlugin<Result>(act: () => Promise<Result>): Promise<Result> {
    const file = join(folder, 'site/wp-content/mu-plugins/clinic-elements.php');
    renameSync(file, `${file}.off`);
    try {
      return await act();
    } finally {
      renameSync(`${file}.off`, file);
    }
  }

  /** How many transactions the database has ended because they waited for each other. */
  deadlocks(): number {
    const said = execFileSync('mariadb', [
      `--socket=${this.#settings.socket}`,
      '--user=root',
      '--skip-column-names',
      '--execute=SHOW GLOBAL STATUS LIKE "Innodb_deadlocks"',
    ]);
    return Number(String(said).split('\t')[1]);
  }

  /** What PHP said about our own plugins; WordPress's other remarks are its own affair. */
  get complaints(): string[] {
    return readFileSync(join(folder, 'wordpress.log'), 'utf8')
      .split('\n')
      .filter((line) => /mu-plugins|Fatal|Uncaught/.test(line));
  }

  get #settings(): { adminPassword: string; socket: string } {
    return JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as never;
  }

  #run(
    args: string[],
    theme: Theme = 'twentytwentythree',
  ): Promise<{ code: number | null; said: string }> {
    const environment = { WP_DIR: folder, WP_PORT: String(this.#port), WP_THEME: theme };
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve({ code, said }));
    });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
