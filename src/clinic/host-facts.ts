import type { FactsAt } from './facts-at.js';
import type { ClinicFacts } from './facts.js';
import { pageFacts } from './page-facts.js';

/** An element that takes from the page's facts what its author did not say. */
export interface FactsHost {
  /** The id of a place whose facts hold here. */
  place?: string | undefined;
  blind: boolean;
  addController(controller: HostFacts): void;
  requestUpdate(): void;
}

/** The page's facts as they hold for an element, which updates when they change. */
export class HostFacts {
  constructor(private readonly host: FactsHost) {
    host.addController(this);
  }

  /** What is known here; nothing on a server, and before a `clinic-info` has said something. */
  get here(): FactsAt {
    return (!this.host.blind && pageFacts.at?.(this.host.place)) || {};
  }

  /** All that is known, for an element that looks for a clinician or for a place and nothing else. */
  get all(): ClinicFacts | undefined {
    return this.host.blind ? undefined : pageFacts.facts;
  }

  hostConnected(): void {
    pageFacts.followers.add(this.host);
    // They may have changed while it was away.
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    pageFacts.followers.delete(this.host);
  }
}
