import type { NumberBook } from '../number-book.js';
import { callTrackingMetrics } from './call-tracking-metrics.js';
import { callrail } from './callrail.js';
import { event } from './event.js';
import { google } from './google.js';
import { json } from './json.js';
import { inBrowser, type CallTrackingTools } from './tools.js';
import { createTracker, type CallTrackingOptions, type Join, type Vendor } from './tracker.js';

export type { CallTrackingOptions, CallTrackingTools };

const VENDORS = new Map<string, Vendor>([
  ['callrail', callrail],
  ['call-tracking-metrics', callTrackingMetrics],
  ['google', google],
  ['json', json],
  ['event', event],
]);
const KINDS = [...VENDORS.keys()].join(', ');
/* The last part is the protocol of what is kept there. */
const KEY = Symbol.for('clinic-elements.call-tracking.1');

/**
 * Lets a call-tracking vendor say what some of the clinic's numbers are shown as. Its answers go through the
 * page's number book, which refuses what no phone could dial and emergency and short codes. A number
 * is asked about once on a page, however many elements want it; until there is an answer, and without
 * one, it is shown as it is. The vendor learns that number, or gets the link that dials it, and nothing else.
 *
 * @param kind - `callrail`, `call-tracking-metrics`, `google`, `json` or `event`, as in `tracking`; any case.
 *   Another one is warned about, nothing at all is not
 * @param options - `numbers`: the clinic's own, as people write them. Put their links into the book first:
 *   call-tracking-metrics is given those that are there now
 * @param book - the page's
 * @returns the way to stop: what comes later changes nothing. What is shown already stays, it is the page's
 */
export function useCallTracking(
  kind: string,
  { numbers, ...options }: CallTrackingOptions & { numbers: readonly string[] },
  book: NumberBook,
  tools: CallTrackingTools = inBrowser,
): () => void {
  const name = kind.trim().toLowerCase();
  const vendor = VENDORS.get(name);
  const warn = (message: string) =>
    tools.warn(vendor ? `… tracking="${name}"` : '… tracking', message);
  if (name && !vendor) warn(`"tracking" must be one of ${KINDS}.`);
  const where = vendor?.where(options, tools, warn);
  if (!vendor || where === undefined) return () => {};
  // Beside the book: this file may be on a page twice, and must not ask twice.
  const trackers = ((book as { [KEY]?: Map<string, Join> })[KEY] ??= new Map<string, Join>());
  const key = `${name} ${where}`;
  let join = trackers.get(key);
  if (!join) trackers.set(key, (join = createTracker(name, vendor, where, book, tools, warn)));
  return join(numbers);
}
