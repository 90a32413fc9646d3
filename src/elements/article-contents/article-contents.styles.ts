import { css, type CSSResult } from 'lit';

const contents = css`article-contents:not(._):not(._)`;
const headings = css`h2, h3, h4, h5, h6`;

const heading = css`
  margin: 0 0 var(--_space);
  font-family: inherit;
  font-size: 1em;
  font-weight: 650;
  line-height: 1.35;
  letter-spacing: 0;
  text-wrap: balance;
  color: var(--_text);
`;

/* The line of what opens the list. */
const line = css`2.75rem`;

export const lightStyles: CSSResult = css`
  :where(article-contents) {
    --_offset: var(--clinic-sticky-offset, 1rem);
    margin-block: calc(3 * var(--_space));
    padding: var(--article-contents-padding, 0);
    background: var(--article-contents-background, none);
    color: var(--_text);
    line-height: 1.35;
    overflow-wrap: break-word;
  }
  :where(article-contents:state(empty)) {
    display: none;
  }
  ${contents} > :is(${headings}) {
    ${heading}
  }
  ${contents} :is(ol, ul):not([hidden]) {
    display: block;
    margin: 0;
    padding: 0;
    border-inline-start: var(--_hairline);
    list-style: none;
  }
  ${contents} li > :is(ol, ul) {
    border: 0;
  }
  ${contents} li {
    margin: 0;
    padding: 0;
  }
  ${contents} li::before,
  ${contents} li::marker {
    content: none;
  }
  ${contents} li > a {
    --_deep: 0;
    display: block;
    position: relative;
    padding-block: 0.375rem;
    padding-inline: calc(2 * var(--_space) * (1 + var(--_deep))) var(--_space);
    color: var(--_muted);
    text-decoration: none;
  }
  ${contents} li li > a {
    --_deep: 0.75;
  }
  ${contents} li li li > a {
    --_deep: 1.5;
  }
  ${contents} li > a:hover {
    color: var(--_action);
    text-decoration: underline;
  }
  ${contents} a:focus-visible {
    outline: var(--_ring);
    outline-offset: -3px;
    border-radius: 4px;
  }
  ${contents} a[aria-current] {
    color: var(--_action);
  }
  /* A bar beside the words: their weight would change how they break. */
  ${contents} li > a[aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 0.25rem;
    inset-inline-start: -1px;
    border-inline-start: 3px solid;
    border-radius: 2px;
  }
  ${contents} > :is(br, p:empty) {
    display: none;
  }
  /* A link leads to below what stays at the top of the screen. Any rule of the page wins. */
  :where(section, h2, h3, h4, h5, h6):where([id]) {
    scroll-margin-block-start: var(--clinic-sticky-offset, 1rem);
  }
  @media (min-width: 64rem) {
    :where(article-contents[sticky]) {
      position: sticky;
      inset-block-start: var(--_offset);
      /* Not as high as what stands beside it, where it could not move. */
      align-self: start;
      max-block-size: calc(100vh - var(--_offset) - 1rem);
      overflow-y: auto;
      scrollbar-width: thin;
    }
  }
  @media print {
    :where(article-contents) {
      display: none;
    }
  }
`;

export const styles: CSSResult = css`
  .heading {
    ${heading}
  }
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    min-block-size: ${line};
    cursor: pointer;
    list-style: none;
  }
  @media (max-width: 63.99rem) {
    details {
      border-block: var(--_hairline);
    }
    details[open] {
      padding-block-end: calc(2 * var(--_space));
    }
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .heading,
  summary ::slotted(*) {
    margin: 0 !important;
  }
  summary::after {
    content: '';
    flex: none;
    box-sizing: border-box;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-inline-end: 0.35em;
    border: solid var(--_action);
    border-width: 0 2px 2px 0;
    transform: translateY(-25%) rotate(45deg);
  }
  details[open] > summary::after {
    transform: translateY(25%) rotate(-135deg);
  }
  summary:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
    border-radius: 4px;
  }
  @media (prefers-reduced-motion: no-preference) {
    summary::after {
      transition: transform 150ms;
    }
  }
`;

/*
 * The heading out of its attribute. On a narrow screen with a script on its way, the list of a collapsible one
 * is closed from the start, so that the article does not jump up; after three seconds without, it shows.
 */
export const pageStyles: CSSResult = css`
  ${contents}[heading]:not(:defined, :has(> :is(${headings})))::before {
    content: attr(heading);
    display: block;
    ${heading}
  }
  @media (scripting: enabled) and (max-width: 63.99rem) {
    :where(article-contents[collapsible]:not(:defined)) {
      animation: article-contents-wait 3s steps(1);
    }
  }
  @keyframes article-contents-wait {
    from {
      block-size: calc(${line} + 2px + 2 * var(--article-contents-padding, 0px));
      overflow: hidden;
    }
  }
`;
