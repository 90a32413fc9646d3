import { checkNames } from './check-names.js';
import { ExpressionError, parseExpression, type Expression } from './expression.js';
import { at, FieldReader, isRecord, numberOr, type Fields } from './field-reader.js';
import { TREE_LIMITS } from './tree-limits.js';
import type { Tell, TreeProblem } from './tree-problems.js';
import {
  BODY_REGIONS,
  LEVELS,
  RULES,
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
export { TREE_PROBLEMS } from './tree-problems.js';
export type { TreeProblem, TreeProblemCode } from './tree-problems.js';

/** What comes of a file. */
export interface TreeReading {
  /** There only where nothing is wrong: half a tree could leave out the half that matters. */
  tree?: Tree;
  /** At most 100. */
  problems: TreeProblem[];
}

const MOST_PROBLEMS = 100;

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
  const tree = new TreeReader(tell).tree(value);
  if (!problems.length) checkNames(tree, tell);
  return problems.length ? { problems } : { tree, problems };
}

class TreeReader extends FieldReader {
  tree(file: Fields): Tree {
    this.known(file, '', TREE_FIELDS);
    this.readLanguages(file['languages']);
    const { reviewMonths = 12 } = file;
    const months = numberOr(reviewMonths, 0);
    if (!(months >= 1 && months <= 60))
      this.tell('field-invalid', 'reviewMonths', 'Must be a number of months, 1 to 60.');
    return {
      id: this.id(file['id'], 'id'),
      version: this.line(file['version'], 'version'),
      languages: this.languages,
      title: this.text(file['title'], 'title'),
      ...this.optionalText(file, 'intro', ''),
      disclaimer: this.#disclaimer(file['disclaimer']),
      reviewedBy: this.#reviewer(file['reviewedBy']),
      reviewedOn: this.#reviewedOn(file['reviewedOn']),
      reviewMonths: months,
      example: this.boolean(file['example'], 'example'),
      sources: this.#sources(file['sources']),
      start: this.id(file['start'], 'start'),
      questions: this.map(file['questions'], 'questions', (one, path) => this.#question(one, path)),
      redFlags: this.map(file['redFlags'] ?? {}, 'redFlags', (one, path) =>
        this.#redFlag(one, path),
      ),
      rules: this.list(file['rules'], 'rules', TREE_LIMITS.rules).map((one, index) =>
        this.#rule(one, `rules[${index}]`),
      ),
      ...(file['otherwise'] !== undefined && {
        otherwise: this.id(file['otherwise'], 'otherwise'),
      }),
      outcomes: this.map(file['outcomes'], 'outcomes', (one, path) => this.#outcome(one, path)),
    };
  }

  #disclaimer(value: unknown): Text {
    if (value !== undefined) return this.text(value, 'disclaimer');
    this.tell('disclaimer-missing', 'disclaimer', 'A tree without a disclaimer does not start.');
    return {};
  }

  #reviewer(value: unknown): Reviewer {
    if (value === undefined) {
      this.tell('reviewer-missing', 'reviewedBy', 'A tree that nobody reviewed does not start.');
      return { name: '' };
    }
    const fields = this.record(value, 'reviewedBy', ['name', 'credentials', 'url']);
    return {
      name: this.line(fields['name'], 'reviewedBy.name'),
      ...this.optionalLine(fields, 'credentials', 'reviewedBy'),
      ...this.optionalHref(fields, 'reviewedBy'),
    };
  }

