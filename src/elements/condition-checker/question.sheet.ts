/** How a question looks. */
export const questionSheet = `
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
  .written input {
    inline-size: 7em;
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .option:has(:checked) {
      outline: 2px solid Highlight;
    }
    progress {
      border: 1px solid;
    }
  }
  @media print {
    .progress {
      display: none;
    }
  }
`;
