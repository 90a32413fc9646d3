/**
 * For pages without a form: notes in memory how the visitor came, keeps it after consent and carries it to
 * the page with the form. As a script on every page (`cdn/attribution.js`) or by import; on one page it
 * counts once, however often and from wherever it is loaded. docs/attribution.md says what is kept.
 */
import { attributionFor } from './leads/attribution/attribution.js';
import { pageTracker, type AttributionOptions } from './leads/attribution/tracker.js';

export type { AttributionOptions };

pageTracker();

/**
 * Says the visitor's answer where the page has no consent tool that is followed by itself. It holds for this
 * page: say it on each. Global Privacy Control stays a no.
 */
export function setAttributionConsent(answer: 'granted' | 'denied'): void {
  pageTracker()?.say(answer);
}

/** Sets what `<meta name="clinic-attribution">` says otherwise; what is absent stays as it is. */
export function configureAttribution(options: AttributionOptions): void {
  pageTracker()?.configure(options);
}

/** What a form on this page that asks for the standard set would send now, by name. */
export function readAttribution(): Record<string, string> {
  return attributionFor('', undefined, () => {}).values;
}

/** Forgets how the visitor came, in memory and in storage. */
export function clearAttribution(): void {
  pageTracker()?.clear();
}
