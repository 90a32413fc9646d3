import { namedBy } from '../../foundation/address.js';
import type { Section } from './sections.js';

/** A link of the contents, and what stands where it leads. */
export interface Entry {
  link: HTMLAnchorElement;
  /** The section's heading, or what an author's link names. */
  place: HTMLElement;
}

/* On the list that the element made, for a saved copy of the page. */
const MADE = 'data-clinic-contents';

/**
 * Shows the sections as a list of links among the element's children. An author's own links stay instead,
 * unless they lead to sections only and the article has more of these: then that list is hidden.
 *
 * @param least - how many sections are worth a list
 * @returns the links that are shown; none where there is nothing to show
 */
export function showContents(host: HTMLElement, sections: Section[], least: number): Entry[] {
  const made = host.querySelector<HTMLElement>(`:scope > [${MADE}]`);
  const authored = [...host.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
    (link) => !made?.contains(link),
  );
  const root = host.getRootNode() as Document;
  const entries = authored.flatMap((link) => {
    const named = leadsHere(link) && namedBy(link.hash, root);
    return named ? [{ link, named, section: sectionAt(named, sections) }] : [];
  });
  const listed = new Set(entries.map(({ section }) => section));
  const onlySections = !listed.has(undefined) && authored.every(leadsWithin);
  const more = onlySections && sections.some((section) => !listed.has(section));
  if (sections.length < least || !more) {
    if (made) hide(authored, host, false);
    made?.remove();
    return entries.map(({ link, named, section }) => ({ link, place: section?.heading ?? named }));
  }
  const list = made ?? host.ownerDocument.createElement('ol');
  update(list, listOf(sections, host.ownerDocument));
  if (!made) host.append(list);
  hide(authored, host, true);
  return [...list.querySelectorAll('a')].map((link, index) => ({
    link,
    place: sections[index]!.heading,
  }));
}

/** The section whose heading an element is, or holds first. */
const sectionAt = (named: Element, sections: Section[]): Section | undefined =>
  sections.find(({ anchor, heading }) => named === anchor || named.contains(heading));

/** Whether a link is meant for this page; with a base address, `#causes` leads to another. */
const leadsWithin = (link: HTMLAnchorElement): boolean =>
  /^\s*#/.test(link.getAttribute('href')!) || leadsHere(link);

const leadsHere = ({ origin, pathname, hash }: HTMLAnchorElement): boolean =>
  origin === location.origin && pathname === location.pathname && hash.length > 1;

/** The author's lists, or what holds links that stand in none. */
function hide(links: HTMLAnchorElement[], host: HTMLElement, on: boolean): void {
  for (const link of links) {
    let part: HTMLElement = link;
    let list: HTMLElement | undefined;
    for (; part.parentElement && part.parentElement !== host; part = part.parentElement) {
      if (/^[ou]l$/.test(part.localName)) list = part;
    }
    (list ?? part).hidden = on;
  }
}

/** A list in lists, as deep as the headings are. */
function listOf(sections: Section[], page: Document): HTMLElement {
  const make = () => {
    const list = page.createElement('ol');
    // Safari takes a list without marks for none.
    list.setAttribute('role', 'list');
    return list;
  };
  // With a base address, '#causes' would lead to that address.
  const here = page.querySelector('base[href]') ? location.pathname + location.search : '';
  const top = make();
  top.setAttribute(MADE, '');
  const open: { level: number; list: HTMLElement }[] = [{ level: 0, list: top }];
  for (const { heading, anchor, words, level } of sections) {
    while (open.length > 1 && open.at(-1)!.level > level) open.pop();
    const current = open.at(-1)!;
    const above = current.list.lastElementChild;
    if (above && current.level < level) {
      const below = above.querySelector<HTMLElement>(':scope > ol') ?? above.appendChild(make());
      open.push({ level, list: below });
    } else if (open.length === 1) current.level = level;
    const link = page.createElement('a');
    link.href = `${here}#${anchor.id.replace(/[\s%]/g, encodeURIComponent)}`;
    const { lang, dir } = heading;
    // Of another language than the list, the words alone, so that the list stays in line.
    const holder = lang || dir ? link.appendChild(page.createElement('bdi')) : link;
    if (lang) holder.lang = lang;
    if (dir) holder.dir = dir;
    holder.textContent = words;
    const item = page.createElement('li');
    item.append(link);
    open.at(-1)!.list.append(item);
  }
  return top;
}

/** Writes only where something is new, and keeps what a visitor has: the place in the list, and the focus. */
function update(list: HTMLElement, wanted: HTMLElement): void {
  const before = new Map([...list.querySelectorAll('a')].map((link) => [link.href, link]));
  for (const link of wanted.querySelectorAll('a')) {
    const current = before.get(link.href)?.getAttribute('aria-current');
    if (current) link.setAttribute('aria-current', current);
  }
  for (const { name, value } of wanted.attributes) {
    if (list.getAttribute(name) !== value) list.setAttribute(name, value);
  }
  if (list.isEqualNode(wanted)) return;
  const focused = list.querySelector<HTMLAnchorElement>('a:focus')?.href;
  list.replaceChildren(...wanted.childNodes);
  if (!focused) return;
  [...list.querySelectorAll('a')].find(({ href }) => href === focused)?.focus();
}
