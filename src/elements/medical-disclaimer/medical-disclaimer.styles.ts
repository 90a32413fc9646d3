import { css, type CSSResult } from 'lit';

const note = css`medical-disclaimer:not(._):not(._)`;
const headings = css`h2, h3, h4, h5, h6`;

export const lightStyles: CSSResult = css`
  :where(medical-disclaimer) {
    --_pad: var(--medical-disclaimer-padding, calc(2 * var(--_space)));
    max-inline-size: 68ch;
    margin-block: calc(3 * var(--_space));
    padding: var(--_pad);
    border-radius: var(--_radius);
    background: var(--medical-disclaimer-background, var(--_tint));
    color: var(--_text);
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  ${note} > :is(${headings}) {
    margin: 0 0 calc(var(--_space) / 2);
    font-family: var(--clinic-heading-font, inherit);
    font-size: 1.1em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  ${note} > p {
    margin: 0;
    font-size: inherit;
  }
  ${note} > p + p {
    margin-block-start: var(--_space);
  }
  ${note} > [data-clinic-made='emergency'] {
    font-weight: 650;
    text-wrap: balance;
  }
  ${note} a {
    color: var(--_action);
  }
  ${note} > p > a[href^='tel:' i] {
    white-space: nowrap;
    unicode-bidi: isolate;
    direction: ltr;
  }
  ${note} a:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
    border-radius: 2px;
  }
  ${note} > :is(br, p:empty) {
    display: none;
  }
  @media (forced-colors: active), print {
    :where(medical-disclaimer) {
      border: 1px solid;
    }
  }
  @media print {
    :where(medical-disclaimer) {
      break-inside: avoid;
    }
  }
`;

export const styles: CSSResult = css``;

/* The usual room of its own words, and of the line that is added to the author's. */
export const pageStyles: CSSResult = css`
  ${note}:not(:defined, :has(*))::before {
    content: '';
    display: block;
    block-size: calc(3lh + var(--_space));
  }
  ${note}:not(:defined):not(:has(a[href^='tel:' i]))::after {
    content: '';
    display: block;
    block-size: calc(1lh + var(--_space));
  }
`;
