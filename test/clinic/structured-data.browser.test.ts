import { expect } from '@open-wc/testing';
import { hoursForGraph as hours, telephone } from '../../src/calls/schema-org.js';
import { publishFacts } from '../../src/clinic/load-facts.js';
import { graphOfHtml } from '../../src/clinic/graph-html.js';
import type { Graph } from '../../src/clinic/graph.js';
import { parseClinicFacts } from '../../src/clinic/read-facts.js';
import { documentReader, graphOf, startStructuredData } from '../../src/clinic/structured-data.js';
import {
  AIOSEO,
  ATTRIBUTES,
  CONTACT,
  ONE_PLACE,
  page,
  RANK_MATH,
  TWO_PLACES,
  UPGRADED,
  WRITTEN,
  YOAST,
} from './pages.js';

const tools = { hours, telephone };
const now = Date.parse('2026-11-25T12:00Z');
const BASE = 'https://clinic.example/clinic.json';

const frames: HTMLIFrameElement[] = [];
const stops: (() => void)[] = [];

/** A page of its own, as a browser reads it. */
async function open(html: string, src?: string): Promise<Document> {
  const frame = document.createElement('iframe');
  if (src) frame.src = src;
  else frame.srcdoc = html;
  frames.push(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentDocument!;
}

const know = (facts: unknown): void =>
  publishFacts(facts ? parseClinicFacts(facts, BASE).facts : undefined, BASE);

function start(at: Document): () => void {
  const stop = startStructuredData(at, tools);
  stops.push(stop);
  return stop;
}

const scripts = (at: Document): HTMLScriptElement[] => [
  ...at.querySelectorAll<HTMLScriptElement>('script[id="clinic-graph"]'),
];
const textOf = (at: Document): string => scripts(at)[0]?.textContent ?? '';
const idsOf = (at: Document): string[] =>
  textOf(at) ? (JSON.parse(textOf(at)) as Graph)['@graph'].map((node) => node['@id']) : [];

/** Resolves when a page says so; the runner ends a test that waits in vain. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Longer than changes are gathered. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 450));

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  know(undefined);
  for (const frame of frames.splice(0)) frame.remove();
});

describe('the graph in a page', () => {
  const bodies: [string, string][] = [
    ['in children', WRITTEN],
    ['in attributes', ATTRIBUTES],
    ['when its elements have upgraded', UPGRADED],
    ['with places and people', CONTACT],
    [
      'with oddities',
      `<template><h1>No</h1></template><p hidden>${CONTACT}</p><h1>A &amp; <svg><title>x</title></svg>B</h1>`,
    ],
  ];
  const heads: [string, string][] = [
    ['alone', ''],
    ['beside Yoast SEO', YOAST],
    ['beside Rank Math', RANK_MATH],
    ['beside All in One SEO', AIOSEO],
  ];
  for (const [what, body] of bodies)
    for (const [where, head] of heads)
      it(`${what}, ${where}, is what a server prints, byte for byte`, async () => {
        const html = page(body, { head });
        const { facts } = parseClinicFacts(TWO_PLACES, BASE);
        const here = graphOf(documentReader(await open(html)), facts, { tools, base: BASE, now });
        expect(here).to.equal(graphOfHtml(html, TWO_PLACES, { tools, base: BASE, now }));
        expect(here).to.include('schema.org');
      });

  it('stands in the head once, as data', async () => {
    const at = await open(page(WRITTEN));
    know(TWO_PLACES);
    start(at);
    await until(() => scripts(at).length > 0);
    const [script] = scripts(at);
    expect(script!.parentElement).to.equal(at.head);
    expect(script!.type).to.equal('application/ld+json');
    expect(idsOf(at)).to.include('https://clinic.example/blog/back-pain/#article');
  });

  it('waits for the clinic’s facts, and leaves what a server printed until then', async () => {
    const printed = '<script type="application/ld+json" id="clinic-graph">{"@graph":[]}</script>';
    const at = await open(page(WRITTEN, { head: printed }));
    start(at);
    await settled();
    expect(textOf(at)).to.equal('{"@graph":[]}');
    know(TWO_PLACES);
    await until(() => idsOf(at).length > 0);
    expect(scripts(at)).to.have.length(1);
  });

  it('does not touch what a server printed where it is the same', async () => {
    const html = page(WRITTEN);
    const text = graphOfHtml(html, TWO_PLACES, { tools, base: BASE });
    const head = `<script type="application/ld+json" id="clinic-graph">${text}</script>`;
    const at = await open(page(WRITTEN, { head }));
    const [before] = scripts(at);
    know(TWO_PLACES);
    start(at);
    await settled();
    expect(scripts(at)[0]).to.equal(before);
  });

  it('follows the facts and the page, in one go', async () => {
    const at = await open(page(WRITTEN));
    know(TWO_PLACES);
    start(at);
    await until(() => scripts(at).length > 0);
    let writes = 0;
    const watcher = new MutationObserver((records) => (writes += records.length));
    watcher.observe(at.head, { childList: true });
    know({ ...TWO_PLACES, name: 'Alamo Spine' });
    know({ ...TWO_PLACES, name: 'Canyon Spine' });
    at.querySelector('h1')!.textContent = 'Hip pain';
    at.querySelector('medical-review time')!.setAttribute('datetime', '2026-10-10');
    await until(() => textOf(at).includes('Hip pain'));
    expect(textOf(at)).to.include('"lastReviewed":"2026-10-10"').and.to.include('"Canyon Spine"');
    await settled();
    expect(writes, 'one script for another').to.equal(1);
    watcher.disconnect();
  });

  it('is not read again for what it is not made of', async () => {
    const at = await open(page(`${WRITTEN}<ul class="ticker"></ul>`));
    know(TWO_PLACES);
    start(at);
    await until(() => scripts(at).length > 0);
    let reads = 0;
    const { querySelectorAll } = at;
    at.querySelectorAll = (css: string) => (reads++, querySelectorAll.call(at, css));
    at.body.className = 'scrolled';
    at.querySelector('.ticker')!.append('Open today', at.createElement('li'));
    await settled();
    expect(reads).to.equal(0);
    at.querySelector('main')!.append(at.createElement('clinic-location'));
    await until(() => reads > 0);
  });

  it('knows what is hidden and shown, and in which language', async () => {
    const at = await open(page(`<div class="visit" hidden>${CONTACT}</div>`));
    know(TWO_PLACES);
    start(at);
    await until(() => scripts(at).length > 0);
    expect(textOf(at)).not.to.include('#place-north');
    at.querySelector<HTMLElement>('.visit')!.hidden = false;
    await until(() => textOf(at).includes('#place-north'));
    at.documentElement.lang = 'es';
    await until(() => textOf(at).includes('"inLanguage":"es"'));
  });

  it('steps back from a graph that comes later, and returns when that goes', async () => {
    const at = await open(page(WRITTEN));
    know(TWO_PLACES);
    start(at);
    await until(() => idsOf(at).some((id) => id.endsWith('#article')));
    const late = at.createElement('script');
    late.type = 'application/ld+json';
    late.append(
      new DOMParser().parseFromString(RANK_MATH, 'text/html').scripts[0]!.textContent ?? '',
    );
    at.body.append(late);
    await until(() => !idsOf(at).some((id) => id.endsWith('#article')));
    expect(textOf(at)).to.include('lastReviewed').and.not.to.include('telephone');
    late.remove();
    await until(() => idsOf(at).some((id) => id.endsWith('#article')));
  });

  it('says the clinic’s own number, whatever a call-tracking script makes of the page', async () => {
    const body =
      '<clinic-location name="Canyon" street="9 Ash Way" phone="(210) 555-0142"><h2>Canyon</h2>' +
      '<a href="tel:+12105550142">(210) 555-0142</a></clinic-location>';
    const at = await open(page(body));
    know(ONE_PLACE);
    start(at);
    await until(() => textOf(at).includes('+12105550142'));
    at.querySelector('a')!.textContent = '(830) 555-0199';
    at.querySelector('a')!.href = 'tel:+18305550199';
    at.querySelector('clinic-location')!.setAttribute('phone', '(830) 555-0199');
    await settled();
    expect(textOf(at)).to.include('+12105550142').and.not.to.include('0199');
  });

  it('goes when its owner goes, and does not come back', async () => {
    const at = await open(page(WRITTEN));
    know(TWO_PLACES);
    const stop = start(at);
    await until(() => scripts(at).length > 0);
    stop();
    expect(scripts(at)).to.be.empty;
    know(ONE_PLACE);
    at.querySelector('h1')!.textContent = 'Hip pain';
    await settled();
    expect(scripts(at)).to.be.empty;
  });

  it('is let in by the strictest policy, without a violation', async () => {
    const at = await open('', '/strict-page');
    const violations: string[] = [];
    at.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
    at.body.append(at.createElement('article-hero'), at.createElement('medical-review'));
    at.querySelector('article-hero')!.setAttribute('heading', 'Back pain');
    know(TWO_PLACES);
    start(at);
    await until(() => idsOf(at).length > 0);
    know(ONE_PLACE);
    await until(() => textOf(at).includes('MedicalClinic'));
    expect(violations).to.deep.equal([]);
    expect((at.defaultView as unknown as { violations: string[] }).violations).to.be.empty;
  });
});
