import { unsafeCSS, type CSSResult } from 'lit';
import { hostStyles } from './host.styles.js';

/**
 * The host styles for a page, or a root that holds elements: without specificity, so that any rule of the page wins.
 * A selector for each tag, because browsers look rules up by the tag, and try one for several on every element.
 */
export const hostRules = (...tags: string[]): string =>
  hostStyles.cssText.replace(/:host(?:\((\[hidden\])\))?/g, (_, hidden = '') =>
    tags.map((tag) => `:where(${tag})${hidden}`).join(),
  );

/** The light styles of an element without a root, which take what a root would have held. */
export const withHostRules = (tag: string, { cssText }: CSSResult): CSSResult =>
  unsafeCSS(hostRules(tag) + cssText);
