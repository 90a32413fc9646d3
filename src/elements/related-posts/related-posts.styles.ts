import { css, type CSSResult } from 'lit';

const list = css`related-posts:not(._):not(._)`;

const grid = css`
  display: grid;
  /* As many columns as fit, but no more than --_columns; the pixel guards against rounding. */
  grid-template-columns: repeat(
    auto-fill,
    minmax(
      min(
        100%,
        max(
          var(--_card-width),
          (100% - (var(--_columns) - 1) * var(--_gap) - 1px) / var(--_columns)
        )
      ),
      1fr
    )
  );
  gap: var(--_gap);
`;

const heading = css`
  grid-column: 1 / -1;
  margin: 0;
  font-family: var(--clinic-heading-font, inherit);
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
    --_columns: 3;
    --_gap: calc(3 * var(--_space));
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
  ${list} > :is(h2, h3, h4, h5, h6) {
    grid-column: 1 / -1;
    margin: 0;
  }
  :where(related-posts:state(empty)) {
    margin-block: 0;
  }
  ${list} > :is(br, p:empty) {
    display: none;
  }
  :where(related-posts[layout='compact']) {
    --_card-width: var(--related-posts-card-width, 20rem);
    --_gap: calc(1.5 * var(--_space));
  }
  :where(related-posts[layout='horizontal']) {
    --_card-width: var(--related-posts-card-width, 22rem);
    --_columns: 2;
  }
`;

export const styles: CSSResult = css`
  .heading {
    ${heading}
  }
  ul {
    ${plainList}
    gap: var(--_gap);
  }
  /* A card fills the room that its placeholder kept: a picture and the usual words. */
  li {
    display: grid;
    --article-card-excerpt-lines: 3;
  }
  li > *,
  li::before {
    grid-area: 1 / 1;
  }
  li::before {
    content: '';
    aspect-ratio: 3 / 2;
    padding-block-end: 14.75em;
    border-radius: var(--_radius);
  }
  :host(:is([layout='compact'], [layout='horizontal'])) li::before {
    aspect-ratio: auto;
    padding-block-end: 9.5em;
  }
  [aria-hidden] li::before {
    border: var(--_hairline);
    background: linear-gradient(var(--_tint), var(--_surface));
  }
  .failure {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin: 0;
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space));
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_tint);
    color: var(--_muted);
  }
  button {
    min-block-size: 44px;
    padding-inline: calc(2.5 * var(--_space));
    border: 2px solid;
    border-radius: var(--_radius);
    background: none;
    color: var(--_action);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  slot[hidden] {
    display: none;
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
