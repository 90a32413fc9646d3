import type { html as litHtml, svg as litSvg, TemplateResult } from 'lit';
import { textIn, type Text } from '../../guidance/tree.js';
import type { conditionChecker } from '../../locales/en/condition-checker.js';
import type { medicalDisclaimer } from '../../locales/en/medical-disclaimer.js';

export type Words = typeof conditionChecker & { disclaimer: typeof medicalDisclaimer };

/** What a view says things with. */
export interface Saying {
  html: typeof litHtml;
  svg: typeof litSvg;
  words: Words;
  /** The page's, BCP 47: for the tree's texts and for answers. */
  language: string;
  /** That of our own words, and of the days and numbers in them: the page's, or English. */
  own: string;
  /** A text of the tree, with its language where it is not that of our words. */
  say: (text: Text) => TemplateResult | string;
  /** A text of the tree as paragraphs. */
  paragraphs: (text: Text) => TemplateResult[];
}

export function saying(
  html: typeof litHtml,
  svg: typeof litSvg,
  { language, own, words }: Pick<Saying, 'language' | 'own' | 'words'>,
): Saying {
  const other = (text: Text): string | undefined => {
    const said = textIn(text, language);
    const found = Object.keys(text).find((key) => text[key] === said) ?? own;
    return baseOf(found) === baseOf(own) ? undefined : found;
  };
  return {
    html,
    svg,
    words,
    language,
    own,
    say(text) {
      const lang = other(text);
      const said = textIn(text, language);
      return lang ? html`<span lang=${lang}>${said}</span>` : said;
    },
    paragraphs(text) {
      const lang = other(text) ?? own;
      return textIn(text, language)
        .split(/\n\s*\n/)
        .map((each) => html`<p lang=${lang}>${each}</p>`);
    },
  };
}

const baseOf = (language: string): string => language.toLowerCase().split('-')[0]!;

/** A level of headings below another, at most 6. */
export const below = (level: number): number => Math.min(6, level + 1);
