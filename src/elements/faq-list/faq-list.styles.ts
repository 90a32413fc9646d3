import { css, type CSSResult } from 'lit';

const list = css`faq-list:not(._):not(._)`;
const headings = css`h2, h3, h4, h5, h6`;

const heading = css`
  margin: 0;
  font-family: var(--clinic-heading-font, inherit);
  font-size: 1.44em;
  font-weight: 650;
  line-height: 1.2;
  text-wrap: balance;
`;

/* The least room of the heading and the button, and the room below. */
const head = css`
  display: flex;
  align-items: center;
  min-block-size: 2.25rem;
  margin-block-end: var(--_space);
`;

export const lightStyles: CSSResult = css`
  :where(faq-list) {
    max-inline-size: 68ch;
    margin-block: calc(4 * var(--_space));
    color: var(--_text);
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  ${list} > [slot='heading'] {
    ${heading}
  }
  ${list} details {
    margin: 0;
    border-block-end: var(--_hairline);
  }
  ${list} details details {
    border: 0;
  }
  ${list} summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    box-sizing: border-box;
    min-block-size: 3.5rem;
    padding-block: calc(1.5 * var(--_space));
    font-weight: 600;
    line-height: 1.35;
    list-style: none;
    cursor: pointer;
  }
  ${list} summary::-webkit-details-marker {
    display: none;
  }
  ${list} summary > :is(${headings}) {
    margin: 0;
    font: inherit;
    letter-spacing: 0;
    color: inherit;
  }
  ${list} summary > :is(br, p:empty) {
    display: none;
  }
  ${list} summary::after {
    content: '';
    flex: none;
    box-sizing: border-box;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-inline: auto 0.35em;
    border: solid var(--_action);
    border-width: 0 2px 2px 0;
    transform: translateY(-25%) rotate(45deg);
  }
  ${list} details[open] > summary::after {
    transform: translateY(25%) rotate(-135deg);
  }
  ${list} summary:hover {
    color: var(--_action);
  }
  ${list} :is(summary, a):focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
    border-radius: 4px;
  }
  ${list} details > :not(summary) {
    margin-block: 0 calc(2 * var(--_space));
  }
  ${list} a {
    color: var(--_action);
  }
  ${list} a[href^='tel:' i] {
    white-space: nowrap;
  }
  ${list} > :is(br, p:empty) {
    display: none;
  }
  /* A link leads to below what stays at the top of the screen. */
  ${list} details,
  ${list} details [id] {
    scroll-margin-block-start: var(--clinic-sticky-offset, 1rem);
  }
  @media (prefers-reduced-motion: no-preference) {
    ${list} summary::after {
      transition: transform 150ms;
    }
  }
  @media print {
    ${list} details {
      break-inside: avoid;
    }
    ${list} details::details-content {
      display: block;
      block-size: auto;
      content-visibility: visible;
    }
    ${list} summary::after {
      display: none;
    }
  }
`;

export const styles: CSSResult = css`
  .head {
    ${head}
    justify-content: space-between;
    gap: calc(2 * var(--_space));
  }
  .heading {
    ${heading}
  }
  button {
    flex: none;
    min-block-size: 2.25rem;
    margin-inline-start: auto;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_action);
    font: inherit;
    font-size: 0.9em;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  button:hover {
    text-decoration-thickness: 2px;
  }
  button:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
    border-radius: 4px;
  }
  @media print {
    button {
      display: none;
    }
  }
`;

/* The heading, and the room of the button. */
export const pageStyles: CSSResult = css`
  ${list}:not(:defined):is([heading]:not(:has(> :is(${headings}))), :not([open-one], :has(details[name], > :is(${headings}))):has(> details ~ details ~ details))::before {
    content: attr(heading);
    ${heading}
    ${head}
  }
  ${list}:not(:defined):has(> details) > :is(${headings}):first-child {
    ${heading}
    ${head}
  }
`;
