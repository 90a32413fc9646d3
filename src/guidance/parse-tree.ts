import { dayOf } from '../foundation/dates.js';
import { safeEndpoint } from '../foundation/safe-url.js';
import { visibleText } from '../foundation/text.js';
import { checkNames } from './check-names.js';
import { ExpressionError, parseExpression, type Expression } from './expression.js';
import { TAKEN, TREE_LIMITS } from './tree-limits.js';
import {
  BODY_REGIONS,
  LEVELS,
  type Action,
  type Branch,
  type ChoiceQuestion,
  type Option,
  type Outcome,
  type Question,
  type Reading,
  type RedFlag,
  type Reviewer,
  type Rule,
  type Source,
  type Text,
  type Tree,
} from './tree.js';

export { TREE_LIMITS } from './tree-limits.js';

/** Why a tree is refused. */
export interface TreeProblem {
  /** For programs, e.g. `target-unknown`; docs/guidance.md lists them. */
  code: TreeProblemCode;
  /** Where it stands, e.g. `questions.where.options[2].goto`; empty for the whole file. */
  path: string;
  /** What is wrong and what to write instead, in plain words. */
  message: string;
}

/** What a tree is refused for. A code stays: it stands in people's builds. */
export const TREE_PROBLEMS = {
  'not-a-tree': 'the file is no JSON object',
  'format-unknown': '`format` is not 1',
  'field-missing': 'something that must be there is not',
  'field-invalid': 'something of another kind than its field takes',
  'field-unknown': 'a name that nobody reads, perhaps misspelt',
  'too-long': 'a text of more characters than it may have',
  'too-many': 'a list or table of more entries than it may have',
  'id-invalid': 'an id with other characters, or a word of conditions',
  'id-duplicate': 'an id that something else of its kind has',
  'language-invalid': '`languages` are no language tags, each once',
  'text-missing': 'an empty text, or none in the first language',
  'reviewer-missing': 'nobody reviewed it',
  'review-date-missing': 'no day of review',
  'review-date-invalid': 'a day of review that is none',
  'disclaimer-missing': 'no disclaimer',
  'start-unknown': 'the first question is not there',
  'target-unknown': 'leads to what is not there',
  'branch-open': 'the last branch has a condition: there may be no way on',
  'branch-dead': 'stands after a branch that is always taken, or is one such',
  circle: 'a question leads back to itself',
  'option-misplaced': 'a setting that options of this kind of question do not have',
  'range-invalid': '`min`, `max` and `step` do not go together',
  'expression-invalid': 'a condition that says nothing',
  'expression-unknown': 'a condition about what is not there',
  'expression-kind': 'a comparison that this kind of question does not know',
  'flag-unknown': 'a red flag that is not there',
  'flag-too-low': 'a red flag whose outcome is less severe',
  'outcome-unknown': 'an outcome that is not there',
  'otherwise-missing': 'no outcome where no rule holds',
  'source-unknown': 'a source that is not there',
  'link-unsafe': 'an address that is not https, http or relative',
} as const;

export type TreeProblemCode = keyof typeof TREE_PROBLEMS;

export interface TreeReading {
  /** There only where nothing is wrong: half a tree could leave out the half that matters. */
  tree?: Tree;
  /** At most 100. */
  problems: TreeProblem[];
}

const MOST_PROBLEMS = 100;
const ID = /^[A-Za-z][A-Za-z0-9-]*$/;
type Fields = Record<string, unknown>;
export type Tell = (code: TreeProblemCode, path: string, message: string) => void;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a decision tree: the content of a JSON file, parsed. Never throws. Anything that is not understood
 * refuses the whole: a misspelt `redFlag` that is passed over would be a red flag that nobody sees.
 */
