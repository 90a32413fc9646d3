import type { Proof, proveWork } from '../../leads/proof.js';

/** The longest that a press of Send waits for work that is not done; milliseconds. */
export const PROOF_PATIENCE = 2_000;

/** What the work needs of its form. */
export interface ProofTools {
  /** Where to fetch a challenge; undefined where none is wanted. */
  address(): URL | undefined;
  /** Fetches the code that works. */
  load(): Promise<{ proveWork: typeof proveWork }>;
  warn(message: string): void;
}

/**
 * Has the browser work for a form from the first focus on, while the visitor writes. Whatever goes wrong, the
 * message goes out without a proof.
 */
export class FormProof {
  #work?: Promise<Proof | undefined>;
  #abort?: AbortController;
  #answers?: string;
  #hurry?: () => void;

  constructor(private readonly tools: ProofTools) {}

  attach(form: HTMLFormElement): void {
    EventTarget.prototype.addEventListener.call(form, 'focusin', () => void this.#begin());
    if (Element.prototype.matches.call(form, ':focus-within')) void this.#begin();
  }

  /**
   * The proof for a message; undefined where there is none in time. The same answers keep their proof, others
   * get a new one.
   *
   * @param patience - how long to wait for it, in milliseconds
   */
  async read(answers: string, patience: number): Promise<string | undefined> {
    if (this.#answers !== undefined && this.#answers !== answers) this.stop();
    if (!this.#begin()) return undefined;
    this.#answers = answers;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<undefined>((resolve) => {
      this.#hurry = () => resolve(undefined);
      timer = setTimeout(this.#hurry, patience);
    });
    const proof = await Promise.race([this.#fresh(), enough]);
    clearTimeout(timer);
    return proof?.payload;
  }

  /** Ends the work; the next message has a challenge of its own. */
  stop(): void {
    this.#abort?.abort();
    this.#hurry?.();
    this.#work = this.#answers = undefined;
  }

  /** The challenge may have ended while the visitor wrote. Asked for again once: a clock may be wrong. */
  async #fresh(): Promise<Proof | undefined> {
    const proof = await this.#work;
    if (!proof || proof.expiresAt > Date.now()) return proof;
    this.#work = undefined;
    return this.#begin();
  }

  /** Begins where it has not begun. Undefined where no proof is wanted. */
  #begin(): Promise<Proof | undefined> | undefined {
    const address = this.#work ? undefined : this.tools.address();
    if (address) this.#work = this.#prove(address, (this.#abort = new AbortController()).signal);
    return this.#work;
  }

  async #prove(address: URL, signal: AbortSignal): Promise<Proof | undefined> {
    try {
      const { proveWork } = await this.tools.load();
      return await proveWork(address, signal);
    } catch {
      if (!signal.aborted) {
        this.tools.warn(
          'no proof of work: "challenge-url" must answer with an ALTCHA challenge (version 2, PBKDF2); messages go out without one.',
        );
      }
      return undefined;
    }
  }
}
