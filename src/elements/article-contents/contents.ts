import { arriveAt, namedBy } from '../../foundation/address.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import type { ArticleContents } from './article-contents.js';
import { showContents } from './contents-list.js';
import { ReadingMark } from './reading.js';
import { articleFor, sectionsOf, touchesHeading } from './sections.js';

/**
 * Lists the sections of the article that an element tells the contents of, and follows the article and its
 * reader until it is stopped.
 *
 * @param warn - tells the page's developer what cannot be used
 * @param changed - called when there may be something to refresh
 */
export function attend(
  host: ArticleContents,
  warn: (message: string) => void,
  changed: () => void,
): { refresh(): boolean; stop(): void } {
  let article: Element | null | undefined;
  let stopWatching: (() => void) | undefined;
  const mark = new ReadingMark((link) => reveal(link, host), changed);

  const choose = (event: MouseEvent): void => {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (event.defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return;
    const link = (event.target as Element).closest('a');
    if (link) mark.choose(link);
  };
  host.addEventListener('click', choose);
  document.addEventListener('DOMContentLoaded', changed);

  return {
    /** Whether there is anything to show. */
    refresh() {
      const target = collapse(host.target);
      const found = articleFor(host, target);
      if (target && !found && document.readyState !== 'loading')
        warn('"target" finds nothing on the page: give an id or a selector.');
      if (found !== article) {
        article = found;
        stopWatching?.();
        stopWatching = watchHeadings(article, changed);
      }
      const isLate = location.hash && !namedBy(location.hash, document);
      const sections = article ? sectionsOf(article, integerBetween(host.depth, 2, 6, 2)) : [];
      const entries = showContents(host, sections, integerBetween(host.min, 1, 1000, 2));
      if (isLate) arriveLate();
      mark.follow(entries);
      // An author's links stay, even where they lead nowhere yet, and so do their words.
      return !!host.querySelector('a[href], p:not(:empty, [hidden])');
    },
    stop() {
      host.removeEventListener('click', choose);
      document.removeEventListener('DOMContentLoaded', changed);
      stopWatching?.();
      mark.stop();
    },
  };
}

/** The address named a section that had no id when the page opened. */
function arriveLate(): void {
  const named = namedBy(location.hash, document);
  // A visitor who has begun to read, or to do something, stays there.
  if (named && !scrollY && document.activeElement === document.body) arriveAt(named);
}

/**
 * Calls back when headings of an article come, go or change; not for anything else that happens in it.
 *
 * @param article - undefined while it is not there: then the page is watched for it
 * @returns the way to stop
 */
function watchHeadings(article: Element | null, changed: () => void): () => void {
  const observer = new MutationObserver((records) => {
    if (!article || records.some(concernsHeading)) changed();
  });
  observer.observe(article ?? document.body, {
    childList: true,
    subtree: true,
    ...(article && { characterData: true, attributeFilter: ['id', 'hidden'] }),
  });
  return () => observer.disconnect();
}

function concernsHeading({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type !== 'childList') return touchesHeading(target);
  // What is or holds a heading, or what one holds.
  return (
    [...addedNodes, ...removedNodes].some(touchesHeading) ||
    !!(target as Element).closest('h2, h3, h4, h5, h6')
  );
}

/** Keeps the current link in sight where the list scrolls by itself, unless somebody is busy with it. */
function reveal(link: Element, list: Element): void {
  if (list.scrollHeight <= list.clientHeight || list.matches(':hover, :focus-within')) return;
  const box = list.getBoundingClientRect();
  const { top, bottom, height } = link.getBoundingClientRect();
  // With the neighbour in sight too.
  if (top - height < box.top) list.scrollTop -= box.top - top + height;
  else if (bottom + height > box.bottom) list.scrollTop += bottom + height - box.bottom;
}
