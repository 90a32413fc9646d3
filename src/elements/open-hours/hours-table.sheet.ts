/**
 * How the table looks. Text and not Lit's `css`, because it loads with the table, which brings no second Lit.
 */
export const tableSheet = `
  .made {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
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
