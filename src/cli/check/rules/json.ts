import { brokenWords, readJson, spotFrom } from '../../json.js';
import type { Check, Fault } from '../finding.js';
import { JSON_LD } from '../json-ld.js';
import { around, startOfText, textOf } from '../page.js';
import type { Element } from 'domhandler';
import { isLeftBehind } from './elements.js';

const remedy = 'Mend its commas, quotes and brackets.';

/** Data in a page that nobody can read. What clinic-info holds is the matter of `clinic-json`. */
export const json: Check = {
  rules: [
    { id: 'invalid-json-ld', severity: 'error', about: 'JSON-LD that is no JSON' },
    { id: 'invalid-json', severity: 'error', about: 'data of an element of ours that is no JSON' },
  ],
  *check(page, { manifest }) {
    for (const script of page.select(JSON_LD)) {
      const message = 'This JSON-LD is no JSON, so search engines pass over all of it.';
      yield* broken(script, 'invalid-json-ld', message);
    }
    const ours = [...manifest.keys()].join(',');
    for (const list of page.select('faq-list[items]')) {
      const { broken } = readJson(list.attribs.items!);
      if (!broken || !list.attribs.items!.trim() || isLeftBehind(list.attribs.items!)) continue;
      const message = `items is no JSON. ${brokenWords(broken)}`;
      yield { rule: 'invalid-json', at: [list, 'items'], message, remedy };
    }
    for (const script of page.select('script[type="application/json" i]')) {
      const element = around(script, ours);
      if (!element || element.name === 'clinic-info') continue;
      yield* broken(script, 'invalid-json', `What <${element.name}> holds is no JSON.`);
    }
  },
};

function* broken(script: Element, rule: string, message: string): Iterable<Fault> {
  const text = textOf(script);
  const { broken } = readJson(text);
  if (!broken || !text.trim()) return;
  const at = spotFrom(startOfText(script), broken);
  yield { rule, at, message: `${message} ${brokenWords(broken)}`, remedy };
}
