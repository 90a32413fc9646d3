/**
 * How questions and results look. Text and not Lit's `css`, because it loads with them, which brings no second
 * Lit.
 */
export const checkerSheet = `
  .heading {
    scroll-margin-block-start: 6rem;
  }
  .heading:focus {
    outline: none;
  }
  .heading:focus-visible {
    border-radius: calc(0.5 * var(--_radius));
    outline: var(--_ring);
    outline-offset: var(--_space);
  }
  :is(p, ul, dl, dd, fieldset, figure, legend) {
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset {
    min-inline-size: 0;
  }
  ul {
    list-style: none;
  }
  :is(.start, .place, .answer, fieldset, .number, .handover) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
  }
  :is(.start, .place) {
    max-inline-size: 68ch;
  }
  .place {
    gap: calc(3 * var(--_space));
  }
  :is(.lead, .body, div.small) {
    display: grid;
    gap: var(--_space);
    max-inline-size: 68ch;
  }
  :is(legend, .start, .number, .answer, .handover, .summary, .reading) .heading {
    margin: 0;
  }
  legend {
    display: contents;
  }
  :is(legend, .number) .heading {
    font-size: 1.3em;
    line-height: 1.3;
  }
  :is(.handover, .summary, .reading) .heading {
    font-size: 1.1em;
    line-height: 1.3;
  }
  a {
    color: var(--_action);
  }
  a[href^='tel:'] {
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  .icon {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :is(.small, .hint, small) {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .hotline {
    padding-block-start: calc(1.5 * var(--_space));
    border-block-start: var(--_hairline);
    font-size: 0.9375em;
    font-weight: 600;
  }
  .hotline a {
    display: inline-block;
    padding: calc((44px - 1lh) / 2) calc(0.75 * var(--_space));
    margin-block: calc((1lh - 44px) / 2);
    margin-inline: calc(-0.75 * var(--_space));
    font-weight: 700;
  }
  .start .hotline {
    padding: 0;
    border: 0;
  }
  .notice {
    display: flex;
    gap: var(--_space);
    align-items: start;
    padding: calc(1.5 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: calc(0.6667 * var(--_radius));
    background: var(--_tint);
    font-weight: 600;
  }

  /* Buttons, and links that look like them. */
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1.5 * var(--_space));
    align-items: center;
  }
  .buttons:not(:has(*)) {
    display: none;
  }
  :is(button, .button) {
    display: inline-flex;
    gap: var(--_space);
    align-items: center;
    justify-content: center;
    box-sizing: border-box;
    min-block-size: 3rem;
    max-inline-size: 100%;
    padding: var(--_space) clamp(1rem, 4cqi, calc(3 * var(--_space)));
    border: 2px solid var(--_action);
    border-radius: var(--_radius);
    background: none;
    color: var(--_action);
    font: inherit;
    font-weight: 650;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 160ms;
  }
  :is(button, .button):hover {
    background: var(--_tint);
  }
  .main {
    min-inline-size: 8rem;
    background: var(--_action);
    color: var(--_on-action);
  }
  .main:hover {
    background: color-mix(in oklab, var(--_action), var(--_text) 16%);
  }
  .button[href^='tel:'] {
    white-space: normal;
  }
  .quiet {
    padding-inline: calc(1.5 * var(--_space));
    border-color: transparent;
    font-weight: 600;
  }
  :is(button, a, summary, input, textarea):focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  :is(a, summary):focus-visible {
    border-radius: 2px;
  }
  .button:focus-visible {
    border-radius: var(--_radius);
  }

  /* A question. */
  .progress {
    display: grid;
    gap: calc(0.75 * var(--_space));
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .progress b {
    color: var(--_text);
    font-weight: 650;
  }
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 6px;
    overflow: hidden;
    border: 0;
    border-radius: 3px;
    background: var(--_border);
    color: var(--_action);
  }
  progress::-webkit-progress-bar {
    background: var(--_border);
  }
  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--_action);
  }
  progress::-moz-progress-bar {
    border-radius: 3px;
    background: var(--_action);
  }
  .hint span {
    display: block;
  }
  .hint {
    margin-block-start: calc(-1.25 * var(--_space));
  }
  .options {
    display: grid;
    align-content: start;
    gap: var(--_space);
  }
  .option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(1.5 * var(--_space));
    box-sizing: border-box;
    min-block-size: 3rem;
    padding: calc(0.75rem - 1px) calc(1.5 * var(--_space));
    border: 1px solid var(--_muted);
    border-radius: calc(0.6667 * var(--_radius));
    cursor: pointer;
    transition: background-color 160ms;
  }
  .option:hover {
    border-color: var(--_action);
    background: var(--_tint);
  }
  .option:has(:checked) {
    border-color: var(--_action);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_action);
  }
  .option:has(:focus-visible) {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  .option input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_action);
    outline: none;
  }
  .option small {
    display: block;
    line-height: 1.4;
  }
  .written {
    display: flex;
    gap: calc(1.5 * var(--_space));
    align-items: center;
  }
  :is(.written input, textarea) {
    box-sizing: border-box;
    min-block-size: 3rem;
    padding: 0.6875rem 0.875rem;
    border: 1px solid var(--_muted);
    border-radius: calc(0.6667 * var(--_radius));
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: max(1rem, 1em);
    line-height: 1.5;
  }
  .written input {
    inline-size: 7em;
    font-variant-numeric: tabular-nums;
  }
  :is(.written input, textarea):hover {
    border-color: var(--_action);
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_error) !important;
  }
  .problem {
    display: flex;
    gap: var(--_space);
    color: var(--_error);
    font-weight: 650;
  }
  details > summary {
    inline-size: fit-content;
    padding-block: 0.625rem;
    color: var(--_action);
    font-weight: 600;
    cursor: pointer;
  }
  details > :is(p, ul) {
    max-inline-size: 68ch;
    margin-block-end: var(--_space);
  }

  /* The picture keeps its room until it is there. */
  .pictured {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
  }
  .picture {
    block-size: 24rem;
  }
  figure {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    justify-items: center;
    gap: var(--_space);
    block-size: 100%;
    color: var(--_muted);
    font-size: 0.875em;
  }
  figure svg {
    max-inline-size: 100%;
    block-size: 100%;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  figure path {
    fill: var(--_tint);
    stroke: var(--_border);
    stroke-width: 1.5;
    stroke-linejoin: round;
    transition: fill 160ms;
  }
  figure .can {
    fill: color-mix(in oklab, var(--_action) 24%, var(--_surface));
    stroke: var(--_action);
    cursor: pointer;
  }
  figure .can:hover {
    fill: color-mix(in oklab, var(--_action) 48%, var(--_surface));
  }
  figure .is {
    fill: var(--_action) !important;
  }
  @container checker (min-inline-size: 34rem) {
    .pictured {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .picture {
      order: 1;
      inline-size: 13rem;
      block-size: 30rem;
      position: sticky;
      inset-block-start: var(--_space);
    }
  }
  .inside {
    container: checker / inline-size;
  }

  /* A result. */
  .answer {
    padding: clamp(1rem, 4cqi, 1.25rem);
    border: 1px solid var(--_border);
    border-inline-start: 6px solid var(--_action);
    border-radius: var(--_radius);
    background: var(--_tint);
  }
  .answer > .heading {
    font-size: 1.44em;
  }
  .level {
    display: flex;
    gap: var(--_space);
    align-items: center;
    color: var(--_action);
    font-weight: 650;
  }
  :is(.emergency, .urgent) > .answer {
    border-inline-start-color: var(--_error);
  }
  :is(.emergency, .urgent) .level {
    color: var(--_error);
  }
  .actions {
    display: grid;
    justify-items: start;
    gap: calc(1.5 * var(--_space));
  }
  .actions li {
    display: grid;
    justify-items: start;
    gap: calc(0.5 * var(--_space));
    max-inline-size: 100%;
  }
  .call .icon {
    fill: currentColor;
    stroke: none;
  }
  .result.emergency .call.main {
    min-block-size: 4rem;
    background: var(--_error);
    border-color: var(--_error);
    color: light-dark(#fff, #2a0a08);
    font-size: 1.3em;
  }
  .reading ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: calc(1.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
  }
  .reading a {
    display: flex;
    justify-content: space-between;
    gap: calc(1.5 * var(--_space));
    box-sizing: border-box;
    block-size: 100%;
    min-block-size: 3rem;
    padding: calc(1.75 * var(--_space)) calc(2 * var(--_space));
    border: var(--_hairline);
    border-radius: var(--_radius);
    font-weight: 600;
    line-height: 1.35;
    text-decoration: none;
    text-wrap: balance;
  }
  .reading a:hover {
    border-color: var(--_action);
    background: var(--_tint);
  }
  .reading a::after {
    content: '';
    flex: none;
    align-self: center;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid;
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }
  .reading a:dir(rtl)::after {
    rotate: -135deg;
  }
  dl {
    margin-block-start: var(--_space);
  }
  dl > div {
    display: grid;
    grid-template: auto auto / minmax(0, 1fr) auto;
    gap: 0 calc(2 * var(--_space));
    align-items: center;
    padding-block: var(--_space);
    border-block-end: var(--_hairline);
  }
  dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  dd {
    font-weight: 600;
  }
  dd > span {
    display: block;
  }
  dd:has(button) {
    grid-area: 1 / 2 / 3;
  }
  .handover {
    padding: calc(2 * var(--_space));
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .handover label {
    font-weight: 600;
  }
  textarea {
    inline-size: 100%;
    min-block-size: 12rem;
    margin-block-start: calc(-1.25 * var(--_space));
    resize: vertical;
  }

  @media (forced-colors: active) {
    .option:has(:checked) {
      outline: 2px solid Highlight;
    }
    progress {
      border: 1px solid;
    }
    figure svg {
      forced-color-adjust: none;
    }
    figure path {
      fill: Canvas;
      stroke: GrayText;
    }
    figure .can {
      fill: Canvas;
      stroke: LinkText;
    }
    figure .can:hover {
      fill: Canvas;
      stroke: Highlight;
    }
    figure .is {
      fill: Highlight !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
  @media print {
    :is(button, .progress, .picture, .handover) {
      display: none;
    }
    .answer {
      break-inside: avoid;
    }
    .button {
      padding: 0;
      border: 0;
      background: none !important;
      color: inherit !important;
    }
  }
`;
