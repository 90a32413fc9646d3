// @ts-check
/**
 * Proof of work: challenges for browsers, and what came of them. A signal for whoever reads the inbox, never
 * a reason to refuse: a phone without time to work is no robot.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { CappedMap, createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** @import { Lead } from 'clinic-elements/leads' */

/** @typedef {'verified' | 'not verified' | 'none'} ProofResult */

/* As long as somebody may take to write. */
const LIFETIME_MS = 60 * 60 * 1000;
/* 50 to 150 steps of some 3 ms: half a second on a desk, a few seconds on an old phone. */
const COST = 5_000;
const FEWEST_STEPS = 50;
const MOST_STEPS = 150;
const MOST_REMEMBERED = 100_000;

export class ProofOfWork {
  #secret;
  /** Which lead each proof came with. A restart forgets: then one counts twice at most. */
  #used = /** @type {CappedMap<string, string>} */ (new CappedMap({ maxSize: MOST_REMEMBERED }));

  /**
   * @param {object} [options]
   * @param {string} [options.secret] signs challenges; where several processes answer, the same for all.
   *   By default made anew, so that challenges from before a restart no longer count
   */
  constructor({ secret = randomBytes(32).toString('hex') } = {}) {
    this.#secret = secret;
  }

  /** A fresh challenge: ALTCHA, version 2. */
  challenge() {
    return createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: COST,
      counter: randomInt(FEWEST_STEPS, MOST_STEPS),
      deriveKey,
      expiresAt: new Date(Date.now() + LIFETIME_MS),
      hmacSignatureSecret: this.#secret,
    });
  }

  /**
   * Whether a lead brings a proof for a challenge of ours that came with no other lead. Never throws.
   *
   * @param {Lead} lead
   * @returns {Promise<ProofResult>}
   */
  async check({ id, signals: { proof } }) {
    if (proof === undefined) return 'none';
    try {
      const { challenge, solution } = JSON.parse(atob(proof));
      const { verified } = await verifySolution({
        challenge,
        solution,
        deriveKey,
        hmacSignatureSecret: this.#secret,
      });
      if (!verified) return 'not verified';
      this.#used.setIfAbsent(challenge.signature, id);
      return this.#used.get(challenge.signature) === id ? 'verified' : 'not verified';
    } catch {
      return 'not verified';
    }
  }
}
