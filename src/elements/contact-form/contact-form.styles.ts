import { css, unsafeCSS, type CSSResult } from 'lit';

const host = css`contact-form:not(._):not(._)`;

const heading = css`
  display: block;
  margin: 0 0 calc(3 * var(--_space));
  font-family: var(--clinic-heading-font, inherit);
  font-size: 1.44em;
  font-weight: 650;
  line-height: 1.2;
  text-wrap: balance;
`;

/** How a form looks, the author's (in the page) and the element's own (in its root) alike. */
const form = (scope: CSSResult): CSSResult => css`
  ${scope} form {
    display: grid;
    gap: calc(2.5 * var(--_space));
    margin: 0;
  }
  ${scope} form > :is(p, div):not([data-clinic]) {
    display: grid;
    gap: calc(0.5 * var(--_space));
    margin: 0;
  }
  ${scope} label {
    display: block;
    margin: 0;
    font-weight: 600;
    line-height: 1.5;
    color: var(--_text);
  }
  ${scope} :is(input:where(:not([type='checkbox'], [type='radio'], [type='hidden'], [type='submit'])), textarea, select) {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 3rem;
    margin: 0;
    padding: 0.6875rem 0.875rem;
    border: 1px solid var(--_muted);
    border-radius: calc(0.6667 * var(--_radius));
    background: var(--contact-form-field-background, var(--_surface));
    color: var(--_text);
    font: inherit;
    font-size: max(1rem, 1em);
    line-height: 1.5;
    box-shadow: none;
  }
  ${scope} textarea {
    min-block-size: 8.5rem;
    resize: vertical;
  }
  ${scope} :is(input, textarea, select):hover {
    border-color: var(--_action);
  }
  ${scope} :is(input, textarea, select, button, a, [tabindex]):focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  ${scope} fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  ${scope} legend {
    margin-block-end: calc(0.5 * var(--_space));
    padding: 0;
    font-weight: 600;
    line-height: 1.5;
  }
  ${scope} :is([type='checkbox'], [type='radio']) {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_action);
  }
  ${scope} label:has(> :is([type='checkbox'], [type='radio'])) {
    display: flex;
    gap: calc(1.5 * var(--_space));
    padding-block: 0.625rem;
    font-weight: 400;
  }
  ${scope} [type='email']:not(:placeholder-shown) {
    unicode-bidi: plaintext;
  }
  ${scope} form > :is(br, p:empty) {
    display: none;
  }
  ${scope} [aria-invalid='true'] {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  ${scope} button:is([type='submit'], :not([type])),
  ${scope} input[type='submit'] {
    justify-self: start;
    min-block-size: 3.25rem;
    margin: 0;
    padding: calc(1.25 * var(--_space)) calc(4 * var(--_space));
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--contact-form-button-background, var(--_action));
    color: var(--contact-form-button-color, var(--_on-action));
    font: inherit;
    font-weight: 650;
    line-height: 1.25;
    text-transform: none;
    letter-spacing: normal;
    cursor: pointer;
    transition: background-color 160ms;
  }
  ${scope} :is(button, input[type='submit']):hover {
    background: var(
      --contact-form-button-background,
      color-mix(in oklab, var(--_action), var(--_text) 16%)
    );
  }
  ${scope} button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  @media (forced-colors: active) {
    ${scope} button {
      border-color: ButtonBorder;
    }
    ${scope} [aria-invalid='true'] {
      border-width: 3px;
    }
  }
`;

/** How it looks what a form says. Loads with the code that says it (form-messages.styles.ts). */
const messages = (scope: CSSResult): CSSResult => css`
  ${scope} [data-clinic='error'] {
    display: block;
    color: var(--_error);
    font-weight: 600;
    line-height: 1.5;
  }
  ${scope} :is([data-clinic='summary'], [data-clinic='notice']) {
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space));
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
    line-height: 1.5;
  }
  ${scope} [data-clinic='notice'] {
    border-color: var(--_muted);
  }
  ${scope} [data-clinic='notice'] a {
    display: inline-block;
    padding-block: calc(1.25 * var(--_space));
    color: var(--_action);
    font-size: 1.2em;
    font-weight: 650;
  }
  ${scope} [data-clinic] :is(p, ul) {
    margin: 0;
  }
  ${scope} [data-clinic='summary'] ul {
    padding-inline-start: 1.25em;
  }
  ${scope} [data-clinic='summary'] strong {
    display: block;
    font-size: 1.1em;
  }
  ${scope} [data-clinic='summary'] a {
    color: var(--_error);
    font-weight: 600;
    line-height: 1.7;
  }
  ${scope} [data-clinic='status'] {
    margin: 0;
    line-height: 1.5;
    color: var(--_muted);
  }
  ${scope} [data-clinic]:empty {
    position: absolute;
  }
  ${scope} [data-clinic='trap'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

/** The messages of the author's form, in the page. */
export const pageMessages: CSSResult = messages(host);

/** The messages of the element's own form, and what else comes with later code. */
export const ownMessages: CSSResult = css`
  ${messages(css``)}
  button[type='button'] {
    min-block-size: 3.25rem;
    padding: 0 calc(3 * var(--_space));
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_action);
    font: inherit;
    font-weight: 650;
    cursor: pointer;
  }
  button[type='button']:hover {
    background: var(--_tint);
  }
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
  [data-clinic='links'] a {
    color: var(--_action);
  }
