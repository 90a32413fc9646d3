import { css, unsafeCSS, type CSSResult } from 'lit';

const host = css`contact-form:not(._):not(._)`;

/* Of an author's buttons, only the one that sends. */
// prettier-ignore
const sendButton = css`button:is([type='submit'], :not([type]))`;

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
const form = (scope: CSSResult, button: CSSResult): CSSResult => css`
  ${scope} form {
    display: grid;
    gap: calc(2.5 * var(--_space));
    margin: 0;
  }
  ${scope} form > :is(p, div, ul, ol):not([data-clinic]) {
    margin: 0;
  }
  ${scope} :is(p, div, li):has(> :is(input, select, textarea)) {
    display: grid;
    gap: calc(0.5 * var(--_space));
  }
  ${scope} :is(p, div, li):has(> :is([type='checkbox'], [type='radio']) + label) {
    grid-template-columns: auto 1fr;
    gap: 0 calc(1.5 * var(--_space));
    align-items: center;
  }
  ${scope} fieldset ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ${scope} label {
    display: block;
    margin: 0;
    font-weight: 600;
    line-height: 1.5;
    color: var(--_text);
  }
  ${scope} :is(input:where(:not([type='checkbox'], [type='radio'], [type='hidden'], [type='submit'], [type='image'])), textarea, select) {
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
  ${scope} form > label + br + *,
  ${scope} form > label + :is(input, select, textarea, [data-clinic='error']),
  ${scope} form > [data-clinic='error'] + :is(input, select, textarea, label) {
    margin-block-start: calc(-2 * var(--_space));
  }
  ${scope} ::file-selector-button {
    font: inherit;
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
    float: none;
    margin: 0 0 calc(0.5 * var(--_space));
    padding: 0;
    border: 0;
    font-size: 1em;
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
  ${scope} :is([type='checkbox'], [type='radio']) + label,
  ${scope} label:has(> :is([type='checkbox'], [type='radio'])) {
    padding-block: 0.625rem;
    font-weight: 400;
  }
  ${scope} label:has(> :is([type='checkbox'], [type='radio'])) {
    padding-inline-start: calc(1.5rem + 1.5 * var(--_space));
  }
  ${scope} label > :is([type='checkbox'], [type='radio']) {
    float: inline-start;
    margin-inline-start: calc(-1.5rem - 1.5 * var(--_space));
  }
  ${scope} [type='email']:not(:placeholder-shown) {
    unicode-bidi: plaintext;
  }
  ${scope} :is(form > :is(br, p:empty), br:has(+ :is(input, select, textarea, label, br, [data-clinic]))) {
    display: none;
  }
  ${scope} :is(${button}, input[type='submit']) {
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
  ${scope} :is(button:is([type='submit'], :not([type])), input[type='submit']):hover {
    background: var(
      --contact-form-button-background,
      color-mix(in oklab, var(--_action), var(--_text) 16%)
    );
  }
  @media (forced-colors: active) {
    ${scope} button {
      border-color: ButtonBorder;
    }
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
  ${form(host, sendButton)}
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
  ${form(css``, css`button`)}
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
  button[type='button'] {
    background: none;
    color: var(--_action);
  }
  button[type='button']:hover {
    background: var(--_tint);
  }
  form a {
    color: var(--_action);
  }
  div[part='field'] > label:has(> input) {
    margin-block: calc(-1 * var(--_space));
  }
  :is(select, [type='date'], [type='month'], [type='time']) {
    block-size: calc(1.5em + 1.375rem + 2px);
  }
  [part='step']:focus-visible > legend,
  .thanks[tabindex]:focus-visible {
    border-radius: calc(0.5 * var(--_radius));
    outline: var(--_ring);
    outline-offset: var(--_space);
  }
`;

export const pageStyles: CSSResult = css`
  :where(contact-form:not([shielded], :has(form, input, select, textarea))) {
    ${room}
  }
  /* The form that is put back round bare labels and inputs lays them out the same way. */
  ${host}:not(:defined):not(:has(form)):has(input, select, textarea) {
    display: grid;
    gap: calc(2.5 * var(--_space));
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
  :where(contact-form[fields*='|']:not([shielded], :has(form, input, select, textarea))) {
    min-block-size: calc(
      var(--_frame) + 1.5em + 2 * var(--_space) + var(--_gap) + 2 * var(--_line)
    );
  }
  ${host}[heading]:not(:defined)::before {
    content: attr(heading);
    ${heading}
  }
`;
