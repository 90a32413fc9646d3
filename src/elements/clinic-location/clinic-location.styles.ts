import { css, type CSSResult } from 'lit';
import { partHeading, partsRules } from '../../foundation/parts-rules.js';

const host = css`clinic-location:not(._):not(._)`;
const directions = css`[data-clinic-made='actions'] > a:not([href^='tel:' i])`;

export const lightStyles: CSSResult = css`
  :where(clinic-location) {
    --_pad: var(--clinic-location-padding, calc(2.5 * var(--_space)));
    --_gap: calc(1.5 * var(--_space));
    container-type: inline-size;
    contain-intrinsic-inline-size: 22rem;
    padding: var(--_pad);
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--clinic-location-background, var(--_surface));
    color: var(--_text);
    line-height: 1.5;
    overflow-wrap: anywhere;
    box-shadow: var(--_shadow);
  }
  /* Hours stand beside the rest where there is room for both, before the script runs as after it. */
  :where(clinic-location:has(> :is(open-hours, table))) {
    columns: 2 20rem;
    column-gap: 2.5rem;
  }
  ${partsRules(host)}
  ${host} address {
    font-style: normal;
  }
  ${host} > ${directions} {
    padding-inline-start: calc(1.75 * var(--_space) + 24px);
  }
  ${host} > ${directions}::before {
    content: '';
    clip-path: path('M20.6 3.4 3.4 10.2l7 3.4 3.4 7Z');
  }
  ${host} > open-hours {
    --open-hours-padding: var(--_space);
    max-inline-size: none;
    margin-block-start: calc(0.5 * var(--_space));
    margin-inline: calc(-1 * var(--_space));
    padding-block: 0;
    border: 0;
    background: none;
  }
  ${host} > * {
    break-inside: avoid;
  }
  /* Two columns and their gap. */
  @container (min-inline-size: 42.5rem) {
    ${host} > :is(open-hours, table) {
      break-before: column;
      margin-block-start: 0;
    }
  }
  @media print {
    :where(clinic-location) {
      break-inside: avoid;
      box-shadow: none;
    }
  }
`;

export const styles: CSSResult = css`
  .map {
    position: relative;
    display: grid;
    align-content: center;
    justify-items: center;
    box-sizing: border-box;
    aspect-ratio: 3 / 2;
    margin-block-start: var(--_gap);
    break-inside: avoid;
    padding: calc(2 * var(--_space));
    gap: var(--_space);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_tint);
    text-align: center;
    overflow: hidden;
  }
  p {
    max-inline-size: 22rem;
    margin: 0;
    color: var(--_muted);
    font-size: 0.875em;
  }
  button {
    min-block-size: 44px;
    padding: 0.25em calc(2.5 * var(--_space));
    border: 1px solid var(--_action);
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_surface);
    color: var(--_action);
    font: inherit;
    font-weight: 650;
    cursor: pointer;
  }
  button:hover {
    background: var(--_action);
    color: var(--_on-action);
  }
  :is(button, iframe):focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  iframe {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  @media print {
    .map {
      display: none;
    }
  }
`;

/* What the attributes say, until the script makes something of it. */
const waiting = css`clinic-location:not(._):not(._):is(:not(:defined), :not(:state(made)))`;

export const pageStyles: CSSResult = css`
  ${waiting}[name]:not(:has(> :is(h1, h2, h3, h4, h5, h6)))::before {
    content: attr(name);
    display: block;
    ${partHeading}
  }
  ${waiting}[street]:not(:has(> address))::after {
    content: attr(street) '\\a' attr(locality) ' ' attr(region) ' ' attr(postal-code) '\\a'
      attr(phone);
    white-space: pre-line;
  }
`;
