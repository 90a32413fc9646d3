import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BookedLinks } from '../../calls/booked-links.js';
import { TEL_LINK, tellOfCall } from '../../calls/call-link.js';
import type { ClinicPlace } from '../../clinic/facts.js';
import { HostFacts } from '../../clinic/host-facts.js';
import { DIRECTIONS, mapPage, type MapPage } from '../../clinic/maps.js';
import { pageFacts } from '../../clinic/page-facts.js';
import { placeOf } from '../../clinic/people-and-places.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { localeOf, messagesAt } from '../../foundation/locale.js';
import { MADE, ownIn } from '../../foundation/made-child.js';
import { collapse } from '../../foundation/text.js';
import { clinicLocation as english } from '../../locales/en/clinic-location.js';
import { lightStyles, styles } from './clinic-location.styles.js';
import { DirectionsOpenEvent, MapOpenEvent } from './events.js';

/* What makes children of attributes and facts, once it is there. */
let making: typeof import('./location-parts.js') | undefined;

/* What children are made of. */
const MADE_OF = [
  'name',
  'street',
  'locality',
  'postalCode',
  'phone',
  'fax',
  'tty',
  'email',
  'hours',
  'image',
  'parking',
  'transit',
  'accessibility',
  'directionsHref',
] as const;

/**
 * One of the clinic's places: where it is, how to get there, when it is open and how to reach it.
 *
 * Write the parts as ordinary children, in any order: a heading, an `address`, a picture, a `tel:` link,
 * `open-hours` or a table of hours, a link to a map, a `dl` with whatever else there is to know. Or give them
 * as attributes, or name a place of the clinic's facts. A child wins over its attribute, and an attribute over
 * the facts. What is made of attributes and facts becomes ordinary children too.
 *
 * @slot - The place's heading, address, picture, number and hours, found by what they are.
 * @fires {CallStartEvent} call-start - A visitor chose to call.
 * @fires {DirectionsOpenEvent} directions-open - A visitor chose to see the way there.
 * @fires {MapOpenEvent} map-open - A visitor chose to see the map.
 * @csspart map - The place of the map.
 * @csspart map-button - The button that shows it.
 * @cssprop [--clinic-location-padding=1.25rem] - Room between the element's edge and its words.
 * @cssprop [--clinic-location-background] - The element's surface; the theme's surface by default.
 * @cssState empty - There is nothing to show.
 * @cssState made - What is made of attributes and facts is there.
 */
