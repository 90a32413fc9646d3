import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { collapse } from '../../foundation/text.js';
import { lightStyles, styles } from './condition-checker.styles.js';

/**
 * What a visitor gets from it, in one sentence.
 *
 * What the author writes between the tags, and what may be an attribute instead.
 *
 * @slot - What it is about, in the author's own words and links.
 * @csspart label - The words from `label`.
 * @cssprop [--condition-checker-gap=0.5rem] - Room between the label and what follows; the theme's space by default.
 */
export class ConditionChecker extends ClinicElement {
  static override properties: PropertyDeclarations = {
    label: {},
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** A few words above the rest, as plain text. */
  declare label: string | undefined;

  protected override render(): TemplateResult {
    const label = collapse(this.label);
    return html`${label ? html`<p class="label" part="label">${label}</p>` : nothing}<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'condition-checker': ConditionChecker;
  }
}
