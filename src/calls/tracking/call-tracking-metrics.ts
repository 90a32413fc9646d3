import { methodOf, whenThere } from './tools.js';
import type { Vendor } from './tracker.js';

/**
 * CallTrackingMetrics: `__ctm.main.runNow(link)` looks once more at a part of the page, such as a link that
 * came after its own look. It changes the link, which the book notices.
 */
export const callTrackingMetrics: Vendor = {
  where: () => '',
  start(tracker) {
    const seen = new WeakSet<HTMLAnchorElement>();
    const find = () => {
      const { __ctm } = tracker.tools.page() as { __ctm?: { main?: unknown } };
      return methodOf(__ctm?.main, 'runNow');
    };
    const run = (runNow: (link: unknown) => unknown) => {
      for (const link of tracker.links()) {
        if (seen.has(link)) continue;
        seen.add(link);
        runNow(link);
      }
    };
    return whenThere(find, run, tracker.tools);
  },
};
