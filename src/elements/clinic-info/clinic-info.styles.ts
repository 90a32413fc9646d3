import { css, type CSSResult } from 'lit';

/** There is nothing to see. */
export const lightStyles: CSSResult = css`
  clinic-info:not(._):not(._) {
    display: none;
  }
`;
