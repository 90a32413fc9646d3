import { css, type CSSResult } from 'lit';

/* Two classes strong, so that a theme's '.entry-content img' does not reach in. */
const card = css`article-card:not(._):not(._)`;

const media = css`
  display: block;
  order: -1;
  box-sizing: border-box;
  inline-size: calc(100% + 2 * var(--_pad));
  max-inline-size: none;
  aspect-ratio: 3 / 2;
  margin: calc(-1 * var(--_pad)) calc(-1 * var(--_pad)) var(--_space);
  border-radius: var(--_inner-radius) var(--_inner-radius) 0 0;
  overflow: hidden;
  background-color: var(--_tint);
  color: var(--_muted);
`;

const picture = css`
  block-size: auto;
  object-fit: cover;
`;

const placeholder = css`
  content: '';
  background-image:
    radial-gradient(circle at 74% 30%, var(--_border) 9%, transparent 9.6%),
    radial-gradient(75% 62% at 18% 108%, var(--_border) 99%, transparent),
    radial-gradient(90% 46% at 88% 106%, var(--_control-border) 99%, transparent);
  background-size: 100% 100%;
  opacity: 0.55;
`;

const mediaBeside = css`
  position: absolute;
  inset-block: 0;
  inset-inline-start: 0;
  inline-size: 34%;
  block-size: 100%;
  aspect-ratio: auto;
  margin: 0;
  border-radius: 0;
  border-start-start-radius: var(--_inner-radius);
  border-end-start-radius: var(--_inner-radius);
`;

const heading = css`
  margin: 0;
  font-size: 1.2em;
  font-weight: 650;
  line-height: 1.25;
  text-wrap: balance;
  overflow-wrap: anywhere;
  color: inherit;
`;

const titleLink = css`
  color: inherit;
  text-decoration: none;
`;

const stretched = css`
  content: '';
  position: absolute;
  inset: 0;
  border-radius: inherit;
`;

/* Above the stretched link, so that words can be selected; a click on them is passed on. */
const excerpt = css`
  position: relative;
  margin: 0;
  color: var(--_muted);
  line-height: 1.5;
  overflow-wrap: anywhere;
`;

const small = css`
  margin: 0;
  font-size: 0.875em;
  line-height: 1.5;
  color: var(--_muted);
`;

export const lightStyles: CSSResult = css`
  :where(article-card) {
    --_pad: var(--article-card-padding, calc(2.5 * var(--_space)));
    --_inner-radius: max(0px, var(--_radius) - 1px);
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    row-gap: var(--_space);
    padding: var(--_pad);
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--article-card-background, var(--_surface));
    color: var(--_text);
    box-shadow: var(--_shadow);
    transition: box-shadow 160ms;
  }
  ${card} > :is(img, picture, figure, a:has(> img:only-child), p:has(> img:only-child)) {
    ${media}
  }
  ${card} > img {
    ${picture}
  }
  ${card} > * img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    margin: 0;
    border-radius: 0;
    object-fit: cover;
  }
  ${card}:is(:not([image]), :not(:defined)):not([layout='compact'], :has(img, picture))::before {
    ${media}
    ${placeholder}
  }
  ${card} > :is(h1, h2, h3, h4, h5, h6, a) {
    ${heading}
  }
  ${card} > :is(h1, h2, h3, h4, h5, h6) a,
  ${card} > a {
    ${titleLink}
  }
  ${card} :is(h1, h2, h3, h4, h5, h6) a::after,
  ${card}:not(:has(:is(h1, h2, h3, h4, h5, h6) a)) > a:first-of-type::after {
    ${stretched}
  }
  ${card}:hover > :is(h1, h2, h3, h4, h5, h6) a {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  ${card} > p {
    ${excerpt}
  }
  ${card} p a {
    position: relative;
  }
  ${card} > :is(time, small) {
    ${small}
  }
  ${card} > :is(br, p:empty) {
    display: none;
  }
  :where(article-card:hover) {
    box-shadow:
      0 2px 4px #0f2a2e14,
      0 10px 28px #0f2a2e1f;
  }
  ${card}:has(a:focus-visible) {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  ${card} :is(h1, h2, h3, h4, h5, h6) a:focus-visible {
    outline: none;
  }
  :where(article-card[layout='horizontal']) {
    min-block-size: 8rem;
    padding-inline-start: calc(34% + var(--_pad));
  }
  ${card}[layout='horizontal']::before,
  ${card}[layout='horizontal'] > :is(img, picture, figure, a:has(> img), p:has(> img)) {
    ${mediaBeside}
  }
  :where(article-card[layout='compact']) {
    --_pad: calc(1.5 * var(--_space));
    box-shadow: none;
  }
  ${card}[layout='compact'] :is(img, picture, figure) {
    display: none;
  }
  @media (prefers-reduced-motion: reduce) {
    :where(article-card) {
      transition: none;
    }
  }
  @media print {
    :where(article-card) {
      break-inside: avoid;
      box-shadow: none;
    }
  }
`;

export const styles: CSSResult = css`
  .media {
    ${media}
  }
  img {
    ${picture}
  }
  .placeholder {
    ${placeholder}
  }
  .heading {
    ${heading}
  }
  .heading a {
    ${titleLink}
  }
  .heading a::after {
    ${stretched}
  }
  :host(:hover) .heading a {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .heading a:focus-visible {
    outline: none;
  }
  .heading a:focus-visible::after {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  .category {
    ${small}
    order: -1;
    font-weight: 650;
    color: var(--_link);
  }
  .excerpt {
    ${excerpt}
  }
  .meta {
    ${small}
  }
  slot {
    display: contents;
  }
  :host([layout='horizontal']) .media {
    ${mediaBeside}
  }
  :host([layout='compact']) .media {
    display: none;
  }
`;
