import { explore, type Ending, type Exploration } from './explore.js';
import { expressionText, type Expression } from './expression.js';
import type { Finding } from './findings.js';
import { lintExplored, type LintOptions } from './lint.js';
import { readTreeReview } from './review.js';
import {
  optionsOf,
  RULES,
  textIn,
  type Action,
  type Outcome,
  type Question,
  type Source,
  type Text,
  type Tree,
} from './tree.js';
import type { Decision } from './walk.js';
import { answersWords, conditionWords } from './words.js';

/**
 * The table that a clinician signs, in Markdown: everything that a tree can say and where it leads, what the
 * linter says of it, and a line for the signature. The words around the tree's own are English.
 *
 * @param language - BCP 47, of the tree's texts; its first
 */
export function decisionTable(
  tree: Tree,
  language: string = tree.languages[0],
  options: LintOptions = {},
): string {
  const exploration = explore(tree, options);
  const { findings } = lintExplored(tree, exploration, options.today);
  const table = new Table(tree, language);
  return `${[
    ...table.head(),
    ...table.redFlags(),
    ...table.questions(),
    ...table.rules(),
    ...table.outcomes(exploration),
    ...table.verdict(exploration, findings),
    ...SIGNATURE,
  ].join('\n\n')}\n`;
}

const SIGNATURE = [
  '## Signature',
  'I have read this table. The tree may be shown to visitors of the clinic’s site until the review is due.',
  'Name: ________________________________',
  'Date: ________________________________',
  'Signature: ________________________________',
];

