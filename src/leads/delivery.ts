import type { FieldError, Reply } from './transports/transport.js';

/**
 * How one message gets to the clinic: a machine that is told what happened and says what to do next. It
 * has no clock, no network and no chance of its own, so that every order of events can be tried in a test;
 * `courier.ts` runs it in a browser.
 *
 * What it holds to: one message at a time; one id for all tries of the same answers; a new id, naming those
 * before it, when the answers changed after a try that may have arrived; "accepted" only on a receipt; an
 * end that is not known is called so. Exactly once needs the endpoint's help: browsers resend a POST on
 * their own, so it must fold equal ids. Where it does not, a try with an unknown end is not repeated.
 */

/** Bounds of one delivery; times in milliseconds. */
export interface DeliveryPolicy {
  /** Requests for one press of Send. */
  tries: number;
  tryTime: number;
  wholeTime: number;
  /** Ceiling of the first pause; it doubles up to `longestPause`. The pause is a random part of it. */
  firstPause: number;
  longestPause: number;
  /** When to say that it takes longer than usual. */
  slowAfter: number;
}

/** Five tries within a minute: as long as somebody may be asked to look at "Sending…". */
export const DELIVERY_POLICY: Readonly<DeliveryPolicy> = {
  tries: 5,
  tryTime: 10_000,
  wholeTime: 60_000,
  firstPause: 1_000,
  longestPause: 20_000,
  slowAfter: 8_000,
};

/** How a delivery ended. */
export type Outcome =
  | { kind: 'accepted'; receipt: string; message?: string; next?: string }
  | { kind: 'rejected'; errors: FieldError[] }
  /** It may have arrived or not. */
  | { kind: 'unconfirmed'; reason: 'network' | 'timeout' | 'reply' }
  /** The endpoint will not take it. */
  | { kind: 'failed' }
  /** The page's own policy keeps the request from being made. */
  | { kind: 'blocked' };

/** The answers of one form, under the id that all their tries share. */
export interface Message {
  id: string;
  /** The answers as one string, to see whether they changed. Never leaves the page. */
  answers: string;
  /** Ids of messages that may have arrived and that this one replaces, the oldest first. */
  supersedes: readonly string[];
  /** A try may have reached the endpoint. */
  mayHaveArrived: boolean;
}

type Phase =
  /** Nothing is on its way. */
  | 'idle'
  /** Nothing is on its way; the last message may have arrived or not. */
  | 'unconfirmed'
  /** Waits for a network; nothing of this try was sent. */
  | 'offline'
  | 'trying'
  | 'pausing'
  /** Waits for a fresh token. */
  | 'refreshing'
  /** The page was left before a message was confirmed; it may come back out of the browser's memory. */
  | 'left';

export interface DeliveryState {
  readonly phase: Phase;
  readonly message?: Message;
  /** Tries since Send was pressed, or since the page came back. */
  readonly tries: number;
  /** Tries of this form, ever: tells a late end from the running try's. */
  readonly serial: number;
  /** No try begins after this. */
  readonly deadline: number;
  /** When the running timer is to end; to notice that the computer slept. */
  readonly due: number;
  readonly refreshed: boolean;
}

export const IDLE: DeliveryState = {
  phase: 'idle',
  tries: 0,
  serial: 0,
  deadline: 0,
  due: 0,
  refreshed: false,
};

export type DeliveryEvent =
  /** Send was pressed. `newId` is used where these answers have none yet. */
  | { type: 'send'; answers: string; newId: string }
  | { type: 'reply'; id: string; serial: number; reply: Reply }
  /** A try ended without an answer. */
  | { type: 'lost'; serial: number; reason: 'network' | 'blocked' }
  | { type: 'time'; timer: Timer }
  | { type: 'token'; ok: boolean }
  | { type: 'online' }
  /** The page is going away, or came back from the browser's memory. */
  | { type: 'leave' }
  | { type: 'return' }
  | { type: 'reset' };

export type Timer = 'next' | 'slow';

export type DeliveryAction =
  | { do: 'try'; message: Message; serial: number }
  /** Gives the running try up. */
  | { do: 'abort' }
  /** Sends once more in a way that outlives the page. */
  | { do: 'flush'; message: Message }
  | { do: 'refresh' }
  /** A timer of one name replaces an earlier one. */
  | { do: 'start'; timer: Timer; ms: number }
  | { do: 'stop'; timer: Timer }
  | { do: 'show'; what: 'sending' | 'slow' | 'offline' }
  | { do: 'end'; outcome: Outcome };

