import type { CSSResult, ReactiveElement } from 'lit';
import { hideBlanks } from './hide-blanks.js';
import { adoptLightStyles } from './light-styles.js';
import { onLocaleChange } from './locale.js';

/**
 * What every element does when it comes into a page: it sees to what an editor left in it, brings the rules for its
 * children, and follows the page's words.
 *
 * @returns the way to stop following, for when it leaves
 */
export function enterPage(
  element: ReactiveElement,
  lightStyles: CSSResult | undefined,
): () => void {
  hideBlanks(element);
  // The last in what holds it: its children may have been torn out, or its tag never closed. JSON may have lost its
  // script.
  if (
    (!element.nextSibling && (element.closest('p') || /\n/.test(element.textContent))) ||
    /[[{]/.test(element.textContent) ||
    element.querySelector('[slot], article-card article-card') ||
    element.getAttributeNames().some((name) => /^[“”″]/.test(element.getAttribute(name)!))
  )
    import('./editor-marks.js').then(
      ({ mendMarkup }) => mendMarkup(element),
      () => {}, // it is readable as it is
    );
  if (lightStyles) adoptLightStyles(element.getRootNode(), lightStyles);
  return onLocaleChange(() => element.requestUpdate());
}
