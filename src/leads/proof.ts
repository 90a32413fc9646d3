import { solveChallenge, type Challenge, type DeriveKeyFunction } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { LEAD_LIMITS } from './lead.js';
import { readObject } from './transports/reply.js';

/** What a browser worked out, to be sent with a lead. */
export interface Proof {
  /** For `signals.proof`: base64 of the JSON `{ challenge, solution }`. */
  payload: string;
  /** When the challenge ends, by the server's clock; milliseconds since 1970. */
  expiresAt: number;
}

const FETCH_LIMIT = 10_000;
const WORK_LIMIT = 60_000;
/* One step cannot be stopped half-way: this is about a second on a slow phone. */
const MOST_COST = 500_000;
const MOST_KEY_LENGTH = 64;

/* The library lets other things run every 200 ms: too seldom for somebody who types. */
const SLICE = 16;

const PBKDF2 = /^PBKDF2\/SHA-(?:256|384|512)$/;

/**
 * Fetches a challenge and does its work. Each step is the browser's own PBKDF2, off the main thread. Sends no
 * cookie and nothing of the visitor's.
 *
 * @param address - answers with an ALTCHA challenge, version 2 (https://altcha.org)
 * @param signal - ends the work
 * @throws where no proof comes of it, whatever the reason
 */
export async function proveWork(address: URL, signal: AbortSignal): Promise<Proof> {
  signal.throwIfAborted();
  // Own timer: AbortSignal.timeout names its error differently in WebKit.
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, FETCH_LIMIT);
  signal.addEventListener('abort', stop);
  try {
    const response = await fetch(address, {
      signal: controller.signal,
      credentials: 'omit',
      cache: 'no-store',
    });
    const challenge: unknown = response.ok ? await readObject(response) : undefined;
    clearTimeout(timer);
    if (!isChallenge(challenge)) throw new Error('not a challenge');
    const solution = await solveChallenge({
      challenge,
      controller,
      deriveKey: inSlices(),
      timeout: WORK_LIMIT,
    });
    if (!solution) throw new Error('stopped');
    const { parameters, signature } = challenge;
    const payload = btoa(JSON.stringify({ challenge: { parameters, signature }, solution }));
    // A proof that is too long would cost the lead.
    if (payload.length > LEAD_LIMITS.proof) throw new Error('too long');
    return { payload, expiresAt: (parameters.expiresAt ?? Infinity) * 1000 };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** One step after the other, with room between them for what the visitor does. */
function inSlices(): DeriveKeyFunction {
  let last = performance.now();
  return async (...step) => {
    if (performance.now() - last > SLICE) {
      await new Promise((resolve) => setTimeout(resolve));
      last = performance.now();
    }
    return deriveKey(...step);
  };
}

/** The library checks prefix and hexadecimal digits itself. */
function isChallenge(value: unknown): value is Challenge {
  const { parameters, signature } = (value ?? {}) as Partial<Challenge>;
  const { algorithm, nonce, salt, keyPrefix, cost, keyLength, expiresAt } = (parameters ??
    {}) as Partial<Challenge['parameters']>;
  return (
    [signature, algorithm, nonce, salt, keyPrefix].every((text) => typeof text === 'string') &&
    PBKDF2.test(algorithm!) &&
    isCount(cost, MOST_COST) &&
    isCount(keyLength, MOST_KEY_LENGTH) &&
    (expiresAt === undefined || Number.isFinite(expiresAt))
  );
}

const isCount = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
