import type { Check } from '../finding.js';

/** The page's language: hyphens, voices and the elements' own words follow it (WCAG 3.1.1). */
export const lang: Check = {
  rules: [{ id: 'lang', severity: 'error', about: 'a page that does not say its language' }],
  *check(page) {
    const [html] = page.select('html');
    if (!html || !page.isWhole) return;
    const { lang: written = '' } = html.attribs;
    if (isTag(written)) return;
    yield {
      rule: 'lang',
      at: [html, 'lang'],
      message: written
        ? `lang="${written}" is no language.`
        : 'The page does not say which language it is in.',
      remedy:
        'Write <html lang="en">, or another BCP 47 tag: screen readers choose their voice by it.',
    };
  },
};

/** Languages have two or three letters; `english` is well formed, and none. */
function isTag(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(Intl.getCanonicalLocales(tag.trim())[0] ?? '');
  } catch {
    return false;
  }
}
