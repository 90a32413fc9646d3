import { css, type CSSResult } from 'lit';

const host = css`condition-checker:not(._):not(._)`;
const headings = css`h2, h3, h4, h5, h6`;

const heading = css`
  display: block;
  margin: 0 0 calc(1.5 * var(--_space));
  font-family: var(--clinic-heading-font, inherit);
  font-size: 1.44em;
  font-weight: 650;
  line-height: 1.2;
  text-wrap: balance;
`;

/* What the start takes: the tree's words are not known yet, but are usually a few lines. */
const room = css`var(--condition-checker-room, var(--_room))`;

export const lightStyles: CSSResult = css`
  :where(condition-checker) {
    --_room: 12rem;
    --_pad: var(--condition-checker-padding, clamp(1.25rem, 4vi, 2.5rem));
    max-inline-size: 46rem;
    margin-block: calc(3 * var(--_space));
    padding: var(--_pad);
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--condition-checker-background, var(--_surface));
    color: var(--_text);
    box-shadow: var(--_shadow);
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  /* Title and emergency number too. */
  :where(condition-checker:not(:has(> :not(script)))) {
    --_room: 15.5rem;
  }
  @media (max-width: 30rem) {
    :where(condition-checker) {
      --_room: 16rem;
    }
    :where(condition-checker:not(:has(> :not(script)))) {
      --_room: 22rem;
    }
  }
  ${host} > :is(${headings}) {
    ${heading}
  }
  ${host} > :first-child {
    margin-block-start: 0;
  }
  ${host} > :is(p, ul) {
    max-inline-size: 68ch;
    margin-block: 0 calc(1.5 * var(--_space));
  }
  ${host} a {
    color: var(--_action);
  }
  ${host} a[href^='tel:' i] {
    white-space: nowrap;
  }
  ${host} a:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
    border-radius: 2px;
  }
  ${host} > :is(br, p:empty) {
    display: none;
  }
  @media print {
    :where(condition-checker) {
      box-shadow: none;
    }
  }
`;

export const styles: CSSResult = css`
  .heading {
    ${heading}
  }
  [data-waits] {
    min-block-size: ${room};
  }
  slot[hidden] {
    display: none;
  }
`;

export const pageStyles: CSSResult = css`
  ${host}:not(:defined):is([src], :has(> script[type='application/json']))::after {
    content: '';
    display: block;
    block-size: ${room};
  }
  ${host}[heading]:not(:defined, :has(> :is(${headings})))::before {
    content: attr(heading);
    ${heading}
  }
`;
