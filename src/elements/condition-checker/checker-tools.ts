import type { html as litHtml, render as litRender, svg as litSvg } from 'lit';
import type { FactsAt } from '../../clinic/facts-at.js';
import type { localeOf } from '../../foundation/locale.js';
import type { CheckerErrorCode } from './events.js';

/** What the code that loads later takes from its element: it brings no second Lit, and no second registry. */
export interface CheckerTools {
  html: typeof litHtml;
  svg: typeof litSvg;
  render: typeof litRender;
  locale: typeof localeOf;
  facts: () => FactsAt;
  warn: (message: string) => void;
  tell: {
    start: () => void;
    finish: () => void;
    error: (code: CheckerErrorCode, status?: number) => void;
  };
}
