import { attempt } from './tools.js';
import type { Vendor } from './tracker.js';

/**
 * A script of the page's own says which number to show: a `number-swap` event on the document, a
 * `CustomEvent` with `detail: { number, trackingNumber }`, both as people write numbers. The last one holds.
 */
export const event: Vendor = {
  where: () => '',
  start(tracker) {
    let deaf: (() => void) | undefined;
    const hear = (heard: Event) =>
      attempt(() => {
        const { number, trackingNumber } = (heard as CustomEvent<Record<string, unknown>>).detail;
        tracker.answer(number, trackingNumber);
      });
    return {
      ask() {
        deaf ??= tracker.tools.listen('number-swap', hear);
      },
      stop() {
        deaf?.();
        deaf = undefined;
      },
    };
  },
};
