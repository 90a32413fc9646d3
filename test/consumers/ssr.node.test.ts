// Server rendering: markup that reads without script, and that a browser takes over as it is.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import puppeteer, { type Browser, type CDPSession, type Protocol } from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from '../../scripts/lib/browsers.js';
import { run, temporaryFolder } from '../tools/support.js';
import { elementDoors, install, write } from './support.js';

interface Case {
  name: string;
  tag: string;
  markup: string;
  /** What the server's markup must hold, besides the author's own children. */
  holds?: RegExp[];
  /** What must be written once, wherever: in the root or among the children. */
  once?: string;
  /** In the browser it shows something else after a moment: it fetches, or sees its children. */
  goesOn?: boolean;
}

/** They show nothing but their children, and have no root. */
const ROOTLESS = ['action-link', 'article-card'];

const CASES: Case[] = [
  {
    name: 'action-link with a link',
    tag: 'action-link',
    markup: '<action-link><a href="/check/">Condition checker</a></action-link>',
    once: 'Condition checker',
  },
  {
    name: 'action-link from attributes',
    tag: 'action-link',
    markup: '<action-link href="/check/" label="Condition checker"></action-link>',
  },
  {
    name: 'article-card from attributes',
    tag: 'article-card',
    markup:
      '<article-card href="/walking/" heading="Walking again" excerpt="A short walk is better." image="/walk.svg" image-alt="A path" category="Recovery" reviewed="2026-02-01" reviewer="Dr. Ana Ruiz"></article-card>',
    goesOn: true,
  },
  {
    name: 'article-card with children',
    tag: 'article-card',
    markup:
      '<article-card category="Recovery"><h3><a href="/walking/">Walking again</a></h3><p>A short walk.</p></article-card>',
    once: 'Walking again',
  },
  {
    name: 'article-card with a child for its attribute',
    goesOn: true,
    tag: 'article-card',
    markup:
      '<article-card href="/walking/" heading="Walking"><h3><a href="/walking/">Walking again</a></h3></article-card>',
  },
  {
    name: 'article-hero with children',
    tag: 'article-hero',
    markup:
      '<article-hero layout="cover"><img src="/walk.svg" alt="" width="6" height="4"><h1>Walking again</h1></article-hero>',
    once: 'Walking again',
  },
  {
    name: 'article-hero from attributes',
    goesOn: true,
    tag: 'article-hero',
    markup: '<article-hero heading="Walking again" category="Recovery"></article-hero>',
  },
  {
    name: 'medical-review with children',
    tag: 'medical-review',
    markup:
      '<medical-review>Medically reviewed by Ann Lee, MD on <time datetime="2026-03-04">March 4</time></medical-review>',
    holds: [/<svg[^>]*aria-hidden="true"/],
    once: 'Ann Lee, MD',
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
    name: 'phone-number with a number',
    goesOn: true,
    tag: 'phone-number',
    markup: '<phone-number>(210) 555-0142</phone-number>',
    once: '(210) 555-0142',
  },
  {
    name: 'clinic-location with children and a map',
    tag: 'clinic-location',
    markup:
      '<clinic-location map-src="https://maps.invalid/embed"><h3>Fernhollow North</h3><address>12 Live Oak Avenue</address></clinic-location>',
    holds: [/<button[^>]*>(?:<!--[^>]*-->)*\s*(?:<!--[^>]*-->)*Show map/],
    once: 'Fernhollow North',
  },
  {
    name: 'clinic-location from attributes',
    goesOn: true,
    tag: 'clinic-location',
    markup: '<clinic-location name="Fernhollow North" phone="(210) 555-0142"></clinic-location>',
    holds: [/^(?![\s\S]*<iframe)/],
  },
  {
    name: 'provider-card with children',
    goesOn: true,
    tag: 'provider-card',
    markup:
      '<provider-card accepting="yes"><h3>Ana Ruiz, MD</h3><p>Spine surgeon</p></provider-card>',
    once: 'Ana Ruiz, MD',
  },
  {
    name: 'clinic-info with JSON',
    tag: 'clinic-info',
    markup:
      '<clinic-info><script type="application/json">{ "name": "Fernhollow" }</script></clinic-info>',
    once: 'Fernhollow',
  },
  {
    name: 'call-cta that waits for the clinic’s number',
    tag: 'call-cta',
    markup: '<call-cta label="Talk to a nurse"></call-cta>',
    once: 'Talk to a nurse',
  },
  {
    name: 'condition-checker with children',
    tag: 'condition-checker',
    markup:
      '<condition-checker country="US"><h2>Sore knee</h2><p>Call 911.</p></condition-checker>',
    once: 'Sore knee',
  },
  {
    name: 'condition-checker from attributes',
    tag: 'condition-checker',
    markup: '<condition-checker heading="Sore knee" country="US"></condition-checker>',
    once: 'Sore knee',
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
    goesOn: true,
    tag: 'contact-form',
    markup:
      '<contact-form heading="Write to us"><form method="post" action="/leads"><p><label for="m">Your message</label><textarea id="m" name="message" required></textarea></p><button>Send it</button></form></contact-form>',
    once: 'Your message',
  },
  {
    name: 'article-contents with a list',
    goesOn: true,
    tag: 'article-contents',
    markup:
      '<article-contents heading="On this page" collapsible><ul><li><a href="#causes">Causes</a></li></ul></article-contents>',
    holds: [/<summary[^>]*>[\s\S]*On this page/],
    once: 'Causes',
  },
  {
    name: 'faq-list with questions',
    goesOn: true,
    tag: 'faq-list',
    markup:
      '<faq-list heading="Questions"><details><summary>Is there parking?</summary><p>Yes.</p></details></faq-list>',
    holds: [/<h2[^>]*>(?:<!--[^>]*-->)*Questions/],
    once: 'Is there parking?',
  },
  {
    name: 'medical-disclaimer with words',
    tag: 'medical-disclaimer',
    markup:
      '<medical-disclaimer country="US"><p>Talk to your clinician first.</p></medical-disclaimer>',
    once: 'Talk to your clinician first.',
  },
  {
    name: 'open-hours with children',
    goesOn: true,
    tag: 'open-hours',
    markup:
      '<open-hours heading="Opening hours" hours="Mo-Fr 08:00-17:00" time-zone="America/Chicago"><p>Weekdays 8 AM to 5 PM</p></open-hours>',
    holds: [/<h2[^>]*>(?:<!--[^>]*-->)*Opening hours/],
    once: 'Weekdays 8 AM to 5 PM',
  },
  {
    name: 'related-posts with children',
    tag: 'related-posts',
    markup:
      '<related-posts heading="Read on"><ul><li><a href="/a/">Sleeping well</a></li><li><a href="/b/">Lifting</a></li></ul></related-posts>',
    once: 'Sleeping well',
  },
  {
    name: 'related-posts with a heading of the author',
    tag: 'related-posts',
    markup:
      '<related-posts><h2>Read on</h2><ul><li><a href="/a/">Sleeping well</a></li></ul></related-posts>',
    // Where its own would come first, a server cannot know.
    holds: [/^(?![\s\S]*Related reading)/],
    once: 'Read on',
  },
  {
    name: 'related-posts from a source',
    goesOn: true,
    tag: 'related-posts',
    markup: '<related-posts src="/no-posts" heading="Read on"></related-posts>',
  },
  {
    name: 'site-banner with words',
    tag: 'site-banner',
    markup:
      '<site-banner kind="closure" ends="2099-12-31" time-zone="America/Chicago" dismissable><p>Closed on Thursday</p></site-banner>',
    // Without script it is there to read.
    holds: [/role="region"/, /aria-label="Closure notice"/],
    once: 'Closed on Thursday',
  },
  {
    name: 'skip-link with a link',
    tag: 'skip-link',
    markup: '<skip-link><a href="#main">Skip to content</a></skip-link>',
    once: 'Skip to content',
  },
];

