import { reviewTimes, type ReviewDates } from '../../clinic/review.js';
import { AUTHORED } from '../../foundation/made-child.js';

/** Whether an author wrote the review between the tags. */
export const isWritten = (element: Element): boolean =>
  [...element.childNodes].some(
    (node) =>
      !(node instanceof Comment) &&
      !(node instanceof Element && !node.matches(`:not(script, style, template)${AUTHORED}`)) &&
      node.textContent?.trim(),
  );

/** The days in the sentence that an author wrote: of each `time`, what it says for machines. */
export function writtenDates(element: Element): Pick<ReviewDates, 'reviewed' | 'modified'> {
  const times = [...element.querySelectorAll(`time${AUTHORED}`)];
  const { reviewed, modified } = reviewTimes(times, (time, css) => time.matches(css));
  const say = (time: Element | undefined) =>
    time && (time.getAttribute('datetime') ?? time.textContent);
  return { reviewed: say(reviewed), modified: say(modified) };
}
