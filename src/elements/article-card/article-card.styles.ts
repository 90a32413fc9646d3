import { css, type CSSResult } from 'lit';

/* Two classes strong, so that a theme's '.entry-content img' does not reach in. */
const card = css`article-card:not(._):not(._)`;

/* Pictures, and what an editor put round one. WordPress makes an `img` of an emoji. */
const pictures = css`:is(img:not(.emoji), picture, figure, [data-clinic-made='image'], :has(> img:not(.emoji):only-child, > a:only-child > img))`;

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

/* The least room for words and a picture beside them; in less, the picture stands above. */
const beside = css`18rem`;

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
  border-radius: var(--_radius);
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
  /*
   * In a long list a card costs no style, layout and paint while it is off the screen. Not among the first:
   * a few cost little, and scripts that measure cards must not get a guess. Only where the clip that comes
   * with it leaves room for a focus ring; the card's own shadow is outside it anyway.
   */
  @supports (overflow-clip-margin: 6px) {
    :where(article-card:nth-of-type(n + 13)),
    :where(:nth-child(n + 13)) > :where(article-card) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto var(--_usual, 22rem);
      overflow-clip-margin: 6px;
    }
  }
  ${card} > ${pictures} {
    ${media}
  }
  ${card} > * img:not(.emoji) {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    margin: 0;
    border-radius: 0;
    object-fit: cover;
  }
  /* A link round the whole card holds its words as well. */
  ${card} > a > :not(:only-child) {
    block-size: auto;
  }
  ${card}:where(:not([layout='compact'], :has(img:not(.emoji), picture, [data-clinic-made='image'])))::before {
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
  /* By itself, so that a browser without ':has' keeps it. */
  ${card} :is(h1, h2, h3, h4, h5, h6) a::after {
    ${stretched}
  }
  ${card}:not(:has(:is(h1, h2, h3, h4, h5, h6) a)) > a:first-of-type::after,
  ${card}:not(:has(:is(h1, h2, h3, h4, h5, h6) a)) > p:first-of-type > a:only-child::after {
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
  ${card} > :is(time, small, [data-clinic-made='category'], [data-clinic-made='meta']) {
    font-size: 0.875em;
  }
  ${card} > [data-clinic-made='category'] {
    font-weight: 650;
    color: var(--_action);
  }
  ${card} > [data-clinic-made='excerpt'] {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--article-card-excerpt-lines);
    overflow: hidden;
  }
  /* What a picture that did not load would have shown. */
  ${card} > p[data-clinic-made='image'] {
    padding: var(--_pad);
    font-size: 0.875em;
  }
  ${card} > :is(br, p:empty) {
    display: none;
  }
  ${card}:focus-within:has(a:focus-visible) {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  ${card}:focus-within:has(a:focus-visible) :is(h1, h2, h3, h4, h5, h6) a {
    outline: none;
  }
  :where(article-card[layout='horizontal']) {
    --_usual: 8rem;
    container-type: inline-size;
    contain-intrinsic-inline-size: 30rem;
    min-inline-size: 0;
    min-block-size: 8rem;
    /* 66 % of the card where that leaves room, all of it elsewhere. */
    grid-template-columns: minmax(
      0,
      clamp(66% - 0.68 * var(--_pad), (${beside} - 100%) * 999, 100%)
    );
    justify-content: end;
  }
  @container (min-inline-size: ${beside}) {
    ${card}[layout='horizontal']::before,
    ${card}[layout='horizontal'] > ${pictures} {
      ${mediaBeside}
    }
  }
  :where(article-card[layout='compact']) {
    --_usual: 6rem;
    --_pad: calc(1.5 * var(--_space));
    box-shadow: none;
  }
  ${card}[layout='compact'] > ${pictures} {
    display: none;
  }
  @media print {
    :where(article-card) {
      break-inside: avoid;
      content-visibility: visible;
    }
  }
`;

/* A one-line card whose title has not been made yet; and one that nothing has been made of. */
const waiting = css`article-card:not(._):not(._)[heading]:not(:has(:where(h1, h2, h3, h4, h5, h6, a)))`;
const alone = css`article-card:not(._):not(._)[heading]:not(:has(*))`;

/*
 * Until the script has made the parts, the attributes are read by the style sheet. Alone, they stand in
 * the very lines that the parts will stand in, so that nothing below moves then: the heading under room
 * for picture and category, the text above room for the day.
 */
export const pageStyles: CSSResult = css`
  ${waiting}::after {
    content: attr(heading) '\\a' attr(excerpt) '\\a' attr(published);
    white-space: pre-line;
    line-height: 1.6;
  }
  ${alone}::before {
    --_top: calc((100% + 2 * var(--_pad)) / 1.5 + 2 * var(--_space));
    content: attr(heading);
    ${heading}
    position: static;
    box-sizing: border-box;
    inline-size: calc(100% + 2 * var(--_pad));
    block-size: auto;
    aspect-ratio: auto;
    margin: calc(-1 * var(--_pad)) calc(-1 * var(--_pad)) 0;
    padding: calc(var(--_top) + var(--_category, 0px)) var(--_pad) 0;
    background: linear-gradient(
        var(--article-card-background, var(--_surface)),
        var(--article-card-background, var(--_surface))
      )
      calc(-1 * var(--_pad)) 100% / calc(100% + 2 * var(--_pad))
      calc(100% + 2 * var(--_space) + var(--_category, 0px)) no-repeat content-box border-box
      var(--_tint);
  }
  ${alone}[category]::before {
    /* 0.875 of the card's font size, in the heading's. */
    --_category: calc(0.875em / 1.2 * 1.5 + var(--_space));
  }
  ${alone}[layout='compact']::before {
    --_top: var(--_pad);
    background: none;
  }
  ${alone}[layout='horizontal']::before {
    background: none;
  }
  @container (min-inline-size: ${beside}) {
    ${alone}[layout='horizontal']::before {
      --_top: var(--_pad);
    }
  }
  ${alone}::after {
    content: none;
  }
  ${alone}[excerpt]::after {
    content: attr(excerpt);
    max-block-size: calc((var(--article-card-excerpt-lines) + var(--_day, 0)) * 1.5em);
    overflow: hidden;
    color: var(--_muted);
    line-height: 1.5;
  }
  ${alone}:is([published], [reviewed])::after {
    content: attr(published);
    line-height: 1.3125;
  }
  ${alone}[excerpt]:is([published], [reviewed])::after {
    --_day: 1;
    content: attr(excerpt) '\\a' attr(published) '\\200b';
    line-height: 1.5;
    margin-block-end: calc(var(--_space) - 0.1875em);
  }
`;
