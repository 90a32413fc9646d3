// What bundlers make of the package: what is imported is there, and what is not stays out.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { build as esbuild } from 'esbuild';
import { build as vite, type Rolldown } from 'vite';
import { temporaryFolder } from '../tools/support.js';
import { elementDoors, install, write } from './support.js';

/** What a bundle is made of: its code, dynamic chunks included, and the source modules in it. */
interface Bundle {
  entry: string;
  all: string;
  modules: string[];
}

/**
 * `splitting`: with it, esbuild shares a chunk between what is used and what only dropped code would load,
 * so that a few hundred bytes too many remain. Its default is one file.
 */
const withEsbuild = async (project: string, entry: string, splitting = false): Promise<Bundle> => {
  const { outputFiles, metafile, warnings } = await esbuild({
    absWorkingDir: project,
    entryPoints: [entry],
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    splitting,
    metafile: true,
    logLevel: 'silent',
  });
  // That it drops an import for nothing is what one of these tests is about.
  assert.deepEqual(
    warnings.filter(({ id }) => id !== 'ignored-bare-import'),
    [],
  );
  // Chunks that nothing loads are written too: what counts is what can be reached.
  const { outputs } = metafile;
  const start = Object.keys(outputs).find((path) => outputs[path]!.entryPoint === entry)!;
  const reached = new Set([start]);
  for (const path of reached) {
    for (const { path: next } of outputs[path]!.imports) reached.add(next);
  }
  const textOf = (path: string): string =>
    outputFiles.find((file) => file.path === join(project, path))!.text;
  return {
    entry: textOf(start),
    all: [...reached].map(textOf).join('\n'),
    modules: [...reached].flatMap((path) =>
      Object.entries(outputs[path]!.inputs).flatMap(([input, { bytesInOutput }]) =>
        bytesInOutput ? input : [],
      ),
    ),
  };
};

const withVite = async (project: string, entry: string): Promise<Bundle> => {
  const built = await vite({
    root: project,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, modulePreload: false, rolldownOptions: { input: join(project, entry) } },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  return {
    entry: chunks.find(({ isEntry }) => isEntry)?.code ?? '',
    all: chunks.map(({ code }) => code).join('\n'),
    modules: chunks.flatMap(({ modules }) =>
      Object.entries(modules).flatMap(([path, { renderedLength }]) => (renderedLength ? path : [])),
    ),
  };
};

/** Elements that render another. */
const RENDERED: Record<string, string[]> = {
  'clinic-location': ['open-hours'],
  'related-posts': ['article-card'],
};

/** Tags that a bundle registers. */
const registered = ({ all }: Bundle): string[] =>
  [...all.matchAll(/customElements\.define\(\s*["'`]([a-z0-9-]+)["'`]/g)]
    .map(([, tag = '']) => tag)
    .sort();

/** Elements of which a bundle holds code. */
const elementsIn = ({ modules }: Bundle): string[] => [
  ...new Set(
    modules.flatMap((path) => /dist[\\/]elements[\\/]([a-z0-9-]+)[\\/]/.exec(path)?.[1] ?? []),
  ),
];

for (const [name, bundle] of Object.entries({ esbuild: withEsbuild, vite: withVite })) {
  describe(`bundled by ${name}`, { timeout: 300_000 }, () => {
    const project = temporaryFolder(`with-${name}`);

    before(() => install(project));

    let count = 0;
    const bundled = (code: string, splitting?: boolean): Promise<Bundle> => {
      const entry = `entry-${++count}.js`;
      write(project, { [entry]: code });
      return bundle(project, entry, splitting);
    };

    it('one class registers nothing and brings no other element', async () => {
      const result = await bundled(
        `import { ArticleCard } from 'clinic-elements'; globalThis.card = ArticleCard;`,
      );
      assert.deepEqual(registered(result), []);
      assert.doesNotMatch(result.all, /customElements\.define/);
      assert.deepEqual(elementsIn(result), ['article-card']);
    });

    it('the version alone brings neither an element nor Lit', async () => {
      const result = await bundled(
        `import { version } from 'clinic-elements'; globalThis.v = version;`,
      );
      assert.deepEqual(elementsIn(result), []);
      assert.doesNotMatch(result.all, /attachShadow/);
      assert.ok(result.all.length < 300, `${result.all.length} characters: ${result.all}`);
    });

    it('an import for nothing but its effects is empty', async () => {
      const result = await bundled(`import 'clinic-elements';`);
      assert.equal(result.all.replace(/\/\/#.*$/gm, '').trim(), '');
    });

    for (const tag of elementDoors) {
      it(`clinic-elements/${tag} keeps its definition`, async () => {
        const result = await bundled(`import 'clinic-elements/${tag}';`);
        assert.ok(registered(result).includes(tag), `registers ${registered(result).join()}`);
        const others = elementsIn(result).filter((other) => other !== tag);
        assert.deepEqual(others, RENDERED[tag] ?? []);
      });
    }

    it('clinic-elements/all registers all of them, once', async () => {
      assert.deepEqual(
        registered(await bundled(`import 'clinic-elements/all';`)),
        elementDoors.toSorted(),
      );
    });

    it('clinic-elements/autoload registers nothing at once, and each when it is needed', async () => {
      const result = await bundled(`import 'clinic-elements/autoload';`, true);
      assert.deepEqual(registered({ ...result, all: result.entry }), []);
      assert.deepEqual(registered(result), elementDoors.toSorted());
      // One line for each element and for what makes cards, and what looks for them.
      const most = 1500 + 130 * (elementDoors.length + 1);
      assert.ok(result.entry.length < most, `the entry has ${result.entry.length} characters`);
    });

    it('clinic-elements/testing and clinic-elements/locales/es have their effect', async () => {
      const opened = await bundled(
        `import 'clinic-elements/testing'; import 'clinic-elements/call-cta';`,
      );
      assert.match(opened.all, /mode:\s*["'`]open["'`]/);
      const words = await bundled(`import 'clinic-elements/locales/es';`);
      assert.match(words.all, /Lecturas relacionadas/);
    });

    it('clinic-elements/leads brings neither an element nor Lit', async () => {
      const result = await bundled(
        `import { checkLead } from 'clinic-elements/leads'; globalThis.check = checkLead;`,
      );
      assert.deepEqual(elementsIn(result), []);
      assert.doesNotMatch(result.all, /attachShadow/);
    });

    it('clinic-elements/calls brings neither an element nor Lit', async () => {
      const result = await bundled(
        `import { clinicNumbers } from 'clinic-elements/calls'; globalThis.list = clinicNumbers;`,
      );
      assert.deepEqual(elementsIn(result), []);
      assert.doesNotMatch(result.all, /attachShadow/);
    });
  });
}

describe('the files for pages without a build step', () => {
  const project = temporaryFolder('cdn');
  before(() => install(project));

  it('import nothing but each other', async () => {
    const cdn = join(project, 'node_modules/clinic-elements/dist/cdn');
    const files = readdirSync(cdn, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    assert.ok(files.length >= 5, `files: ${files.join()}`);
    const { metafile } = await esbuild({
      absWorkingDir: cdn,
      entryPoints: files,
      outdir: 'out',
      write: false,
      bundle: true,
      packages: 'external',
      format: 'esm',
      metafile: true,
      logLevel: 'silent',
    });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    assert.deepEqual(
      imports.filter(({ external }) => external),
      [],
    );
  });
});