`;

/* The room of each question, the gap below it included; of a consent, the fewest lines that it can take. */
const line = 'var(--_line)';
const ROOMS: Record<string, string> = {
  name: line,
  'first-name': line,
  'last-name': line,
  email: line,
  phone: line,
  message: 'calc(var(--_line) + 5.5rem + var(--_note))',
  reason: 'calc(var(--_line) + var(--_why, var(--_note)))',
  location: line,
  date: line,
  time: line,
  'contact-method': 'calc(var(--_group) + 3 * var(--_row))',
  'new-patient': 'calc(var(--_group) + 2 * var(--_row))',
  insurance: line,
  zip: line,
  consent: 'calc(var(--_box) + 1.5em)',
  'consent-contact': 'calc(var(--_box) + 1.5em)',
  'consent-sms': 'calc(var(--_box) + 4.5em)',
  'consent-call': 'calc(var(--_box) + 4.5em)',
  'consent-newsletter': 'calc(var(--_box) + 1.5em)',
};

/** Keeps the room of one question, where `fields` names it or is not there and asks it anyway. */
const roomFor = ([name, room]: [string, string]): string => {
  const names = ['', '?', '*'].map((mark) => `[fields~='${name}${mark}']`);
  if (/^(?:name|email|phone|message)$/.test(name)) names.push(':not([fields])');
  return `:where(contact-form:is(${names.join()})) { --_${name}: ${room}; }`;
};

/* The room of a form that is not there yet: heading, fields, button, and what stands between them. */
const room = css`
  --_gap: calc(2.5 * var(--_space));
  --_group: calc(1.5em + 0.5 * var(--_space) + var(--_gap));
  --_line: calc(3rem + var(--_group));
  --_row: calc(1.5em + 1.25rem);
  --_box: calc(1.25rem - 2 * var(--_space) + var(--_gap));
  --_note: calc(1.40625em + 0.5 * var(--_space));
  --_frame: calc(2 * var(--_pad) + 2px + var(--_heading, 0px) + 3.25rem);
  min-block-size: calc(
    var(--_frame) +
      ${unsafeCSS(
        Object.keys(ROOMS)
          .map((name) => `var(--_${name}, 0px)`)
          .join(' + '),
      )}
  );
`;

export const lightStyles: CSSResult = css`
  :where(contact-form) {
    --_pad: var(--contact-form-padding, clamp(1.25rem, 4vi, 2.5rem));
    position: relative;
    max-inline-size: var(--contact-form-width, 40rem);
    padding: var(--_pad);
    border: var(--_hairline);
    border-radius: var(--_radius);
    background: var(--contact-form-background, var(--_surface));
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  ${host} > :is(br, p:empty) {
    display: none;
  }
  ${host} > :is(h2, h3, h4, h5, h6):first-child {
    margin-block-start: 0;
  }
  ${form(host)}
  @media print {
    :where(contact-form) {
      break-inside: avoid;
      box-shadow: none;
    }
  }
`;

export const styles: CSSResult = css`
  .heading {
    ${heading}
  }
  [hidden] {
    display: none !important;
  }
  .hint,
  .optional {
    margin: 0;
    color: var(--_muted);
    font-size: 0.9375em;
    font-weight: 400;
    line-height: 1.5;
  }
  .thanks {
    line-height: 1.5;
  }
  .thanks:focus,
  [part='step'][tabindex]:focus {
    outline: none;
  }
  .thanks p {
    margin: 0 0 var(--_space);
  }
  .thanks a {
    color: var(--_action);
  }
  ${form(css``)}
  [part='step'],
  div[part='field'] {
    display: grid;
    gap: calc(0.5 * var(--_space));
  }
  [part='step'] {
    gap: calc(2.5 * var(--_space));
  }
  [part='step'] > legend {
    margin-block-end: calc(2 * var(--_space));
    font-size: 1.2em;
    line-height: 1.35;
  }
  legend .hint {
    display: block;
    font-size: 0.8333em;
  }
  :is(select, [type='date'], [type='month'], [type='time']) {
    block-size: calc(1.5em + 1.375rem + 2px);
  }
  div[part='field'] > label:has(> input) {
    margin-block: calc(-1 * var(--_space));
  }
  [part='step']:focus-visible > legend,
  .thanks[tabindex]:focus-visible {
    outline: var(--_ring);
    outline-offset: 4px;
  }
  .thanks[tabindex]:focus-visible {
    outline-offset: calc(1.5 * var(--_space));
  }
`;

export const pageStyles: CSSResult = css`
  ${pageMessages}
  :where(contact-form:not(:has(form))) {
    ${room}
  }
  :where(contact-form[heading]) {
    --_heading: calc(1.44em * 1.2 + 3 * var(--_space));
  }
  ${unsafeCSS(Object.entries(ROOMS).map(roomFor).join('\n'))}
  :where(contact-form[reasons]) {
    --_why: 0px;
  }
  :where(contact-form[without-privacy-note]) {
    --_note: 0px;
  }
  /* Of steps, one shows; no rule can tell which questions are in it. */
  :where(contact-form[fields*='|']:not(:has(form))) {
    min-block-size: calc(
      var(--_frame) + 1.5em + 2 * var(--_space) + var(--_gap) + 2 * var(--_line)
    );
  }
  ${host}[heading]:not(:defined)::before {
    content: attr(heading);
    ${heading}
  }
`;
