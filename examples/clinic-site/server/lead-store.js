// @ts-check
/**
 * Keeps leads on disk: each answered lead survives a crash, and each id is kept once.
 */
import { createHash, randomInt } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { ClassicLevel } from 'classic-level';

/** @import { Lead } from 'clinic-elements/leads' */
/** @import { ProofResult } from './proof-of-work.js' */

/**
 * A lead as it was stored.
 * @typedef {object} StoredLead
 * @property {number} number 1 for the first lead, then counting up in order of arrival
 * @property {string} receivedAt ISO 8601, UTC
 * @property {string} receipt what the visitor may quote on the phone, `FH-7K3Q-92`
 * @property {Lead} lead
 * @property {ProofResult} [proof] what its proof of work was worth when it arrived; none by default
 * @property {string} [replacedBy] the receipt of the lead that the visitor sent in its place
 */

/** The store cannot be opened now; the same request may work later. */
export class StoreUnavailableError extends Error {
  /** @override */
  name = 'StoreUnavailableError';
}

const FOLD_EQUAL_CONTENT_MS = 10 * 60 * 1000;

/** No letter that looks or sounds like another sign, and no vowel, so that no word appears. */
const RECEIPT_SIGNS = '23456789CDFGHJKMNPQRTVWXY';
const RECEIPT_DIGITS = '23456789';

/** Level sorts keys as text; this many digits keep the order of arrival for ever. */
const NUMBER_DIGITS = 12;
const leadKey = (/** @type {number} */ number) =>
  `lead!${String(number).padStart(NUMBER_DIGITS, '0')}`;
const AFTER_ALL_LEADS = 'lead!~';
const idKey = (/** @type {string} */ id) => `id!${id}`;
const receiptKey = (/** @type {string} */ receipt) => `receipt!${receipt}`;
const contentKey = (/** @type {string} */ digest) => `content!${digest}`;
/** Says which lead stands in the place of this one, which may arrive later, or never. */
const replacedKey = (/** @type {string} */ id) => `replaced!${id}`;

/**
 * What a visitor wrote and to which form, without what differs between two tries: id, times, and line
 * breaks, which a form post always writes as CR LF.
 * @param {Lead} lead
 */
const contentOf = (lead) =>
  JSON.stringify(
    [
      lead.form,
      Object.keys(lead.fields)
        .sort()
        .map((name) => [name, lead.fields[name]]),
    ],
    (_, value) => (typeof value === 'string' ? value.replace(/\r\n/g, '\n') : value),
  );

/** Lets one task at a time run for each key. */
class KeyedQueue {
  /** @type {Map<string, Promise<unknown>>} */
  #last = new Map();

  /**
   * @template Result
   * @param {string} key
   * @param {() => Promise<Result>} task
   * @returns {Promise<Result>}
   */
  async run(key, task) {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}

export class LeadStore {
  #folder;
  #receiptPrefix;
  #lockPatienceMs;
  #now;
  #isClosed = false;
  /** @type {Promise<ClassicLevel<string, string>> | undefined} */
  #opening;
  #lastNumber = 0;
  #perKey = new KeyedQueue();
  /** @type {{ lead: Lead, digest: string | undefined, proof: ProofResult | undefined, done: (stored: StoredLead) => void, failed: (reason: unknown) => void }[]} */
  #waiting = [];
  /** @type {Promise<void> | undefined} */
  #writing;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /**
   * Opens nothing yet: the first use does.
   * @param {object} options
   * @param {string} options.folder where the data lives; made if missing
   * @param {string} [options.receiptPrefix] the clinic's initials
   * @param {number} [options.lockPatienceMs] how long to wait for another process (one that is
   *   being replaced, most likely) to let go of the folder
   * @param {() => Date} [options.now]
   */
  constructor({ folder, receiptPrefix = 'FH', lockPatienceMs = 10_000, now = () => new Date() }) {
    this.#folder = folder;
    this.#receiptPrefix = receiptPrefix;
    this.#lockPatienceMs = lockPatienceMs;
    this.#now = now;
  }

