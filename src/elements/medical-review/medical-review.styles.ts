import { css, type CSSResult } from 'lit';

const review = css`medical-review:not(._):not(._)`;

const icon = css`1.5em`;

/** What must reach the author's own children, and the host in a page. Any rule of the page wins. */
export const lightStyles: CSSResult = css`
  :where(medical-review) {
    position: relative;
    max-inline-size: 68ch;
    min-block-size: ${icon};
    margin-block: calc(2 * var(--_space));
    /* The icon's room is there before the icon is. */
    padding-inline-start: calc(${icon} + var(--_space));
    font-size: 0.9375em;
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  ${review} > * {
    margin-block: 0 calc(var(--_space) / 2);
  }
  ${review} > :last-child {
    margin-block-end: 0;
  }
  ${review} > :is(br, p:empty) {
    display: none;
  }
  /* Weaker than any rule of the page for its links. */
  :where(medical-review) :where(a:any-link) {
    color: var(--_action);
  }
  ${review} a:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  @media print {
    :where(medical-review) {
      break-inside: avoid;
    }
  }
`;

export const styles: CSSResult = css`
  .icon {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: ${icon};
    block-size: ${icon};
    fill: none;
    stroke: var(--medical-review-color, var(--_action));
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    .icon {
      stroke: CanvasText;
    }
  }
`;

/** What the attributes say, until the script has made a sentence of it. */
export const pageStyles: CSSResult = css`
  ${review}:not(:has(*))::before {
    content: attr(reviewer) ' ' attr(credentials) ' ' attr(reviewed);
  }
`;
