import { css, type CSSResult } from 'lit';

/** There is nothing to see, but for the rest of a page that a tag without an end tag has swallowed. */
export const lightStyles: CSSResult = css`
  clinic-info:not(._):not(._):not(:has(> :not(script, br, p))) {
    display: none;
  }
`;
