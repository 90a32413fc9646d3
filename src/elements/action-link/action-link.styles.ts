import { css, type CSSResult } from 'lit';

const action = css`action-link:not(._):not(._)`;
const headings = css`h2, h3, h4, h5, h6`;

/* Room for the arrow, which stands behind the last word and never alone on a line. */
const room = css`
  padding-inline-end: 1.5em;
`;

const words = css`
  display: inline-block;
  position: relative;
  box-sizing: border-box;
  min-block-size: 44px;
  padding-block: max(0px, (44px - 1.4em) / 2);
  ${room}
  color: var(--_color);
  font-weight: 650;
  line-height: 1.4;
`;

const button = css`
  padding-block: max(0.5rem, (44px - 1.4em) / 2 - 2px);
  padding-inline: calc(2.5 * var(--_space)) calc(2.5 * var(--_space) + 1.5em);
  border: 2px solid var(--_color);
  border-radius: var(--_radius);
  background: var(--action-link-background, var(--_surface));
`;

const description = css`
  margin: 0;
  color: var(--_muted);
  font-size: 0.9375em;
  line-height: 1.5;
`;

export const lightStyles: CSSResult = css`
  :where(action-link) {
    --_color: var(--action-link-color, var(--_action));
    margin-block: calc(1.5 * var(--_space));
  }
  ${action} a[href] {
    ${words}
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
    transition: background-color 160ms;
  }
  ${action} a[href]:hover {
    text-decoration-thickness: 2px;
  }
  ${action} a[href]:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
    border-radius: 4px;
  }
  /* Where no arrow was typed it is drawn; before the script that is not known. */
  ${action}:defined a[href]::after {
    content: '';
    position: absolute;
    inline-size: 1em;
    block-size: 1em;
    margin-block-start: 0.2em;
    margin-inline-start: 0.375em;
    background: currentColor;
    clip-path: polygon(
      4% 44%,
      72% 44%,
      52% 24%,
      60% 15%,
      95% 50%,
      60% 85%,
      52% 76%,
      72% 56%,
      4% 56%
    );
    transition: translate 160ms;
  }
  ${action}:defined a[href]:hover::after {
    translate: 3px;
  }
  ${action}:dir(rtl) a[href]::after {
    scale: -1 1;
  }
  ${action}:dir(rtl) a[href]:hover::after {
    translate: -3px;
  }
  ${action} a[target='_blank' i]::after {
    rotate: -45deg;
  }
  ${action}:dir(rtl) a[target='_blank' i]::after {
    rotate: 45deg;
  }
  ${action} [data-clinic-made='tab'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  ${action} > :is(p, ${headings}) {
    margin: 0;
  }
  ${action} > :is(${headings}) {
    font-size: inherit;
  }
  ${action} > p:not(:has(a)) {
    ${description}
  }
  ${action} > :is(br, p:empty) {
    display: none;
  }
  ${action}[variant='button'] a[href] {
    ${button}
    text-decoration: none;
  }
  ${action}[variant='button'] a[href]:hover {
    background: color-mix(
      in oklab,
      var(--_color) 10%,
      var(--action-link-background, var(--_surface))
    );
  }
  ${action}[variant='button'] a[href]:focus-visible {
    border-radius: var(--_radius);
  }
  ${action}[variant='button'] > p:not(:has(a)) {
    margin-block-start: var(--_space);
  }
  :where(action-link[variant='card']) {
    position: relative;
    padding: calc(1.5 * var(--_space)) calc(2.5 * var(--_space)) calc(2 * var(--_space));
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--action-link-background, var(--_surface));
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow-wrap: anywhere;
  }
  ${action}[variant='card'] a[href] {
    position: static;
    font-size: 1.1em;
    text-decoration: none;
  }
  ${action}[variant='card']:hover a[href] {
    text-decoration: underline;
  }
  /* All of the card is the target of its one link. */
  ${action}[variant='card'] a[href]::before {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  ${action}[variant='card']:has(a:focus-visible) {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  ${action}[variant='card'] a[href]:focus-visible {
    outline: none;
  }
  @media (forced-colors: active) {
    ${action} a[href]::after {
      forced-color-adjust: none;
      background: LinkText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    ${action} a[href],
    ${action}:defined a[href]::after {
      transition: none;
      translate: none;
    }
  }
  @media print {
    :where(action-link) {
      break-inside: avoid;
    }
  }
`;

/* Without children, the words out of the attributes, where the link will stand. */
export const pageStyles: CSSResult = css`
  ${action}[label]:not(:defined, :has(*))::before {
    content: attr(label);
    ${words}
  }
  ${action}[variant='button'][label]:not(:defined, :has(*))::before {
    ${button}
  }
  ${action}[variant='card'][label]:not(:defined, :has(*))::before {
    font-size: 1.1em;
  }
  ${action}[description]:not(:defined)::after {
    content: attr(description);
    display: block;
    ${description}
  }
  ${action}[variant='button'][description]:not(:defined)::after {
    margin-block-start: var(--_space);
  }
`;
