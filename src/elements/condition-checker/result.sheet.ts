/** How a result looks. */
export const resultSheet = `
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

  @media print {
    .answer {
      break-inside: avoid;
    }
  }
`;
