import type { Element } from 'domhandler';
import type { Spot } from '../json.js';
import type { Page } from './page.js';
import type { Site } from './site.js';

/** An error ends the check with 1. */
export type Severity = 'error' | 'warning';

/** Something that is wrong with a page. */
export interface Finding {
  /** Which rule says so. */
  rule: string;
  severity: Severity;
  /** The page's file, from the folder that was checked; its address, if it was fetched. */
  page: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units. */
  column: number;
  message: string;
  /** What to do. */
  remedy: string;
}

/** Says of one page what is wrong with it. */
export interface Check {
  rules: readonly Rule[];
  check(page: Page, site: Site): Iterable<Fault>;
}

/** One kind of finding. */
export interface Rule {
  id: string;
  severity: Severity;
  /** What is wrong, in a few words. */
  about: string;
}

/** A finding before it is known on which line. */
export interface Fault {
  rule: string;
  /** The element, or one of its attributes, or a place in a file. */
  at: Element | Spot | [element: Element, attribute: string];
  message: string;
  remedy: string;
  /** The rule's by default. */
  severity?: Severity;
  /** Another file than the page, e.g. a `clinic.json`. */
  page?: string;
}

/** "What is wrong. What to do." in its two parts: the elements' own warnings are written so. */
export function inTwo(sentences: string): Pick<Fault, 'message' | 'remedy'> {
  const [, message, remedy] = /^(.*[.”)])\s+(?=[A-Z])(.*)$/su.exec(sentences) ?? [];
  return { message: message ?? sentences, remedy: remedy ?? '' };
}