const RENDER = `
import 'clinic-elements/hydrate';
import 'clinic-elements/all';
import { readFileSync } from 'node:fs';
import { html } from 'lit';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import './their-page.js';

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
const theirs = html(Object.assign(['<their-page></their-page>'], { raw: [''] }));
rendered.theirs = { html: await collectResult(render(theirs)) };
process.stdout.write(JSON.stringify(rendered));
`;

/** A component of the consumer's own, with a card in its template. */
const THEIR_PAGE = `
import { html, LitElement } from 'lit';
customElements.define('their-page', class extends LitElement {
  static properties = { title: {}, day: {} };
  constructor() {
    super();
    this.title = 'Walking again';
    this.day = '2026-02-01';
  }
  render() {
    return html\`<article-card href="/walking/" heading=\${this.title} published=\${this.day}><p>\${this.title} after rest</p></article-card>\`;
  }
});
`;

/** A node of an element's own root, as the debugger sees it: closed roots are open to it. */
interface RootNode {
  id: number;
  what: string;
}

/** The elements and words in the own root of the element on the page, in order. */
async function rootOf(session: CDPSession): Promise<RootNode[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const inside = (node: Protocol.DOM.Node): RootNode[] =>
    (node.children ?? []).flatMap((child) => {
      if (child.localName === 'style') return [];
      const what = child.localName ? `<${child.localName}>` : child.nodeValue.trim();
      const isShown = child.nodeType !== 8 && what !== '';
      return [...(isShown ? [{ id: child.backendNodeId, what }] : []), ...inside(child)];
    });
  const find = (node: Protocol.DOM.Node): Protocol.DOM.Node | undefined =>
    node.shadowRoots?.find(({ shadowRootType }) => shadowRootType === 'closed') ??
    (node.children ?? []).map(find).find(Boolean);
  const shadow = find(root);
  return shadow ? inside(shadow) : [];
}

