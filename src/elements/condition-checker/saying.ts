import type { TemplateResult } from 'lit';
import { textIn, type Text } from '../../guidance/tree.js';
import { conditionChecker as english } from '../../locales/en/condition-checker.js';
import { medicalDisclaimer as disclaimerEnglish } from '../../locales/en/medical-disclaimer.js';
import type { CheckerTools } from './checker-tools.js';

export type Words = typeof english & { disclaimer: typeof disclaimerEnglish };

/** What a view says things with. */
export interface Saying extends Pick<CheckerTools, 'html' | 'svg'> {
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

/** What a view says things with, where the page is in a language. */
export function sayingIn(
  language: string,
  { html, svg, locale }: Pick<CheckerTools, 'html' | 'svg' | 'locale'>,
): Saying {
  const local = locale(language);
  const own = local ? language : /^en\b/i.test(language) ? language : 'en';
  const words: Words = {
    ...english,
    ...local?.conditionChecker,
    disclaimer: { ...disclaimerEnglish, ...local?.medicalDisclaimer },
  };
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
