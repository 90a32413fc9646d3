import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import type { Engine } from './engine.js';

/** One row of fault-matrix.json, as far as it is used here. */
export interface MatrixRow {
  id: string;
  group: string;
  fault: string;
  inject: string;
  expect: {
    state: string;
    serverPosts: [number, number];
    uniqueLeads: number;
    valuesKept: boolean;
    phoneShown: boolean;
  };
}

type Name = Engine['name'];

/** What is expected of each row, beside what was seen in each engine. */
export class Table {
  readonly #versions = new Map<Name, string>();
  /** Cells by row and engine; in each, what was seen with each kind of form. */
  readonly #cells = new Map<string, Map<string, string[]>>();
  /** By row: what is said, and of which engines. */
  readonly #notes = new Map<string, Map<string, Set<Name>>>();
  readonly #failed = new Set<string>();

  constructor(private readonly rows: readonly MatrixRow[]) {}

  engine(name: Name, version: string): void {
    this.#versions.set(name, version);
  }

  add(id: string, engine: Name, kind: string, state: string, posts: number, leads: number): void {
    const cell = this.#cell(id, engine);
    const text = `${state} ${posts}/${leads}`;
    cell.set(text, [...(cell.get(text) ?? []), kind]);
  }

  skip(id: string, engine: Name, why: string): void {
    this.#cell(id, engine).set('–', []);
    this.note(id, why, engine);
  }

  fail(id: string, engine: Name): void {
    this.#failed.add(`${id} ${engine}`);
  }

  /** What is to be said of a row, or of one engine in it. */
  note(id: string, note: string, engine?: Name): void {
    if (!this.#notes.has(id)) this.#notes.set(id, new Map());
    const notes = this.#notes.get(id)!;
    if (!notes.has(note)) notes.set(note, new Set());
    if (engine) notes.get(note)!.add(engine);
  }

  #note(id: string): string {
    return [...(this.#notes.get(id) ?? [])]
      .map(([note, engines]) =>
        engines.size ? `${[...engines].sort().join(', ')}: ${note}` : note,
      )
      .join('; ');
  }

  #cell(id: string, engine: Name): Map<string, string[]> {
    const key = `${id} ${engine}`;
    if (!this.#cells.has(key)) this.#cells.set(key, new Map());
    return this.#cells.get(key)!;
  }

  /** What was seen; the kind of form is named where the two differ. */
  #seen(id: string, engine: Name): string {
    const key = `${id} ${engine}`;
    const cell = [...(this.#cells.get(key) ?? [])];
    const texts = cell.map(([text, kinds]) =>
      cell.length > 1 ? `${text} (${kinds.join(', ')})` : text,
    );
    return (this.#failed.has(key) ? '**FAILED** ' : '') + texts.join('; ');
  }

  get #engines(): Name[] {
    return [...this.#versions.keys()].sort();
  }

  #lines(): string[][] {
    return this.rows
      .filter(({ id }) => this.#engines.some((engine) => this.#seen(id, engine)))
      .map(({ id, fault, expect: { state, serverPosts, uniqueLeads } }) => [
        id,
        fault,
        `${state} ${[...new Set(serverPosts)].join('–')}/${uniqueLeads}`,
        ...this.#engines.map((engine) => this.#seen(id, engine)),
        this.#note(id),
      ]);
  }

  #head(): string[] {
    return ['row', 'fault', 'expected', ...this.#engines, 'note'];
  }

  print(): void {
    const lines = [this.#head(), ...this.#lines()];
    const most = [4, 44, 18, ...[...this.#versions].map(() => 26), 60];
    for (const line of lines)
      console.log(
        line
          .map((text, at) => text.slice(0, most[at]).padEnd(most[at]!))
          .join(' | ')
          .trimEnd(),
      );
  }

  async write(file: URL): Promise<void> {
    const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '\\<');
    const row = (line: string[]) => `| ${line.map(cell).join(' | ')} |`;
    const versions = [...this.#versions]
      .map(([name, version]) => `${name} is ${version}`)
      .join(', ');
    const text = `# The fault matrix

Written by \`node --import=tsx test/faults/matrix.e2e.test.ts --write\`; do not edit. Each fault is brought about by a real server that misbehaves on purpose, and met by a real browser; the same rows run in \`npm test\`.

A cell says what the visitor sees at the end, how many POSTs arrived, and how many leads a server that folds equal ids (and drops a lead that another one replaces) then holds: \`sent 2/1\` is a thank-you after two POSTs that are one lead. Both kinds of form were tried where it matters; they are named where they differ. In this run ${versions}.

${row(this.#head())}
${row(this.#head().map(() => '---'))}
${this.#lines().map(row).join('\n')}
`;
    const options = await resolveConfig(file);
    await writeFile(file, await format(text, { ...options, parser: 'markdown' }));
  }
}
