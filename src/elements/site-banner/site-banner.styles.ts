import { css, type CSSResult } from 'lit';

const banner = css`site-banner:not(._):not(._)`;

const out = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  min-block-size: 0;
  margin: 0;
  padding: 0;
  border: 0;
  overflow: hidden;
  clip-path: inset(50%);
`;

export const lightStyles: CSSResult = css`
  :where(site-banner) {
    --_inset: var(--site-banner-inset, calc(2 * var(--_space)));
    --_icon: path(evenodd, 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 8.5h2V17h-2Zm0-4h2v2h-2Z');
    --_bg: var(--_tint);
    --_fg: var(--_text);
    --_mark: var(--_action);
    --_edge: var(--_border);
    position: relative;
    min-block-size: 3rem;
    padding-block: 0.75rem;
    padding-inline: calc(var(--_inset) + 24px + 1.5 * var(--_space)) var(--_inset);
    border-block-end: 1px solid var(--_edge);
    background: var(--site-banner-background, var(--_bg));
    color: var(--site-banner-color, var(--_fg));
    line-height: 1.5rem;
    overflow-wrap: break-word;
  }
  /* The button is 44 px wide, and its cross stands in line with the inset. */
  :where(site-banner[dismissable]) {
    padding-inline-end: calc(var(--_inset) + 44px);
  }
  :where(site-banner[kind='closure']) {
    --_icon: path(
      evenodd,
      'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 4h2v5.6l3.6 3.6-1.4 1.4L11 12.4Z'
    );
    --_bg: #fbf1d9;
    --_mark: #80570a;
    --_edge: #e5cd95;
    --_fg: #2b2416;
  }
  :where(site-banner[kind='emergency']) {
    --_icon: path(
      evenodd,
      'M10.7 3.2a1.5 1.5 0 0 1 2.6 0l9 15.6a1.5 1.5 0 0 1-1.3 2.2H3a1.5 1.5 0 0 1-1.3-2.2ZM11 9v5.5h2V9Zm0 7.2v2h2v-2Z'
    );
    --_bg: #a3231d;
    --_mark: currentColor;
    --_edge: transparent;
    --_fg: #fff;
  }
  @supports (color: light-dark(red, red)) {
    :where(site-banner[kind='closure']) {
      --_bg: light-dark(#fbf1d9, #33290f);
      --_mark: light-dark(#80570a, #f0cd80);
      --_edge: light-dark(#e5cd95, #5c4a1c);
      --_fg: light-dark(#2b2416, #f7ecd2);
    }
  }
  ${banner}::before {
    content: '';
    position: absolute;
    inset-block-start: 0.75rem;
    inset-inline-start: var(--_inset);
    inline-size: 24px;
    block-size: 24px;
    background: var(--_mark);
    clip-path: var(--_icon);
  }
  ${banner} > * {
    margin: 0;
    max-inline-size: 68ch;
  }
  ${banner} > * + * {
    margin-block-start: calc(var(--_space) / 2);
  }
  ${banner} > :is(h2, h3, h4, h5, h6) {
    font-size: 1em;
    font-weight: 650;
    line-height: inherit;
  }
  ${banner} a {
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  ${banner} a[href^='tel:' i] {
    white-space: nowrap;
  }
  ${banner} a:focus-visible {
    outline: 3px solid;
    outline-offset: 2px;
    border-radius: 2px;
  }
  ${banner} > :is(br, p:empty) {
    display: none;
  }
  /*
   * Whether a banner with dates shows, no style sheet can know. Its room is kept and its words are not shown for
   * a second: one that is over never flashes, a current one moves nothing, and without script it is there to read.
   */
  ${banner}:is([starts], [ends], [remember]):not(:defined) {
    animation: site-banner-wait 1s steps(1);
  }
  ${banner}:state(pending) {
    animation: site-banner-wait 1s steps(1);
  }
  @keyframes site-banner-wait {
    from {
      visibility: hidden;
    }
  }
  /* Not yet: there for what tells of it, when it comes. */
  ${banner}:state(waiting) {
    ${out}
  }
  ${banner}:state(waiting)::before {
    content: none;
  }
  ${banner}:is(:state(over), :state(dismissed)) {
    display: none;
  }
  @media (forced-colors: active) {
    ${banner}::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  @media print {
    :where(site-banner) {
      border: 1px solid;
    }
  }
`;

export const styles: CSSResult = css`
  slot[hidden] {
    display: none;
  }
  button {
    position: absolute;
    inset-block-start: calc(1.5rem - 22px);
    inset-inline-end: calc(var(--_inset) - 14px);
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button::before {
    content: '';
    position: absolute;
    inset: 14px;
    background: currentColor;
    clip-path: polygon(
      0 10%,
      10% 0,
      50% 40%,
      90% 0,
      100% 10%,
      60% 50%,
      100% 90%,
      90% 100%,
      50% 60%,
      10% 100%,
      0 90%,
      40% 50%
    );
  }
  button:hover {
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
  button:focus-visible {
    outline: 3px solid;
    outline-offset: -4px;
  }
  @media (forced-colors: active) {
    button::before {
      forced-color-adjust: none;
      background: ButtonText;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;

export const pageStyles: CSSResult = css`
  ${banner}[message]:not(:defined, :has(*))::after {
    content: attr(message);
  }
`;
