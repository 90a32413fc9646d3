import { css, type CSSResult } from 'lit';
import { partsRules, pictures } from '../../foundation/parts-rules.js';

const host = css`provider-card:not(._):not(._)`;

/* The least room for words and a portrait beside them; in less, the portrait stands above. */
const beside = css`28rem`;

const portrait = css`
  order: -1;
  inline-size: 100%;
  aspect-ratio: 5 / 4;
  margin-block-end: var(--_gap);
`;

/* A third of the card, and no higher than its words. */
const portraitBeside = css`
  position: absolute;
  grid-area: auto;
  inset-block-start: var(--_pad);
  inset-inline-start: var(--_pad);
  inline-size: calc(0.3 * (100% - 2 * var(--_pad)));
  max-block-size: calc(100% - 2 * var(--_pad));
  aspect-ratio: 4 / 5;
  margin: 0;
`;

export const lightStyles: CSSResult = css`
  :where(provider-card) {
    --_pad: var(--provider-card-padding, calc(2.5 * var(--_space)));
    --_gap: calc(1.5 * var(--_space));
    container-type: inline-size;
    contain-intrinsic-inline-size: 20rem;
    position: relative;
    display: grid;
    /* 70 % of the card for its words where that leaves room, all of it elsewhere. */
    grid-template-columns: minmax(
      0,
      clamp(70% - 2.5 * var(--_space), (${beside} - 100%) * 999, 100%)
    );
    justify-content: end;
    align-content: start;
    min-inline-size: 0;
    min-block-size: 12rem;
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
    ${portrait}
    object-position: 50% 15%;
  }
  /* Where there is no picture, or none yet. */
  ${host}:not(:has(img:not(.emoji), picture))::before {
    content: '';
    grid-area: 1 / 1;
    ${portrait}
    border-radius: calc(var(--_radius) - 4px);
    background: radial-gradient(
      circle,
      color-mix(in srgb, var(--_brand) 14%, var(--_tint)) calc(2.5rem - 1px),
      var(--_tint) 2.5rem
    );
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
  @container (min-inline-size: ${beside}) {
    ${host}:not(:has(img:not(.emoji), picture))::before,
    ${host} > ${pictures} {
      ${portraitBeside}
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
  .initials {
    display: grid;
    grid-area: 1 / 1;
    place-content: center;
    ${portrait}
    font-family: var(--clinic-heading-font, inherit);
    font-size: 2rem;
    font-weight: 650;
  }
  @container (min-inline-size: ${beside}) {
    .initials {
      ${portraitBeside}
    }
  }
`;

/* What the attributes say, until the script makes something of it. */
const waiting = css`provider-card:not(._):not(._):is(:not(:defined), :not(:state(made)))`;

export const pageStyles: CSSResult = css`
  ${waiting}[name]:not(:has(> :is(h1, h2, h3, h4, h5, h6)))::after {
    content: attr(name) '\\a' attr(job-title) '\\a' attr(phone);
    white-space: pre-line;
  }
`;