  #reviewedOn(value: unknown): string {
    if (value === undefined) {
      const message = 'A tree without the day of its review does not start.';
      this.tell('review-date-missing', 'reviewedOn', message);
    } else if (this.day(value)) {
      return value as string;
    } else {
      this.tell('review-date-invalid', 'reviewedOn', 'Must be a day like 2026-03-04.');
    }
    return '';
  }

  #sources(value: unknown): Map<string, Source> {
    const sources = new Map<string, Source>();
    for (const [index, one] of this.list(value, 'sources', TREE_LIMITS.sources).entries()) {
      const path = `sources[${index}]`;
      const fields = this.record(one, path, ['id', 'title', 'publisher', 'url', 'accessedOn']);
      const id = this.id(fields['id'], at(path, 'id'));
      if (sources.has(id)) this.tell('id-duplicate', at(path, 'id'), 'Another source has this id.');
      const { accessedOn } = fields;
      if (accessedOn !== undefined && !this.day(accessedOn))
        this.tell('field-invalid', at(path, 'accessedOn'), 'Must be a day like 2026-03-04.');
      sources.set(id, {
        title: this.line(fields['title'], at(path, 'title')),
        ...this.optionalLine(fields, 'publisher', path),
        ...this.optionalHref(fields, path),
        ...(accessedOn !== undefined && { accessedOn: accessedOn as string }),
      });
    }
    return sources;
  }

  #sourceIds(value: unknown, path: string): string[] {
    return this.list(value, path, TREE_LIMITS.list).map((id, index) =>
      this.id(id, `${path}[${index}]`),
    );
  }

  #question(value: unknown, path: string): Question {
    const kinds = ['one', 'many', 'region', 'number'] as const;
    const kind = this.choice(isRecord(value) ? value['kind'] : undefined, at(path, 'kind'), kinds);
    const own = kind === 'number' ? ['min', 'max', 'step', 'unit'] : ['options'];
    const fields = this.record(value, path, [...QUESTION_FIELDS, ...own]);
    const base = {
      text: this.text(fields['text'], at(path, 'text')),
      ...this.optionalText(fields, 'help', path),
      ...this.optionalText(fields, 'why', path),
      optional: this.boolean(fields['optional'], at(path, 'optional')),
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
      ...this.optionalText(fields, 'unit', path),
      min: numberOr(min, 0),
      max: numberOr(max, 0),
      step: numberOr(step, 1),
    };
  }

  #options(fields: Fields, kind: ChoiceQuestion['kind'], path: string): Option[] {
    const place = at(path, 'options');
    const list = this.list(fields['options'], place, TREE_LIMITS.options);
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
    const fields = this.record(value, path, OPTION_FIELDS);
    const { redFlag, goto, region } = fields;
    const misplaced = (name: string, remedy: string) =>
      fields[name] !== undefined && this.tell('option-misplaced', at(path, name), remedy);
    if (kind === 'many') misplaced('goto', 'Where several can be chosen, "next" leads on.');
    else misplaced('exclusive', 'Only where several can be chosen does one stand alone.');
    if (kind !== 'region') misplaced('region', 'Only a question of kind "region" has a picture.');
    return {
      id: this.id(fields['id'], at(path, 'id')),
      text: this.text(fields['text'], at(path, 'text')),
      ...this.optionalText(fields, 'help', path),
      ...(redFlag !== undefined && { redFlag: this.id(redFlag, at(path, 'redFlag')) }),
      ...(goto !== undefined && { goto: this.#target(goto, at(path, 'goto')) }),
      exclusive: this.boolean(fields['exclusive'], at(path, 'exclusive')),
      ...(region !== undefined && {
        region: this.choice(region, at(path, 'region'), BODY_REGIONS),
      }),
    };
  }

  #target(value: unknown, path: string): string {
    return value === RULES ? value : this.id(value, path);
  }

  #next(value: unknown, path: string): Branch[] {
    if (!Array.isArray(value)) return [{ goto: this.#target(value, path) }];
    const branches = this.list(value, path, TREE_LIMITS.branches).map((one, index): Branch => {
      const here = `${path}[${index}]`;
      const fields = this.record(one, here, ['when', 'goto']);
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
    const fields = this.record(value, path, ['text', 'level', 'outcome', 'when', 'sources']);
    const { when } = fields;
    return {
      text: this.text(fields['text'], at(path, 'text')),
      level: this.choice(fields['level'], at(path, 'level'), ['emergency', 'urgent']),
      outcome: this.id(fields['outcome'], at(path, 'outcome')),
      ...(when !== undefined && { when: this.#expression(when, at(path, 'when')) }),
      sources: this.#sourceIds(fields['sources'], at(path, 'sources')),
    };
  }

  #rule(value: unknown, path: string): Rule {
    const fields = this.record(value, path, ['when', 'outcome', 'because', 'sources']);
    return {
      when: this.#expression(fields['when'], at(path, 'when')),
      outcome: this.id(fields['outcome'], at(path, 'outcome')),
      ...this.optionalText(fields, 'because', path),
      sources: this.#sourceIds(fields['sources'], at(path, 'sources')),
    };
  }

  #outcome(value: unknown, path: string): Outcome {
    const fields = this.record(value, path, ['level', 'heading', 'body', 'actions', 'related']);
    const list = <Value>(name: string, read: (one: unknown, path: string) => Value) =>
      this.list(fields[name], at(path, name), TREE_LIMITS.list).map((one, index) =>
        read(one, `${at(path, name)}[${index}]`),
      );
    return {
      level: this.choice(fields['level'], at(path, 'level'), LEVELS),
      heading: this.text(fields['heading'], at(path, 'heading')),
      body: this.text(fields['body'], at(path, 'body')),
      actions: list('actions', (one, here) => this.#action(one, here)),
      related: list('related', (one, here) => this.#reading(one, here)),
    };
  }

  #action(value: unknown, path: string): Action {
    const kinds = ['call', 'link', 'form'] as const;
    const kind = this.choice(isRecord(value) ? value['kind'] : undefined, at(path, 'kind'), kinds);
    const own = { call: ['number'], link: ['href'], form: [] }[kind];
    const fields = this.record(value, path, ['kind', 'text', ...own]);
    const text = this.optionalText(fields, 'text', path);
    if (kind === 'form') return { kind, ...text };
    if (kind === 'link') return { kind, ...this.#hrefAndText(fields, path) };
    const number = this.choice(fields['number'], at(path, 'number'), ['emergency', 'clinic']);
    return { kind, number, ...text };
  }

  #reading(value: unknown, path: string): Reading {
    return this.#hrefAndText(this.record(value, path, ['href', 'text']), path);
  }

  #hrefAndText(fields: Fields, path: string): Reading {
    return {
      href: this.href(fields['href'], at(path, 'href')),
      text: this.text(fields['text'], at(path, 'text')),
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
