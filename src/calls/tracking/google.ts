import { methodOf, whenThere } from './tools.js';
import type { Vendor } from './tracker.js';

/**
 * Google's forwarding numbers, for visitors who came by an ad: `phone_conversion_number` and
 * `phone_conversion_callback(formatted, mobile)` of the page's own `gtag`. The number that is shown is the
 * one that is dialled: `formatted`, or `mobile` where that is written in a way that no phone could dial.
 * https://developers.google.com/analytics/devguides/collection/gtagjs/phone-analytics
 */
export const google: Vendor = {
  where({ id }, _, warn) {
    const conversion = id?.trim() ?? '';
    if (/^AW-\d+\/[\w-]+$/.test(conversion)) return conversion;
    warn('"tracking-id" must be like AW-123456789/AbCdEf, as Google Ads shows it.');
    return undefined;
  },
  start(tracker, conversion) {
    const config = (gtag: (...command: unknown[]) => unknown) => {
      for (const { text, href } of tracker.take()) {
        gtag('config', conversion, {
          phone_conversion_number: text,
          phone_conversion_callback: (...shown: unknown[]) => tracker.answer(href, ...shown),
        });
      }
    };
    return whenThere(() => methodOf(tracker.tools.page(), 'gtag'), config, tracker.tools);
  },
};
