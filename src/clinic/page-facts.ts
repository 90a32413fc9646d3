import type { FactsAt } from './facts-at.js';
import type { ClinicFacts } from './facts.js';

/** The facts that hold on a page: plain data, because whoever uses them may bring another copy of the code. */
export interface PageFacts {
  /** Absent until a `clinic-info` has said something. */
  facts?: ClinicFacts;
  /** Whether a `clinic-info` is about to say something. */
  expected?: boolean;
  /** Where `clinic.json` came from; the addresses in `facts` are absolute already. */
  base?: string;
  /** What holds at a place, or for the clinic; comes with the code that reads the file. */
  at?: (place?: string) => FactsAt;
  /** Elements, or whoever else wants to know of a change. */
  followers: Set<{ requestUpdate(): void }>;
}

const KEY = Symbol.for('clinic-elements.facts');
const holder = globalThis as { [KEY]?: PageFacts };

let there: PageFacts = { followers: new Set() };
try {
  there = holder[KEY] ??= there;
} catch {
  /* a frozen global object: elements do without */
}

/**
 * The page's facts. They are kept on `globalThis`, because elements that load by themselves share no module
 * (docs/decisions/0020-page-facts.md).
 */
export const pageFacts: PageFacts = there;
