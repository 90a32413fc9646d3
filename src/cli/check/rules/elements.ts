import type { Element } from 'domhandler';
import { dayOf } from '../../../foundation/dates.js';
import type { Check, Fault } from '../finding.js';
import type { AttributeFacts, ElementFacts } from '../manifest.js';
import { didYouMean, similar } from '../../similar.js';

/** Tags, attributes and values that are none of ours, and look as if they were meant to be. */
export const elements: Check = {
  rules: [
    { id: 'unknown-element', severity: 'error', about: 'a tag that is one of ours, misspelt' },
    {
      id: 'unknown-attribute',
      severity: 'error',
      about: 'an attribute that one of our elements does not have; a warning where it is like none',
    },
    {
      id: 'bad-attribute-value',
      severity: 'error',
      about: 'a value that an attribute of ours does not take',
    },
  ],
  *check(page, { manifest }) {
    for (const element of page.elements) {
      const facts = manifest.get(element.name);
      if (facts) {
        yield* attributeFaults(element, facts);
        continue;
      }
      // What a browser knows has no dash; only what is written wrongly is near ours.
      const meant = isForeign(element) ? undefined : similar(element.name, manifest.keys());
      if (meant) {
        yield {
          rule: 'unknown-element',
          at: element,
          message: `There is no element <${element.name}>.`,
          remedy: didYouMean(`<${meant}>`),
        };
      }
    }
  },
};

const isForeign = ({ name, namespace }: Element): boolean =>
  (namespace !== undefined && !/xhtml$/.test(namespace)) || name.length < 7;

/* https://html.spec.whatwg.org/#global-attributes, ARIA and RDFa, and what Lit's server rendering adds. */
const GLOBAL = new Set(
  (
    'accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable elementtiming ' +
    'enterkeyhint exportparts hidden id inert inputmode is itemid itemprop itemref itemscope itemtype ' +
    'lang nonce part popover role slot spellcheck style tabindex title translate writingsuggestions ' +
    'about content datatype property rel resource typeof vocab defer-hydration'
  ).split(' '),
);
/* Data, ARIA, listeners, and what frameworks leave behind: `_ngcontent-abc`, `x-data`, `@click`, `hx-get`. */
const PASSED_OVER = /^(?:_|data-|aria-|on[a-z]+$|x-|v-|hx-|ng-|up-)|[^a-z\d_-]/;

function* attributeFaults(element: Element, { attributes }: ElementFacts): Iterable<Fault> {
  for (const [name, value] of Object.entries(element.attribs)) {
    const facts = attributes.get(name);
    if (facts) {
      const fault = valueFault(name, value.trim(), facts) ?? dateFault(element, name, value.trim());
      if (fault) yield { rule: 'bad-attribute-value', at: [element, name], ...fault };
      continue;
    }
    if (GLOBAL.has(name) || PASSED_OVER.test(name)) continue;
    const meant = similar(name, attributes.keys());
    yield {
      rule: 'unknown-attribute',
      at: [element, name],
      severity: meant ? 'error' : 'warning',
      message: `<${element.name}> has no attribute ${name}.`,
      remedy: meant ? didYouMean(meant) : 'Take it away, or begin its name with data-.',
    };
  }
}

const TRUE = /^(?:|true|1|yes|on)$/i;
/** Whether a value is what a template would have replaced. */
export const isLeftBehind = (value: string): boolean => TEMPLATE.test(value);

const TEMPLATE = /\{\{|\$\{|<\?|<%|^(?:undefined|null|NaN|\[object Object\])$/;
const DATES = /^(?:published|modified|starts|ends)$/;
/* A time of day, which the elements that take one read behind it. */
const TIME = /[T ]\d\d:\d\d.*$/i;

function valueFault(
  name: string,
  value: string,
  { kind, values }: AttributeFacts,
): Pick<Fault, 'message' | 'remedy'> | undefined {
  const shown = `${name}="${value.slice(0, 60)}"`;
  if (isLeftBehind(value)) {
    return {
      message: `${shown} is what a template left behind.`,
      remedy: 'See to it that the page is built with the value, or without the attribute.',
    };
  }
  if (kind === 'boolean') {
    if (TRUE.test(value) || value === name) return undefined;
    return /^(?:false|0|no|off)$/i.test(value)
      ? {
          message: `${shown} switches it on: in HTML an attribute that is there is true.`,
          remedy: `Take ${name} away.`,
        }
      : { message: `${name} takes no value.`, remedy: `Write ${name} alone.` };
  }
  // Editors write empty attributes; elements take them for none.
  if (!value) return undefined;
  if (values && !values.includes(value)) {
    const meant = similar(value, values);
    return {
      message: `${shown} is none of its values.`,
      remedy: `Write ${meant ?? listed(values)}.`,
    };
  }
  if (kind === 'number' && !/^\d+$/.test(value)) {
    return { message: `${shown} is no number.`, remedy: 'Write digits alone.' };
  }
  if (name === 'heading-level' && !/^[1-6]$/.test(value)) {
    return { message: `${shown} is no level of a heading.`, remedy: 'Write one from 1 to 6.' };
  }
  return undefined;
}

/** The days of a review are the matter of other rules. */
function dateFault({ name: tag }: Element, name: string, value: string) {
  if (!value || !DATES.test(name) || tag === 'medical-review') return undefined;
  if (dayOf(value.replace(TIME, ''))) return undefined;
  const message = `${name}="${value.slice(0, 60)}" is no date.`;
  return { message, remedy: 'Write the day as 2026-03-04.' };
}

const listed = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
