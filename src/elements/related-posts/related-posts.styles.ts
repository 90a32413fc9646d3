import { css, type CSSResult } from 'lit';

const list = css`related-posts:not(._):not(._)`;

const grid = css`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--_card-width)), 1fr));
  gap: calc(3 * var(--_space));
`;

const heading = css`
  grid-column: 1 / -1;
  margin: 0;
  font-family: var(--_heading-font);
  font-size: 1.44em;
  font-weight: 650;
  line-height: 1.2;
  text-wrap: balance;
`;

const plainList = css`
  ${grid}
  grid-column: 1 / -1;
  margin: 0;
  padding: 0;
  list-style: none;
`;

export const lightStyles: CSSResult = css`
  :where(related-posts) {
    --_card-width: var(--related-posts-card-width, 16rem);
    --_card-limit: calc(1.75 * var(--_card-width));
    ${grid}
    margin-block: calc(4 * var(--_space));
  }
  ${list} > :is(ul, ol) {
    ${plainList}
  }
  ${list} > :is(ul, ol) > li {
    display: grid;
    margin: 0;
  }
  ${list} > a,
  ${list} > :is(ul, ol) > li > a:only-child {
    display: block;
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space));
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_action);
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }
  ${list} a:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  ${list} > :is(br, p:empty) {
    display: none;
  }
  /* One or two cards on a wide page do not grow into billboards. */
  ${list} > article-card {
    max-inline-size: var(--_card-limit);
  }
  :where(related-posts[layout='compact']) {
    --_card-width: var(--related-posts-card-width, 20rem);
    gap: calc(1.5 * var(--_space));
  }
  :where(related-posts[layout='horizontal']) {
    --_card-width: var(--related-posts-card-width, 22rem);
  }
`;

export const styles: CSSResult = css`
  .heading {
    ${heading}
  }
  ul {
    ${plainList}
    gap: inherit;
  }
  li {
    display: grid;
    max-inline-size: var(--_card-limit);
  }
  slot[hidden] {
    display: none;
  }
  .waiting {
    min-block-size: 24rem;
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: linear-gradient(var(--_tint) 45%, var(--_surface) 45%);
  }
  :host([layout='compact']) .waiting,
  :host([layout='horizontal']) .waiting {
    min-block-size: 8rem;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

export const pageStyles: CSSResult = css`
  ${list}[heading]:not(:defined)::before {
    content: attr(heading);
    ${heading}
  }
`;
