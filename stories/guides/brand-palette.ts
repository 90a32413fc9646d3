import { css, html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { hostStyles } from '../../src/foundation/host.styles.js';

/** Two colours that meet, what they are for, and the least contrast that WCAG AA asks of them. */
interface Pair {
  name: string;
  front: string;
  back: string;
  least: number;
}

const HOVER = 'color-mix(in oklab, var(--_action), var(--_text) 16%)';

const PAIRS: readonly Pair[] = [
  { name: 'Text', front: 'var(--_text)', back: 'var(--_surface)', least: 4.5 },
  { name: 'Quiet text', front: 'var(--_muted)', back: 'var(--_surface)', least: 4.5 },
  { name: 'Quiet text on a tint', front: 'var(--_muted)', back: 'var(--_tint)', least: 4.5 },
  { name: 'Link', front: 'var(--_action)', back: 'var(--_surface)', least: 4.5 },
  { name: 'Call and send', front: 'var(--_on-action)', back: 'var(--_action)', least: 4.5 },
  { name: '… under the pointer', front: 'var(--_on-action)', back: HOVER, least: 4.5 },
  { name: 'Error', front: 'var(--_error)', back: 'var(--_surface)', least: 4.5 },
  { name: 'Edge of an input', front: 'var(--_muted)', back: 'var(--_surface)', least: 3 },
  { name: 'Focus ring', front: 'var(--_action)', back: 'var(--_surface)', least: 3 },
  { name: 'Hairline (decoration)', front: 'var(--_border)', back: 'var(--_surface)', least: 0 },
];

const BRANDS = ['#14626b', '#1f6a53', '#1d4ed8', '#7c2d6b', '#b3261e', '#f5b301', '#111111'];

type Rgb = readonly [number, number, number];

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true })!;

/** Any CSS colour as the screen shows it: sRGB, 0 to 255. */
function screenColor(color: string): Rgb {
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const hex = (color: Rgb): string =>
  `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** The guide's palette: every colour that one brand colour yields, light and dark, measured in the page. */
class BrandPalette extends LitElement {
  static override properties = { brand: { state: true } };

  static override styles: CSSResultGroup = [
    hostStyles,
    css`
      :host {
        font-size: 1rem;
        line-height: 1.5;
      }
      .choice {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
        margin-block-end: 1.5rem;
        color: #17292c;
      }
      .choice button {
        inline-size: 2.25rem;
        block-size: 2.25rem;
        padding: 0;
        border: 2px solid #fff;
        border-radius: 50%;
        box-shadow: 0 0 0 1px #687a7c;
        cursor: pointer;
      }
      .choice button[aria-pressed='true'] {
        box-shadow: 0 0 0 3px #17292c;
      }
      .choice :focus-visible {
        outline: 3px solid #14565e;
        outline-offset: 3px;
      }
      .choice label {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
        margin-inline-start: 0.5rem;
      }
      .schemes {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr));
        gap: 1rem;
      }
      section {
        padding: 1.25rem;
        border: var(--_hairline);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: var(--_text);
      }
      .light {
        color-scheme: light;
      }
      .dark {
        color-scheme: dark;
      }
      h4 {
        margin: 0 0 0.75rem;
        font-size: 1.2rem;
        line-height: 1.2;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0.375rem 0;
        text-align: start;
        font-weight: 400;
      }
      td {
        padding-inline-start: 0.75rem;
        white-space: nowrap;
      }
      td:last-child {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .sample {
        display: inline-grid;
        place-items: center;
        inline-size: 3rem;
        block-size: 2rem;
        border: 1px solid var(--_border);
        border-radius: 6px;
        font-weight: 650;
      }
      code {
        font:
          0.875rem ui-monospace,
          'DejaVu Sans Mono',
          monospace;
      }
      .low {
        color: var(--_error);
        font-weight: 650;
      }
      .example {
        display: grid;
        gap: 1rem;
        margin-block-start: 1.25rem;
      }
      .example call-cta {
        margin-block: 0;
      }
    `,
  ];

  declare brand: string;

  constructor() {
    super();
    this.brand = BRANDS[0]!;
  }

  protected override willUpdate(): void {
    this.style.setProperty('--clinic-brand', this.brand);
  }

  /** The measured numbers depend on what is painted, so they are written after it. */
  protected override updated(): void {
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>('tr[data-least]')) {
      const sample = row.querySelector('.sample')!;
      const { color, backgroundColor } = getComputedStyle(sample);
      const [front, back] = [screenColor(color), screenColor(backgroundColor)];
      const ratio = contrast(front, back);
      const least = Number(row.dataset.least);
      row.querySelector('code')!.textContent = `${hex(front)} on ${hex(back)}`;
      const figure = row.querySelector('td:last-child')!;
      figure.textContent = `${ratio.toFixed(1)} : 1`;
      figure.classList.toggle('low', ratio < least);
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="choice" role="group" aria-label="Brand colour">
        ${BRANDS.map(
          (brand) =>
            html`<button
              type="button"
              aria-label=${brand}
              aria-pressed=${brand === this.brand}
              .style=${`background: ${brand}`}
              @click=${() => (this.brand = brand)}
            ></button>`,
        )}
        <label
          >Yours
          <input
            type="color"
            .value=${this.brand}
            @input=${(event: InputEvent) =>
              (this.brand = (event.target as HTMLInputElement).value)}
        /></label>
        <code>--clinic-brand: ${this.brand}</code>
      </div>
      <div class="schemes">${this.#scheme('light', 'Light')} ${this.#scheme('dark', 'Dark')}</div>`;
  }

  #scheme(scheme: string, title: string): TemplateResult {
    return html`<section class=${scheme}>
      <h4>${title}</h4>
      <table>
        <tbody>
          ${PAIRS.map(
            ({ name, front, back, least }) =>
              html`<tr data-least=${least}>
                <td style="padding-inline-start: 0">
                  <span class="sample" .style=${`color: ${front}; background: ${back}`}
                    >${least === 4.5 ? 'Aa' : '■'}</span
                  >
                </td>
                <th scope="row">${name}<br /><code></code></th>
                <td></td>
              </tr>`,
          )}
        </tbody>
      </table>
      <div class="example">
        <call-cta phone="(210) 555-0142" label="Talk to a nurse"></call-cta>
        <article-card
          href="https://fernhollow.example/articles/sleeping-with-back-pain/"
          heading="Sleeping with back pain"
          heading-level="5"
          excerpt="A pillow under the knees takes the strain off your lower back."
          category="Recovery"
        ></article-card>
      </div>
    </section>`;
  }
}

