import type { Lead } from './lead.js';
import type { FieldError, Reply, Transport } from './transports/transport.js';

/** How a delivery ended. */
export type Outcome =
  /** The endpoint says that it has this very lead. */
  | { kind: 'accepted'; receipt: string }
  /** The endpoint wants answers changed. */
  | { kind: 'rejected'; errors: FieldError[] }
  /** It may have arrived or not; the same lead may be sent again. */
  | { kind: 'unconfirmed'; reason: 'network' | 'timeout' | 'reply' }
  /** The endpoint will not take it. */
  | { kind: 'failed' };

/** What delivery does to the world, so that tests can do it otherwise. */
export interface DeliveryTools {
  fetch: (request: Request, signal: AbortSignal) => Promise<Response>;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
  /** Milliseconds that only go up. */
  now: () => number;
  /** From 0 up to, not including, 1. */
  random: () => number;
}

/** Bounds of one delivery; times in milliseconds. */
export interface DeliveryPolicy {
  tries: number;
  tryTime: number;
  wholeTime: number;
  firstPause: number;
  longestPause: number;
}

/** Five tries within a minute: as long as somebody may be asked to look at "Sending…". */
export const DELIVERY_POLICY: Readonly<DeliveryPolicy> = {
  tries: 5,
  tryTime: 10_000,
  wholeTime: 60_000,
  firstPause: 1_000,
  longestPause: 20_000,
};

const inBrowser: DeliveryTools = {
  fetch: (request, signal) => fetch(request, { signal }),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => performance.now(),
  random: Math.random,
};

/**
 * Delivers one lead: several tries with one id, pauses with full jitter between them, never before the
 * time that the endpoint asks for. Tries use plain `fetch`: `keepalive` with a time limit starves the
 * browser's connection pool.
 *
 * Exactly once needs the server's help: browsers resend a POST on their own, so it must fold equal ids.
 */
export async function deliver(
  lead: Lead,
  action: URL,
  transport: Transport,
  tools: DeliveryTools = inBrowser,
  policy: DeliveryPolicy = DELIVERY_POLICY,
): Promise<Outcome> {
  const end = tools.now() + policy.wholeTime;
  let reason: 'network' | 'timeout' | 'reply';
  for (let tried = 0; ;) {
    const reply = await oneTry(
      lead,
      action,
      transport,
      tools,
      Math.min(policy.tryTime, end - tools.now()),
    );
    tried++;
    if (reply === 'network' || reply === 'timeout') reason = reply;
    else if (reply.kind !== 'retry') return reply;
    else reason = 'reply';
    const ceiling = Math.min(policy.longestPause, policy.firstPause * 2 ** (tried - 1));
    const asked = typeof reply === 'object' ? (reply.after ?? 0) : 0;
    const pause = Math.max(asked, tools.random() * ceiling);
    if (tried >= policy.tries || tools.now() + pause >= end) return { kind: 'unconfirmed', reason };
    await tools.wait(pause);
  }
}

async function oneTry(
  lead: Lead,
  action: URL,
  transport: Transport,
  { fetch, wait }: DeliveryTools,
  time: number,
): Promise<Reply | 'network' | 'timeout'> {
  const abort = new AbortController();
  // The body may hang after the headers came, so the limit holds for both.
  // A transport that throws has failed to send, like a network.
  const answered = Promise.resolve()
    .then(() => fetch(transport.request(lead, action), abort.signal))
    .then((response) => transport.reply(lead, response))
    .catch(() => 'network' as const);
  const late = wait(time).then(() => 'timeout' as const);
  const first = await Promise.race([answered, late]);
  if (first === 'timeout') abort.abort();
  return first;
}
