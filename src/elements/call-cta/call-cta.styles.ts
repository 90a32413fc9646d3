import { css, type CSSResult } from 'lit';

const cta = css`call-cta:not(._):not(._)`;

const label = css`
  margin: 0;
  font-weight: 600;
  line-height: 1.35;
  text-wrap: balance;
`;

export const lightStyles: CSSResult = css`
  :where(call-cta) {
    display: grid;
    justify-items: start;
    align-content: start;
    gap: var(--_space);
    margin-block: calc(3 * var(--_space));
  }
  ${cta} a[href^='tel:' i] {
    display: inline-block;
    position: relative;
    box-sizing: border-box;
    padding: 0.75rem calc(3 * var(--_space));
    padding-inline-start: calc(4.25 * var(--_space) + 24px);
    border: 2px solid transparent;
    border-radius: var(--call-cta-radius, var(--_radius));
    background: var(--call-cta-background, var(--_action));
    color: var(--call-cta-color, var(--_on-action));
    font: inherit;
    font-size: 1.2em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: max(1.5rem, 1.25em);
    text-align: center;
    text-decoration: none;
    white-space: nowrap;
    /* A number reads from left to right on a right-to-left page too. */
    unicode-bidi: plaintext;
  }
  ${cta} a[href^='tel:' i]::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(3 * var(--_space));
    inset-block-start: calc(50% - 12px);
    inline-size: 24px;
    block-size: 24px;
    background: currentColor;
    clip-path: path(
      'M7.1 3.2 9.4 2.6c.7-.2 1.4.2 1.7.8l1.5 3.3c.3.6.1 1.3-.4 1.8L10.5 10c1 1.9 2.1 3.1 3.9 4.2l1.6-1.5c.5-.5 1.2-.6 1.8-.3l3.2 1.6c.6.3 1 1 .8 1.7l-.7 2.3c-.4 1.4-1.7 2.4-3.2 2.3C9.9 19.7 4.4 14 4 6.5c-.1-1.5 1.6-2.9 3.1-3.3Z'
    );
  }
  ${cta} a[href^='tel:' i]:hover {
    background: var(
      --call-cta-background-hover,
      color-mix(in oklab, var(--_action), var(--_text) 16%)
    );
  }
  ${cta} a[href^='tel:' i]:active {
    background: var(--_action);
    scale: 0.985;
  }
  /*
   * Nobody answers now: the call is no longer the loudest thing here. No colour fades, from this or into it: words
   * on a surface that is half there could not be read.
   */
  ${cta}:state(closed) a[href^='tel:' i] {
    border-color: var(--call-cta-background, var(--_action));
    background: none;
    color: var(--call-cta-background, var(--_action));
  }
  ${cta} > [slot='closed'] {
    font-weight: 600;
  }
  ${cta} > a[slot='closed'] {
    padding-block: max(0px, (44px - 1lh) / 2);
    color: var(--_action);
  }
  ${cta} a[href^='tel:' i]:focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
  ${cta} > p {
    margin: 0;
  }
  ${cta} > :is(br, p:empty) {
    display: none;
  }
  @media (max-width: 40rem) {
    :where(call-cta[sticky]) {
      position: sticky;
      inset-block-end: 0;
      z-index: 10;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space) calc(2 * var(--_space));
      margin-block: 0;
      margin-inline: var(--call-cta-bar-inset, 0);
      padding: var(--_space) calc(2 * var(--_space));
      padding-block-end: calc(var(--_space) + env(safe-area-inset-bottom, 0px));
      border-block-start: var(--_hairline);
      background: var(--_surface);
      color: var(--_text);
      box-shadow: 0 -4px 16px #0f2a2e1a;
      transition:
        translate 160ms,
        visibility 160ms;
    }
    ${cta}[sticky]:state(aside) {
      visibility: hidden;
      translate: 0 100%;
    }
    ${cta}[sticky] > a {
      margin-inline-start: auto;
      padding-inline: calc(3.25 * var(--_space) + 24px) calc(2 * var(--_space));
    }
    ${cta}[sticky] > a::before {
      inset-inline-start: calc(2 * var(--_space));
    }
    /* What takes focus must not come to rest under the bar (WCAG 2.4.11). */
    :root:has(call-cta[sticky]) {
      scroll-padding-block-end: 6rem;
    }
  }
  @media (forced-colors: active) {
    ${cta} a[href^='tel:' i] {
      border-color: LinkText;
    }
    ${cta} a[href^='tel:' i]::before {
      forced-color-adjust: none;
      background: LinkText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    ${cta}[sticky],
    ${cta} a[href^='tel:' i] {
      transition: none;
      scale: none;
    }
  }
  @media print {
    :where(call-cta[sticky]) {
      position: static;
    }
    ${cta} a[href^='tel:' i] {
      border-color: currentColor;
    }
  }
`;

