import { dayOf } from '../foundation/dates.js';
import { explore, type Coverage, type Exploration, type ExploreOptions } from './explore.js';
import { findingOf, type Finding } from './findings.js';
import { lintFacts } from './lint-facts.js';
import { lintPaths } from './lint-paths.js';
import { lintWords } from './lint-words.js';
import { parseTree } from './parse-tree.js';
import type { Tree } from './tree.js';

export interface LintOptions extends ExploreOptions {
  /** The ISO 8601 day that the review is compared with; today. */
  today?: string;
}

export interface LintResult {
  /** By what they are about: the tree itself, its texts, its ways. */
  findings: Finding[];
  coverage: Coverage;
}

/**
 * Looks for what is wrong with a tree that can be read: answers that lead nowhere, a red flag that comes to
 * nothing, a question that nobody reaches, a text that says what somebody has. Where `coverage.exhaustive` is
 * true, what it says of ways holds for every set of answers.
 */
export function lintTree(tree: Tree, options: LintOptions = {}): LintResult {
  return lintExplored(tree, explore(tree, options), options.today);
}

/** The same, where what answers come to is known. */
export function lintExplored(tree: Tree, exploration: Exploration, today?: string): LintResult {
  const now = dayOf(today)?.time ?? Date.now();
  const faults = [...lintFacts(tree, now), ...lintWords(tree), ...lintPaths(tree, exploration)];
  return { findings: faults.map(findingOf), coverage: exploration.coverage };
}

export interface FileLintResult {
  findings: Finding[];
  /** Undefined where the file is no tree: then nothing was tried. */
  coverage?: Coverage;
  tree?: Tree;
}

/** The same for what a file says, parsed as JSON: why it is refused, or what is wrong with the tree. */
export function lintFile(value: unknown, options: LintOptions = {}): FileLintResult {
  const { tree, problems } = parseTree(value);
  if (!tree) return { findings: problems.map(findingOf) };
  return { ...lintTree(tree, options), tree };
}
