/**
 * The elements in a real WordPress, as a visitor meets them: npx tsx --test test/e2e/wordpress.e2e.test.ts
 *
 * Needs the built library (dist/). Skips, and says why, where Debian's packages cannot be had.
 */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from './support/site.js';
import { Site } from './wordpress/site.js';
import { snippets } from './wordpress/snippets.js';
import { visit } from './wordpress/visitor.js';

/** Where things are on a page; `>>>` looks into shadow roots. */
const at = {
  callLink: 'call-cta a[href^="tel:"]',
  authoredCard: '.entry-content > article-card',
  relatedPosts: 'related-posts',
  fetchingList: 'related-posts[src]',
  fetchedCard: 'related-posts >>> article-card',
  fetchedTitle: 'related-posts[src] >>> h3 a',
  fallbackLink: 'related-posts > a',
  formField: (name: string) => `contact-form >>> [name="${name}"]`,
  sendButton: 'contact-form >>> button[type=submit]',
  thanks: 'contact-form >>> [part~="thanks"]',
  formFallback: 'contact-form > a',
};

const number = '+16145550142';
const pages = ['/elements-block/', '/elements-classic/'];
const newestReadable = [
  'Sciatica & sitting: “how long is too long?”',
  'Sleeping on your side: a gentle plan for stiff mornings',
  'What’s a disc bulge? A two-minute answer',
];
const protectedPost = 'For our patients: the day of your operation';

const fixture = new URL('../fixtures/wordpress-editors-more.json', import.meta.url);

const site = new Site();
let browser: Browser;
let unavailable: string | undefined;
/** Where the snippets were written, by the way they took. */
const written = new Map<string, string>();

before(async () => {
  unavailable = await site.start();
  if (unavailable) return;
  browser = await launch();
  const [admin, author] = [await site.admin(), await site.author()];
  const pieces = [...Object.entries(snippets), ['end', '']]
    .flatMap(([name, text]) => [`<h5>${name!}</h5>`, text!])
    .filter(Boolean);
  const text = pieces.join('\n\n');
  written.set('Custom HTML block', await admin.writeBlocks('Typed into blocks', pieces));
  written.set('Text tab', await admin.writeText('Typed into the Text tab', text));
  written.set('author, tags allowed', await author.writeText('Typed by an author', text));
  await site.withoutPlugin(async () => {
    written.set(
      'author',
      await author.writeBlocks('Typed by an author without our plugin', pieces),
    );
  });
});

after(async () => {
  await browser?.close();
  await site.delete();
});

/** A test that needs the site. */
function onSite(name: string, body: (context: TestContext) => Promise<void>): void {
  void test(name, async (context) => {
    if (unavailable) context.skip(unavailable);
    else await body(context);
  });
}