/** How often some words are there; once where none are asked for. */
const times = (words: string | undefined, text: string): number =>
  words ? text.split(words).length - 1 : 1;

const whats = (nodes: RootNode[]): string[] => nodes.map(({ what }) => what);

/** Fails instead of waiting for a page that is caught in a loop. */
async function within<Value>(ms: number, what: string, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} takes more than ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

describe('server rendering', { timeout: 600_000 }, () => {
  const project = temporaryFolder('ssr');
  let rendered: Record<string, { html?: string; error?: string }>;

  before(async () => {
    await install(project, ['@lit-labs/ssr', '@lit-labs/ssr-client']);
    write(project, {
      'cases.json': JSON.stringify(CASES),
      'render.mjs': RENDER,
      'their-page.js': THEIR_PAGE,
    });
    rendered = JSON.parse(
      await run(process.execPath, ['render.mjs'], { cwd: project }),
    ) as typeof rendered;
  });

  it('is tried with every element', () => {
    const tags = new Set(CASES.map(({ tag }) => tag));
    assert.deepEqual([...tags].sort(), elementDoors.toSorted());
  });

  for (const { name, tag, markup, holds = [], once } of CASES) {
    const hasRoot = !ROOTLESS.includes(tag);
    it(`${name}: ${hasRoot ? 'a closed declared' : 'no'} root, and the children as they were`, () => {
      const { html = '', error } = rendered[name]!;
      assert.equal(error, undefined);
      if (hasRoot) assert.match(html, /<template [^>]*shadowrootmode="closed"/);
      else assert.doesNotMatch(html, /<template/);
      const children = markup.replace(/^<[^>]*>/, '').replace(/<\/[^>]*>$/, '');
      const end = `${hasRoot ? '</template>' : '>'}${children}</${tag}>`;
      assert.ok(html.includes(end), `the children in ${html}`);
      assert.doesNotMatch(html, /undefined|\[object|NaN/);
      for (const pattern of holds) assert.match(html, pattern);
      const shown = html.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, '');
      assert.equal(times(once, shown), 1, `"${once}" is written once in ${shown}`);
    });
  }

  describe('hydrated in Chromium', () => {
    let server: Server;
    let browser: Browser;
    let address: string;

    before(async () => {
      const settle = `
        const element = document.querySelector('main > *');
        await element.updateComplete.catch((error) => console.error(String(error)));
        await new Promise((resolve) => setTimeout(resolve, 50));
        window.settled = true;
      `;
      const all = `import 'clinic-elements/hydrate'; import 'clinic-elements/all';`;
      write(project, {
        'hydrating.js': `${all} ${settle}`,
        'theirs.js': `${all} import './their-page.js'; ${settle}`,
        'anew.js': `import 'clinic-elements/all'; ${settle}`,
      });
      const { outputFiles } = await build({
        absWorkingDir: project,
        entryPoints: ['hydrating.js', 'theirs.js', 'anew.js'],
        outdir: '.',
        write: false,
        bundle: true,
        format: 'esm',
        // Lit's development build says on the console what is wrong.
        conditions: ['development'],
        logLevel: 'silent',
      });
      server = createServer(({ url = '/' }, response) => {
        const { pathname, searchParams } = new URL(url, 'http://localhost');
        const script = outputFiles.find(({ path }) => path === join(project, pathname));
        const [type, body] = script
          ? ['text/javascript', script.text]
          : pathname === '/page'
            ? ['text/html', pageOf(searchParams.get('case') ?? '', searchParams.get('lang') ?? '')]
            : pathname === '/walk.svg'
              ? ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>']
              : ['application/json', '[]'];
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const executablePath = chromiumPath();
      assert.ok(executablePath, 'Chromium or Chrome is installed; CHROME_PATH says where');
      browser = await puppeteer.launch({ executablePath, args: chromiumFlags });
    });

    after(async () => {
      await browser?.close();
      server?.close();
    });

    const pageOf = (name: string, lang: string): string =>
      `<!doctype html><html lang="${lang}"><head><title>SSR</title><link rel="icon" href="data:,"></head>
      <body><main>${rendered[name]?.html}</main></body></html>`;

    /** Opens the server's page, and lets the script take it over. */
    async function open(name: string, { lang = 'en', script = '/hydrating.js' } = {}) {
      const page = await browser.newPage();
      const lines: string[] = [];
      page.on('console', (message) => lines.push(message.text()));
      page.on('pageerror', (error) => lines.push(String(error)));
      await page.goto(`${address}/page?lang=${lang}&case=${encodeURIComponent(name)}`);
      const session = await page.createCDPSession();
      // Not where the root is about to be attached anew: while the debugger looks at a declared root with
      // slotted children, `attachShadow` hangs Chromium (156), with any element.
      const had = script === '/anew.js' ? [] : await rootOf(session);
      const hasNone = ROOTLESS.some((tag) => name.startsWith(tag)) || script !== '/hydrating.js';
      assert.ok(had.length || hasNone, 'the browser read a declared root');
      await page.$eval('main > *', (element) => {
        Object.assign(window, { childrenBefore: [...element.children] });
      });
      await within(60_000, script, page.addScriptTag({ type: 'module', url: script }));
      await page.waitForFunction('window.settled', { timeout: 60_000 });
      const has = await rootOf(session);
      const said = lines.filter((line) => !line.startsWith('Lit is in dev mode'));
      return { page, session, had, has, said };
    }

    for (const { name, once, goesOn } of CASES) {
      it(`${name}: the same nodes, nothing doubled, the root closed, nothing said`, async () => {
        const { page, had, has, said } = await open(name);
        assert.deepEqual(said, []);
        if (!goesOn) {
          const kept = has.filter(({ id }) => had.some((node) => node.id === id));
          assert.deepEqual(whats(kept), whats(had), 'the nodes were kept');
          // The element goes to work, and may add what only a script needs: nothing that was there.
          const words = (nodes: RootNode[]) => whats(nodes).filter((what) => !what.startsWith('<'));
          const added = has.filter((node) => !kept.includes(node));
          const doubled = words(added).filter((what) => words(had).includes(what));
          assert.deepEqual(doubled, [], 'nothing was doubled');
        }
        const [root, text] = await page.$eval(
          'main > *',
          (element) => [element.shadowRoot, element.textContent] as const,
        );
        assert.equal(root, null);
        const isKept = await page.$eval('main > *', (element) =>
          (Reflect.get(window, 'childrenBefore') as Element[]).every((it) => element.contains(it)),
        );
        assert.ok(isKept || goesOn, 'the children are the ones that the server wrote');
        const words = [...whats(has), text ?? ''].join(' ');
        assert.equal(times(once, words), 1, `"${once}" shows once in ${words}`);
        await page.close();
      });
    }

    it('takes over a component of the consumer’s with a card in it, which goes on changing it', async () => {
      const { page, said } = await open('theirs', { script: '/theirs.js' });
      assert.deepEqual(said, []);
      const shows = () =>
        page.$eval('their-page', async (element) => {
          await new Promise((resolve) => setTimeout(resolve, 50));
          const card = element.shadowRoot!.querySelector('article-card')!;
          return [...card.querySelectorAll('h3, p, time')].map((part) => part.textContent);
        });
      assert.deepEqual(await shows(), [
        'Walking again',
        'Walking again after rest',
        'February 1, 2026',
      ]);
      await page.$eval('their-page', (element) => {
        Object.assign(element, { title: 'Sleeping well', day: '2026-03-02' });
      });
      assert.deepEqual(await shows(), [
        'Sleeping well',
        'Sleeping well after rest',
        'March 2, 2026',
      ]);
      await page.close();
    });

    it('answers to its properties afterwards', async () => {
      const { page, session } = await open('call-cta with a link');
      await page.$eval('call-cta', async (element) => {
        element.label = 'Same-day line';
        await element.updateComplete;
      });
      const words = whats(await rootOf(session));
      assert.ok(words.includes('Same-day line'), `it reads ${words.join()}`);
      assert.ok(!words.includes('Talk to a nurse'), 'the old words are gone');
      await page.close();
    });

    it('makes the number of call-cta a link', async () => {
      const { page } = await open('call-cta from attributes');
      const href = await page.$eval('call-cta a', (link) => link.getAttribute('href'));
      assert.equal(href, 'tel:+12105550142');
      await page.close();
    });

    it('takes on the language of the page, which the server did not see', async () => {
      const { page, session, had } = await open('contact-form from attributes', { lang: 'es' });
      assert.ok(whats(had).includes('Send message'), `the server wrote ${whats(had).join()}`);
      // Words load when they are asked for.
      for (const end = Date.now() + 30_000; Date.now() < end;) {
        if (whats(await rootOf(session)).includes('Enviar mensaje')) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const has = await rootOf(session);
      assert.ok(whats(has).includes('Enviar mensaje'), `now it reads ${whats(has).join()}`);
      const elements = had.filter(({ what }) => what.startsWith('<'));
      const kept = has.filter(({ id }) => elements.some((node) => node.id === id));
      assert.deepEqual(kept, elements, 'the nodes were kept');
      assert.ok(!whats(has).includes('Send message'), 'nothing is left in English');
      await page.close();
    });

    it('renders anew, once, where clinic-elements/hydrate was forgotten', async () => {
      for (const name of ['contact-form from attributes', 'contact-form with a form']) {
        const { page, has, said } = await open(name, { script: '/anew.js' });
        assert.deepEqual(said, [], name);
        const headings = whats(has).filter((what) => what === 'Write to us');
        assert.equal(headings.length, 1, `${name}: ${whats(has).join()}`);
        await page.close();
      }
    });
  });
});
