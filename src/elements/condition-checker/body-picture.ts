import type { html as litHtml, svg as litSvg, TemplateResult } from 'lit';
import { textIn, type BodyRegion, type Option } from '../../guidance/tree.js';
import type { conditionChecker } from '../../locales/en/condition-checker.js';

/** What a picture shows. */
export interface Picture {
  options: readonly Option[];
  /** The ids of what is chosen. */
  chosen: string | readonly string[];
  /** For what the mouse rests on. */
  language: string;
  words: Pick<typeof conditionChecker, 'front' | 'behind'>;
  choose: (option: string) => void;
}

/** A part of the drawing. */
interface Shape {
  /** Without one it is only drawn. */
  region?: BodyRegion;
  /** Its outline, as in a path's `d`. */
  outline: string;
  /** Of a pair, of which this is the one on the right of the drawing. */
  paired?: boolean;
}

/* What can be seen from behind only. */
const BEHIND: readonly BodyRegion[] = ['upper-back', 'middle-back', 'lower-back', 'buttock'];

const HEAD: readonly Shape[] = [
  {
    region: 'head',
    outline: 'M110 8C124 8 133 19 133 36C133 53 122 64 110 64C98 64 87 53 87 36C87 19 96 8 110 8Z',
  },
  {
    region: 'neck',
    outline: 'M98 65Q110 71 122 65L125 79Q131 84 141 88Q110 97 79 88Q89 84 95 79Z',
  },
];
const FRONT: readonly Shape[] = [
  { outline: 'M83 92Q110 99 137 92L144 116L142 142L139 190L143 227H77L81 190L78 142L76 116Z' },
  {
    region: 'hip',
    outline: 'M111.5 230H143Q153 254 152 285Q131 291 111.5 287Z',
    paired: true,
  },
];
const BACK: readonly Shape[] = [
  { region: 'upper-back', outline: 'M83 92Q110 99 137 92L144 116L142 142H78L76 116Z' },
  { region: 'middle-back', outline: 'M78 145H142L139 189H81Z' },
  { region: 'lower-back', outline: 'M81 192H139L143 227H77Z' },
  {
    region: 'buttock',
    outline: 'M111.5 230H133Q145 252 138 284Q124 291 111.5 286Z',
    paired: true,
  },
  {
    region: 'hip',
    outline: 'M136 230H143.5Q154 254 152 285L141 286Q147 254 136 230Z',
    paired: true,
  },
];
const LIMBS: readonly Shape[] = [
  {
    region: 'shoulder',
    outline: 'M141 90C156 93 165 101 167 118Q157 123 148 120L140 95Z',
    paired: true,
  },
  {
    region: 'arm',
    outline:
      'M149 123Q158 125 168 121C173 142 175 166 179 190L186 234L169 237C166 205 157 176 152 150Z',
    paired: true,
  },
  {
    region: 'hand',
    outline: 'M169 240L187 237C194 246 197 258 193 273Q186 282 178 275C171 264 168 252 169 240Z',
    paired: true,
  },
  {
    region: 'thigh',
    outline: 'M112 290Q131 293 151 288C151 314 147 340 144 364H118C114 338 111 314 112 290Z',
    paired: true,
  },
  { region: 'knee', outline: 'M118 367H144Q147 383 143 399H120Q116 383 118 367Z', paired: true },
  {
    region: 'lower-leg',
    outline: 'M120 402H143C148 420 144 440 141 456H125C121 440 116 420 120 402Z',
    paired: true,
  },
  {
    region: 'foot',
    outline: 'M125 459H141C145 467 154 472 154 479Q139 486 124 481Q121 470 125 459Z',
    paired: true,
  },
];

/* About the middle of the drawing, x = 110. */
const MIRRORED = 'translate(220) scale(-1 1)';

/**
 * A body with the places that the options are about: beside their list, for those who see it and point at it. It
 * says nothing that the list does not.
 */
export function bodyPicture(
  html: typeof litHtml,
  svg: typeof litSvg,
  { options, chosen, language, words, choose }: Picture,
): TemplateResult {
  const at = (region: string | null | undefined) =>
    region ? options.filter((option) => option.region === region) : [];
  /* A place that several options share goes through them. */
  const press = ({ target }: Event): void => {
    const here = at((target as Element).closest('[data-region]')?.getAttribute('data-region'));
    const next = here[(here.findIndex(({ id }) => chosen.includes(id)) + 1) % here.length];
    if (next) choose(next.id);
  };
  const draw = ({ region, outline, paired }: Shape) => {
    const here = at(region);
    const isChosen = here.some(({ id }) => chosen.includes(id));
    const look = isChosen ? 'can is' : here.length ? 'can' : '';
    const title = here.map(({ text }) => textIn(text, language)).join(' / ');
    return (paired ? ['', MIRRORED] : ['']).map(
      (transform) =>
        svg`<path data-region=${region ?? ''} class=${look} transform=${transform} d=${outline}>
          <title>${title}</title>
        </path>`,
    );
  };
  const isBehind = options.some(({ region }) => region && BEHIND.includes(region));
  const shapes = [...HEAD, ...(isBehind ? BACK : FRONT), ...LIMBS];
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the list is for keys
  const body = html`<svg viewBox="22 4 176 482" @click=${press}>${shapes.map(draw)}</svg>`;
  return html`<figure aria-hidden="true">
    ${body}
    <figcaption>${isBehind ? words.behind : words.front}</figcaption>
  </figure>`;
}
