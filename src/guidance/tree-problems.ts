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

/** Hears what is wrong, and where. */
export type Tell = (code: TreeProblemCode, path: string, message: string) => void;