export function parseTree(value: unknown): TreeReading {
  const problems: TreeProblem[] = [];
  const tell: Tell = (code, path, message) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, path, message });
  };
  if (!isRecord(value)) {
    tell('not-a-tree', '', 'A tree is a JSON object; see docs/guidance.md.');
    return { problems };
  }
  if (value['format'] !== 1) {
    tell('format-unknown', 'format', 'Must be 1, the only format that there is.');
    return { problems };
  }
  const tree = new Reader(tell).tree(value);
  if (!problems.length) checkNames(tree, tell);
  return problems.length ? { problems } : { tree, problems };
}

class Reader {
  #languages: readonly [string, ...string[]] = ['en'];

  constructor(private readonly tell: Tell) {}

  tree(file: Fields): Tree {
    this.#known(file, '', TREE_FIELDS);
    this.#languages = this.#readLanguages(file['languages']);
    const { reviewMonths = 12 } = file;
    const months = numberOr(reviewMonths, 0);
    if (!(months >= 1 && months <= 60))
      this.tell('field-invalid', 'reviewMonths', 'Must be a number of months, 1 to 60.');
    return {
      id: this.#id(file['id'], 'id'),
      version: this.#line(file['version'], 'version'),
      languages: this.#languages,
      title: this.#text(file['title'], 'title'),
      ...this.#optionalText(file, 'intro', ''),
      disclaimer: this.#disclaimer(file['disclaimer']),
      reviewedBy: this.#reviewer(file['reviewedBy']),
      reviewedOn: this.#reviewedOn(file['reviewedOn']),
      reviewMonths: months,
      example: this.#boolean(file['example'], 'example'),
      sources: this.#sources(file['sources']),
      start: this.#id(file['start'], 'start'),
      questions: this.#map(file['questions'], 'questions', (one, path) =>
        this.#question(one, path),
      ),
      redFlags: this.#map(file['redFlags'] ?? {}, 'redFlags', (one, path) =>
        this.#redFlag(one, path),
      ),
      rules: this.#list(file['rules'], 'rules', TREE_LIMITS.rules).map((one, index) =>
        this.#rule(one, `rules[${index}]`),
      ),
      ...(file['otherwise'] !== undefined && {
        otherwise: this.#id(file['otherwise'], 'otherwise'),
      }),
      outcomes: this.#map(file['outcomes'], 'outcomes', (one, path) => this.#outcome(one, path)),
    };
  }

  /** A field that nobody knows may be one that matters, misspelt. `$…` and `x-…` are the author's own. */
  #known(fields: Fields, path: string, names: readonly string[]): void {
    for (const name of Object.keys(fields)) {
      if (names.includes(name) || /^(?:\$|x-)/.test(name)) continue;
      const meant = names.find((known) => known.toLowerCase() === name.toLowerCase());
      const remedy = meant ? `Did you mean "${meant}"?` : `Known are: ${names.join(', ')}.`;
      this.tell('field-unknown', at(path, name), `Nobody reads this. ${remedy}`);
    }
  }

  #record(value: unknown, path: string, names: readonly string[]): Fields {
    if (value === undefined) this.tell('field-missing', path, 'Is missing.');
    else if (!isRecord(value)) this.tell('field-invalid', path, 'Must be an object.');
    if (!isRecord(value)) return {};
    this.#known(value, path, names);
    return value;
  }

  #list(value: unknown, path: string, most: number): unknown[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.tell('field-invalid', path, 'Must be a list.');
      return [];
    }
    if (value.length > most) this.tell('too-many', path, `Holds more than ${most}.`);
    return value.slice(0, most);
  }

  #map<Value>(
    value: unknown,
    path: 'questions' | 'redFlags' | 'outcomes',
    read: (value: unknown, path: string) => Value,
  ): Map<string, Value> {
    if (value === undefined) this.tell('field-missing', path, 'Is missing.');
    else if (!isRecord(value))
      this.tell('field-invalid', path, 'Must be an object whose names are the ids.');
    const entries = Object.entries(isRecord(value) ? value : {});
    const most = TREE_LIMITS[path];
    if (entries.length > most) this.tell('too-many', path, `Holds more than ${most}.`);
    return new Map(
      entries.slice(0, most).map(([id, one]) => {
        this.#id(id, at(path, id));
        return [id, read(one, at(path, id))];
      }),
    );
  }

  #id(value: unknown, path: string): string {
    if (value === undefined) this.tell('field-missing', path, 'Is missing.');
    else if (typeof value !== 'string' || !ID.test(value) || value.length > TREE_LIMITS.id)
      this.tell(
        'id-invalid',
        path,
        `An id has letters, digits and hyphens, begins with a letter, and has at most ${TREE_LIMITS.id} characters.`,
      );
    else if (TAKEN.has(value))
      this.tell('id-invalid', path, `"${value}" has a meaning of its own; choose another id.`);
    else return value;
    return '';
  }

  #line(value: unknown, path: string): string {
    const text = typeof value === 'string' ? visibleText(value) : '';
    if (value === undefined) this.tell('field-missing', path, 'Is missing.');
    else if (!text) this.tell('field-invalid', path, 'Must be a text.');
    else if (text.length > TREE_LIMITS.line)
      this.tell('too-long', path, `Has more than ${TREE_LIMITS.line} characters.`);
    return text;
  }

  #optionalLine<Name extends string>(fields: Fields, name: Name, path: string) {
    if (fields[name] === undefined) return {};
    return { [name]: this.#line(fields[name], at(path, name)) } as Record<Name, string>;
  }

  #boolean(value: unknown, path: string): boolean {
    if (value !== undefined && typeof value !== 'boolean')
      this.tell('field-invalid', path, 'Must be true or false, without quotes.');
    return value === true;
  }

  #choice<Value extends string>(value: unknown, path: string, values: readonly Value[]): Value {
    const found = values.find((one) => one === value);
    if (found === undefined)
      this.tell(
        value === undefined ? 'field-missing' : 'field-invalid',
        path,
        `Must be one of: ${values.join(', ')}.`,
      );
    return found ?? values[0]!;
  }

  #readLanguages(value: unknown): readonly [string, ...string[]] {
    const languages = this.#list(value ?? ['en'], 'languages', TREE_LIMITS.languages);
    const seen = new Set<string>();
    for (const language of languages) {
      try {
        seen.add(Intl.getCanonicalLocales(language as string)[0] ?? '');
      } catch {
        seen.add('');
      }
    }
    const [first, ...others] = languages as string[];
    if (!first || seen.has('') || seen.size < languages.length) {
      const message = 'Must be a list of language tags like "en" or "es-MX", each once.';
      this.tell('language-invalid', 'languages', message);
    }
    return [first ?? 'en', ...others];
  }

  /** A plain text, or one for each language, of which the first must be there. */
  #text(value: unknown, path: string): Text {
    const [first] = this.#languages;
    const texts =
      typeof value === 'string' && this.#languages.length === 1 ? { [first]: value } : value;
    if (!isRecord(texts)) {
      this.tell(
        value === undefined ? 'field-missing' : 'text-missing',
        path,
        this.#languages.length === 1
          ? 'Must be a text.'
          : `Must be a text for each language: { "${first}": "…" }.`,
      );
      return {};
    }
    const result: Record<string, string> = {};
    for (const [language, text] of Object.entries(texts)) {
      const place = at(path, language);
      const words = typeof text === 'string' ? paragraphs(text) : '';
      if (!this.#languages.includes(language))
        this.tell('field-unknown', place, '"languages" does not name this language.');
      else if (!words) this.tell('text-missing', place, 'Must be a text.');
      else if (words.length > TREE_LIMITS.text)
        this.tell('too-long', place, `Has more than ${TREE_LIMITS.text} characters.`);
      else result[language] = words;
    }
    if (texts[first] === undefined)
      this.tell('text-missing', at(path, first), 'Is missing, in the language of the tree.');
    return result;
  }

  #optionalText<Name extends string>(fields: Fields, name: Name, path: string) {
    if (fields[name] === undefined) return {};
    return { [name]: this.#text(fields[name], at(path, name)) } as Record<Name, Text>;
  }

  #disclaimer(value: unknown): Text {
    if (value !== undefined) return this.#text(value, 'disclaimer');
    this.tell('disclaimer-missing', 'disclaimer', 'A tree without a disclaimer does not start.');
    return {};
  }

  #reviewer(value: unknown): Reviewer {
    if (value === undefined) {
      this.tell('reviewer-missing', 'reviewedBy', 'A tree that nobody reviewed does not start.');
      return { name: '' };
    }
    const fields = this.#record(value, 'reviewedBy', ['name', 'credentials', 'url']);
    return {
      name: this.#line(fields['name'], 'reviewedBy.name'),
      ...this.#optionalLine(fields, 'credentials', 'reviewedBy'),
      ...this.#optionalHref(fields, 'reviewedBy'),
    };
  }

  #reviewedOn(value: unknown): string {
    if (value === undefined) {
      const message = 'A tree without the day of its review does not start.';
      this.tell('review-date-missing', 'reviewedOn', message);
    } else if (this.#day(value)) {
      return value as string;
    } else {
      this.tell('review-date-invalid', 'reviewedOn', 'Must be a day like 2026-03-04.');
    }
    return '';
  }

  #day(value: unknown): boolean {
    return typeof value === 'string' && dayOf(value)?.iso === value;
  }

  #href(value: unknown, path: string): string {
    const href =
      typeof value === 'string' && value.length <= TREE_LIMITS.address && safeEndpoint(value);
    if (!href)
      this.tell(
        value === undefined ? 'field-missing' : 'link-unsafe',
        path,
        'Must be an address: https, http, or relative to the page.',
      );
    return href || '';
  }

  #optionalHref(fields: Fields, path: string): { url?: string } {
    return fields['url'] === undefined ? {} : { url: this.#href(fields['url'], at(path, 'url')) };
  }

  #sources(value: unknown): Map<string, Source> {
    const sources = new Map<string, Source>();
    for (const [index, one] of this.#list(value, 'sources', TREE_LIMITS.sources).entries()) {
      const path = `sources[${index}]`;
      const fields = this.#record(one, path, ['id', 'title', 'publisher', 'url', 'accessedOn']);
      const id = this.#id(fields['id'], at(path, 'id'));
      if (sources.has(id)) this.tell('id-duplicate', at(path, 'id'), 'Another source has this id.');
      const { accessedOn } = fields;
      if (accessedOn !== undefined && !this.#day(accessedOn))
        this.tell('field-invalid', at(path, 'accessedOn'), 'Must be a day like 2026-03-04.');
      sources.set(id, {
        title: this.#line(fields['title'], at(path, 'title')),
        ...this.#optionalLine(fields, 'publisher', path),
        ...this.#optionalHref(fields, path),
        ...(accessedOn !== undefined && { accessedOn: accessedOn as string }),
      });
    }
    return sources;
  }

  #sourceIds(value: unknown, path: string): string[] {
    return this.#list(value, path, TREE_LIMITS.list).map((id, index) =>
      this.#id(id, `${path}[${index}]`),
    );
  }

  #question(value: unknown, path: string): Question {
    const kinds = ['one', 'many', 'region', 'number'] as const;
    const kind = this.#choice(isRecord(value) ? value['kind'] : undefined, at(path, 'kind'), kinds);
    const own = kind === 'number' ? ['min', 'max', 'step', 'unit'] : ['options'];
    const fields = this.#record(value, path, [...QUESTION_FIELDS, ...own]);
    const base = {
      text: this.#text(fields['text'], at(path, 'text')),
      ...this.#optionalText(fields, 'help', path),
      ...this.#optionalText(fields, 'why', path),
      optional: this.#boolean(fields['optional'], at(path, 'optional')),
      next: this.#next(fields['next'], at(path, 'next')),
    };
    if (kind !== 'number') return { kind, ...base, options: this.#options(fields, kind, path) };
    const { min, max, step = 1 } = fields;
    const [least, most, distance] = [min, max, step].map((one) => numberOr(one, NaN));
    if (!(least! < most! && distance! > 0 && distance! <= most! - least!))
      this.tell('range-invalid', path, '"min" must be less than "max", and "step" more than 0.');
    return {
      kind,
      ...base,
      ...this.#optionalText(fields, 'unit', path),
      min: numberOr(min, 0),
      max: numberOr(max, 0),
      step: numberOr(step, 1),
    };
  }

  #options(fields: Fields, kind: ChoiceQuestion['kind'], path: string): Option[] {
    const place = at(path, 'options');
    const list = this.#list(fields['options'], place, TREE_LIMITS.options);
    if (list.length < 2) this.tell('field-missing', place, 'A question has at least two options.');
    const ids = new Set<string>();
    return list.map((one, index) => {
      const here = `${place}[${index}]`;
      const option = this.#option(one, kind, here);
      if (ids.has(option.id))
        this.tell('id-duplicate', at(here, 'id'), 'Another option of the question has this id.');
      ids.add(option.id);
      return option;
    });
  }

  #option(value: unknown, kind: ChoiceQuestion['kind'], path: string): Option {
    const fields = this.#record(value, path, OPTION_FIELDS);
    const { redFlag, goto, region } = fields;
    const misplaced = (name: string, remedy: string) =>
      fields[name] !== undefined && this.tell('option-misplaced', at(path, name), remedy);
    if (kind === 'many') misplaced('goto', 'Where several can be chosen, "next" leads on.');
    else misplaced('exclusive', 'Only where several can be chosen does one stand alone.');
    if (kind !== 'region') misplaced('region', 'Only a question of kind "region" has a picture.');
    return {
      id: this.#id(fields['id'], at(path, 'id')),
      text: this.#text(fields['text'], at(path, 'text')),
      ...this.#optionalText(fields, 'help', path),
      ...(redFlag !== undefined && { redFlag: this.#id(redFlag, at(path, 'redFlag')) }),
      ...(goto !== undefined && { goto: this.#target(goto, at(path, 'goto')) }),
      exclusive: this.#boolean(fields['exclusive'], at(path, 'exclusive')),
      ...(region !== undefined && {
        region: this.#choice(region, at(path, 'region'), BODY_REGIONS),
      }),
    };
  }

  #target(value: unknown, path: string): string {
    return value === 'rules' ? value : this.#id(value, path);
  }

  #next(value: unknown, path: string): Branch[] {
    if (!Array.isArray(value)) return [{ goto: this.#target(value, path) }];
    const branches = this.#list(value, path, TREE_LIMITS.branches).map((one, index): Branch => {
      const here = `${path}[${index}]`;
      const fields = this.#record(one, here, ['when', 'goto']);
      const { when } = fields;
      if (when === undefined && index < value.length - 1)
        this.tell('branch-dead', here, 'Without "when" it is always taken: no later one can be.');
      return {
        ...(when !== undefined && { when: this.#expression(when, at(here, 'when')) }),
        goto: this.#target(fields['goto'], at(here, 'goto')),
      };
    });
    if (branches.at(-1)?.when || !branches.length)
      this.tell('branch-open', path, 'The last branch has no "when", so that one is always taken.');
    return branches;
  }

  #expression(value: unknown, path: string): Expression {
    try {
      if (typeof value === 'string') return parseExpression(value);
      this.tell('expression-invalid', path, 'A condition is a text like "weeks >= 6".');
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.tell('expression-invalid', path, `${error.message} (at character ${error.at + 1}).`);
    }
    return { kind: 'and', parts: [] };
  }

  #redFlag(value: unknown, path: string): RedFlag {
    const fields = this.#record(value, path, ['text', 'level', 'outcome', 'when', 'sources']);
    const { when } = fields;
    return {
      text: this.#text(fields['text'], at(path, 'text')),
      level: this.#choice(fields['level'], at(path, 'level'), ['emergency', 'urgent']),
      outcome: this.#id(fields['outcome'], at(path, 'outcome')),
      ...(when !== undefined && { when: this.#expression(when, at(path, 'when')) }),
      sources: this.#sourceIds(fields['sources'], at(path, 'sources')),
    };
  }

  #rule(value: unknown, path: string): Rule {
    const fields = this.#record(value, path, ['when', 'outcome', 'because', 'sources']);
    return {
      when: this.#expression(fields['when'], at(path, 'when')),
      outcome: this.#id(fields['outcome'], at(path, 'outcome')),
      ...this.#optionalText(fields, 'because', path),
      sources: this.#sourceIds(fields['sources'], at(path, 'sources')),
    };
  }

  #outcome(value: unknown, path: string): Outcome {
    const fields = this.#record(value, path, ['level', 'heading', 'body', 'actions', 'related']);
    const list = <Value>(name: string, read: (one: unknown, path: string) => Value) =>
      this.#list(fields[name], at(path, name), TREE_LIMITS.list).map((one, index) =>
        read(one, `${at(path, name)}[${index}]`),
      );
    return {
      level: this.#choice(fields['level'], at(path, 'level'), LEVELS),
      heading: this.#text(fields['heading'], at(path, 'heading')),
      body: this.#text(fields['body'], at(path, 'body')),
      actions: list('actions', (one, here) => this.#action(one, here)),
      related: list('related', (one, here) => this.#reading(one, here)),
    };
  }

  #action(value: unknown, path: string): Action {
    const kinds = ['call', 'link', 'form'] as const;
    const kind = this.#choice(isRecord(value) ? value['kind'] : undefined, at(path, 'kind'), kinds);
    const own = { call: ['number'], link: ['href'], form: [] }[kind];
    const fields = this.#record(value, path, ['kind', 'text', ...own]);
    const text = this.#optionalText(fields, 'text', path);
    if (kind === 'form') return { kind, ...text };
    if (kind === 'link') return { kind, ...this.#hrefAndText(fields, path) };
    const number = this.#choice(fields['number'], at(path, 'number'), ['emergency', 'clinic']);
    return { kind, number, ...text };
  }

  #reading(value: unknown, path: string): Reading {
    return this.#hrefAndText(this.#record(value, path, ['href', 'text']), path);
  }

  #hrefAndText(fields: Fields, path: string): Reading {
    return {
      href: this.#href(fields['href'], at(path, 'href')),
      text: this.#text(fields['text'], at(path, 'text')),
    };
  }
}

const TREE_FIELDS = [
  'format',
  'id',
  'version',
  'languages',
  'title',
  'intro',
  'disclaimer',
  'reviewedBy',
  'reviewedOn',
  'reviewMonths',
  'example',
  'sources',
  'start',
  'questions',
  'redFlags',
  'rules',
  'otherwise',
  'outcomes',
];
const QUESTION_FIELDS = ['kind', 'text', 'help', 'why', 'optional', 'next'];
const OPTION_FIELDS = ['id', 'text', 'help', 'redFlag', 'goto', 'exclusive', 'region'];

/* Number() throws on some objects. */
const numberOr = (value: unknown, fallback: number): number =>
  typeof value === 'number' ? value : fallback;

const at = (path: string, name: string): string => (path ? `${path}.${name}` : name);

/** Paragraphs, each as a reader sees it, with a blank line between them. */
const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map(visibleText)
    .filter(Boolean)
    .join('\n\n');
