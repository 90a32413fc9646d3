import { dayOf, isFuture } from '../foundation/dates.js';
import { safeEndpoint } from '../foundation/safe-url.js';
import type { ClinicFacts } from './facts.js';

/** A thing in the graph, in the words of schema.org. */
export interface GraphNode {
  '@id': string;
  '@type': string | string[];
  [property: string]: unknown;
}

/** One node in the words of another. */
export interface GraphRef {
  '@id': string;
}

/** What the clinic's room does not know by itself: numbers and hours. */
export interface GraphTools {
  /** A number with its country code; undefined where it is none of a clinic's. */
  telephone(written: string): string | undefined;
  /** Hours as OpeningHoursSpecification; undefined where something of them cannot be read. */
  hours(
    source: unknown,
    context: { timeZone?: unknown; holidays?: unknown },
    now: number,
  ): { usual: object[]; special: object[] } | undefined;
}

/** What a graph is made with. */
export interface GraphOptions {
  tools: GraphTools;
  /** Where the facts come from: what their relative addresses start from. By default the page. */
  base?: string;
  /** In milliseconds since 1970. */
  now?: number;
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** A graph in the making. */
export class GraphContext {
  readonly nodes = new Map<string, GraphNode>();
  /** Ids of what is there for its own sake, and not because something else names it. */
  readonly roots = new Set<string>();
  /** The home page, with a slash at its end; empty where it is not known. */
  readonly site: string;
  readonly #tools: GraphTools;
  readonly #base: string | undefined;
  readonly #now: number;
  readonly #tracked: Set<string>;
  readonly #known: Set<string>;

  constructor(
    readonly url: string | undefined,
    readonly facts: ClinicFacts,
    { tools, base, now = Date.now() }: GraphOptions,
  ) {
    this.#tools = tools;
    this.#base = base ?? url;
    this.#now = now;
    const numbers = (written: (string | undefined)[]) =>
      new Set(written.flatMap((number) => (number && tools.telephone(number)) ?? []));
    this.#known = numbers([facts.phone, ...(facts.places ?? []).map(({ phone }) => phone)]);
    this.#tracked = numbers(facts.trackedPhones ?? []);
    const home = this.address(facts.url) ?? (url && new URL('/', url).href);
    this.site = home?.replace(/[?#].*$/s, '').replace(/\/?$/, '/') ?? '';
  }

  /**
   * Adds what is known of a thing; a node of which nothing is known is none. What was said first holds, but the
   * type is the last one, which knew more.
   */
  add(id: string, type: string | string[], said: Record<string, unknown>): GraphRef | undefined {
    const known = compact(said);
    const there = this.nodes.get(id);
    if (!there && !Object.keys(known).length) return undefined;
    const node = { '@id': id, '@type': type };
    this.nodes.set(id, Object.assign(node, known, there, { '@type': type }));
    return { '@id': id };
  }

  /** The same, for what is there for its own sake. */
  addRoot(
    id: string,
    type: string | string[],
    said: Record<string, unknown>,
  ): GraphRef | undefined {
    const ref = this.add(id, type, said);
    if (ref) this.roots.add(id);
    return ref;
  }

  onPage(name: string): string {
    return `${this.url ?? ''}#${name}`;
  }

  onSite(name: string): string {
    return `${this.site}#${name}`;
  }

  /** An absolute address out of the facts. */
  address(written: string | undefined): string | undefined {
    const found = safeEndpoint(written, this.#base);
    return found && URL.canParse(found) ? found : undefined;
  }

  /** One of the clinic's own numbers. */
  telephone(written: string | undefined): string | undefined {
    return written && this.#tools.telephone(written);
  }

  /**
   * A number that an attribute of the page gives. Call-tracking scripts write into attributes too: where the
   * facts know numbers, it must be one of them.
   */
  telephoneOnPage(written: string | undefined): string | undefined {
    const number = this.telephone(written);
    const isOwn = number && !this.#tracked.has(number);
    return isOwn && (!this.#known.size || this.#known.has(number)) ? number : undefined;
  }

  hours(
    source: unknown,
    context: { timeZone?: unknown; holidays?: unknown },
  ): Record<string, unknown> {
    const hours = source ? this.#tools.hours(source, context, this.#now) : undefined;
    return {
      openingHoursSpecification: hours?.usual,
      specialOpeningHoursSpecification: hours?.special,
    };
  }

  /** The day of a date that has come, `YYYY-MM-DD`. */
  day(written: string | undefined): string | undefined {
    const day = dayOf(written);
    return day && !isFuture(day, this.#now) ? day.iso : undefined;
  }

  /** The same with the time of day, where it is written with its zone. */
  date(written: string | undefined): string | undefined {
    const day = this.day(written);
    return day && written && DATE_TIME.test(written) && !isNaN(Date.parse(written)) ? written : day;
  }
}

/** Without what says nothing: undefined, empty texts and lists, objects of a type alone. */
export function compact(said: Record<string, unknown>): Record<string, unknown> {
  const isSaid = (value: unknown): boolean => {
    if (value === undefined || value === null || value === '') return false;
    if (Array.isArray(value)) return value.length > 0;
    return typeof value !== 'object' || Object.keys(value).some((key) => key !== '@type');
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => isSaid(value)));
}
