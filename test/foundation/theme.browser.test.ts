// One brand colour must be enough: whatever it is, everything that is painted from it can be read.
import '../../src/testing.js';
import '../../src/elements/article-card/define.js';
import '../../src/elements/call-cta/define.js';
import '../../src/elements/contact-form/define.js';
import { expect, fixture, html } from '@open-wc/testing';

type Rgb = readonly [red: number, green: number, blue: number];
type Scheme = 'light' | 'dark';
type Token = 'surface' | 'tint' | 'text' | 'muted' | 'action' | 'on-action' | 'error';

const TOKENS: Token[] = ['surface', 'tint', 'text', 'muted', 'action', 'on-action', 'error'];

/** What stands on what, and how far apart the two must be (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS: { front: Token; back: Token; least: number; what: string }[] = [
  ...(['text', 'muted', 'action', 'error'] as const).flatMap((front) =>
    (['surface', 'tint'] as const).map((back) => ({ front, back, least: 4.5, what: 'words' })),
  ),
  { front: 'on-action', back: 'action', least: 4.5, what: 'words of a button' },
  { front: 'action', back: 'surface', least: 3, what: 'button and focus ring' },
  { front: 'muted', back: 'surface', least: 3, what: 'edge of a field' },
];

const canvas = document.createElement('canvas');
canvas.width = TOKENS.length;
canvas.height = 1;
const paint = canvas.getContext('2d', { willReadFrequently: true })!;

/** The colours as a screen shows them: eight bits of sRGB and how opaque, 0 to 255. */
function painted(colors: string[]): [rgb: Rgb, alpha: number][] {
  paint.clearRect(0, 0, canvas.width, 1);
  colors.forEach((color, x) => {
    // A colour that the canvas cannot read would leave the last one in place.
    paint.fillStyle = '#010203';
    paint.fillStyle = color;
    if (paint.fillStyle === '#010203') throw new Error(`no colour: ${color}`);
    paint.fillRect(x, 0, 1, 1);
  });
  const { data } = paint.getImageData(0, 0, colors.length, 1);
  return colors.map((_, x) => {
    const [red, green, blue, alpha] = data.slice(4 * x, 4 * x + 4);
    return [[red!, green!, blue!], alpha!];
  });
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Rgb): number {
  const linear = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** A card whose children are painted with our tokens, as our sheets paint an author's own children. */
class Swatches {
  readonly card = document.createElement('article-card');
  readonly #chips = TOKENS.map((token) => {
    const chip = document.createElement('span');
    chip.style.color = `var(--_${token})`;
    return chip;
  });

  constructor() {
    this.card.append(...this.#chips);
    document.body.append(this.card);
  }

  colors(scheme: Scheme, brand?: string): Record<Token, [rgb: Rgb, alpha: number]> {
    this.card.style.colorScheme = scheme;
    if (brand) this.card.style.setProperty('--clinic-brand', brand);
    else this.card.style.removeProperty('--clinic-brand');
    const seen = painted(this.#chips.map((chip) => getComputedStyle(chip).color));
    return Object.fromEntries(TOKENS.map((token, index) => [token, seen[index]])) as Record<
      Token,
      [Rgb, number]
    >;
  }
}

const hex = (...parts: number[]) =>
  `#${parts.map((part) => Math.min(255, part).toString(16).padStart(2, '0')).join('')}`;
const steps = Array.from({ length: 9 }, (_, step) => 32 * step);
const grid = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => hex(r, g, b))));
const hues = Array.from({ length: 24 }, (_, step) => `hsl(${15 * step} 100% 50%)`);
// Wider than sRGB, as a designer's tool on a modern screen may write them.
const vivid = ['color(display-p3 0 1 0)', 'color(display-p3 1 0 0)', 'oklch(0.7 0.4 145)'];
const named = ['black', 'white', '#000', '#fff', '#14626b', 'rebeccapurple', 'yellow', 'gray'];
const brands = [...new Set([...grid, ...hues, ...vivid, ...named])];