describe('the site that the tests rely on', () => {
  onSite('hands out what makes lists of posts hard', async () => {
    const response = await fetch(`${site.home}/wp-json/wp/v2/posts?per_page=4&_embed`);
    const posts = (await response.json()) as {
      title: { rendered: string };
      content: { protected: boolean };
      _embedded: { author: { code?: string }[]; 'wp:featuredmedia'?: { code?: string }[] };
    }[];
    assert.deepEqual(
      posts.map((post) => post.title.rendered),
      [
        'Sciatica &#038; sitting: &#8220;how long is too long?&#8221;',
        protectedPost,
        'Sleeping on your side: a <em>gentle</em> plan for stiff mornings',
        'What&#8217;s a disc bulge? A two-minute answer',
      ],
    );
    assert.deepEqual(
      posts.map((post) => post.content.protected),
      [false, true, false, false],
    );
    assert.equal(posts[2]?._embedded['wp:featuredmedia']?.[0]?.code, 'rest_forbidden');
    assert.equal(posts[3]?._embedded.author[0]?.code, 'rest_user_invalid_id');
  });

  onSite('takes equal leads once, whatever arrives beside them', async () => {
    const before = site.deadlocks();
    for (let round = 0; round < 24; round++) {
      const lead = newLead(`Twice Sent ${round};`);
      const send = async () => {
        const response = await postLead(lead);
        return (await response.json()) as { ok: boolean; id: string; receipt: string };
      };
      const answers = await Promise.all([send(), send(), send()]);
      assert.ok(
        answers.every(({ ok, id }) => ok && id === lead.id),
        'each answer confirms this lead',
      );
      assert.equal(new Set(answers.map(({ receipt }) => receipt)).size, 1);
      assert.equal(await leadsWith(`Twice Sent ${round};`), 1);
    }
    // A lead in a deadlock is answered 503, and only sometimes: counting them is what fails each time.
    assert.equal(site.deadlocks() - before, 0);
  });

  onSite('marks what a visitor edited and sent again, also where it arrives late', async () => {
    const [first, edited] = [newLead('Before the edit'), newLead('After the edit')];
    const answer = await postLead({ ...edited, supersedes: [first.id] });
    const { receipt } = (await answer.json()) as { receipt: string };
    await postLead(first);
    assert.equal(await leadsWith(`replaced by ${receipt}`), 1);
    assert.equal(await leadsWith('After the edit'), 1);
  });

  onSite('says which answer is wrong, and stores nothing that is no lead', async () => {
    const long = await postLead({
      ...newLead('Too long'),
      fields: { message: 'x'.repeat(100_001) },
    });
    assert.equal(long.status, 422);
    const { ok, errors } = (await long.json()) as { ok: boolean; errors: { field?: string }[] };
    assert.deepEqual([ok, errors.map(({ field }) => field)], [false, ['message']]);
    const lead = newLead('Not a lead');
    const rows: [string, number, unknown][] = [
      ['no fields', 422, { ...lead, fields: undefined }],
      ['no answer', 422, { ...lead, fields: { name: ' ' } }],
      ['an answer that is no text', 422, { ...lead, fields: { name: { deep: 'x' } } }],
      ['an id that is none', 422, { ...lead, id: "1' OR '1'='1" }],
      ['a name with markup', 422, { ...lead, fields: { '<b>': 'x' } }],
      ['signals that are none', 422, { ...lead, signals: { seconds: 'many' } }],
      ['no page', 422, { ...lead, page: undefined }],
      ['a list', 422, [lead]],
      ['too much', 413, { ...lead, attribution: { x: 'x'.repeat(300_000) } }],
    ];
    for (const [name, status, body] of rows) {
      assert.equal((await postLead(body)).status, status, name);
    }
    const elsewhere = await postLead(lead, { origin: 'https://evil.example' });
    assert.equal(elsewhere.status, 403);
    assert.equal(await leadsWith('Not a lead'), 0);
  });

  onSite('takes a form sent without script once, and leads back to its page', async () => {
    const path = '/elements-block/';
    const send = (fields: Record<string, string>) =>
      fetch(`${site.home}/wp-json/clinic-demo/v1/leads`, {
        method: 'POST',
        headers: {
          accept: 'text/html',
          origin: site.home,
          referer: `${site.home}${path}?utm_term=x`,
        },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
    for (let click = 0; click < 2; click += 1) {
      const response = await send({ name: 'No "Script" O’Neill 🦵', _clinic_ref: '' });
      assert.equal(response.status, 303);
      assert.equal(response.headers.get('location'), `${site.home}${path}?message=sent`);
    }
    assert.equal(await leadsWith('O’Neill 🦵'), 1);
    // A cached page: each visitor brings the same id.
    const _clinic_id = crypto.randomUUID();
    for (const name of ['Cached One', 'Cached Two', 'Cached Two']) await send({ name, _clinic_id });
    await send({ 'your <name>': 'Odd Field', 'topics[]': 'knee', 'address[street]': 'Fern Lane' });
    for (const words of ['Cached One', 'Cached Two', 'Odd Field', 'knee', 'Fern Lane']) {
      assert.equal(await leadsWith(words), 1, words);
    }
    const page = await (await fetch(`${site.home}${path}?message=sent`)).text();
    assert.match(page, /<p role="status">Thank you/);
    const empty = await send({ name: ' ' });
    assert.equal(empty.status, 422);
    assert.match(await empty.text(), /has not been sent yet/);
  });
});

describe('what the editors make of our tags', () => {
  // test/elements/editors.browser.test.ts judges what a visitor has of it.
  onSite('is what test/fixtures/wordpress-editors-more.json says', async () => {
    const pairs = new Map<
      string,
      { name: string; input: string; output: string; where: string[] }
    >();
    for (const [way, path] of written) {
      for (const [name, output] of Object.entries(await servedSnippets(path))) {
        const pair = { name, input: snippets[name]!, output, where: [] };
        const key = JSON.stringify([name, output]);
        if (!pairs.has(key)) pairs.set(key, pair);
        pairs.get(key)!.where.push(way);
      }
    }
    const lines = [...pairs.values()].map((pair) => JSON.stringify(pair));
    const text = `[\n${lines.join(',\n')}\n]\n`;
    if (process.env.UPDATE_FIXTURES) await writeFile(fixture, text);
    else assert.equal(text, await readFile(fixture, 'utf8'), 'write it with UPDATE_FIXTURES=1');
  });
});

for (const theme of ['twentytwentythree', 'twentytwentyone'] as const) {
  describe(`a visitor, theme ${theme}`, () => {
    before(async () => {
      if (!unavailable) await site.switchTheme(theme);
    });

    for (const way of ['Custom HTML block', 'Text tab', 'author, tags allowed', 'author'])
      onSite(`finds words, links and working elements: ${way}`, async (context) => {
        const { page, troubles, end } = await visit(browser, site.home + written.get(way)!);
        context.after(end);
        await worksAsTyped(page, way);
        assert.deepEqual(
          troubles.filter((trouble) => !/^console warn: <[a-z-]+>: /.test(trouble)),
          [],
        );
      });

    for (const path of pages) {
      onSite(`${path} calls, reads and writes`, async (context) => {
        const { page, troubles, end } = await visit(browser, site.home + path);
        context.after(end);

        await context.test('the call link is visible and dials', () => callLinkDials(page));
        await context.test("related posts come from the site's REST API", () => showsPosts(page));
        await context.test('the form is filled and sent, and arrives once', () =>
          sendsForm(page, `Visitor of ${path} in ${theme}`),
        );
        await context.test('the authored card keeps its link and picture', () => keepsCard(page));
        assert.deepEqual(troubles, []);
      });
    }
  });
}

describe('beside the usual visitor', () => {
  onSite('without script the pages still read, link and dial', async (context) => {
    for (const path of pages) {
      const { page, troubles, end } = await visit(browser, site.home + path, { script: false });
      context.after(end);
      for (const selector of [at.callLink, at.fallbackLink, at.formFallback]) {
        const found = await page.$(selector);
        assert.ok(await found?.isVisible(), `${selector} on ${path}`);
      }
      assert.deepEqual(troubles, []);
    }
  });

  onSite('what authors without unfiltered_html write survives, made safe', async (context) => {
    const { page, end } = await visit(browser, `${site.home}/elements-author/`);
    context.after(end);
    const cards = await page.$$eval('article-card', (found) =>
      found.map((card) =>
        ['heading', 'href', 'image', 'onclick'].map((name) => card.getAttribute(name)),
      ),
    );
    assert.deepEqual(cards, [
      ['An honest card', '/articles/heat-or-ice/', null, null],
      ['A poisoned card', 'alert(1)', 'alert(2)', null],
    ]);
    const phone = await page.$eval('call-cta', (call) => call.getAttribute('phone'));
    assert.equal(phone, number, 'the shortcode');
  });

  onSite('PHP has nothing to say about our plugins', async () => {
    assert.deepEqual(site.complaints, []);
  });
});

/** What is served of each snippet. */
async function servedSnippets(path: string): Promise<Record<string, string>> {
  const html = await (await fetch(site.home + path)).text();
  const parts = html.split('<h5>').slice(1, -1);
  assert.equal(parts.length, Object.keys(snippets).length, 'all of them are served');
  return Object.fromEntries(
    parts.map((part): [string, string] => {
      const [name = '', rest = ''] = part.split('</h5>');
      return [name, rest.trim()];
    }),
  );
}

/** Every link that was typed can be followed, and every tag that arrived is an element that works. */
async function worksAsTyped(page: Page, way: string): Promise<void> {
  const stripped = way === 'author'; // but for shortcodes
  await callLinkDials(page);
  if (!stripped) {
    await page.$eval(at.fetchingList, (list) => list.scrollIntoView());
    await page.waitForSelector(at.fetchedTitle, { visible: true });
    const titles = await page.$$eval(at.fetchedTitle, (all) =>
      all.map((title) => title.textContent),
    );
    assert.equal(titles.length, 2, `posts of this WordPress: ${titles.join(' | ')}`);
    const field = await page.waitForSelector(at.formField('message'), { visible: true });
    assert.ok(field, 'a form of its own');
  }
  const tags = await page.$$eval('.entry-content *', (elements) =>
    elements.map(({ localName }) => localName).filter((name) => name.includes('-')),
  );
  const typed = [
    ...Object.values(snippets)
      .join()
      .matchAll(/[<[]([a-z]+-[a-z]+)/g),
  ];
  const shortcodes = typed.filter(([text]) => text.startsWith('['));
  assert.equal(tags.length, stripped ? shortcodes.length : typed.length, tags.join());
  const asleep = await page.$$eval('.entry-content :not(:defined)', (found) => found.length);
  assert.equal(asleep, 0, 'elements that did not wake up');

  const shown = await page.$$eval('.entry-content a[href]', (links) =>
    links.filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href')),
  );
  const links = Object.values(snippets).flatMap((text) =>
    [...text.matchAll(/<a\b[^>]*?href="([^"]*)"/g)].map(([, href]) => href!),
  );
  const gone = links.filter((href) => !shown.includes(href));
  // Links that made way: for posts that arrived or stand there, for a form, and for the theme's own skip link.
  const replaced = [
    '/articles/category/conditions/',
    '/articles/',
    'mailto:desk@example.org',
    '#content',
  ];
  assert.deepEqual(gone, stripped ? [] : replaced);
  const text = await page.$eval('.entry-content', (content) => (content as HTMLElement).innerText);
  for (const words of ['Monday to Friday, 8 to 5', 'Heat or ice?', '(614) 555-0142'])
    assert.ok(text.includes(words), words);
}

async function callLinkDials(page: Page): Promise<void> {
  const link = await page.waitForSelector(at.callLink, { visible: true });
  assert.ok(link, 'the call link shows');
  assert.equal(await link.evaluate((anchor) => anchor.getAttribute('href')), `tel:${number}`);
  assert.match(
    await link.evaluate((anchor) => (anchor as HTMLElement).innerText),
    /\(614\) 555-0142/,
  );
  // Nothing may stop the click; then the test does, for there is no telephone here.
  await page.evaluate(() => {
    addEventListener(
      'click',
      (event) => {
        document.documentElement.dataset.dialled = String(!event.defaultPrevented);
        event.preventDefault();
      },
      { once: true },
    );
  });
  await link.click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.dialled), 'true');
}

async function showsPosts(page: Page): Promise<void> {
  await page.$eval(at.relatedPosts, (list) => list.scrollIntoView());
  await page.waitForSelector(at.fetchedTitle, { visible: true });
  const links = await page.$$eval(at.fetchedTitle, (anchors) =>
    anchors.map((anchor) => ({
      title: anchor.textContent?.trim(),
      path: new URL((anchor as HTMLAnchorElement).href).pathname,
    })),
  );
  assert.deepEqual(
    links.map(({ title }) => title),
    newestReadable,
  );
  assert.equal(links[0]?.path, '/articles/sciatica-and-sitting/');
  assert.equal((await page.$$(at.fetchedCard)).length, 3);
  const fallback = await page.$(at.fallbackLink);
  assert.ok(!(await fallback?.isVisible()), 'the fallback makes way');
}

async function sendsForm(page: Page, name: string): Promise<void> {
  const answers = {
    name,
    email: 'visitor@example.org',
    phone: '(614) 555-0177',
    message: 'My back aches when I sit – could you see me in the “early” hours?',
  };
  for (const [field, answer] of Object.entries(answers)) {
    const input = await page.waitForSelector(at.formField(field), { visible: true });
    await input?.type(answer);
  }
  const button = await page.waitForSelector(at.sendButton, { visible: true });
  await button?.click({ count: 2 }); // people double-click
  const thanks = await page.waitForSelector(at.thanks, { visible: true });
  assert.ok(thanks, 'the thank-you shows');
  await page.waitForFunction(
    (element) => (element.getRootNode() as ShadowRoot).activeElement === element,
    {},
    thanks,
  );
  assert.equal(await leadsWith(name), 1);
}

async function keepsCard(page: Page): Promise<void> {
  const card = await page.waitForSelector(at.authoredCard, { visible: true });
  await page.waitForFunction((element) => element!.querySelector('img')?.complete, {}, card);
  const parts = await card!.evaluate((element) => ({
    link: element.querySelector('a')?.getAttribute('href'),
    picture: element.querySelector('img')?.complete,
    date: element.querySelector('time')?.dateTime,
  }));
  assert.deepEqual(parts, {
    link: '/articles/walking-after-back-surgery/',
    picture: true,
    date: '2025-06-10',
  });
}

const newLead = (name: string) => ({
  id: crypto.randomUUID() as string,
  fields: { name },
  page: { url: `${site.home}/elements-block/` },
  submittedAt: new Date().toISOString(),
});

const postLead = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${site.home}/wp-json/clinic-demo/v1/leads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** How many leads hold these words, as the clinic's staff sees it: logged in, under Tools. */
async function leadsWith(words: string): Promise<number> {
  const html = await (await site.admin()).read('/wp-admin/tools.php?page=clinic-demo-leads');
  const [, table] = html.split('<tbody id="clinic-demo-leads">');
  assert.ok(table, 'the list of leads');
  return table.split('<tr>').filter((row) => row.includes(words)).length;
}
