import { arriveAt, namedBy } from '../../foundation/address.js';
import { isAfter, tabStops } from '../../foundation/focusable.js';

/* Where a page's main part begins, the surest sign first. */
const MAIN = ['main', '[role="main" i]', 'h1'];
/* What themes call it. */
const NAMED_MAIN = /^(?:[a-z]+-)*(?:main|content|primary)(?![a-z])/i;
/* What themes call a link that shows when it has the focus. */
const SKIPPING = '[class*="skip" i], [class*="screen-reader" i], [class*="visually-hidden" i]';
/* So many stops of the Tab key are "first": an accessibility menu or two may come before. */
const FIRST_STOPS = 5;

/** Where the main part of a page begins; undefined where nothing says so, or it is still to come. */
export function mainPart(): HTMLElement | undefined {
  for (const selector of MAIN) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return undefined;
}

/** What an id names, written with or without its `#`. */
export const partNamed = (id: string): HTMLElement | null =>
  namedBy(`#${id.trim().replace(/^#/, '')}`, document);

/** What a link on this page names: its fragment, without `#`; undefined where it leads elsewhere. */
export function fragmentOf(link: HTMLAnchorElement): string | undefined {
  const href = link.getAttribute('href')?.trim() ?? '';
  if (href.startsWith('#')) return href.slice(1);
  return leadsAway(link) ? undefined : link.hash.slice(1);
}

/** Whether a link leads to another page; with a `<base>`, `#main` may do so. */
export const leadsAway = (link: HTMLAnchorElement): boolean =>
  link.href.split('#')[0] !== location.href.split('#')[0];

/** Whether the theme has a skip link already, among what the Tab key stops at first. */
export function hasSkipLink(own: Element): boolean {
  let passed = 0;
  for (const stop of tabStops(document.body)) {
    if (stop.closest(own.localName)) continue;
    if (stop instanceof HTMLAnchorElement && skips(stop)) return true;
    if (++passed === FIRST_STOPS) break;
  }
  return false;
}

function skips(link: HTMLAnchorElement): boolean {
  const fragment = fragmentOf(link);
  const part = fragment && partNamed(fragment);
  const main = mainPart();
  if (!part) return false;
  // A menu on a page of one piece leads into its main part as well, but is in sight.
  return (
    part === main ||
    (!!main && part.contains(main)) ||
    NAMED_MAIN.test(part.id) ||
    (link.matches(SKIPPING) && !!main?.contains(part))
  );
}

/** Whether the Tab key comes to an element only after much else. */
export function isLate(element: Element): boolean {
  let before = 0;
  for (const stop of tabStops(document.body)) {
    if (element.contains(stop)) continue;
    if (isAfter(stop, element)) break;
    if (++before === FIRST_STOPS) return true;
  }
  return false;
}

/** Gives a part an id where it has none, so that a link can name it. */
export function idOf(part: HTMLElement, wish: string): string {
  const wishes = [wish, 'main', 'content', 'main-content'];
  part.id ||= wishes.find((id) => id && !document.getElementById(id)) ?? `main-${Date.now()}`;
  return part.id;
}

export { arriveAt };
