import { css, type CSSResult } from 'lit';

/**
 * What every element shares: how the host sits in a page, and the theme.
 *
 * Public `--clinic-*` tokens are read here, once, into private `--_*` ones and never set, so that a page
 * can give them anywhere above. Every colour comes from the one brand colour by its lightness, which is
 * what contrast depends on: text and surface stay far apart whatever the brand (test/foundation/theme).
 * `light-dark()` follows the `color-scheme` in force. Browsers without relative colours get the fixed
 * palette of the first block.
 *
 * `host-rules.ts` has them for where there is no root.
 */
export const hostStyles: CSSResult = css`
  :host {
    --_space: var(--clinic-space, 0.5rem);
    --_radius: var(--clinic-radius, 0.75rem);
    --_brand: var(--clinic-brand, #14626b);
    --_paper: #fff;
    --_ink: #17292c;
    --_surface: var(--clinic-surface, var(--_paper));
    --_text: var(--clinic-text, var(--_ink));
    --_muted: #4a5c5f;
    --_tint: #eef4f4;
    --_border: #d3dcdd;
    --_action: #14565e;
    --_on-action: #fff;
    --_error: #a3231d;
    --_hairline: var(--clinic-hairline, 1px solid var(--_border));
    --_shadow: var(--clinic-shadow, 0 1px 2px #0001, 0 6px 18px #0001);
    --_ring: 3px solid var(--_action);

    display: block;
    box-sizing: border-box;
  }

  :host([hidden]) {
    display: none !important;
  }

  @supports (color: light-dark(red, oklch(from red l c h))) {
    :host {
      --_paper: light-dark(#fff, oklch(from var(--_brand) 0.23 min(c, 0.02) h / 1));
      --_ink: light-dark(
        oklch(from var(--_brand) 0.26 min(c, 0.03) h / 1),
        oklch(from var(--_brand) 0.94 min(c, 0.01) h / 1)
      );
      --_muted: light-dark(
        oklch(from var(--_brand) 0.46 min(c, 0.03) h / 1),
        oklch(from var(--_brand) 0.78 min(c, 0.02) h / 1)
      );
      --_tint: light-dark(
        oklch(from var(--_brand) 0.965 min(c, 0.012) h / 1),
        oklch(from var(--_brand) 0.29 min(c, 0.03) h / 1)
      );
      --_border: light-dark(
        oklch(from var(--_brand) 0.89 min(c, 0.02) h / 1),
        oklch(from var(--_brand) 0.38 min(c, 0.02) h / 1)
      );
      --_action: light-dark(
        oklch(from var(--_brand) min(l, 0.46) min(c, 0.13) h / 1),
        oklch(from var(--_brand) max(l, 0.8) min(c, 0.1) h / 1)
      );
      --_on-action: light-dark(#fff, oklch(from var(--_brand) 0.2 min(c, 0.03) h / 1));
      --_error: light-dark(#a3231d, oklch(0.8 0.11 25));
    }
  }
`;
