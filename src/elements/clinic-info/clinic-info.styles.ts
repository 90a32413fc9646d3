import { css, type CSSResult } from 'lit';

/** There is nothing to see. */
export const lightStyles: CSSResult = css`
  clinic-info:not(._):not(._) {
    display: none;
  }
`;

/** One that was never closed holds the rest of the page. */
export const pageStyles: CSSResult = css`
  clinic-info:not(._):not(._):has(> :not(script, br, p)) {
    display: contents;
  }
`;
