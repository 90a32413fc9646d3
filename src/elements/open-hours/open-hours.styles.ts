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
  :where(open-hours:state(empty)) {
    display: none;
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
  .room {
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
  slot[hidden] {
    display: none;
  }
  ${wait}
`;

/* The room that the heading and the table will take, and the hours out of the attribute. */
export const pageStyles: CSSResult = css`
  :where(open-hours[hours]:not(:defined)) {
    --_head: 0px;
    min-block-size: calc(var(--_head) + var(--_room) + 2 * var(--_pad) + 2px);
  }
  /* Hours that come out of clinic.json. */
  :root:has(clinic-info:not(:state(settled))) :where(open-hours:not([hours]):is(:empty, [place])) {
    --_head: 0px;
    display: block;
    min-block-size: calc(var(--_head) + var(--_room) + 2 * var(--_pad) + 2px);
  }
  :root:has(clinic-info:not(:state(settled)))
    :where(open-hours:not([hours])[heading]:is(:empty, [place])) {
    --_head: ${headed};
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
