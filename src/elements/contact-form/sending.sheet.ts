/**
 * How a form looks once it is checked and sent: what the sender adds to it. `x-scope` stands for the scope, in
 * place of which the element's tag comes in a page, and nothing in its own root. Text and not Lit's `css`,
 * because it loads with the sender, which brings no second Lit.
 */
export const sendingSheet = `
  x-scope [aria-invalid='true']:not([type='radio']) {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  x-scope :is(button, input)[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  x-scope [data-clinic='error'] {
    display: block;
    grid-column: 1 / -1;
    color: var(--_error);
    font-weight: 600;
    line-height: 1.5;
  }
  x-scope :is([data-clinic='summary'], [data-clinic='notice']) {
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space));
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
    line-height: 1.5;
  }
  x-scope [data-clinic='notice'] {
    border-color: var(--_muted);
  }
  x-scope [data-clinic='notice'] a {
    display: inline-block;
    padding-block: calc(1.25 * var(--_space));
    color: var(--_action);
    font-size: 1.2em;
    font-weight: 650;
  }
  x-scope [data-clinic='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1.5 * var(--_space));
    margin-block-start: calc(1.5 * var(--_space));
  }

  x-scope [data-clinic='actions'] button {
    min-block-size: 2.75rem;
    margin: 0;
    padding: var(--_space) calc(2.5 * var(--_space));
    border: 2px solid var(--_action);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_action);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
  }

  x-scope [data-clinic='actions'] button:hover {
    background: var(--_tint);
  }

  x-scope [data-clinic='actions'] + textarea {
    margin-block-start: calc(1.5 * var(--_space));
  }

  x-scope [data-clinic] :is(p, ul) {
    margin: 0;
  }
  x-scope [data-clinic='summary'] ul {
    padding-inline-start: 1.25em;
  }
  x-scope [data-clinic='summary'] strong {
    display: block;
    font-size: 1.1em;
  }
  x-scope [data-clinic='summary'] a {
    color: var(--_error);
    font-weight: 600;
    line-height: 1.7;
  }
  x-scope [data-clinic='status'] {
    margin: 0;
    line-height: 1.5;
    color: var(--_muted);
  }
  x-scope [data-clinic]:empty {
    position: absolute;
  }
  x-scope [data-clinic='trap'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (forced-colors: active) {
    x-scope [aria-invalid='true'] {
      border-width: 3px;
    }
  }
`;

/** What comes with later code in the element's own form. */
export const ownSheet = `
  [data-clinic='suggestion'] button {
    min-block-size: 2.75rem;
    padding: 0;
    border: 0;
    text-align: start;
    text-decoration: underline;
  }
  [data-clinic='links'] {
    display: grid;
    justify-items: start;
    padding-inline-start: calc(1.5rem + 1.5 * var(--_space));
    line-height: 1.6;
  }
`;
