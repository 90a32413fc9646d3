/** What start, questions and results have in common. */
export const commonSheet = `
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

  /* Fields, and what is wrong with them. */
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
  .inside {
    container: checker / inline-size;
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
  @media print {
    :is(button, .handover) {
      display: none;
    }
    .button {
      padding: 0;
      border: 0;
      background: none !important;
      color: inherit !important;
    }
  }
`;
