import { css, type CSSResult } from 'lit';

const label = css`
  margin: 0 0 var(--condition-checker-gap, var(--_space));
  font-weight: 600;
  line-height: 1.35;
  text-wrap: balance;
`;

/** What must reach the author's own children, and the host in a page. Any rule of the page wins. */
export const lightStyles: CSSResult = css`
  :where(condition-checker) {
    margin-block: calc(2 * var(--_space));
  }
  @media print {
    :where(condition-checker) {
      break-inside: avoid;
    }
  }
`;

export const styles: CSSResult = css`
  .label {
    ${label}
  }
`;

/** What holds the place until the script runs. */
export const pageStyles: CSSResult = css`
  :where(condition-checker[label]:not(:defined))::before {
    content: attr(label);
    display: block;
    ${label}
  }
`;
