import {
  advance,
  DELIVERY_POLICY,
  IDLE,
  isBusy,
  type DeliveryAction,
  type DeliveryEvent,
  type DeliveryPolicy,
  type Message,
  type Outcome,
  type Timer,
} from './delivery.js';
import { newLeadId } from './id.js';
import type { Parcel, Transport } from './transports/transport.js';

/** What a courier does to the world, so that tests can do it otherwise. */
export interface CourierTools {
  fetch(request: Request, init?: RequestInit): Promise<Response>;
  /** Calls back after so many milliseconds; returns the way to stop. */
  timer(ms: number, callback: () => void): () => void;
  /** Resolves in the next task. */
  nextTask(): Promise<void>;
  now(): number;
  random(): number;
  isOnline(): boolean;
  newId(): string;
  /** Calls back when the page's policy refused a request to this address; returns the way to stop. */
  onBlocked(address: URL, callback: () => void): () => void;
}

/** One form's way to the clinic. */
export interface Route {
  transport: Transport;
  /** The message as it is to be sent now, under the given id. */
  pack(message: Message, token: string | undefined): Parcel;
  /** Fetches a fresh token; absent where the endpoint needs none. */
  fetchToken?: () => Promise<string>;
}

/* Browsers refuse a body of more than 64 KiB that is to outlive the page. */
const MOST_KEPT_ALIVE = 60_000;

export const inBrowser: CourierTools = {
  // Any init puts the policy of the request back to the page's.
  fetch: (request, init) => fetch(request, { ...init, referrerPolicy: request.referrerPolicy }),
  timer(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  nextTask: () => new Promise((resolve) => setTimeout(resolve)),
  now: () => performance.now(),
  random: Math.random,
  isOnline: () => navigator.onLine,
  newId: newLeadId,
  onBlocked(address, callback) {
    const listen = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
      // A policy names the origin alone where the address is another site's.
      if (effectiveDirective === 'connect-src' && address.href.startsWith(blockedURI)) callback();
    };
    document.addEventListener('securitypolicyviolation', listen);
    return () => document.removeEventListener('securitypolicyviolation', listen);
  },
};

/** Runs the delivery machine in a browser: requests, timers, and what it is told of the page. */
export class Courier {
  #state = IDLE;
  #timers = new Map<Timer, () => void>();
  #abort?: AbortController;
  #route?: Route;
  #token?: string;
  #end?: (outcome: Outcome) => void;

  /**
   * @param show - called with what to say while a message is on its way
   * @param late - called when a message that was called unconfirmed turns out to have arrived
   */
  constructor(
    private readonly show: (what: 'sending' | 'slow' | 'offline') => void,
    private readonly late: (outcome: Outcome) => void,
    private readonly policy: () => Partial<DeliveryPolicy> = () => ({}),
    private readonly tools: CourierTools = inBrowser,
  ) {}

  /** Whether a message is on its way or waits for a network. */
  get busy(): boolean {
    return isBusy(this.#state);
  }

  /** Whether a message waits for a network, and nothing of it is being sent. */
  get waiting(): boolean {
    return this.#state.phase === 'offline';
  }

  /**
   * Sends answers. Resolves with what became of them; undefined where another message is on its way, whose
   * sender will be told.
   *
   * @param answers - all answers as one string: equal answers are one message
   */
  send(answers: string, route: Route): Promise<Outcome | undefined> {
    if (this.busy && !this.waiting) return Promise.resolve(undefined);
    // A second press while offline: the first one's promise ends with the second's.
    const before = this.#end;
    this.#route = route;
    return new Promise((resolve) => {
      this.#end = (outcome) => {
        before?.(outcome);
        resolve(outcome);
      };
      this.#happen({ type: 'send', answers, newId: this.tools.newId() });
    });
  }

  /** Tells of the page: see `DeliveryEvent`. */
  tell(type: 'online' | 'leave' | 'return' | 'reset'): void {
    this.#happen({ type });
  }

  #happen(event: DeliveryEvent): void {
    const { tools } = this;
    const [state, actions] = advance(this.#state, event, {
      now: tools.now(),
      random: () => tools.random(),
      online: tools.isOnline(),
      policy: { ...DELIVERY_POLICY, ...this.policy() },
      foldsEqualIds: this.#route?.transport.foldsEqualIds ?? false,
      hasTokens: this.#route?.fetchToken !== undefined,
    });
    this.#state = state;
    for (const action of actions) this.#act(action);
  }

  #act(action: DeliveryAction): void {
    switch (action.do) {
      case 'try':
        return void this.#try(action.message, action.serial);
      case 'abort':
        return this.#abort?.abort();
      case 'flush':
        return this.#flush(action.message);
      case 'refresh':
        return void this.#refresh();
      case 'start':
        this.#timers.get(action.timer)?.();
        this.#timers.set(
          action.timer,
          this.tools.timer(action.ms, () => this.#happen({ type: 'time', timer: action.timer })),
        );
        return;
      case 'stop':
        return this.#timers.get(action.timer)?.();
      case 'show':
        return this.show(action.what);
      case 'end': {
        const tell = this.#end ?? this.late;
        this.#end = undefined;
        return tell(action.outcome);
      }
    }
  }

  async #try(message: Message, serial: number): Promise<void> {
    const { transport, pack } = this.#route!;
    const abort = (this.#abort = new AbortController());
    let blocked = false;
    let stopListening: (() => void) | undefined;
    try {
      const parcel = pack(message, this.#token);
      stopListening = this.tools.onBlocked(parcel.action, () => (blocked = true));
      const response = await this.tools.fetch(transport.request(parcel), {
        signal: abort.signal,
        // With a time limit `keepalive` starves the browser's connections; without folding there is none.
        keepalive: !transport.foldsEqualIds && sizeOf(parcel) < MOST_KEPT_ALIVE,
      });
      const reply = await transport.reply(parcel.lead, response);
      this.#happen({ type: 'reply', id: message.id, serial, reply });
    } catch {
      // The event that tells of a policy comes a task after the failure.
      await this.tools.nextTask();
      this.#happen({ type: 'lost', serial, reason: blocked ? 'blocked' : 'network' });
    } finally {
      stopListening?.();
    }
  }

  #flush(message: Message): void {
    const { transport, pack } = this.#route!;
    try {
      const parcel = pack(message, this.#token);
      if (sizeOf(parcel) >= MOST_KEPT_ALIVE) return;
      this.tools.fetch(transport.request(parcel), { keepalive: true }).catch(() => {});
    } catch {
      // The page goes away; there is nobody to tell.
    }
  }

  async #refresh(): Promise<void> {
    try {
      this.#token = await this.#route!.fetchToken!();
      this.#happen({ type: 'token', ok: true });
    } catch {
      this.#happen({ type: 'token', ok: false });
    }
  }
}

/** About how many bytes the request's body has. */
function sizeOf({ lead, files }: Parcel): number {
  const text = new TextEncoder().encode(JSON.stringify(lead)).length;
  return files.reduce((sum, [, file]) => sum + file.size, text);
}
