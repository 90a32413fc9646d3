import { css, type CSSResult } from 'lit';
import { partHeading, partsRules, pictures } from '../../foundation/parts-rules.js';

const host = css`provider-card:not(._):not(._)`;

/* Beside the words: a portrait in a third of the room. */
const beside = css`
  grid-area: 1 / 1 / -1 / 2;
  align-self: start;
  aspect-ratio: 4 / 5;
`;

export const lightStyles: CSSResult = css`
  :where(provider-card) {
    --_pad: var(--provider-card-padding, calc(2.5 * var(--_space)));
    --_gap: calc(1.5 * var(--_space));
    container-type: inline-size;
    contain-intrinsic-inline-size: 20rem;
    padding: var(--_pad);
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--provider-card-background, var(--_surface));
    color: var(--_text);
    line-height: 1.5;
    overflow-wrap: anywhere;
    box-shadow: var(--_shadow);
  }
  ${partsRules(host)}
  /* Faces are in the upper half. */
  ${host} > ${pictures} {
    aspect-ratio: 5 / 4;
    object-position: 50% 15%;
  }
  ${host} > [data-clinic-made='job'] {
    color: var(--_muted);
  }
  /* A dot that is full, half or empty, beside the words. */
  ${host} > [data-accepting] {
    display: flex;
    align-items: baseline;
    gap: var(--_space);
    font-weight: 650;
    line-height: 1.35;
  }
  ${host} > [data-accepting]::before {
    content: '';
    flex: none;
    box-sizing: border-box;
    inline-size: 0.625em;
    block-size: 0.625em;
    border: 2px solid currentColor;
    border-radius: 50%;
    background: linear-gradient(currentColor 50%, transparent 50%);
  }
  ${host} > [data-accepting='no']::before {
    background: none;
  }
  ${host} > [data-accepting='yes']::before {
    --_yes: light-dark(#1d7a42, #7fd6a0);
    border-color: var(--_yes);
    background: var(--_yes);
  }
  @container (min-inline-size: 28rem) {
    ${host} > * {
      grid-column: 2;
    }
    ${host} > ${pictures} {
      ${beside}
    }
  }
  @media (forced-colors: active) {
    ${host} > [data-accepting]::before {
      forced-color-adjust: none;
    }
  }
  @media print {
    :where(provider-card) {
      break-inside: avoid;
      box-shadow: none;
    }
  }
`;

export const styles: CSSResult = css`
  /* The last child's margin is no room of the card's. */
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin-block-end: calc(-1 * var(--_gap));
  }
  .initials {
    display: grid;
    place-content: center;
    aspect-ratio: 5 / 4;
    margin-block-end: var(--_gap);
    border-radius: calc(var(--_radius) - 4px);
    background: radial-gradient(
      circle,
      color-mix(in srgb, var(--_brand) 14%, var(--_tint)) calc(1.25em - 1px),
      var(--_tint) 1.25em
    );
    color: var(--_text);
    font-family: var(--clinic-heading-font, inherit);
    font-size: 2em;
    font-weight: 650;
  }
  @container (min-inline-size: 28rem) {
    /* Rows for whatever stands beside the picture, and one for what that is higher. */
    .body {
      grid-template: repeat(16, auto) 1fr / minmax(0, 30%) minmax(0, 1fr);
      column-gap: calc(2.5 * var(--_space));
    }
    .initials {
      ${beside}
    }
  }
`;

/* What the attributes say, until the script makes something of it. */
const waiting = css`provider-card:not(._):not(._):is(:not(:defined), :not(:state(made)))`;

export const pageStyles: CSSResult = css`
  ${waiting}[name]:not(:has(> :is(h1, h2, h3, h4, h5, h6)))::before {
    content: attr(name);
    display: block;
    ${partHeading}
  }
  ${waiting}[name]:not(:has(> :is(h1, h2, h3, h4, h5, h6)))::after {
    content: attr(job-title) '\\a' attr(phone);
    white-space: pre-line;
  }
`;
