import type { ClinicFacts } from './facts.js';
import { pageFacts } from './page-facts.js';

/** The facts that hold on a page, for every element that lacks some. */
export interface FactsStore {
  /** What is known now; undefined until a `clinic-info` has said something. */
  readonly facts: ClinicFacts | undefined;
  /** Where `clinic.json` came from; the addresses in `facts` are absolute already. */
  readonly base: string | undefined;
  /** Says what holds from now on. `clinic-info` says it with `publishFacts`. */
  set(facts: ClinicFacts | undefined, base?: string): void;
  /** Calls back whenever the facts change; returns the way to stop. */
  follow(listener: () => void): () => void;
}

/** The page's facts. An element with a number or hours takes them by `HostFacts`. */
export function factsStore(): FactsStore {
  const page = pageFacts;
  return {
    get facts() {
      return page.facts;
    },
    get base() {
      return page.base;
    },
    set(facts, base) {
      Object.assign(page, { facts, base, at: undefined });
      for (const follower of [...page.followers]) follower.requestUpdate();
    },
    follow(listener) {
      const follower = { requestUpdate: listener };
      page.followers.add(follower);
      return () => void page.followers.delete(follower);
    },
  };
}
