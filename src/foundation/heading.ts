import type { html as litHtml, TemplateResult } from 'lit';
import { integerBetween } from './text.js';

/**
 * A heading of the level that the page needs, 2 to 6: a page has one h1, and that is the author's.
 * Written out, because a tag name cannot be an expression in a template. Takes Lit's `html` instead of
 * importing it, so that code which loads later brings no second Lit.
 */
export function headingAt(
  html: typeof litHtml,
  level: number,
  fallback: number,
  content: TemplateResult | string,
): TemplateResult {
  switch (integerBetween(level, 2, 6, fallback)) {
    case 2:
      return html`<h2 class="heading" part="heading">${content}</h2>`;
    case 3:
      return html`<h3 class="heading" part="heading">${content}</h3>`;
    case 4:
      return html`<h4 class="heading" part="heading">${content}</h4>`;
    case 5:
      return html`<h5 class="heading" part="heading">${content}</h5>`;
    default:
      return html`<h6 class="heading" part="heading">${content}</h6>`;
  }
}
