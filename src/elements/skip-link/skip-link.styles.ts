import { css, type CSSResult } from 'lit';

const skip = css`skip-link:not(._):not(._)`;

export const lightStyles: CSSResult = css`
  /* Out of the flow, so that nothing moves when it shows; and not of no size, or some browsers pass it over. */
  :where(skip-link) {
    position: fixed;
    inset-block-start: var(--_space);
    inset-inline-start: var(--_space);
    z-index: var(--skip-link-z-index, 100000);
    max-inline-size: calc(100vw - 2 * var(--_space));
    padding: 6px;
    border-radius: calc(var(--_radius) + 6px);
    background: var(--_surface);
    color: var(--_text);
    box-shadow:
      0 2px 4px #0002,
      0 8px 28px #0003;
  }
  ${skip}:not(:focus-within) {
    clip-path: inset(50%);
  }
  ${skip} > p {
    margin: 0;
  }
  ${skip} > :is(br, p:empty) {
    display: none;
  }
  ${skip} a {
    display: block;
    box-sizing: border-box;
    min-block-size: 44px;
    padding: max(0.5rem, (44px - 1.4em) / 2) calc(2.5 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_action);
    color: var(--_on-action);
    font-weight: 650;
    line-height: 1.4;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  ${skip} a:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  ${skip}:state(aside) {
    display: none;
  }
  @media (forced-colors: active) {
    :where(skip-link) {
      border: 2px solid;
    }
  }
`;

export const styles: CSSResult = css``;

/* One that was never closed holds the rest of the page. */
export const pageStyles: CSSResult = css`
  ${skip}:has(> :is(h1, h2, main, p ~ p)) {
    position: static;
    clip-path: none;
  }
`;
