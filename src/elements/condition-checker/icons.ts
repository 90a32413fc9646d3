import type { TemplateResult } from 'lit';
import type { Level } from '../../guidance/tree.js';
import type { Saying } from './saying.js';

/** A drawing on a grid of 24, in the colour of the words beside it, which say the same. */
export const icon = (html: Saying['html'], path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const INFO = 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5M12 7.6v.1';
export const ALERT = 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1';
export const PHONE =
  'M7.1 3.2 9.4 2.6c.7-.2 1.4.2 1.7.8l1.5 3.3c.3.6.1 1.3-.4 1.8L10.5 10c1 1.9 2.1 3.1 3.9 4.2l1.6-1.5c.5-.5 1.2-.6 1.8-.3l3.2 1.6c.6.3 1 1 .8 1.7l-.7 2.3c-.4 1.4-1.7 2.4-3.2 2.3C9.9 19.7 4.4 14 4 6.5c-.1-1.5 1.6-2.9 3.1-3.3Z';

/** A shape for each, so that no colour has to be told apart. */
export const LEVEL_ICONS: Record<Level, string> = {
  emergency: 'M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2L8.2 3ZM12 7.5v5.5M12 16.2v.1',
  urgent: ALERT,
  soon: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2',
  routine: 'M4 6.5h16V20H4V6.5ZM4 11h16M8.5 4v4M15.5 4v4',
  self: 'M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.6 4.2 4.2 0 0 1 19.5 10C19.5 15.4 12 20 12 20Z',
};