export const styles: CSSResult = css`
  .words {
    display: grid;
    gap: calc(var(--_space) / 2);
  }
  .words:not(:has(*)) {
    display: none;
  }
  .label {
    ${label}
    /* For a state that is yet to come. */
    margin-block-end: var(--_state-room, 0);
  }
  /* Two lines, always: nothing moves when the clinic opens. */
  .state {
    display: grid;
    grid-template: 1fr 1fr / auto 1fr;
    column-gap: var(--_space);
    align-items: center;
    min-block-size: 2.7em;
    margin: 0;
    line-height: 1.35;
  }
  .state > * {
    grid-column: 2;
  }
  .state span {
    color: var(--_muted);
  }
  .state:is(.open, .opening-soon, .closed)::before {
    content: '';
    grid-row: 1;
    inline-size: 0.625em;
    block-size: 0.625em;
    box-sizing: border-box;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  .state.open::before {
    --_open: light-dark(#1d7a42, #7fd6a0);
    border-color: var(--_open);
    background: var(--_open);
  }
  .open[name] {
    visibility: hidden;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(3 * var(--_space));
    margin: 0;
    font-size: 0.9375em;
  }
  .more a {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    color: var(--_action);
    font-weight: 600;
    text-underline-offset: 0.2em;
  }
  button {
    display: none;
    min-block-size: 28px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: copy;
  }
  :is(.more a, button):focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .more:not(:has(a)) {
    display: none;
  }
  @media (hover: hover) and (pointer: fine) {
    button {
      display: block;
    }
    .more:has(button) {
      display: flex;
    }
  }
  @media (max-width: 40rem) {
    /* Beside the number or above it by the room there is, not by what a day has to be called. */
    :host([sticky]) .words {
      flex: 1 1 5.5em;
      min-inline-size: 0;
    }
    :host([sticky]) :is(.more, .state span, slot[name]) {
      display: none;
    }
    :host([sticky]) .state {
      grid-template: auto / auto minmax(0, 1fr);
      min-block-size: 1.35em;
      font-size: 0.875em;
    }
    :host([sticky]) .state > * {
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }
  }
  @media print {
    .state,
    button {
      display: none;
    }
  }
`;

export const pageStyles: CSSResult = css`
  ${cta}:is([label], [hours]):not(:defined)::before {
    content: attr(label);
    ${label}
  }
  ${cta}[hours]:not(:defined)::before {
    padding-block-end: 2.7em;
  }
  ${cta}[hours][label]:not(:defined)::before {
    padding-block-end: calc(2.7em + var(--_space) / 2);
  }
  /* Where what the element adds below the number will stand, above what is for closed hours. */
  ${cta}:is([sms], [whatsapp]):not(:defined)::after {
    content: '';
    block-size: 44px;
  }
  ${cta}:not(:defined) > [slot='closed'] {
    order: 1;
  }
  @media (hover: hover) and (pointer: fine) {
    ${cta}:not([sms], [whatsapp], :defined)::after {
      content: '';
      block-size: 28px;
    }
  }
  /* The room of the state and of the number, which come out of clinic.json once a clinic-info is settled. */
  :root:has(clinic-info:not(:state(settled))) call-cta:not([hours])::before {
    content: attr(label);
    padding-block-end: 2.7em;
  }
  :root:has(clinic-info:not(:state(settled))) call-cta:not([hours], :defined)[label]::before {
    padding-block-end: calc(2.7em + var(--_space) / 2);
  }
  :root:has(clinic-info:not(:state(settled))) call-cta:defined:not([hours])[label] {
    --_state-room: calc(2.7em + var(--_space) / 2);
  }
  :root:has(clinic-info:not(:state(settled))) call-cta:defined:not([hours])[label]::before {
    content: none;
  }
  :root:has(clinic-info:not(:state(settled))) call-cta:not([phone], :has(a))::after {
    content: '';
    block-size: calc(max(1.5rem, 1.5em) + 1.5rem + 4px);
  }
  @media (hover: hover) and (pointer: fine) {
    :root:has(clinic-info:not(:state(settled))) call-cta:not([phone], :has(a))::after {
      padding-block-end: calc(28px + var(--_space));
    }
  }
  @media (max-width: 40rem) {
    :root:has(clinic-info:not(:state(settled))) call-cta[sticky]::before,
    :root:has(clinic-info:not(:state(settled))) call-cta[sticky]::after,
    ${cta}[sticky]:not(:defined)::after,
    ${cta}[sticky]:not(:defined) > [slot='closed'] {
      display: none;
    }
  }
`;
