import { css, type CSSResult } from 'lit';

const number = css`phone-number:not(._):not(._)`;

export const lightStyles: CSSResult = css`
  :where(phone-number) {
    display: inline;
  }
  /* The page's own links decide how they look, where it says anything of them. */
  :where(phone-number) :where(a) {
    color: var(--_action);
    text-underline-offset: 0.15em;
  }
  ${number} a {
    /* A number is read in one piece, and from left to right on a right-to-left page too. */
    white-space: nowrap;
    unicode-bidi: isolate;
    direction: ltr;
    font-variant-numeric: tabular-nums;
  }
  /* What an editor put round the number breaks no sentence. */
  ${number} > p {
    display: inline;
    margin: 0;
  }
  ${number} > :is(br, p:empty, [hidden]) {
    display: none;
  }
  ${number} a:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
    border-radius: 2px;
  }
`;

/* The usual width of a number, which comes out of clinic.json. */
export const pageStyles: CSSResult = css`
  :root:has(clinic-info:not(:state(settled))) phone-number:empty:not([phone])::before {
    content: '';
    display: inline-block;
    inline-size: 14ch;
  }
`;

export const styles: CSSResult = css`
  :host {
    display: inline;
  }
`;
