/** The door `clinic-elements/guidance`, for servers, builds and tests: decision trees of `condition-checker`. */
export { decisionTable } from './guidance/decision-table.js';
export type { Coverage } from './guidance/explore.js';
export { expressionText, parseExpression, ExpressionError } from './guidance/expression.js';
export type { Expression } from './guidance/expression.js';
export type { Finding, Severity } from './guidance/findings.js';
export { importQuestionnaire } from './guidance/import-questionnaire.js';
export type {
  ImportNote,
  ImportNoteCode,
  QuestionnaireImport,
} from './guidance/import-questionnaire.js';
export { lintFile, lintTree } from './guidance/lint.js';
export type { FileLintResult, LintOptions, LintResult } from './guidance/lint.js';
export { parseTree, TREE_LIMITS, TREE_PROBLEMS } from './guidance/parse-tree.js';
export type { TreeProblem, TreeProblemCode, TreeReading } from './guidance/parse-tree.js';
export { BODY_REGIONS, LEVELS, textIn } from './guidance/tree.js';
export type * from './guidance/tree.js';
export { walk } from './guidance/walk.js';
export type { Decision, Walk } from './guidance/walk.js';
