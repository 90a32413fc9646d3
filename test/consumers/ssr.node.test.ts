// Server rendering: markup that reads without script, and that a browser takes over as it is.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import puppeteer, { type Browser, type CDPSession, type Page, type Protocol } from 'puppeteer-core';
import { run, temporaryFolder } from '../tools/support.js';
import { elementDoors, install, write } from './support.js';

interface Case {
  name: string;
  tag: string;
  markup: string;
  /** What the server's markup must hold, besides the author's own children. */
  holds?: RegExp[];
  /** What must be written once, wherever: in the root or among the children. */
  once: string;
}

const CASES: Case[] = [
  {
    name: 'article-card from attributes',
    tag: 'article-card',
    markup:
      '<article-card href="/walking/" heading="Walking again" excerpt="A short walk is better." image="/walk.svg" image-alt="A path" category="Recovery" reviewed="2026-02-01" reviewer="Dr. Ana Ruiz"></article-card>',
    holds: [/<a [^>]*href="\/walking\/"/, /Recovery/, /Reviewed by Dr\. Ana Ruiz/, /<img/],
    once: 'Walking again',
  },
  {
    name: 'article-card with children',
    tag: 'article-card',
    markup:
      '<article-card category="Recovery"><h3><a href="/walking/">Walking again</a></h3><p>A short walk.</p></article-card>',
    holds: [/Recovery/],
    once: 'Walking again',
  },
  {
    name: 'call-cta from attributes',
    tag: 'call-cta',
    markup: '<call-cta phone="(210) 555-0142" label="Talk to a nurse"></call-cta>',
    holds: [/Talk to a nurse<!/],
    once: 'Talk to a nurse',
  },
  {
    name: 'call-cta with a link',
    tag: 'call-cta',
    markup:
      '<call-cta label="Talk to a nurse"><a href="tel:+12105550142">(210) 555-0142</a></call-cta>',
    once: '(210) 555-0142',
  },
  {
    name: 'contact-form from attributes',
    tag: 'contact-form',
    markup:
      '<contact-form action="/leads" heading="Write to us" fields="name email phone? message"></contact-form>',
    // Without script the browser posts it.
    holds: [/<form[^>]*method="post"/, /<form[^>]*action="\/leads"/, /<button/, /name="email"/],
    once: 'Write to us',
  },
  {
    name: 'contact-form with a form',
    tag: 'contact-form',
    markup:
      '<contact-form heading="Write to us"><form method="post" action="/leads"><p><label for="m">Your message</label><textarea id="m" name="message" required></textarea></p><button>Send it</button></form></contact-form>',
    once: 'Your message',
  },
  {
    name: 'related-posts with children',
    tag: 'related-posts',
    markup:
      '<related-posts heading="Read on"><ul><li><a href="/a/">Sleeping well</a></li><li><a href="/b/">Lifting</a></li></ul></related-posts>',
    once: 'Sleeping well',
  },
  {
    name: 'related-posts from a source',
    tag: 'related-posts',
    markup: '<related-posts src="/no-posts" heading="Read on"></related-posts>',
    once: 'Read on',
  },
];

const RENDER = `
import 'clinic-elements/hydrate';
import 'clinic-elements/all';
import { readFileSync } from 'node:fs';
import { html } from 'lit';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';

const cases = JSON.parse(readFileSync('cases.json', 'utf8'));
const rendered = {};
for (const { name, markup } of cases) {
  try {
    // What a template with nothing to fill in is made of.
    const strings = Object.assign([markup], { raw: [markup] });
    rendered[name] = { html: await collectResult(render(html(strings))) };
  } catch (error) {
    rendered[name] = { error: String(error.stack) };
  }
}
process.stdout.write(JSON.stringify(rendered));
`;

/** A node of an element's own root, as the debugger sees it: closed roots are open to it. */
interface RootNode {
  id: number;
  what: string;
}

/** The elements and words in the root of each of our elements on the page, in order. */
async function roots(session: CDPSession): Promise<Map<string, RootNode[]>> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const found = new Map<string, RootNode[]>();
  const inside = (node: Protocol.DOM.Node): RootNode[] =>
    (node.children ?? []).flatMap((child) => {
      const what =
        child.nodeType === 1 ? `<${child.localName}>` : child.nodeType === 3 ? child.nodeValue : '';
      const own = what.trim() ? [{ id: child.backendNodeId, what: what.trim() }] : [];
      return child.localName === 'style' ? [] : [...own, ...inside(child)];
    });
  const walk = (node: Protocol.DOM.Node): void => {
    const { attributes = [] } = node;
    const name = attributes[attributes.indexOf('data-case') + 1];
    const [shadow] = node.shadowRoots ?? [];
    if (node.localName === 'section' && name) {
      const host = node.children?.find((child) => child.shadowRoots);
      found.set(name, host?.shadowRoots?.[0] ? inside(host.shadowRoots[0]) : []);
    }
    for (const child of [...(node.children ?? []), ...(shadow?.children ?? [])]) walk(child);
  };
  walk(root);
  return found;
}

const whats = (nodes: RootNode[] | undefined): string[] => (nodes ?? []).map(({ what }) => what);

