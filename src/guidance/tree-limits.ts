import { RULES } from './tree.js';

/** What a tree may hold at most; `guidance.schema.json` says the same. Lengths in characters. */
export const TREE_LIMITS = {
  id: 60,
  line: 300,
  text: 3000,
  address: 2000,
  languages: 20,
  questions: 200,
  options: 60,
  branches: 60,
  redFlags: 200,
  rules: 500,
  outcomes: 200,
  sources: 200,
  list: 30,
} as const;

/** Words of the condition grammar, and the target of the rules. */
export const TAKEN = new Set([RULES, 'and', 'or', 'not', 'in', 'has', 'answered', 'flag', 'count']);
