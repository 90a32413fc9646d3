import { css, type CSSResult } from 'lit';

/* Two classes strong, so that a theme's '.entry-content img' does not reach in. */
const card = css`article-card:not(._):not(._)`;

/* A card whose link stands in an editor's paragraph. */
const bare = css`article-card:not(._):not(._):not(:has(:is(h1, h2, h3, h4, h5, h6) a, > a))`;

const media = css`
  display: block;
  order: -1;
  box-sizing: border-box;
  block-size: auto;
  inline-size: calc(100% + 2 * var(--_pad));
  max-inline-size: none;
  aspect-ratio: 3 / 2;
  margin: calc(-1 * var(--_pad)) calc(-1 * var(--_pad)) var(--_space);
  border-radius: var(--_radius) var(--_radius) 0 0;
  overflow: hidden;
  object-fit: cover;
  background-color: var(--_tint);
  color: var(--_muted);
`;

const placeholder = css`
  content: '';
  --_hill: color-mix(in srgb, var(--_brand) 20%, var(--_tint));
  background-image:
    radial-gradient(75% 62% at 18% 108%, var(--_hill) 99%, transparent),
    radial-gradient(circle at 74% 32%, var(--_hill) 9%, transparent 9.6%);
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
  border-start-start-radius: var(--_radius);
  border-end-start-radius: var(--_radius);
`;

const heading = css`
  margin: 0;
  font-family: var(--clinic-heading-font, inherit);
  font-size: 1.2em;
  font-weight: 650;
  line-height: 1.25;
  text-wrap: balance;
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

/* Above the stretched link, so that they can be selected; a click on them is passed on. */
const words = css`
  position: relative;
  margin: 0;
  color: var(--_muted);
  line-height: 1.5;
`;

export const lightStyles: CSSResult = css`
  :where(article-card) {
    --_pad: var(--article-card-padding, calc(2.5 * var(--_space)));
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
    overflow-wrap: anywhere;
    box-shadow: var(--_shadow);
  }
  ${card} > :is(img, picture, figure, :has(> img:only-child, > a:only-child > img)) {
    ${media}
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
  ${card}:where(:is(:not([image]), :not(:state(made))):not([layout='compact'], :has(img, picture)))::before {
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
  /* One forgiving list, so that a browser without ':has' keeps the first line. */
  :is(
    ${card} :is(h1, h2, h3, h4, h5, h6) a,
    ${card}:not(:has(:is(h1, h2, h3, h4, h5, h6) a)) > a:first-of-type,
    ${card}:not(:has(:is(h1, h2, h3, h4, h5, h6) a)) > p:first-of-type > a:only-child
  )::after {
    ${stretched}
  }
  ${card}:hover > :is(h1, h2, h3, h4, h5, h6) a {
    text-decoration: underline;
  }
  ${card} > :is(p, time, small) {
    ${words}
  }
  /* An editor's paragraph round the link is no text above it. */
  ${bare} > p:first-of-type {
    position: static;
  }
  ${card} p a {
    position: relative;
    color: var(--_action);
  }
  ${bare} > p:first-of-type > a {
    position: static;
  }
  ${card} > :is(time, small) {
    font-size: 0.875em;
  }
  ${card} > :is(br, p:empty) {
    display: none;
  }
  ${card}:has(a:focus-visible) {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  ${card}:has(a:focus-visible) :is(h1, h2, h3, h4, h5, h6) a {
    outline: none;
  }
  :where(article-card[layout='horizontal']) {
    min-block-size: 8rem;
    padding-inline-start: calc(34% + var(--_pad));
  }
  ${card}[layout='horizontal']::before,
  ${card}[layout='horizontal'] > :is(img, picture, figure, :has(> img:only-child, > a:only-child > img)) {
    ${mediaBeside}
  }
  :where(article-card[layout='compact']) {
    --_pad: calc(1.5 * var(--_space));
    box-shadow: none;
  }
  ${card}[layout='compact'] :is(img, picture, figure) {
    display: none;
  }
  @media print {
    :where(article-card) {
      break-inside: avoid;
    }
  }
`;

export const styles: CSSResult = css`
  .media {
    ${media}
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
  }
  .heading a:focus-visible {
    outline: none;
  }
  .heading a:focus-visible::after {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  p {
    ${words}
  }
  .excerpt {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--article-card-excerpt-lines);
    overflow: hidden;
  }
  .category,
  .meta {
    font-size: 0.875em;
  }
  .category {
    font-weight: 650;
    color: var(--_action);
  }
  :host([layout='horizontal']) .media {
    ${mediaBeside}
  }
  :host([layout='compact']) .media {
    display: none;
  }
`;

/* Until the script has made the parts, the attributes are read by the style sheet. */
export const pageStyles: CSSResult = css`
  ${card}[heading]:is(:not(:defined), :not(:state(made)))::after {
    content: attr(heading) '\\a' attr(excerpt) '\\a' attr(published);
    white-space: pre-line;
    line-height: 1.6;
  }
`;