/** What the machine may know of the world when something happens. */
export interface DeliveryWorld {
  /** Milliseconds that only go up. */
  now: number;
  /** From 0 up to, not including, 1. */
  random: () => number;
  /** Whether the browser says that there is a network. */
  online: boolean;
  policy: DeliveryPolicy;
  /** The endpoint keeps equal ids once. */
  foldsEqualIds: boolean;
  /** There is somewhere to fetch a token from. */
  hasTokens: boolean;
}

export type DeliveryStep = readonly [DeliveryState, readonly DeliveryAction[]];

/* Supersedes at most; a lead may hold no more. */
const MOST_EARLIER = 20;
/* A timer later than this was kept back by a sleeping computer or a frozen page. */
const SLEPT = 2_000;

/** One step: what happened, to what state it leads, and what to do about it. Pure. */
export function advance(
  state: DeliveryState,
  event: DeliveryEvent,
  world: DeliveryWorld,
): DeliveryStep {
  switch (event.type) {
    case 'send':
      return send(state, event, world);
    case 'reply':
      return reply(state, event, world);
    case 'lost':
      if (state.phase !== 'trying' || event.serial !== state.serial) return [state, []];
      if (event.reason === 'blocked') return end(state, { kind: 'blocked' });
      return lost(state, 'network', world);
    case 'time':
      return time(state, event.timer, world);
    case 'token':
      if (state.phase !== 'refreshing') return [state, []];
      return event.ok ? tryNow(state, world) : end(state, { kind: 'failed' });
    case 'online':
      return state.phase === 'offline' ? begin(state, world) : [state, []];
    case 'leave':
      return leave(state, world);
    case 'return':
      return state.phase === 'left' ? begin({ ...state, tries: 0 }, world) : [state, []];
    case 'reset':
      return [idle(state), isBusy(state) ? [{ do: 'abort' }, ...stopped] : []];
  }
}

/** Whether a message is on its way, or waits to be. */
export function isBusy({ phase }: DeliveryState): boolean {
  return phase !== 'idle' && phase !== 'unconfirmed';
}

/** Nothing on its way, and no message. */
function idle({ serial }: DeliveryState): DeliveryState {
  return { ...IDLE, serial };
}

const stopped: DeliveryAction[] = [
  { do: 'stop', timer: 'next' },
  { do: 'stop', timer: 'slow' },
];

/** The message that these answers are: the same again, one in the place of another, or a new one. */
function messageOf(
  before: Message | undefined,
  { answers, newId }: { answers: string; newId: string },
): Message {
  if (before?.answers === answers) return before;
  const earlier = before
    ? [...before.supersedes, ...(before.mayHaveArrived ? [before.id] : [])]
    : [];
  return {
    id: newId,
    answers,
    supersedes: earlier.slice(-MOST_EARLIER),
    mayHaveArrived: false,
  };
}

function send(
  state: DeliveryState,
  event: { answers: string; newId: string },
  world: DeliveryWorld,
): DeliveryStep {
  // Offline, the answers may have been changed meanwhile.
  if (isBusy(state) && state.phase !== 'offline') return [state, []];
  const message = messageOf(state.message, event);
  return begin({ ...idle(state), message }, world);
}

/** Starts to try, or goes on after a while without a network: time without one is nobody's fault. */
function begin(state: DeliveryState, world: DeliveryWorld): DeliveryStep {
  const { now, policy } = world;
  const [next, actions] = tryNow({ ...state, deadline: now + policy.wholeTime }, world);
  if (next.phase !== 'trying') return [next, actions];
  return [
    next,
    [
      { do: 'show', what: 'sending' },
      { do: 'start', timer: 'slow', ms: policy.slowAfter },
      ...actions,
    ],
  ];
}

function tryNow(state: DeliveryState, world: DeliveryWorld): DeliveryStep {
  const { message } = state;
  if (!message) return [idle(state), []];
  if (state.tries >= world.policy.tries) return end(state, unconfirmed('network'));
  if (!world.online) return [{ ...state, phase: 'offline' }, [{ do: 'show', what: 'offline' }]];
  const tries = state.tries + 1;
  const serial = state.serial + 1;
  const ms = Math.max(0, Math.min(world.policy.tryTime, state.deadline - world.now));
  return [
    { ...state, phase: 'trying', tries, serial, due: world.now + ms },
    [
      { do: 'try', message, serial },
      { do: 'start', timer: 'next', ms },
    ],
  ];
}

