import { ArticleCard } from '../../src/index.js';
import { publishFacts } from '../../src/clinic/load-facts.js';
import { settled } from './stories.js';
import { addressOf, plain, visitorView, wordsOf, type VisitorView } from './visitor-view.js';

/** What somebody typed into an editor, and what the visitor's browser got. */
export interface EditorPair {
  name: string;
  input: string;
  output: string;
  /** The ways it went through an editor, see docs/editors.md. */
  where: string[];
}

/** From best to worst. */
export const VERDICTS = ['works', 'words remain', '-', 'gone', 'as text', 'damaged'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a pair comes to. */
export interface Judged {
  verdict: Verdict;
  /** The elements are there, with the attributes and the children that the author gave them. */
  whole: boolean;
  /** All tags are there, or none. */
  tags: 'all' | 'some' | 'none';
  /** What a visitor misses, for whoever reads a failing test. */
  missing: string[];
  /** What is seen in one of the two only: `- ` as typed, `+ ` as served. */
  changes: string[];
}

const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const POSTS = ['One more', 'And another'].map((title, at) => ({
  id: at + 1,
  link: `/articles/${at}/`,
  title: { rendered: title },
  excerpt: { rendered: '' },
  content: { protected: false },
  date_gmt: '2025-03-04T10:00:00',
}));

/** Judges pairs of one snippet, in a page whose network gives posts and in one whose network gives nothing. */
export async function judge(pairs: EditorPair[]): Promise<Judged[]> {
  await ArticleCard.prepare();
  const typed = pairs[0]!.input;
  const markups = [typed, meant(typed), ...pairs.map(({ output }) => output)];
  // The clinic's facts hold for a whole page.
  const look = typed.includes('<clinic-info') ? viewsOneByOne : viewsOf;
  const seen = { down: await look(markups, false), up: await look(markups, true) };
  return pairs.map(({ output }, at) => {
    const same = Object.values(seen).every(([typed, intended, ...results]) =>
      [typed, intended].some((view) => JSON.stringify(view) === JSON.stringify(results[at])),
    );
    const changes = Object.values(seen).flatMap((views) => differences(views[1]!, views[at + 2]!));
    const judged = verdictOn(parse(meant(typed)), parse(output), same, seen.down[at + 2]![0]!);
    return { ...judged, changes: [...new Set(changes)] };
  });
}

/** Line by line what one view has and the other has not; the first is that of the page as a whole. */
function differences([typed]: VisitorView[], [served]: VisitorView[]): string[] {
  const linesOf = (view: VisitorView) =>
    Object.entries(view).flatMap(([kind, list]) =>
      [list].flat().map((line: string | number) => `${kind}: ${line}`),
    );
  const [before, after] = [linesOf(typed!), linesOf(served!)];
  const without = (lines: string[], others: string[]) => {
    const rest = [...others];
    return lines.filter((line) => !rest.includes(line) || !rest.splice(rest.indexOf(line), 1));
  };
  return [
    ...without(before, after).map((line) => `- ${line}`),
    ...without(after, before).map((line) => `+ ${line}`),
  ];
}

function verdictOn(
  input: Element,
  output: Element,
  same: boolean,
  view: VisitorView,
): Omit<Judged, 'changes'> {
  const written = wordsOf(textOf(input));
  const addresses = [...input.querySelectorAll('a[href]')].map(addressOf);
  const shown = [...view.words, ...view.links.flatMap((link) => link.split(' → ')[1]!)];
  const missing = [
    // Words may have run together: a picture stood between them.
    ...written.filter((word) => !shown.some((each) => each.includes(word))),
    ...addresses.filter((href) => !view.links.some((link) => link.endsWith(` → ${href}`))),
  ];
  const [before, after] = [custom(input), custom(output)];
  const names = (list: Element[]) => list.map(({ localName }) => localName).join();
  const tags = names(before) === names(after) ? 'all' : after.length ? 'some' : 'none';
  const ours = before.filter(isOurs);
  const whole = ours.length > 0 && before.map(essence).join('\n') === after.map(essence).join('\n');
  const asText = /<[a-z]+-[a-z-]+\b/i.test(output.textContent ?? '');
  const verdict = (): Verdict => {
    if (same && tags === 'all' && ours.length) return 'works';
    if (asText) return 'as text';
    if (missing.length) return 'damaged';
    if (written.length) return 'words remain';
    return tags === 'all' ? '-' : 'gone';
  };
  return { verdict: verdict(), whole, tags, missing };
}

const isOurs = (element: Element): boolean => !!customElements.get(element.localName);
const custom = (root: Element): Element[] =>
  [...root.querySelectorAll('*')].filter(({ localName }) => localName.includes('-'));

/** The words that an author wrote between tags, for everybody to see. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && node.matches('script, style, template, [hidden]')) return '';
  return ` ${[...node.childNodes].map(textOf).join('')} `;
}

/** What an element has from its author, without what editors add. */
function essence(element: Element): string {
  const attributes = [...element.attributes]
    .map(({ name, value }) => `${name}=${plain(value)}`)
    .filter((text) => !/^(?:style|on|part|tabindex|role|title)/.test(text))
    .sort();
  const inside = element.querySelectorAll(
    'a, img, input, select, textarea, button, time, form, template',
  );
  const parts = [...inside].map(({ localName }) => localName);
  return [element.localName, ...attributes, ...wordsOf(textOf(element)), ...parts].join(' ');
}

/** What the author meant: tags that end themselves, or never, do not exist, and shortcodes stand for tags. */
function meant(input: string): string {
  return input
    .replace(/\[(?:lab_cta|call-cta)\b([^\]]*)\]/g, (_, given: string) => {
      return `<call-cta${given.replace(/[“”]/g, '"')}></call-cta>`;
    })
    .replace(/\[(\/?related-posts\b[^\]]*)\]/g, '<$1>')
    .replace(/\[lab_checker\](.*)\[\/lab_checker\]/s, '<condition-checker>$1</condition-checker>')
    .replace(/<([a-z]+-[a-z-]+)(?![a-z-])([^<>]*)\/>/g, '<$1$2></$1>')
    .replace(/<([a-z]+-[a-z-]+)(?![a-z-])([^<>]*)>(?=\n\n)(?!.*<\/\1>)/gs, '<$1$2></$1>');
}

