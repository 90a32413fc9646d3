import type { html as litHtml, TemplateResult } from 'lit';
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

/* What can be seen from behind only. */
const BEHIND: readonly BodyRegion[] = ['upper-back', 'middle-back', 'lower-back', 'buttock'];

const MIRRORED = 'translate(220) scale(-1 1)';

/**
 * A body with the places that the options are about: beside their list, for those who see it and point at it. It
 * says nothing that the list does not.
 */
export function bodyPicture(
  html: typeof litHtml,
  { options, chosen, language, words, choose }: Picture,
): TemplateResult {
  const at = (region: string | null) => options.filter((option) => option.region === region);
  const look = (region: BodyRegion): string => {
    const here = at(region);
    if (!here.length) return '';
    return here.some(({ id }) => chosen.includes(id)) ? 'can is' : 'can';
  };
  const title = (region: BodyRegion): string =>
    at(region)
      .map(({ text }) => textIn(text, language))
      .join(' / ');
  /* A place that several options share goes through them. */
  const press = ({ target }: Event): void => {
    const here = at(
      (target as Element).closest('[data-region]')?.getAttribute('data-region') ?? null,
    );
    const next = here[(here.findIndex(({ id }) => chosen.includes(id)) + 1) % here.length];
    if (next) choose(next.id);
  };
  const isBehind = options.some(({ region }) => region && BEHIND.includes(region));
  // In one piece: parts of a drawing in templates of their own would need another one of Lit's.
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the list is for keys
  const body = html`<svg
    viewBox="22 4 176 482"
    class=${isBehind ? 'behind' : 'front'}
    @click=${press}
  >
    <path
      data-region="head"
      class=${look('head')}
      d="M110 8C124 8 133 19 133 36C133 53 122 64 110 64C98 64 87 53 87 36C87 19 96 8 110 8Z"
    >
      <title>${title('head')}</title>
    </path>
    <path
      data-region="neck"
      class=${look('neck')}
      d="M98 65Q110 71 122 65L125 79Q131 84 141 88Q110 97 79 88Q89 84 95 79Z"
    >
      <title>${title('neck')}</title>
    </path>
    <g class="of-behind">
      <path
        data-region="upper-back"
        class=${look('upper-back')}
        d="M83 92Q110 99 137 92L144 116L142 142H78L76 116Z"
      >
        <title>${title('upper-back')}</title>
      </path>
      <path data-region="middle-back" class=${look('middle-back')} d="M78 145H142L139 189H81Z">
        <title>${title('middle-back')}</title>
      </path>
      <path data-region="lower-back" class=${look('lower-back')} d="M81 192H139L143 227H77Z">
        <title>${title('lower-back')}</title>
      </path>
      <path
        data-region="buttock"
        class=${look('buttock')}
        d="M111.5 230H133Q145 252 138 284Q124 291 111.5 286Z"
      >
        <title>${title('buttock')}</title>
      </path>
      <path
        data-region="buttock"
        class=${look('buttock')}
        transform=${MIRRORED}
        d="M111.5 230H133Q145 252 138 284Q124 291 111.5 286Z"
      >
        <title>${title('buttock')}</title>
      </path>
      <path
        data-region="hip"
        class=${look('hip')}
        d="M136 230H143.5Q154 254 152 285L141 286Q147 254 136 230Z"
      >
        <title>${title('hip')}</title>
      </path>
      <path
        data-region="hip"
        class=${look('hip')}
        transform=${MIRRORED}
        d="M136 230H143.5Q154 254 152 285L141 286Q147 254 136 230Z"
      >
        <title>${title('hip')}</title>
      </path>
    </g>
    <g class="of-front">
      <path d="M83 92Q110 99 137 92L144 116L142 142L139 190L143 227H77L81 190L78 142L76 116Z" />
      <path
        data-region="hip"
        class=${look('hip')}
        d="M111.5 230H143Q153 254 152 285Q131 291 111.5 287Z"
      >
        <title>${title('hip')}</title>
      </path>
      <path
        data-region="hip"
        class=${look('hip')}
        transform=${MIRRORED}
        d="M111.5 230H143Q153 254 152 285Q131 291 111.5 287Z"
      >
        <title>${title('hip')}</title>
      </path>
    </g>
    <path
      data-region="shoulder"
      class=${look('shoulder')}
      d="M141 90C156 93 165 101 167 118Q157 123 148 120L140 95Z"
    >
      <title>${title('shoulder')}</title>
    </path>
    <path
      data-region="shoulder"
      class=${look('shoulder')}
      transform=${MIRRORED}
      d="M141 90C156 93 165 101 167 118Q157 123 148 120L140 95Z"
    >
      <title>${title('shoulder')}</title>
    </path>
    <path
      data-region="arm"
      class=${look('arm')}
      d="M149 123Q158 125 168 121C173 142 175 166 179 190L186 234L169 237C166 205 157 176 152 150Z"
    >
      <title>${title('arm')}</title>
    </path>
    <path
      data-region="arm"
      class=${look('arm')}
      transform=${MIRRORED}
      d="M149 123Q158 125 168 121C173 142 175 166 179 190L186 234L169 237C166 205 157 176 152 150Z"
    >
      <title>${title('arm')}</title>
    </path>
    <path
      data-region="hand"
      class=${look('hand')}
      d="M169 240L187 237C194 246 197 258 193 273Q186 282 178 275C171 264 168 252 169 240Z"
    >
      <title>${title('hand')}</title>
    </path>
    <path
      data-region="hand"
      class=${look('hand')}
      transform=${MIRRORED}
      d="M169 240L187 237C194 246 197 258 193 273Q186 282 178 275C171 264 168 252 169 240Z"
    >
      <title>${title('hand')}</title>
    </path>
    <path
      data-region="thigh"
      class=${look('thigh')}
      d="M112 290Q131 293 151 288C151 314 147 340 144 364H118C114 338 111 314 112 290Z"
    >
      <title>${title('thigh')}</title>
    </path>
    <path
      data-region="thigh"
      class=${look('thigh')}
      transform=${MIRRORED}
      d="M112 290Q131 293 151 288C151 314 147 340 144 364H118C114 338 111 314 112 290Z"
    >
      <title>${title('thigh')}</title>
    </path>
    <path
      data-region="knee"
      class=${look('knee')}
      d="M118 367H144Q147 383 143 399H120Q116 383 118 367Z"
    >
      <title>${title('knee')}</title>
    </path>
    <path
      data-region="knee"
      class=${look('knee')}
      transform=${MIRRORED}
      d="M118 367H144Q147 383 143 399H120Q116 383 118 367Z"
    >
      <title>${title('knee')}</title>
    </path>
    <path
      data-region="lower-leg"
      class=${look('lower-leg')}
      d="M120 402H143C148 420 144 440 141 456H125C121 440 116 420 120 402Z"
    >
      <title>${title('lower-leg')}</title>
    </path>
    <path
      data-region="lower-leg"
      class=${look('lower-leg')}
      transform=${MIRRORED}
      d="M120 402H143C148 420 144 440 141 456H125C121 440 116 420 120 402Z"
    >
      <title>${title('lower-leg')}</title>
    </path>
    <path
      data-region="foot"
      class=${look('foot')}
      d="M125 459H141C145 467 154 472 154 479Q139 486 124 481Q121 470 125 459Z"
    >
      <title>${title('foot')}</title>
    </path>
    <path
      data-region="foot"
      class=${look('foot')}
      transform=${MIRRORED}
      d="M125 459H141C145 467 154 472 154 479Q139 486 124 481Q121 470 125 459Z"
    >
      <title>${title('foot')}</title>
    </path>
  </svg>`;
  return html`<figure aria-hidden="true">
    ${body}
    <figcaption>${isBehind ? words.behind : words.front}</figcaption>
  </figure>`;
}
