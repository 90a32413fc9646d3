import { arriveAt, namedBy } from '../../foundation/address.js';
import type { FaqList } from './faq-list.js';
import { jsonIn, readItems } from './items.js';
import { makeQuestions } from './make-questions.js';

/**
 * Makes questions of what stands in a list, and has links and printing open them, until it is stopped.
 *
 * @param warn - tells the page's developer what cannot be used
 */
export function attend(
  list: FaqList,
  warn: (message: string) => void,
): { refresh(): void; stop(): void } {
  let group: string | undefined;
  let hasItems = false;
  let hasArrived = false;
  let close: (() => void) | undefined;

  const refresh = (): void => {
    const given = list.items || jsonIn(list);
    const items = given ? readItems(given) : [];
    if (!items) warn('questions must be JSON like [{"question": "…", "answer": "…"}].');
    const questions = makeQuestions(list, {
      // Without any, what a saved copy of the page holds stays.
      items: given || hasItems ? (items ?? []) : undefined,
      level: list.headingLevel,
      // The parser may not have come to the last answer.
      isWhole: document.readyState !== 'loading',
      isOnScreen: () => list.getBoundingClientRect().top < innerHeight,
    });
    hasItems = !!given;
    if (!questions.length) return;
    group ??= `${questions[0]!.id || 'faq'}-group`;
    groupQuestions(questions, group, list.openOne);
    if (!hasArrived) goToNamed(list, false);
    hasArrived = true;
  };

  const follow = (): void => goToNamed(list, true);
  const open = (): void => void (close ??= openAll(list));
  const restore = (): void => {
    close?.();
    close = undefined;
  };
  const observer = new MutationObserver(refresh);
  observer.observe(list, { childList: true, subtree: true });
  addEventListener('hashchange', follow);
  // Else the style sheet does it, without a trace.
  const byScript = !CSS.supports('selector(::details-content)');
  if (byScript) addEventListener('beforeprint', open);
  if (byScript) addEventListener('afterprint', restore);
  document.addEventListener('DOMContentLoaded', refresh);

  return {
    refresh,
    stop() {
      observer.disconnect();
      removeEventListener('hashchange', follow);
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', restore);
      document.removeEventListener('DOMContentLoaded', refresh);
      restore();
    },
  };
}

/**
 * Lets one question be open at a time, the browser's own way; a group of the author's stays.
 *
 * @param group - a name that no other list has
 */
function groupQuestions(questions: HTMLDetailsElement[], group: string, one: boolean): void {
  for (const details of questions) {
    const name = details.getAttribute('name');
    if (one && name === null) details.setAttribute('name', group);
    if (!one && name === group) details.removeAttribute('name');
  }
}

/**
 * Opens what the page's address names, a question or anything in an answer, and goes there.
 *
 * @param asked - a visitor has just followed a link; else the page has opened
 */
function goToNamed(list: Element, asked: boolean): void {
  const named = namedBy(location.hash, document);
  if (!named || !list.contains(named)) return;
  const { top } = named.getBoundingClientRect();
  const isThere = scrollY > 0 && top > -1 && top < innerHeight;
  let opened = false;
  for (
    let details = named.closest('details');
    details && list.contains(details);
    details = details.parentElement!.closest('details')
  ) {
    if (!details.open) opened = details.open = true;
  }
  const question = named.closest('summary')?.parentElement ?? named;
  const start = question.querySelector<HTMLElement>(':scope > summary') ?? question;
  // A visitor who has begun to read, or to do something, stays there.
  const isFree = document.activeElement === document.body && (isThere || !scrollY);
  if (asked ? opened : isFree) arriveAt(question, start);
}

/** Opens all questions, those of a group too; returns the way back. */
function openAll(list: Element): () => void {
  const closed = [...list.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  const grouped = [...list.querySelectorAll('details[name]')].map(
    (details) => [details, details.getAttribute('name')!] as const,
  );
  for (const [details] of grouped) details.removeAttribute('name');
  for (const details of closed) details.open = true;
  return () => {
    for (const details of closed) details.open = false;
    for (const [details, name] of grouped) details.setAttribute('name', name);
  };
}
