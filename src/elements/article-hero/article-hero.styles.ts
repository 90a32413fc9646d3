import { css, unsafeCSS, type CSSResult } from 'lit';

/* Two classes strong, so that a theme's '.entry-content img' does not reach in. */
const hero = css`article-hero:not(._):not(._)`;
const cover = css`article-hero:not(._):not(._)[layout='cover']:is([image], :has(img))`;
const horizontal = css`article-hero:not(._):not(._)[layout='horizontal']`;

const headings = css`h1, h2, h3, h4, h5, h6`;

/*
 * Words, wherever an author put them: into one more box, it may be. Both selectors name the hero as an ancestor
 * outside of ':is()', because browsers then pass over all that stands elsewhere; and both are as strong.
 */
const words = (part: string): CSSResult => {
  const it = unsafeCSS(part);
  return css`
    ${hero}:not(_) > ${it}, ${hero} > :is(header, hgroup, div) > ${it}
  `;
};

/* The child that holds the picture. The first is the hero's; a later one is a portrait or the like. */
const holder = css`:is(img, picture, figure, :has(> :is(img:not(.emoji), picture):only-child, > a:only-child > img:not(.emoji)))`;
const media = css`> ${holder}:not(address, ${holder} ~ *)`;

/* The least room for words and a picture side by side. */
const beside = css`46rem`;

const heading = css`
  max-inline-size: 24em;
  margin: 0 0 calc(1.5 * var(--_space));
  font-family: var(--clinic-heading-font, inherit);
  font-size: var(--article-hero-heading-size, clamp(1.728rem, 1.3rem + 2cqi, 2.488rem));
  font-weight: 650;
  line-height: 1.2;
  text-wrap: balance;
  color: inherit;
`;

const small = css`
  font-size: 0.875em;
  font-style: normal;
`;

const kicker = css`
  ${small}
  font-weight: 650;
  color: var(--_action);
`;

const below = css`calc(3 * var(--_space))`;

