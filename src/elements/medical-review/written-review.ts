import type { ReviewDates } from '../../clinic/review.js';
import { AUTHORED } from '../../foundation/made-child.js';

/* A day of the last change, however it is marked: schema.org, hAtom, microformats2. */
const CHANGED =
  ':is([itemprop~=dateModified], .updated, .dt-updated, [itemprop~=dateModified] *, .updated *)';
const REVIEWED = ':is([itemprop~=lastReviewed], [itemprop~=lastReviewed] *)';

/** Whether an author wrote the review between the tags. */
export const isWritten = (element: Element): boolean =>
  [...element.childNodes].some(
    (node) =>
      !(node instanceof Comment) &&
      !(node instanceof Element && !node.matches(`:not(script, style, template)${AUTHORED}`)) &&
      node.textContent?.trim(),
  );

/**
 * The days in the sentence that an author wrote: of each `time`, what it says for machines. A day that is
 * marked as that of a change is one; of the others, the first is the review's and the second a change's.
 */
export function writtenDates(element: Element): Pick<ReviewDates, 'reviewed' | 'modified'> {
  const times = [...element.querySelectorAll(`time${AUTHORED}`)];
  const isChange = (time: Element) => time.matches(CHANGED);
  const reviewed =
    times.find((time) => time.matches(REVIEWED)) ?? times.find((time) => !isChange(time));
  const modified = times.find(isChange) ?? times.find((time) => time !== reviewed);
  const say = (time: Element | undefined) =>
    time && (time.getAttribute('datetime') ?? time.textContent);
  return { reviewed: say(reviewed), modified: say(modified) };
}
