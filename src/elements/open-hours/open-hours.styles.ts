import { css, type CSSResult } from 'lit';

const host = css`open-hours:not(._):not(._)`;
const headings = css`h2, h3, h4, h5, h6`;

const heading = css`
  display: block;
  margin: 0 0 var(--_space);
  font-family: var(--clinic-heading-font, inherit);
  font-size: 1.2em;
  font-weight: 650;
  line-height: 1.25;
  text-wrap: balance;
`;

/* A line of the heading, and the room below it. */
const headed = css`calc(1.5em + var(--_space))`;

/* Not at once: the table is on its way, and mostly there within the second. */
const written = css`
  margin: 0;
  animation: open-hours-wait 1s steps(1);
`;

const wait = css`
  @keyframes open-hours-wait {
    from {
      visibility: hidden;
    }
  }
`;

export const lightStyles: CSSResult = css`
  :where(open-hours) {
    --_pad: var(--open-hours-padding, calc(2.5 * var(--_space)));
    /* The state in two lines, and a line for each day; further lines of days with several times. */
    --_lines: 7;
    --_more: 0;
    --_room: calc(
      2.7em + 1.5 * var(--_space) + var(--_lines) * (1.5em + 2 * var(--_space) + 1px) +
        var(--_more) * 1.5em
    );
    max-inline-size: 34rem;
    margin-block: calc(3 * var(--_space));
    padding: var(--_pad);
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--open-hours-background, var(--_surface));
    color: var(--_text);
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  :where(open-hours[compact]) {
    --_lines: 3;
  }
  @media (max-width: 30rem) {
    /* Closed over lunch, on five days mostly. */
    :where(open-hours:is([hours*=',1'], [hours*=', 1'])) {
      --_more: 5;
    }
    :where(open-hours[compact]:is([hours*=',1'], [hours*=', 1'])) {
      --_more: 1;
    }
  }
  ${host} > :is(${headings}) {
    ${heading}
  }
  ${host} > :first-child {
    margin-block-start: 0;
  }
  ${host} > :last-child {
    margin-block-end: 0;
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
  }
  ${host} > [slot='note'] {
    margin: calc(1.5 * var(--_space)) 0 0;
  }
  ${host} > :is(br, p:empty) {
    display: none;
  }
  @media print {
    :where(open-hours) {
      break-inside: avoid;
    }
  }
`;

export const styles: CSSResult = css`
  .heading {
    ${heading}
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
  }
  .room {
    align-content: start;
    grid-template-rows: auto;
    min-block-size: var(--_room);
  }
  .headed {
    min-block-size: calc(${headed} + var(--_room));
  }
  .room .written {
    ${written}
  }
  .written {
    margin: 0;
  }
  .made {
    min-block-size: var(--_kept, 0);
  }
  /* Two lines, always: nothing moves when the clinic opens. */
  .state {
    display: grid;
    grid-template: auto auto / auto auto minmax(0, 1fr);
    align-content: start;
    column-gap: var(--_space);
    min-block-size: 2.7em;
    margin: 0 0 calc(1.5 * var(--_space));
    line-height: 1.35;
  }
  .state b {
    grid-column: 2 / -1;
    font-weight: 650;
  }
  .state span {
    grid-column: 2;
    color: var(--_muted);
  }
  /* Where there is no room for it, it is on a second line that nobody sees. */
  .state .zone {
    grid-column: 3;
    block-size: 1.35em;
    overflow: hidden;
    text-align: end;
  }
  .zone::before {
    content: '';
    display: inline-block;
  }
  .zone bdi {
    display: inline-block;
    white-space: nowrap;
  }
  .state::before {
    content: '';
    grid-row: 1;
    box-sizing: border-box;
    inline-size: 0.625em;
    block-size: 0.625em;
    margin-block-start: 0.3625em;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  .state.open::before {
    --_open: light-dark(#1d7a42, #7fd6a0);
    border-color: var(--_open);
    background: var(--_open);
  }
  table {
    inline-size: calc(100% + 2 * var(--_pad));
    block-size: 100%;
    margin-inline: calc(-1 * var(--_pad));
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    padding: var(--_space) 0;
    border-block-start: var(--_hairline);
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    vertical-align: baseline;
  }
  th {
    padding-inline: var(--_pad) var(--_space);
  }
  td {
    padding-inline-end: var(--_pad);
    text-align: end;
  }
  .day {
    display: inline-block;
    white-space: nowrap;
  }
  .day b {
    display: inline-block;
    font-weight: inherit;
  }
  /* Days are small in other languages, but not where a line begins. */
  .day b::first-letter {
    text-transform: uppercase;
  }
  .day .name {
    white-space: normal;
  }
  .about {
    margin-inline-start: 0.25em;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .window {
    display: inline-block;
    white-space: nowrap;
  }
  .window:not(:last-child)::after {
    content: ',';
  }
  /* 5 PM reads from left to right on a right-to-left page too. */
  time {
    unicode-bidi: plaintext;
  }
  @media (max-width: 30rem) {
    .about {
      display: block;
      margin: 0;
    }
    .window {
      display: block;
    }
    .window::after {
      display: none;
    }
  }
  .today > * {
    background: var(--_tint);
    font-weight: 650;
  }
  .mark {
    display: inline-block;
    padding: 0.125em 0.5em;
    border: 1px solid currentColor;
    border-radius: 1em;
    color: var(--_action);
    font-size: 0.75em;
    line-height: 1.25;
    vertical-align: 0.1em;
  }
  .holidays {
    margin-block-start: calc(2 * var(--_space));
  }
  .holidays .heading {
    font-size: 1em;
  }
  .holidays table {
    block-size: auto;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    user-select: none;
  }
  .body slot {
    display: block;
  }
  .body slot[hidden] {
    display: none;
  }
  ${wait}
  /* Paper is read on another day. */
  @media print {
    :is(.state, .mark) {
      display: none;
    }
    .made {
      min-block-size: 0;
    }
    .today > * {
      background: none;
      font-weight: 400;
    }
  }
`;

/* The room that the heading and the table will take, and the hours out of the attribute. */
export const pageStyles: CSSResult = css`
  :where(open-hours[hours]:not(:defined)) {
    --_head: 0px;
    min-block-size: calc(var(--_head) + var(--_room) + 2 * var(--_pad) + 2px);
  }
  :where(open-hours[hours]:not(:defined):is([heading], :has(> :is(${headings})))) {
    --_head: ${headed};
  }
  ${host}[heading]:not(:defined)::before {
    content: attr(heading);
    ${heading}
  }
  ${host}[hours]:not(:defined, :has(*))::after {
    content: attr(hours);
    ${written}
  }
  ${wait}
`;