export class ClinicLocation extends ClinicElement {
  static override properties: PropertyDeclarations = {
    place: {},
    name: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    href: {},
    street: {},
    locality: {},
    region: {},
    postalCode: { attribute: 'postal-code' },
    country: {},
    phone: {},
    fax: {},
    tty: {},
    email: {},
    hours: {},
    timeZone: { attribute: 'time-zone' },
    holidays: {},
    image: {},
    imageAlt: { attribute: 'image-alt' },
    parking: {},
    transit: {},
    accessibility: {},
    directionsHref: { attribute: 'directions-href' },
    mapSrc: { attribute: 'map-src' },
    map: { state: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** The id of a place in the clinic's facts: what neither children nor attributes say is taken from there. */
  declare place: string | undefined;
  /** What the place is called, as plain text. */
  declare name: string | undefined;
  /** Level of the heading made from `name`, 2 to 6. */
  declare headingLevel: number;
  /** The place's own page: the heading links there. */
  declare href: string | undefined;
  /** Number and street; further lines behind line breaks. */
  declare street: string | undefined;
  /** City or town. */
  declare locality: string | undefined;
  /** State, province or county, as it is written in addresses, e.g. `TX`. */
  declare region: string | undefined;
  /** ZIP or postal code. */
  declare postalCode: string | undefined;
  /**
   * ISO 3166-1 alpha-2, e.g. `GB`: decides in which order the address is written and whose numbers `phone` is
   * written like; `US` by default.
   */
  declare country: string | undefined;
  /** The place's number, as people write it. */
  declare phone: string | undefined;
  /** The fax number; shown as text. */
  declare fax: string | undefined;
  /** The number of a text telephone, for people who do not hear; shown as text. */
  declare tty: string | undefined;
  /** The place's email address. */
  declare email: string | undefined;
  /** When the place is open; as in `open-hours`. */
  declare hours: string | object | undefined;
  /** The place's time zone, an IANA name such as `America/Chicago`. Hours need it. */
  declare timeZone: string | undefined;
  /** Days with other hours; as in `open-hours`. */
  declare holidays: string | object | undefined;
  /** A picture's address: `https`, `http`, relative, or a `data:image/…` URL. */
  declare image: string | undefined;
  /** What the picture shows; empty for decoration. */
  declare imageAlt: string | undefined;
  /** Where to park, in a sentence. */
  declare parking: string | undefined;
  /** Which bus or train goes there, in a sentence. */
  declare transit: string | undefined;
  /** What people with disabilities should know, e.g. where the step-free entrance is. */
  declare accessibility: string | undefined;
  /** A page with the way there; by default one of Google Maps, made of the address. It is asked when a visitor follows it. */
  declare directionsHref: string | undefined;
  /**
   * The `https` address of a map to embed. Nothing is asked from there before a visitor presses the button, who
   * reads first which site it is. It learns nothing of the page that it is shown on, so a key that is bound to a
   * site does not work.
   */
  declare mapSrc: string | undefined;

  /** @internal */
  declare map: 'loading' | 'there' | 'failed' | undefined;

  readonly #known = new HostFacts(this);
  readonly #links = new BookedLinks();
  #watcher?: MutationObserver;

  constructor() {
    super();
    this.headingLevel = 3;
    this.addEventListener?.('click', this.#clicked);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Children may be parsed, or put in by a framework, at any time.
    this.#watcher ??= new MutationObserver(() => this.requestUpdate());
    this.#watcher.observe(this, { childList: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
    this.#links.leave();
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    const facts = this.#facts;
    if (making) making.makeLocation(this, facts, localeOf);
    else if (facts || MADE_OF.some((name) => this[name])) this.#load();
    this.#links.join([...ownIn<HTMLAnchorElement>(this, TEL_LINK)], this.phone || facts?.phone);
    this.setState('made', !!making);
    this.setState('empty', !this.children.length && !collapse(this.textContent) && !this.#mapPage);
  }

  #load(): void {
    import('./location-parts.js').then(
      (loaded) => {
        making = loaded;
        this.requestUpdate();
      },
      () => this.warn('code did not load; what stands in attributes is not shown.'),
    );
  }

  protected override render(): TemplateResult {
    const map = this.#mapPage;
    return html`<slot></slot>${map ? this.#mapView(map) : nothing}`;
  }

  /** What the clinic's facts say of the place; a server does not know them. */
  get #facts(): ClinicPlace | undefined {
    const { all } = this.#known;
    if (!this.place || !all) return undefined;
    const place = placeOf(all, this.place);
    if (!place) this.warn('"place" names none of "places" in the clinic’s facts.');
    return place;
  }

  get #mapPage(): MapPage | undefined {
    const src = this.mapSrc || this.#facts?.map;
    const map = src ? mapPage(src, this.mapSrc ? this.baseURI : pageFacts.base) : undefined;
    if (src && !map) this.warn('a map must have an https address, which may be shown in a frame.');
    return map;
  }

  #mapView(map: MapPage): TemplateResult {
    const { showMap, mapFrom, mapFailed, mapLoading } = messagesAt(this, 'clinicLocation', english);
    const asked = html`<p role="status">${this.map === 'failed' ? mapFailed : mapLoading}</p>`;
    return html`<div class="map" part="map">
      ${
        this.map
          ? asked
          : html`<button part="map-button" type="button" @click=${() => this.#openMap(map)}>
                ${showMap}
              </button>
              ${map.host ? html`<p>${mapFrom(map.host)}</p>` : nothing}`
      }
      <div class="frame"></div>
    </div>`;
  }

  async #openMap(map: MapPage): Promise<void> {
    this.dispatchEvent(new MapOpenEvent());
    this.map = 'loading';
    const box = this.renderRoot.querySelector<HTMLElement>('.frame')!;
    const words = messagesAt(this, 'clinicLocation', english);
    const title = words.mapOf(collapse(this.querySelector('h1, h2, h3, h4, h5, h6')?.textContent));
    try {
      const { openMap } = await import('./location-map.js');
      this.map = (await openMap(box, map, title)) ? 'there' : 'failed';
    } catch {
      this.map = 'failed';
    }
  }

  #clicked = (event: Event): void => {
    tellOfCall(this, event, 'inline');
    const made = `[${MADE}='actions'] > a:not(${TEL_LINK})`;
    const link = (event.target as Element).closest(`${DIRECTIONS}, ${made}`);
    if (link && !event.defaultPrevented) this.dispatchEvent(new DirectionsOpenEvent());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'clinic-location': ClinicLocation;
  }
}