const MEANING: Record<string, string> = {
  '--clinic-brand': 'The one colour that every other is made from.',
  '--clinic-surface': 'What panels, cards and inputs are filled with.',
  '--clinic-text': 'Headings and text on a surface.',
  '--clinic-heading-font': 'Font of headings, as a CSS font-family; the page’s own by default.',
  '--clinic-space': 'The rhythm: all gaps are multiples of it.',
  '--clinic-radius': 'Corners of cards, panels and buttons.',
  '--clinic-hairline': 'The line around cards and panels, as a CSS border.',
  '--clinic-shadow': 'The shadow under cards and panels, as a CSS box-shadow.',
};

/** The public tokens with their defaults, read from the style sheet that uses them. */
function tokens(): { name: string; value: string }[] {
  const found = new Map<string, string>();
  const text = hostStyles.cssText;
  for (const { index, 1: name } of text.matchAll(/var\(\s*(--clinic-[\w-]+)\s*,\s*/g)) {
    const start = text.indexOf(',', index) + 1;
    let end = start;
    for (let depth = 1; depth; end++) depth += { '(': 1, ')': -1 }[text[end] ?? ')'] ?? 0;
    const value = text
      .slice(start, end - 1)
      .replace(/\s+/g, ' ')
      .trim();
    // The first block has the fixed values; a later one makes them from the brand, where the browser can.
    const fixed = found.get(name!);
    found.set(name!, fixed ? `from the brand (${fixed} in old browsers)` : value);
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

/** The guide's table of public tokens. */
class TokenTable extends LitElement {
  // In the page's own styles, so that it looks like the guide's other tables.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Default</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        ${tokens().map(
          ({ name, value }) =>
            html`<tr>
              <td><code style="white-space: nowrap">${name}</code></td>
              <td><code>${value.replace('var(--_border)', 'a tint of the brand')}</code></td>
              <td>${MEANING[name] ?? ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

/** Registers the guide's own elements. A function, as package.json says that no story has side effects. */
export function defineGuideElements(): undefined {
  if (customElements.get('brand-palette')) return;
  customElements.define('brand-palette', BrandPalette);
  customElements.define('token-table', TokenTable);
}
