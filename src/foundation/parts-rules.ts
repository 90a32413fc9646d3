import { css, type CSSResult } from 'lit';

const headings = css`h1, h2, h3, h4, h5, h6`;
const action = css`[data-clinic-made='actions'] > a`;

/** A heading over a few lines of facts. */
export const partHeading: CSSResult = css`
  margin: 0 0 var(--_space);
  font-family: var(--clinic-heading-font, inherit);
  font-size: 1.2em;
  font-weight: 650;
  line-height: 1.25;
  text-wrap: balance;
`;

/** Pictures, as editors write them. */
export const pictures: CSSResult = css`:is(img, picture, figure, :has(> img:not(.emoji):only-child, > a:only-child > img:not(.emoji)))`;

/**
 * How the parts of a card of facts look, whoever wrote them: picture, heading, lines, and links to act on.
 *
 * @param host - a selector two classes strong, so that a theme's '.entry-content a' does not reach in
 */
export const partsRules = (host: CSSResult): CSSResult => css`
  ${host}:state(empty) {
    display: none;
  }
  ${host} > * {
    margin-block: 0 var(--_gap);
  }
  ${host} > ${pictures} {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-inline-size: none;
    aspect-ratio: 3 / 2;
    margin-inline: 0;
    border-radius: calc(var(--_radius) - 4px);
    overflow: hidden;
    object-fit: cover;
    background-color: var(--_tint);
  }
  ${host} > * img:not(.emoji) {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: inherit;
  }
  ${host} > :is(${headings}) {
    ${partHeading}
  }
  ${host} a {
    color: var(--_action);
    text-underline-offset: 0.2em;
  }
  ${host} > :is(${headings}) a:not(:hover) {
    text-decoration: none;
  }
  ${host} a[href^='tel:' i] {
    white-space: nowrap;
    /* A number reads from left to right on a right-to-left page too. */
    unicode-bidi: plaintext;
    font-variant-numeric: tabular-nums;
  }
  ${host} a:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
    border-radius: 2px;
  }
  ${host} > dl {
    display: grid;
    gap: var(--_space);
  }
  ${host} :is(dt, dd) {
    margin: 0;
  }
  /* An address, and a sentence about it, may be in another script than the page. */
  ${host} :is(address, dd) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  ${host} dt {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  ${host} > [data-clinic-made='actions'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  ${host} > ${action} {
    position: relative;
    display: inline-block;
    box-sizing: border-box;
    min-block-size: 44px;
    padding: calc((44px - 1lh) / 2 - 1px) calc(1.5 * var(--_space));
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_tint);
    font-size: 0.9375em;
    font-weight: 650;
    text-decoration: none;
    transition: border-color 160ms;
  }
  ${host} > ${action}:hover {
    border-color: currentColor;
  }
  ${host} > ${action}[href^='tel:' i] {
    padding-inline-start: calc(1.75 * var(--_space) + 24px);
  }
  ${host} > ${action}::before {
    position: absolute;
    inset-block-start: calc(50% - 12px);
    inset-inline-start: var(--_space);
    inline-size: 24px;
    block-size: 24px;
    background: currentColor;
  }
  ${host} > ${action}[href^='tel:' i]::before {
    content: '';
    clip-path: path(
      'M7.1 3.2 9.4 2.6c.7-.2 1.4.2 1.7.8l1.5 3.3c.3.6.1 1.3-.4 1.8L10.5 10c1 1.9 2.1 3.1 3.9 4.2l1.6-1.5c.5-.5 1.2-.6 1.8-.3l3.2 1.6c.6.3 1 1 .8 1.7l-.7 2.3c-.4 1.4-1.7 2.4-3.2 2.3C9.9 19.7 4.4 14 4 6.5c-.1-1.5 1.6-2.9 3.1-3.3Z'
    );
  }
  ${host} > :last-child {
    margin-block-end: 0;
  }
  ${host} > :is(br, p:empty, [hidden]) {
    display: none;
  }
  @container (min-inline-size: 24rem) {
    ${host} > dl > div {
      display: grid;
      grid-template-columns: 7rem minmax(0, 1fr);
      align-items: baseline;
      column-gap: var(--_space);
    }
  }
  @media (forced-colors: active) {
    ${host} > ${action} {
      border-color: LinkText;
    }
    ${host} > ${action}::before {
      forced-color-adjust: none;
      background: LinkText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    ${host} > ${action} {
      transition: none;
    }
  }
`;