describe('server rendering', { timeout: 180_000 }, () => {
  const project = temporaryFolder('ssr');
  let rendered: Record<string, { html?: string; error?: string }>;

  before(async () => {
    await install(project, ['@lit-labs/ssr', '@lit-labs/ssr-client']);
    write(project, { 'cases.json': JSON.stringify(CASES), 'render.mjs': RENDER });
    rendered = JSON.parse(
      await run(process.execPath, ['render.mjs'], { cwd: project }),
    ) as typeof rendered;
  });

  it('is tried with every element', () => {
    const tags = new Set(CASES.map(({ tag }) => tag));
    assert.deepEqual([...tags].sort(), elementDoors.toSorted());
  });

  for (const { name, tag, markup, holds = [], once } of CASES) {
    it(`${name}: a closed declared root, and the children as they were`, () => {
      const { html = '', error } = rendered[name]!;
      assert.equal(error, undefined);
      assert.match(html, /<template [^>]*shadowrootmode="closed"/);
      const children = markup.replace(/^<[^>]*>/, '').replace(/<\/[^>]*>$/, '');
      assert.ok(html.includes(`</template>${children}</${tag}>`), `the children in ${html}`);
      assert.doesNotMatch(html, /undefined|\[object|NaN/);
      for (const pattern of holds) assert.match(html, pattern);
      const [, outside = ''] = /<template[^>]*>([\s\S]*)<\/template>/.exec(html) ?? [];
      const shown = outside.replace(/<style>[\s\S]*?<\/style>/g, '') + children;
      assert.equal(shown.split(once).length - 1, 1, `"${once}" is written once in ${shown}`);
    });
  }

  describe('hydrated in Chromium', () => {
    let server: Server;
    let browser: Browser;
    let page: Page;
    let before_: Map<string, RootNode[]>;
    let after_: Map<string, RootNode[]>;
    const lines: string[] = [];

    before(async () => {
      const { chromiumFlags, chromiumPath } = (await import(
        /* a script without declarations */ '../../scripts/lib/browsers.js' as string
      )) as { chromiumFlags: string[]; chromiumPath(): string | undefined };
      write(project, {
        'page.js': `
          import 'clinic-elements/hydrate';
          import 'clinic-elements/all';
          const elements = [...document.querySelectorAll('section > *')];
          await Promise.all(elements.map((element) => element.updateComplete));
          await new Promise((resolve) => setTimeout(resolve, 100));
          window.hydrated = true;
        `,
      });
      const { outputFiles } = await build({
        absWorkingDir: project,
        entryPoints: ['page.js'],
        outfile: join(project, 'bundle.js'),
        write: false,
        bundle: true,
        format: 'esm',
        // Lit's development build says on the console what is wrong.
        conditions: ['development'],
        logLevel: 'silent',
      });
      const sections = CASES.map(
        ({ name }) => `<section data-case="${name}">${rendered[name]?.html ?? ''}</section>`,
      );
      const document = `<!doctype html><html lang="en"><head><title>SSR</title>
        <link rel="icon" href="data:,"></head><body>${sections.join('\n')}</body></html>`;
      server = createServer(({ url }, response) => {
        const answers: Record<string, [type: string, body: string]> = {
          '/': ['text/html; charset=utf-8', document],
          '/bundle.js': ['text/javascript; charset=utf-8', outputFiles[0]!.text],
          '/walk.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
        };
        const [type, body] = answers[url ?? ''] ?? ['application/json', '[]'];
        response.writeHead(200, { 'content-type': type }).end(body);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;

      const executablePath = chromiumPath();
      assert.ok(executablePath, 'Chromium or Chrome is installed; CHROME_PATH says where');
      browser = await puppeteer.launch({ executablePath, args: chromiumFlags });
      page = await browser.newPage();
      page.on('console', (message) => lines.push(message.text()));
      page.on('pageerror', (error) => lines.push(String(error)));
      await page.goto(`http://127.0.0.1:${port}/`);
      const session = await page.createCDPSession();
      before_ = await roots(session);
      await page.addScriptTag({ type: 'module', url: '/bundle.js' });
      await page.waitForFunction('window.hydrated', { timeout: 20_000 });
      after_ = await roots(session);
    });

    after(async () => {
      await browser?.close();
      server?.close();
    });

    it('says nothing', () => {
      assert.deepEqual(
        lines.filter((line) => !line.startsWith('Lit is in dev mode')),
        [],
      );
    });

    for (const { name, tag, once } of CASES) {
      it(`${name}: the same nodes, nothing doubled, the root closed`, async () => {
        const had = before_.get(name);
        const has = after_.get(name);
        assert.ok(had?.length, `the browser read a declared root: ${JSON.stringify(had)}`);
        // related-posts with a source goes on to fetch; what the server wrote is there until then.
        if (!name.includes('source')) assert.deepEqual(whats(has), whats(had));
        const kept = had.filter(({ id }) => has?.some((node) => node.id === id));
        if (!name.includes('source')) assert.deepEqual(whats(kept), whats(had), 'nodes were kept');
        const [root, text] = await page.$eval(
          `[data-case="${name}"] > ${tag}`,
          (element) => [element.shadowRoot, element.textContent] as const,
        );
        assert.equal(root, null);
        const words = [...whats(has), text ?? ''].join(' ');
        assert.equal(words.split(once).length - 1, 1, `"${once}" shows once in ${words}`);
      });
    }

    it('answers to its properties afterwards', async () => {
      const session = await page.createCDPSession();
      await page.$eval('[data-case="call-cta with a link"] > call-cta', async (element) => {
        element.label = 'Same-day line';
        await element.updateComplete;
      });
      const changed = (await roots(session)).get('call-cta with a link');
      assert.deepEqual(whats(changed), ['<p>', 'Same-day line', '<slot>']);
    });

    it('makes the number of call-cta a link', async () => {
      const href = await page.$eval('[data-case="call-cta from attributes"] a', (a) =>
        a.getAttribute('href'),
      );
      assert.equal(href, 'tel:+12105550142');
    });
  });
});