describe('the theme made from one brand colour', () => {
  let swatches: Swatches;

  before(async () => {
    swatches = new Swatches();
    // Children outside the flat tree have no style yet.
    await swatches.card.updateComplete;
  });
  after(() => swatches.card.remove());

  it('is tried with every brand of a grid through sRGB', () => {
    expect(grid).to.have.length(729);
    expect(grid).to.include('#ffffff').and.to.include('#000000').and.to.include('#ff0000');
  });

  it('tells light from dark, and one brand from another', () => {
    const light = swatches.colors('light', '#14626b');
    const dark = swatches.colors('dark', '#14626b');
    const red = swatches.colors('light', '#b00020');
    expect(luminance(light.surface[0])).to.be.greaterThan(0.9);
    expect(luminance(dark.surface[0])).to.be.lessThan(0.1);
    expect(light.action[0]).to.not.deep.equal(red.action[0]);
    expect(light.text[0]).to.not.deep.equal(dark.text[0]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const { front, back, least, what } of PAIRS) {
      it(`a visitor can read ${what}: ${front} on ${back} is at least ${least}:1, ${scheme}`, function () {
        this.timeout(60_000);
        let worst = { brand: '', ratio: Infinity };
        const failing: string[] = [];
        for (const brand of [undefined, ...brands]) {
          const colors = swatches.colors(scheme, brand);
          const ratio = contrast(colors[front][0], colors[back][0]);
          if (ratio < worst.ratio) worst = { brand: brand ?? 'no brand', ratio };
          if (ratio < least) failing.push(`${brand ?? 'no brand'} ${ratio.toFixed(2)}`);
        }
        expect(
          worst.ratio,
          `${failing.length} brands fail, the worst is ${worst.brand}; ${failing.slice(0, 12).join(', ')}`,
        ).to.be.at.least(least);
      });
    }

    it(`paints opaque colours even where the brand is see-through, ${scheme}`, () => {
      for (const brand of ['#14626b80', 'rgb(20 98 107 / 0.2)', 'transparent']) {
        const colors = swatches.colors(scheme, brand);
        const thin = TOKENS.filter((token) => colors[token][1] < 255);
        expect(thin.join(), brand).to.equal('');
      }
    });
  }

  it('follows the page from light to dark without a script', async () => {
    const wrapper = await fixture<HTMLElement>(
      html`<div>
        <article-card><a href="/a">A</a></article-card>
      </div>`,
    );
    const card = wrapper.querySelector('article-card')!;
    wrapper.style.colorScheme = 'light';
    const light = getComputedStyle(card).backgroundColor;
    wrapper.style.colorScheme = 'dark';
    const dark = getComputedStyle(card).backgroundColor;
    const [[lightRgb], [darkRgb]] = painted([light, dark]) as [[Rgb, number], [Rgb, number]];
    expect(luminance(lightRgb)).to.be.greaterThan(luminance(darkRgb) + 0.5);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`what is really painted can be read: the call button, a card and a form, ${scheme}`, async function () {
      this.timeout(60_000);
      const page = await fixture<HTMLElement>(html`
        <div>
          <call-cta><a href="tel:+12105550142">(210) 555-0142</a></call-cta>
          <article-card
            ><h3><a href="/a">Title</a></h3>
            <p>Words</p></article-card
          >
          <contact-form action="/lead">
            <form>
              <label for="f">Your name</label><input id="f" name="name" /><button>Send</button>
            </form>
          </contact-form>
        </div>
      `);
      page.style.colorScheme = scheme;
      // A hovered or focused control changes colour slowly.
      for (const part of page.querySelectorAll<HTMLElement>('*')) part.style.transition = 'none';
      const find = (selector: string) => getComputedStyle(page.querySelector(selector)!);
      const places: [what: string, front: () => string, back: () => string, least: number][] = [
        ['call', () => find('call-cta a').color, () => find('call-cta a').backgroundColor, 4.5],
        ['title', () => find('h3 a').color, () => find('article-card').backgroundColor, 4.5],
        ['words', () => find('p').color, () => find('article-card').backgroundColor, 4.5],
        ['label', () => find('label').color, () => find('contact-form').backgroundColor, 4.5],
        ['answer', () => find('input').color, () => find('input').backgroundColor, 4.5],
        ['edge', () => find('input').borderTopColor, () => find('input').backgroundColor, 3],
        ['send', () => find('button').color, () => find('button').backgroundColor, 4.5],
      ];
      const failing: string[] = [];
      for (const brand of [...hues, ...named]) {
        page.style.setProperty('--clinic-brand', brand);
        for (const [what, front, back, least] of places) {
          const [[one], [other]] = painted([front(), back()]) as [[Rgb, number], [Rgb, number]];
          const ratio = contrast(one, other);
          if (ratio < least) failing.push(`${what} ${brand} ${ratio.toFixed(2)}`);
        }
      }
      expect(failing.join(', ')).to.equal('');
    });
  }
});
