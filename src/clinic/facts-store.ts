import type { ClinicFacts } from './facts.js';

/** The facts that hold on a page, for every element that lacks some. */
export interface FactsStore {
  readonly protocol: 1;
  /** What is known now; undefined until a `clinic-info` has said something. */
  readonly facts: ClinicFacts | undefined;
  /** Where `clinic.json` came from: what its relative addresses start from. */
  readonly base: string | undefined;
  set(facts: ClinicFacts | undefined, base?: string): void;
  /** Calls back whenever the facts change; returns the way to stop. */
  follow(listener: () => void): () => void;
}

const KEY = Symbol.for('clinic-elements.facts');

/**
 * The page's facts. They are kept on `globalThis`, because elements that load by themselves share no module
 * (docs/decisions/0016-one-number-book.md).
 */
export function factsStore(): FactsStore {
  const holder = globalThis as { [KEY]?: Partial<FactsStore> };
  const there = holder[KEY];
  if (there?.protocol === 1 && there.set && there.follow) return there as FactsStore;
  const made = createFactsStore();
  try {
    // Whatever stood there without being a store stays: it is the page's.
    if (!there) holder[KEY] = made;
  } catch {
    /* a frozen global object: a store for whoever asked */
  }
  return made;
}

/** A store of its own; a page has one, see `factsStore`. */
export function createFactsStore(): FactsStore {
  const listeners = new Set<() => void>();
  let facts: ClinicFacts | undefined;
  let base: string | undefined;
  return {
    protocol: 1,
    get facts() {
      return facts;
    },
    get base() {
      return base;
    },
    set(next, from) {
      facts = next;
      base = from;
      for (const listener of [...listeners]) listener();
    },
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
