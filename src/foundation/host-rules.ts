import { unsafeCSS, type CSSResult } from 'lit';
import { hostStyles } from './host.styles.js';

/**
 * The host styles for a page, or a root that holds elements: without specificity, so that any rule of the page wins.
 *
 * @param tags - e.g. `article-card`, or several with commas
 */
export const hostRules = (tags: string): string =>
  hostStyles.cssText
    .replaceAll(':host([hidden])', `:where(${tags})[hidden]`)
    .replaceAll(':host', `:where(${tags})`);

/** The light styles of an element without a root, which take what a root would have held. */
export const withHostRules = (tag: string, { cssText }: CSSResult): CSSResult =>
  unsafeCSS(hostRules(tag) + cssText);
