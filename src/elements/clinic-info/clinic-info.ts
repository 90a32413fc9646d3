import { html, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ClinicFacts } from '../../clinic/facts.js';
import type { FactsError, LoadedFacts } from '../../clinic/load-facts.js';
import { pageFacts } from '../../clinic/page-facts.js';
import type { FactsProblem } from '../../clinic/read-facts.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { lightStyles } from './clinic-info.styles.js';
import { ClinicInfoErrorEvent, ClinicInfoLoadEvent } from './events.js';

/* What a message calls it, and how it is read with what loads later. */
type Source = [
  name: string,
  read: (desk: typeof import('../../clinic/load-facts.js')) => LoadedFacts | Promise<LoadedFacts>,
];

/* What a console is told of one file. */
const MOST_TOLD = 10;

/* Those on the page, in the order in which they came: the first one speaks. */
const onPage = new Set<ClinicInfo>();

/** No more facts are on their way: whoever waits for some goes on without. */
function giveUp(): void {
  if (!pageFacts.expected) return;
  pageFacts.expected = false;
  for (const follower of [...pageFacts.followers]) follower.requestUpdate();
}

/**
 * The clinic's own facts for the whole page: names, numbers, hours, holidays and places, out of one `clinic.json`
 * for the site. Elements that lack a number, hours or an address take them from it, and follow when they change.
 *
 * The facts are in the file at `src`, as JSON in a `<script type="application/json">` child, or given by property.
 * With both, the child's hold until the file is there, and where it does not come. There is nothing to see;
 * no element waits for it to paint. When the element leaves the page, its facts stay. docs/clinic-json.md has the
 * format.
 *
 * With facts it also keeps the page's schema.org graph in the head, made of them and of what the page shows, and
 * silent beside an SEO plugin's (docs/structured-data.md).
 *
 * @slot - The JSON; nothing between the tags is shown.
 * @fires {ClinicInfoLoadEvent} clinic-info-load - The facts are there, out of `src` or the child.
 * @fires {ClinicInfoErrorEvent} clinic-info-error - They could not be had; what was known before stays.
 * @cssState settled - Nothing is on its way.
 */
export class ClinicInfo extends ClinicElement {
  static override properties: PropertyDeclarations = {
    src: {},
    facts: { attribute: false },
    noStructuredData: { attribute: 'no-structured-data', type: Boolean },
  };
  static override lightStyles: CSSResult = lightStyles;

  /** Where clinic.json is, `https` or relative. Fetched once for a page; at most 1 MB, within 10 seconds. */
  declare src: string | undefined;
  /** The facts themselves, in place of `src` and child. Give another object to change them. */
  declare facts: ClinicFacts | undefined;
  /** Makes no schema.org graph for the page: where the server prints it, or nobody should. */
  declare noStructuredData: boolean;

  #abort?: AbortController;
  #watcher?: MutationObserver;
  /** Whether it has said something, which it then takes back when its sources are taken away. */
  #spoke = false;
  #stopGraph?: () => void;

  constructor() {
    super();
    this.noStructuredData = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    onPage.add(this);
    // The child may be parsed, or changed by a script, after the element is there.
    this.#watcher ??= new MutationObserver(() => this.#start());
    this.#watcher.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.hasUpdated) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
    this.#abort?.abort();
    this.#stopGraph?.();
    this.#stopGraph = undefined;
    const [first, second] = onPage;
    onPage.delete(this);
    if (first !== this) return;
    if (second) second.#start();
    else giveUp();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.#abort || changed.has('src') || changed.has('facts')) this.#start();
    else if (changed.has('noStructuredData')) void this.#keepGraph();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #start(): void {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    const [first] = onPage;
    if (first === this) return void this.#say(signal);
    if (first) this.warn('there is one on the page already, and that one holds. Leave this out.');
    this.setState('settled', true);
  }

  /** Says what its sources say, one after the other. */
  async #say(signal: AbortSignal): Promise<void> {
    const sources = this.#sources(signal);
    if (sources.length) pageFacts.expected = true;
    else giveUp();
    if (!sources.length && this.#spoke) {
      const { publishFacts } = await import('../../clinic/load-facts.js');
      if (signal.aborted) return;
      publishFacts(undefined);
      this.#spoke = false;
    }
    let failed = false;
    for (const [name, read] of sources) {
      let outcome: Event;
      try {
        const desk = await import('../../clinic/load-facts.js');
        const found = await read(desk);
        if (signal.aborted) return;
        this.#spoke = true;
        desk.publishFacts(found.facts, found.base);
        this.#tell(name, found.problems);
        failed = false;
        outcome = new ClinicInfoLoadEvent();
      } catch (error) {
        if (signal.aborted) return;
        // By its code and not by its class: what loads later may be another copy of the class.
        const { code = 'network', status, message } = error as FactsError;
        this.warn(`no facts from ${name} (${code}${status ? ` ${status}` : ''}): ${message}`);
        failed = true;
        outcome = new ClinicInfoErrorEvent(code, status);
      }
      // What the page's own script gave is no news to it.
      if (!this.facts) this.dispatchEvent(outcome);
    }
    if (signal.aborted) return;
    if (failed) giveUp();
    pageFacts.expected = false;
    this.setState('settled', true);
    await this.#keepGraph();
  }

  /** Has the page's graph made once there are facts, unless that is not wanted. */
  async #keepGraph(): Promise<void> {
    const isWanted = () => this.#spoke && !this.noStructuredData && [...onPage][0] === this;
    if (isWanted() && !this.#stopGraph) {
      try {
        const [{ startStructuredData }, { hoursForGraph: hours, telephone }] = await Promise.all([
          import('../../clinic/structured-data.js'),
          import('../../calls/schema-org.js'),
        ]);
        if (isWanted()) this.#stopGraph ??= startStructuredData(document, { hours, telephone });
      } catch {
        this.warn('code did not load: the page has no structured data of ours.');
      }
    }
    if (isWanted()) return;
    this.#stopGraph?.();
    this.#stopGraph = undefined;
  }

  #sources(signal: AbortSignal): Source[] {
    const { src, facts, baseURI } = this;
    if (facts) return [['"facts"', (desk) => desk.factsFromObject(facts, baseURI)]];
    const json = this.querySelector('[type^="application/json" i]')?.textContent;
    const sources: Source[] = [];
    if (json?.trim())
      sources.push(['the JSON inside', (desk) => desk.factsFromText(json, baseURI)]);
    if (src) sources.push(['"src"', (desk) => desk.loadFacts(src, baseURI, signal)]);
    return sources;
  }

  #tell(name: string, problems: FactsProblem[]): void {
    for (const { path, message } of problems.slice(0, MOST_TOLD))
      this.warn(`${path} in ${name}: ${message}`);
    const more = problems.length - MOST_TOLD;
    if (more > 0) this.warn(`${more} more in ${name}. clinic.schema.json finds them all.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'clinic-info': ClinicInfo;
  }
}