  /**
   * Stores a lead, once: a lead whose id is already here is not stored again. When this returns,
   * the lead is on the disk.
   *
   * @param {Lead} lead
   * @param {object} [options]
   * @param {boolean} [options.foldEqualContent] also take equal answers to the same form within
   *   10 minutes for the same lead: for senders whose id is new each time
   * @param {ProofResult} [options.proof]
   * @returns {Promise<{ stored: StoredLead, isNew: boolean }>} the lead as it was first stored
   * @throws {StoreUnavailableError}
   */
  async record(lead, { foldEqualContent = false, proof } = {}) {
    if (!foldEqualContent) return this.#recordOnce(lead, undefined, proof);
    const digest = createHash('sha256').update(contentOf(lead)).digest('hex');
    return this.#perKey.run(contentKey(digest), async () => {
      const equal = await this.#recentlyStored(digest);
      return equal ? { stored: equal, isNew: false } : this.#recordOnce(lead, digest, proof);
    });
  }

  /**
   * Leads, newest first.
   * @param {object} [options]
   * @param {number} [options.before] only leads that arrived before the one with this number
   * @param {number} [options.limit] at most this many
   * @returns {Promise<StoredLead[]>}
   */
  async newest({ before, limit = -1 } = {}) {
    const database = await this.#open();
    const values = database.values({
      gt: 'lead!',
      lt: before === undefined ? AFTER_ALL_LEADS : leadKey(before),
      reverse: true,
      limit,
    });
    return this.#withReplacements(await values.all());
  }

  /**
   * Leads that arrived after the one with this number, oldest first.
   * @param {number} number
   * @param {number} limit at most this many
   * @returns {Promise<StoredLead[]>}
   */
  async arrivedAfter(number, limit) {
    const database = await this.#open();
    const values = database.values({ gt: leadKey(number), lt: AFTER_ALL_LEADS, limit });
    return this.#withReplacements(await values.all());
  }

  /**
   * @param {string[]} values
   * @returns {Promise<StoredLead[]>}
   */
  async #withReplacements(values) {
    const database = await this.#open();
    /** @type {StoredLead[]} */
    const leads = values.map((value) => JSON.parse(value));
    const receipts = await database.getMany(leads.map(({ lead }) => replacedKey(lead.id)));
    return leads.map((stored, index) => {
      const replacedBy = receipts[index];
      return replacedBy === undefined ? stored : { ...stored, replacedBy };
    });
  }

  /** The number of the newest lead; 0 when there is none. */
  async lastNumber() {
    await this.#open();
    return this.#lastNumber;
  }

  /**
   * Calls back each time that leads were stored.
   * @param {() => void} listener
   */
  onStored(listener) {
    this.#listeners.add(listener);
  }

  /** Finishes what is being written and lets go of the folder, for good. */
  async close() {
    this.#isClosed = true;
    await this.#writing;
    await this.#letGo();
  }

  async #letGo() {
    const opening = this.#opening;
    this.#opening = undefined;
    const database = await opening?.catch(() => undefined);
    await database?.close().catch(() => undefined);
  }

  /**
   * @param {Lead} lead
   * @param {string | undefined} digest
   * @param {ProofResult | undefined} proof
   * @returns {Promise<{ stored: StoredLead, isNew: boolean }>}
   */
  async #recordOnce(lead, digest, proof) {
    return this.#perKey.run(idKey(lead.id), async () => {
      const database = await this.#open();
      const number = await database.get(idKey(lead.id));
      if (number !== undefined) return { stored: await this.#read(Number(number)), isNew: false };
      return { stored: await this.#write(lead, digest, proof), isNew: true };
    });
  }

  /** @param {string} digest */
  async #recentlyStored(digest) {
    const database = await this.#open();
    const number = await database.get(contentKey(digest));
    if (number === undefined) return undefined;
    const stored = await this.#read(Number(number));
    const age = this.#now().valueOf() - Date.parse(stored.receivedAt);
    return age < FOLD_EQUAL_CONTENT_MS ? stored : undefined;
  }

  /**
   * @param {number} number
   * @returns {Promise<StoredLead>}
   */
  async #read(number) {
    const database = await this.#open();
    const value = await database.get(leadKey(number));
    if (value === undefined) throw new Error(`lead ${number} is in an index but not in the store`);
    return JSON.parse(value);
  }

  /**
   * @param {Lead} lead
   * @param {string | undefined} digest
   * @param {ProofResult | undefined} proof
   * @returns {Promise<StoredLead>}
   */
  #write(lead, digest, proof) {
    return new Promise((done, failed) => {
      this.#waiting.push({ lead, digest, proof, done, failed });
      this.#writing ??= this.#writeWaiting().finally(() => {
        this.#writing = undefined;
      });
    });
  }

  /**
   * Writes what waits in one durable batch after another. One writer, so that numbers appear in
   * order (a reader who has seen 7 will never find a new 6), and so that many leads share one
   * flush to the disk.
   */
  async #writeWaiting() {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0);
      try {
        const database = await this.#open();
        const receivedAt = this.#now().toISOString();
        const batch = database.batch();
        /** @type {StoredLead[]} */
        const stored = [];
        for (const { lead, digest, proof } of group) {
          const taken = stored.map(({ receipt }) => receipt);
          const receipt = await this.#freshReceipt(taken);
          const number = this.#lastNumber + stored.length + 1;
          const entry = { number, receivedAt, receipt, lead, proof };
          stored.push(entry);
          batch
            .put(leadKey(number), JSON.stringify(entry))
            .put(idKey(lead.id), String(number))
            .put(receiptKey(receipt), String(number));
          if (digest) batch.put(contentKey(digest), String(number));
          for (const id of lead.supersedes ?? []) batch.put(replacedKey(id), receipt);
        }
        // `sync` waits for the disk: an answered lead outlives a power cut, not only a crash.
        await batch.write({ sync: true });
        this.#lastNumber += stored.length;
        group.forEach(({ done }, index) => done(/** @type {StoredLead} */ (stored[index])));
        this.#listeners.forEach((listener) => listener());
      } catch (reason) {
        // Whether the batch reached the disk is not known: open again and count what is there.
        await this.#letGo();
        group.forEach(({ failed }) => failed(reason));
      }
    }
  }

  /**
   * @param {string[]} taken
   * @returns {Promise<string>}
   */
  async #freshReceipt(taken) {
    const database = await this.#open();
    const pick = (/** @type {string} */ signs, /** @type {number} */ count) =>
      Array.from({ length: count }, () => signs[randomInt(signs.length)]).join('');
    for (;;) {
      const receipt = `${this.#receiptPrefix}-${pick(RECEIPT_SIGNS, 4)}-${pick(RECEIPT_DIGITS, 2)}`;
      if (!taken.includes(receipt) && !(await database.has(receiptKey(receipt)))) return receipt;
    }
  }

  async #open() {
    // While what was accepted before is still being written, the folder stays open.
    if (this.#isClosed && !this.#opening) throw new StoreUnavailableError('The store is closed.');
    this.#opening ??= this.#openWithPatience().catch((reason) => {
      // The next request tries again.
      this.#opening = undefined;
      throw reason;
    });
    return this.#opening;
  }

  async #openWithPatience() {
    await mkdir(this.#folder, { recursive: true });
    const database = /** @type {ClassicLevel<string, string>} */ (new ClassicLevel(this.#folder));
    const patienceEnds = Date.now() + this.#lockPatienceMs;
    for (;;) {
      try {
        await database.open();
        break;
      } catch (reason) {
        if (!isLocked(reason)) throw reason;
        if (Date.now() > patienceEnds) {
          throw new StoreUnavailableError('Another process is using the data folder.');
        }
        await pause(50);
      }
    }
    const [last] = await database
      .keys({ lt: AFTER_ALL_LEADS, gt: 'lead!', reverse: true, limit: 1 })
      .all();
    this.#lastNumber = last ? Number(last.slice('lead!'.length)) : 0;
    return database;
  }
}

/**
 * Whether two leads say the same to the same form.
 * @param {Lead} one
 * @param {Lead} other
 */
export const haveEqualContent = (one, other) => contentOf(one) === contentOf(other);

/** @param {unknown} reason */
const isLocked = (reason) =>
  reason instanceof Error &&
  typeof reason.cause === 'object' &&
  reason.cause !== null &&
  'code' in reason.cause &&
  reason.cause.code === 'LEVEL_LOCKED';