function reply(
  state: DeliveryState,
  { id, serial, reply: said }: { id: string; serial: number; reply: Reply },
  world: DeliveryWorld,
): DeliveryStep {
  if (id !== state.message?.id) return [state, []];
  // A try that was given up without being stopped may still be confirmed.
  if (said.kind === 'accepted') {
    const another = state.phase === 'trying' && serial !== state.serial;
    const running: DeliveryAction[] = another ? [{ do: 'abort' }] : [];
    return [idle(state), [...running, ...stopped, { do: 'end', outcome: said }]];
  }
  if (state.phase !== 'trying' || serial !== state.serial) return [state, []];
  switch (said.kind) {
    case 'rejected':
    case 'failed':
      return end(state, said);
    case 'denied':
      if (!world.hasTokens || state.refreshed) return end(state, { kind: 'failed' });
      return [
        { ...state, phase: 'refreshing', refreshed: true },
        [{ do: 'refresh' }, { do: 'start', timer: 'next', ms: world.policy.tryTime }],
      ];
    case 'busy':
      // Naming one that never arrived does no harm; a proxy may say 503 after the endpoint has stored it.
      return again(arrivedPerhaps(state), 'reply', said.after, world);
    case 'unclear':
      return world.foldsEqualIds
        ? again(arrivedPerhaps(state), 'reply', said.after, world)
        : end(arrivedPerhaps(state), unconfirmed('reply'));
  }
}

function lost(
  state: DeliveryState,
  reason: 'network' | 'timeout',
  world: DeliveryWorld,
): DeliveryStep {
  const next = arrivedPerhaps(state);
  if (!world.foldsEqualIds) return end(next, unconfirmed(reason));
  if (reason === 'network' && !world.online) {
    return [{ ...next, phase: 'offline' }, [...stopped, { do: 'show', what: 'offline' }]];
  }
  return again(next, reason, 0, world);
}

/** Pauses with full jitter before the next try, or ends where there is none left. */
function again(
  state: DeliveryState,
  reason: 'network' | 'timeout' | 'reply',
  after = 0,
  { now, random, policy }: DeliveryWorld,
): DeliveryStep {
  const ceiling = Math.min(policy.longestPause, policy.firstPause * 2 ** (state.tries - 1));
  const ms = Math.max(after, random() * ceiling);
  if (state.tries >= policy.tries || now + ms >= state.deadline)
    return end(state, unconfirmed(reason));
  return [{ ...state, phase: 'pausing', due: now + ms }, [{ do: 'start', timer: 'next', ms }]];
}

function time(state: DeliveryState, timer: Timer, world: DeliveryWorld): DeliveryStep {
  if (timer === 'slow')
    return [
      state,
      isBusy(state) && state.phase !== 'offline' ? [{ do: 'show', what: 'slow' }] : [],
    ];
  const over = world.now - state.due;
  const awake = over > SLEPT ? { ...state, deadline: state.deadline + over } : state;
  switch (state.phase) {
    case 'trying': {
      const [next, actions] = lost(awake, 'timeout', world);
      // Without folding the request goes on: it may arrive yet, and nothing is sent beside it.
      return [next, world.foldsEqualIds ? [{ do: 'abort' }, ...actions] : actions];
    }
    case 'pausing':
      return tryNow(awake, world);
    case 'refreshing':
      return end(awake, { kind: 'failed' });
    default:
      return [state, []];
  }
}

/**
 * An unconfirmed message goes out once more too. WebKit ends every request of a page as soon as it asks for the
 * next one, and refuses new ones: where that one is slow to come, all tries are used up before the page goes.
 */
function leave(state: DeliveryState, { foldsEqualIds }: DeliveryWorld): DeliveryStep {
  const { message, phase } = state;
  const isOpen = phase !== 'idle' && phase !== 'offline' && phase !== 'left';
  if (!message || !isOpen || !foldsEqualIds) return [state, []];
  return [
    { ...arrivedPerhaps(state), phase: 'left' },
    [{ do: 'abort' }, ...stopped, { do: 'flush', message }],
  ];
}

function end(state: DeliveryState, outcome: Outcome): DeliveryStep {
  const phase = outcome.kind === 'unconfirmed' ? 'unconfirmed' : 'idle';
  return [{ ...idle(state), phase, message: state.message }, [...stopped, { do: 'end', outcome }]];
}

function arrivedPerhaps(state: DeliveryState): DeliveryState {
  return state.message ? { ...state, message: { ...state.message, mayHaveArrived: true } } : state;
}

function unconfirmed(reason: 'network' | 'timeout' | 'reply'): Outcome {
  return { kind: 'unconfirmed', reason };
}
