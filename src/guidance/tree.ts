import type { Expression } from './expression.js';

/** How soon somebody should be seen, the most severe first. */
export const LEVELS = ['emergency', 'urgent', 'soon', 'routine', 'self'] as const;
export type Level = (typeof LEVELS)[number];

/** Regions that the picture of a body can show. */
export const BODY_REGIONS = [
  'head',
  'neck',
  'shoulder',
  'arm',
  'hand',
  'upper-back',
  'middle-back',
  'lower-back',
  'buttock',
  'hip',
  'thigh',
  'knee',
  'lower-leg',
  'foot',
] as const;
export type BodyRegion = (typeof BODY_REGIONS)[number];

/** A text by language (BCP 47), e.g. `{ en: 'Where does it hurt?' }`: plain, a blank line ends a paragraph. */
export type Text = Readonly<Record<string, string>>;

/** Where a tree leads on: the id of a question or of an outcome, or `rules`. */
export type Target = string;

/** The target at which a tree's rules decide. */
export const RULES = 'rules';

/** A way that is taken where its condition holds; the last of a list has none. */
export interface Branch {
  when?: Expression;
  goto: Target;
}

export interface Option {
  /** Unlike those of the same question: letters, digits and hyphens. */
  id: string;
  text: Text;
  help?: Text;
  /** Choosing it raises this red flag. */
  redFlag?: string;
  /** Where choosing it leads, whatever `next` says; `one` and `region` only. */
  goto?: Target;
  /** In `many`: it stands alone, as "none of these" does. */
  exclusive?: boolean;
  /** In `region`: what it is on the picture. */
  region?: BodyRegion;
}

interface QuestionBase {
  text: Text;
  help?: Text;
  /** Why this is asked, for the visitor. */
  why?: Text;
  /** May be passed over without an answer. */
  optional?: boolean;
  /** Never empty; the first that holds is taken, and the last always does. */
  next: readonly Branch[];
}

export interface ChoiceQuestion extends QuestionBase {
  kind: 'one' | 'many' | 'region';
  options: readonly Option[];
}

export interface NumberQuestion extends QuestionBase {
  kind: 'number';
  /** The least and the largest that can be answered, both included. */
  min: number;
  max: number;
  /** The distance between answers; 1. */
  step: number;
  /** What is counted, e.g. years. */
  unit?: Text;
}

export type Question = ChoiceQuestion | NumberQuestion;

/** A sign that must not be missed. */
export interface RedFlag {
  /** What it is, for the clinician who signs. Never shown to a visitor. */
  text: Text;
  level: 'emergency' | 'urgent';
  /** An outcome at least as severe. */
  outcome: string;
  /** Raised also where this holds. */
  when?: Expression;
  /** Ids of the tree's sources. */
  sources: readonly string[];
}

export interface Rule {
  when: Expression;
  outcome: string;
  /** Why, for the clinician who signs. Never shown to a visitor. */
  because?: Text;
  sources: readonly string[];
}

/** What a visitor can do now. */
export type Action =
  /** `emergency` is the number for emergencies where the clinic is, `clinic` the clinic's own. */
  | { kind: 'call'; number: 'emergency' | 'clinic'; text?: Text }
  /** `href`: https, http or relative to the page. */
  | { kind: 'link'; href: string; text: Text }
  /** To the page's contact form. */
  | { kind: 'form'; text?: Text };

/** A page to read. */
export interface Reading {
  /** https, http or relative to the page. */
  href: string;
  text: Text;
}

export interface Outcome {
  level: Level;
  heading: Text;
  body: Text;
  actions: readonly Action[];
  related: readonly Reading[];
}

export interface Source {
  title: string;
  publisher?: string;
  url?: string;
  /** ISO 8601 day on which it was read. */
  accessedOn?: string;
}

export interface Reviewer {
  name: string;
  /** E.g. `MD, spine surgeon`. */
  credentials?: string;
  url?: string;
}

/** A decision tree as it was read and checked (`parseTree`): whatever it names is there. */
export interface Tree {
  id: string;
  version: string;
  /** BCP 47; the first is the one that the others are translated from. */
  languages: readonly [string, ...string[]];
  title: Text;
  intro?: Text;
  /** Goes with the tree's start and with each outcome. */
  disclaimer: Text;
  reviewedBy: Reviewer;
  /** ISO 8601 day. */
  reviewedOn: string;
  /** How many months a review holds; 12. */
  reviewMonths: number;
  /** A worked example, not reviewed for use: whoever shows it says so. */
  example: boolean;
  sources: ReadonlyMap<string, Source>;
  start: string;
  /** In the order of the file. */
  questions: ReadonlyMap<string, Question>;
  redFlags: ReadonlyMap<string, RedFlag>;
  rules: readonly Rule[];
  /** The outcome where no rule holds; undefined where nothing leads to `rules`. */
  otherwise?: string;
  outcomes: ReadonlyMap<string, Outcome>;
}

/** What was answered: an option's id, several, a number, or null for a question passed over. */
export type Answer = string | readonly string[] | number | null;

/** By question. Answers to questions that are not on the way are passed over. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** What can be chosen; nothing where a number is asked for. */
export const optionsOf = (question: Question): readonly Option[] =>
  question.kind === 'number' ? [] : question.options;

/** A text in a language, in the nearest that there is, or in the tree's first. */
export function textIn(text: Text, language: string): string {
  const wanted = language.toLowerCase();
  const base = wanted.split('-')[0];
  const found =
    Object.keys(text).find((key) => key.toLowerCase() === wanted) ??
    Object.keys(text).find((key) => key.toLowerCase().split('-')[0] === base) ??
    Object.keys(text)[0];
  return found === undefined ? '' : (text[found] ?? '');
}

/** Whether one level is as severe as another, or more. */
export const atLeast = (level: Level, other: Level): boolean =>
  LEVELS.indexOf(level) <= LEVELS.indexOf(other);