/** Text of others, in a line or a cell of Markdown. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~]/g, '\\$&');
const code = (text: string): string => `\`${text}\``;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const grid = (head: readonly string[], rows: readonly string[][]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const number = (value: number): string => value.toLocaleString('en-US');
const count = (value: number, what: string): string =>
  `${number(value)} ${what}${value === 1 ? '' : 's'}`;

const KINDS: Record<Question['kind'], string> = {
  one: 'one of',
  region: 'one place on the body',
  many: 'any of',
  number: 'a number',
};

class Table {
  readonly #sources: Map<string, number>;

  constructor(
    private readonly tree: Tree,
    private readonly language: string,
  ) {
    this.#sources = new Map([...tree.sources.keys()].map((id, index) => [id, index + 1]));
  }

  head(): string[] {
    const { tree } = this;
    const { name, credentials, url } = tree.reviewedBy;
    const { due } = readTreeReview(tree, 0);
    return [
      `# ${this.#text(tree.title)}`,
      ...(tree.example
        ? ['**A worked example: not reviewed for use. A clinician must review it first.**']
        : []),
      grid(
        ['Tree', `${code(tree.id)}, version ${plain(tree.version)}`],
        [
          ['Languages', `${tree.languages.join(', ')}; here: ${this.language}`],
          ['Reviewed by', plain([name, credentials, url].filter(Boolean).join(', '))],
          ['Reviewed on', `${tree.reviewedOn}${due ? `; holds until ${due.iso}` : ''}`],
          ...(tree.intro ? [['Introduction', this.#text(tree.intro)]] : []),
          ['Disclaimer', this.#text(tree.disclaimer)],
        ],
      ),
      '## Sources',
      [...tree.sources.values()].map((one, index) => `${index + 1}. ${source(one)}`).join('\n') ||
        'None.',
    ];
  }

  redFlags(): string[] {
    const rows = [...this.tree.redFlags].map(([id, { text, level, outcome, when, sources }]) => [
      `${this.#text(text)} (${code(id)})`,
      level,
      this.#target(outcome),
      [...this.#carriers(id), ...(when ? [this.#condition(when)] : [])].join('<br>') || 'nothing',
      this.#cited(sources),
    ]);
    return [
      '## Red flags',
      'An emergency ends the questions at once. What is urgent is kept to the end, and decides unless the rest leads as high.',
      rows.length ? grid(['Sign', 'Level', 'Leads to', 'Raised by', 'Sources'], rows) : 'None.',
    ];
  }

  #carriers(flag: string): string[] {
    return [...this.tree.questions.values()].flatMap((question) =>
      optionsOf(question)
        .filter(({ redFlag }) => redFlag === flag)
        .map(({ text }) => `“${this.#text(text)}” in “${this.#text(question.text)}”`),
    );
  }

  questions(): string[] {
    const { questions, start } = this.tree;
    return [
      '## Questions',
      `The first is ${this.#target(start)}.`,
      ...[...questions].flatMap(([id, question], index) => [
        `### ${index + 1}. ${this.#text(question.text)}`,
        list([
          `${code(id)}: ${KINDS[question.kind]}${question.optional ? ', may be passed over' : ''}`,
          ...(question.help ? [`Help: ${this.#text(question.help)}`] : []),
          ...(question.why ? [`Why: ${this.#text(question.why)}`] : []),
          ...(question.kind === 'number' ? [this.#range(question)] : []),
        ]),
        ...(question.kind === 'number' ? [] : [this.#options(question)]),
        this.#next(question),
      ]),
    ];
  }

  #range({ min, max, step, unit }: Extract<Question, { kind: 'number' }>): string {
    const units = unit ? ` ${this.#text(unit)}` : '';
    return `From ${min} to ${max}${units}${step === 1 ? '' : `, in steps of ${step}`}`;
  }

  #options({ options }: Exclude<Question, { kind: 'number' }>): string {
    return grid(
      ['Answer', 'Raises', 'Leads to'],
      options.map(({ id, text, help, redFlag, goto, exclusive }) => [
        `${this.#text(text)} (${code(id)})${help ? `<br>${this.#text(help)}` : ''}${exclusive ? '<br>stands alone' : ''}`,
        redFlag === undefined ? '' : `${code(redFlag)} ${this.tree.redFlags.get(redFlag)?.level}`,
        goto === undefined ? 'as below' : this.#target(goto),
      ]),
    );
  }

  #next({ next }: Question): string {
    return list(
      next.map(({ when, goto }, index) => {
        const otherwise = index ? 'Else' : 'Then';
        return `${when ? `If ${this.#condition(when)}` : otherwise}: ${this.#target(goto)}`;
      }),
    );
  }

  rules(): string[] {
    const { rules, otherwise } = this.tree;
    return [
      '## Rules',
      'The first that holds decides. None takes a red flag back.',
      ...(rules.length
        ? [
            grid(
              ['', 'If', 'Leads to', 'Because', 'Sources'],
              rules.map(({ when, outcome, because, sources }, index) => [
                String(index + 1),
                this.#condition(when),
                this.#target(outcome),
                because ? this.#text(because) : '',
                this.#cited(sources),
              ]),
            ),
          ]
        : []),
      otherwise === undefined ? 'Nothing leads here.' : `Else: ${this.#target(otherwise)}.`,
    ];
  }

  outcomes({ endings, coverage }: Exploration): string[] {
    return [
      '## Outcomes',
      `Of ${count(coverage.paths, 'way')} that were tried. These count answers that stand for others; they say nothing of how many visitors go them.`,
      ...[...this.tree.outcomes].flatMap(([id, outcome]) => {
        const here = endings.filter((one) => one.outcome === id);
        const sum = here.reduce((total, { paths }) => total + paths, 0);
        return [
          `### ${this.#text(outcome.heading)}`,
          list([
            `${code(id)}: **${outcome.level}**, ${count(sum, 'way')}`,
            ...this.#words(outcome),
          ]),
          ...(here.length ? [this.#endings(here)] : []),
        ];
      }),
    ];
  }

  #words({ body, actions, related }: Outcome): string[] {
    return [
      `Says: ${this.#text(body)}`,
      ...actions.map((action, index) => `Action ${index + 1}: ${this.#action(action)}`),
      ...related.map(({ href, text }) => `To read: ${this.#text(text)} (${plain(href)})`),
    ];
  }

  #action(action: Action): string {
    const text = action.text ? `, “${this.#text(action.text)}”` : '';
    switch (action.kind) {
      case 'call':
        return `call ${action.number === 'emergency' ? 'the emergency number' : 'the clinic'}${text}`;
      case 'link':
        return `link${text} (${plain(action.href)})`;
      case 'form':
        return `the contact form${text}`;
    }
  }

  #endings(endings: readonly Ending[]): string {
    return grid(
      ['Decided by', 'Ways', 'For example'],
      endings.map(({ decision, paths, example }) => [
        this.#decision(decision),
        number(paths),
        plain(answersWords(this.tree, example, this.language)),
      ]),
    );
  }

  #decision(decision: Decision): string {
    switch (decision.by) {
      case 'redFlag':
        return `red flag ${code(decision.flag)}`;
      case 'rule':
        return `rule ${decision.rule + 1}`;
      case 'goto':
        return `the answer to ${code(decision.question)}`;
      case 'otherwise':
        return 'no rule holds';
    }
  }

  verdict({ coverage }: Exploration, findings: readonly Finding[]): string[] {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return [
      '## What the linter says',
      `**${errors ? 'Not fit to be signed.' : coverage.exhaustive ? 'Proved.' : 'Not proved.'}** ${coverageWords(coverage)} ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}.`,
      ...(findings.length
        ? [
            grid(
              ['', 'Code', 'Where', 'What', 'For example'],
              findings.map(({ severity, code: id, path, message, example }) => [
                severity,
                code(id),
                path && code(path),
                plain(message),
                example ? plain(answersWords(this.tree, example, this.language)) : '',
              ]),
            ),
          ]
        : []),
    ];
  }

  #text = (text: Text): string => plain(textIn(text, this.language));

  #condition(when: Expression): string {
    const words = plain(conditionWords(this.tree, when, this.language));
    return `${words} (${code(expressionText(when))})`;
  }

  #target(id: string): string {
    if (id === RULES) return 'the rules';
    const question = this.tree.questions.get(id);
    if (question) return `“${this.#text(question.text)}” (${code(id)})`;
    const outcome = this.tree.outcomes.get(id);
    return `**${outcome ? this.#text(outcome.heading) : id}** (${code(id)}, ${outcome?.level})`;
  }

  #cited = (ids: readonly string[]): string => ids.map((id) => this.#sources.get(id)).join(', ');
}

function source({ title, publisher, url, accessedOn }: Source): string {
  const parts = [title, publisher, url, accessedOn && `read on ${accessedOn}`];
  return plain(parts.filter(Boolean).join(', '));
}

/** What was tried, in words. */
export function coverageWords({
  paths,
  walks,
  exhaustive,
  limit,
}: Exploration['coverage']): string {
  return exhaustive
    ? `Every set of answers goes one of ${count(paths, 'way')} (${count(walks, 'walk')}).`
    : `Not everything was tried: ${count(paths, 'way')}, ${count(walks, 'walk')} of at most ${number(limit)}.`;
}
