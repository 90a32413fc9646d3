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
  #done?: Proof;
  #abort?: AbortController;
  #answers?: string;
  #hurry?: () => void;

  constructor(private readonly tools: ProofTools) {}

  attach(form: HTMLFormElement): void {
    EventTarget.prototype.addEventListener.call(form, 'focusin', () => this.#begin());
    if (Element.prototype.matches.call(form, ':focus-within')) this.#begin();
  }

  /**
   * The proof for a message; undefined where there is none in time. The same answers keep their proof, others
   * get a new one.
   *
   * @param patience - how long to wait for it, in milliseconds
   * @returns also whether the page is being left: there is no time then
   */
  async read(answers: string, patience: number): Promise<{ payload?: string; left: boolean }> {
    if (this.#answers !== undefined && this.#answers !== answers) this.stop();
    this.#begin();
    this.#answers = answers;
    if (!this.#work) return { left: false };
    let left = false;
    const leave = () => {
      left = true;
      this.#hurry?.();
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<undefined>((resolve) => {
      this.#hurry = () => resolve(undefined);
      timer = setTimeout(this.#hurry, patience);
    });
    window.addEventListener('pagehide', leave);
    const proof = await Promise.race([this.#work, enough]);
    window.removeEventListener('pagehide', leave);
    clearTimeout(timer);
    return { payload: proof?.payload, left };
  }

  /** Ends the work; the next message has a challenge of its own. */
  stop(): void {
    this.#abort?.abort();
    this.#hurry?.();
    this.#work = this.#done = this.#answers = undefined;
  }

  #begin(): void {
    if (this.#done && this.#done.expiresAt <= Date.now()) this.stop();
    const address = this.#work ? undefined : this.tools.address();
    if (!address) return;
    const { signal } = (this.#abort = new AbortController());
    this.#work = this.tools
      .load()
      .then(({ proveWork }) => proveWork(address, signal))
      .then(
        (proof) => (this.#done = proof),
        () => {
          if (!signal.aborted) {
            this.tools.warn(
              'no proof of work: "challenge-url" must answer with an ALTCHA challenge (version 2, PBKDF2); messages go out without one.',
            );
          }
          return undefined;
        },
      );
  }
}