/** As a page's parser reads it, and without what would be loaded. */
function parse(markup: string): Element {
  const { body } = document.implementation.createHTMLDocument();
  body.innerHTML = markup;
  for (const picture of body.querySelectorAll('img')) picture.src = PICTURE;
  for (const loaded of body.querySelectorAll('iframe, link')) {
    loaded.removeAttribute('src');
    loaded.removeAttribute('href');
  }
  // Far down on a page, a list would wait for somebody to come near it.
  for (const list of body.querySelectorAll('related-posts')) list.toggleAttribute('eager', true);
  return body;
}

/** As `viewsOf`, each on a page that knows no facts yet. */
async function viewsOneByOne(markups: string[], posts: boolean): Promise<VisitorView[][]> {
  const views: VisitorView[][] = [];
  for (const markup of markups) {
    views.push(...(await viewsOf([markup], posts)));
    publishFacts(undefined);
  }
  return views;
}

/** What is seen of each piece of markup: as a whole, and in each of our elements. */
async function viewsOf(markups: string[], posts: boolean): Promise<VisitorView[][]> {
  const real = globalThis.fetch;
  globalThis.fetch = () =>
    posts ? Promise.resolve(Response.json(POSTS)) : Promise.reject(new TypeError('offline'));
  // Each at the top of the window, as on a page of its own.
  const room = document.createElement('div');
  room.style.cssText = 'position: fixed; inset: 0; overflow: hidden';
  const places = markups.map((markup) => {
    const place = room.appendChild(document.createElement('section'));
    place.style.cssText = 'position: absolute; inset: 0';
    place.append(...parse(markup).childNodes);
    return place;
  });
  document.body.append(room);
  try {
    const views = () =>
      places.map((place) => [place, ...custom(place).filter(isOurs)].map(visitorView));
    await settled(room);
    for (let before = ''; before !== JSON.stringify(views()) || isWaiting(room);) {
      before = JSON.stringify(views());
      await new Promise((resolve) => setTimeout(resolve, 40));
      await settled(room);
    }
    return views();
  } finally {
    room.remove();
    globalThis.fetch = real;
  }
}

const isWaiting = (room: Element): boolean =>
  [...room.querySelectorAll('related-posts')].some((list) => list.progress === 'waiting');