export const lightStyles: CSSResult = css`
  :where(article-hero) {
    --_pad: calc(2.5 * var(--_space));
    position: relative;
    isolation: isolate;
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    align-content: start;
    container-type: inline-size;
    contain-intrinsic-inline-size: 40rem;
    margin-block-end: calc(4 * var(--_space));
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  ${words(':where(*)')} {
    margin-block: 0 var(--_space);
  }
  /* Weaker than any rule of the page for its links. */
  :where(article-hero) :where(a:any-link) {
    color: var(--_action);
  }
  ${words('p')} {
    max-inline-size: 68ch;
  }
  ${words(`:is(${headings.cssText})`)} {
    ${heading}
  }
  ${words(':last-child')} {
    margin-block-end: 0;
  }
  ${words(`:is(address, time, p:has(time, [rel~='author']), [data-clinic-made='byline'])`)} {
    ${small}
  }
  ${words(`:is(p:has(> [rel~='tag']), :is(p, a):not(:has(time, img)):has(~ :is(${headings.cssText})), [data-clinic-made='category'])`)} {
    ${kicker}
  }
  ${words(`p > [rel~='tag']`)} {
    padding-block: 0.125rem;
    color: inherit;
    text-decoration: none;
  }
  ${words(`p > [rel~='tag']:hover`)} {
    text-decoration: underline;
  }
  ${hero} a:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  ${hero} > :is(br, p:empty) {
    display: none;
  }

  ${hero} ${media} {
    order: -1;
    max-inline-size: none;
    margin: 0 0 ${below};
  }
  ${hero} ${media}:is(img),
  ${hero} ${media} img {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: none;
    block-size: auto;
    max-block-size: 65vh;
    aspect-ratio: var(--article-hero-ratio, var(--_ratio, 3 / 2));
    border-radius: var(--_radius);
    object-fit: cover;
    object-position: var(--_focal, 50% 50%);
    background-color: var(--_tint);
    color: var(--_muted);
  }
  ${hero}:state(broken) ${media}:is(img),
  ${hero}:state(broken) ${media} img {
    --_hill: color-mix(in srgb, var(--_brand) 20%, var(--_tint));
    background-image:
      radial-gradient(75% 62% at 18% 108%, var(--_hill) 99%, transparent),
      radial-gradient(circle at 74% 32%, var(--_hill) 9%, transparent 9.6%);
    padding: var(--_pad);
    font-size: 0.875em;
    /* WebKit gives it the shape of its own sign. */
    contain: size;
  }
  /* Decoration: without the sign that browsers put there. */
  ${hero}:state(broken) img[alt=''] {
    content-visibility: hidden;
  }
  ${hero} :is(figcaption, [data-clinic-made='caption']) {
    ${small}
    max-inline-size: 68ch;
    margin: var(--_space) 0 0;
    line-height: 1.5;
    text-align: start;
  }
  ${hero} > [data-clinic-made='caption']:not(._) {
    order: -1;
    margin-block: calc(-2 * var(--_space)) ${below};
  }
  ${hero} :is(figcaption, [data-clinic-made='caption']) small {
    font-size: inherit;
    opacity: 0.85;
  }
  @container (min-inline-size: 40rem) {
    ${hero}:not([layout='horizontal']) > * {
      --_ratio: 2 / 1;
    }
  }

  /* What height the picture has beyond the words' is shared out above and below them. */
  :where(article-hero[layout='horizontal']) {
    grid-template-rows: minmax(0, 1fr) repeat(20, auto) minmax(0, 1fr);
    column-gap: calc(4 * var(--_space));
  }
  ${horizontal}::before {
    content: '';
    order: -2;
    grid-area: 1 / 1;
  }
  @container (min-inline-size: ${beside}) {
    ${horizontal} > * {
      grid-column: 1;
    }
    ${horizontal} ${media},
    ${horizontal} > [data-clinic-made='caption']:not(._) {
      grid-column: 2;
      margin-block: 0;
    }
    ${horizontal} ${media} {
      grid-row: 1 / -1;
      align-self: center;
    }
    ${horizontal} > [data-clinic-made='caption']:not(._) {
      margin-block-start: var(--_space);
    }
  }

  /* On paper a picture stands above. */
  @media not print {
    :where(article-hero[layout='cover']:is([image], :has(img))) {
      --_edge: clamp(0.75rem, 2.5vw, 2rem);
      grid-template: minmax(clamp(11rem, 30vw, 22rem), 1fr) repeat(20, auto) / minmax(0, 40rem);
      padding: calc(var(--_pad) + var(--_edge));
      border-radius: var(--_radius);
      background: var(--_tint);
      color: var(--_text);
    }
    ${cover}::before {
      content: '';
      grid-area: 1 / 1;
    }
    /* The words stand on a surface of the theme: whatever the picture is like, they can be read. */
    ${cover}::after {
      content: '';
      position: absolute;
      z-index: -1;
      grid-area: 2 / 1 / -1 / 2;
      inset: calc(-1 * var(--_pad));
      border: var(--_hairline);
      border-radius: var(--_radius);
      background: var(--article-hero-background, var(--_surface));
      box-shadow: var(--_shadow);
    }
    ${cover} a {
      color: var(--_action);
    }
    ${cover} ${media} {
      position: absolute;
      z-index: -2;
      inset: 0;
      margin: 0;
    }
    ${cover} ${media}:is(img),
    ${cover} ${media} :is(picture, img) {
      display: block;
      block-size: 100%;
      max-block-size: none;
      aspect-ratio: auto;
    }
    ${cover} :is(figcaption, [data-clinic-made='caption']) {
      position: absolute;
      inset-block-start: var(--_space);
      inset-inline-end: var(--_space);
      max-inline-size: 75%;
      margin: 0;
      padding: calc(var(--_space) / 2) var(--_space);
      border-radius: calc(var(--_radius) / 2);
      background: var(--_surface);
    }
  }
  @media print {
    :where(article-hero) {
      break-inside: avoid;
    }
  }
`;

export const styles: CSSResult = css``;

/*
 * A one-line hero without a child: its title and room for its picture, out of the attributes. Stronger than what
 * the layouts do with the same boxes.
 */
const alone = css`article-hero:not(._):not(._):not(._):not(._):not(:has(*))`;

export const pageStyles: CSSResult = css`
  /* So that the picture does not jump when the script comes; elsewhere its middle is in sight till then. */
  :where(article-hero[focal]:not(:defined)) {
    --_focal: attr(focal type(<percentage>+));
  }
  ${alone}[heading]::before {
    content: attr(heading);
    grid-area: 3 / 1;
    ${heading}
    margin: 0;
    padding-block: var(--_above, 0) var(--_after, 0);
  }
  /* A line above the title, and one below it. */
  ${alone}[category] {
    --_above: calc(1.5 * 0.875rem + var(--_space));
  }
  ${alone}:is([author], [published]) {
    --_after: calc(1.5 * 0.875rem + 1.5 * var(--_space));
  }
  ${alone}[image]:not([layout='cover'])::after {
    content: '';
    grid-area: 2 / 1;
    max-block-size: 65vh;
    aspect-ratio: var(--article-hero-ratio, var(--_ratio, 3 / 2));
    margin-block-end: ${below};
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  @container (min-inline-size: 40rem) {
    ${alone}:not([layout='horizontal'])::after {
      --_ratio: 2 / 1;
    }
  }
  @container (min-inline-size: ${beside}) {
    ${alone}[layout='horizontal'][image]::after {
      grid-area: 1 / 2 / -1 / 2;
      align-self: center;
      margin: 0;
    }
  }
`;
