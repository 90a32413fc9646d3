import { html, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ReviewReading } from '../../clinic/review.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { localeOf } from '../../foundation/locale.js';
import { ReviewStaleEvent } from './events.js';
import { lightStyles, styles } from './medical-review.styles.js';

/** Who reviews: a clinician, or the clinic. */
export type MedicalReviewerType = 'person' | 'organization';

/* What reads days and makes the sentence. */
let desk: typeof import('./review-desk.js') | undefined;

/**
 * Who reviewed an article's medical facts, and when.
 *
 * Write the sentence yourself, with a link to the reviewer and `<time datetime="2026-03-04">`; it stays as it
 * is. Or give it as attributes, and the element adds it as an ordinary child. It never says a day that does
 * not exist or has not come. A review that grew too old is still told of, since it took place.
 *
 * @slot - The sentence. A `time` with `class="updated"` or `itemprop="dateModified"` is the day of the last change.
 * @fires {ReviewStaleEvent} review-stale - The review is older than `stale-after`; once for its day.
 * @csspart icon - The drawing before the words.
 * @cssprop [--medical-review-color] - The icon's colour; made from the brand by default.
 * @cssState stale - The review is older than `stale-after`.
 */
export class MedicalReview extends ClinicElement {
  static override properties: PropertyDeclarations = {
    reviewer: {},
    credentials: {},
    reviewerHref: { attribute: 'reviewer-href' },
    reviewerType: { attribute: 'reviewer-type' },
    reviewed: {},
    modified: {},
    policyHref: { attribute: 'policy-href' },
    staleAfter: { attribute: 'stale-after' },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** Who reviewed the article: the name of a clinician, or of the clinic. */
  declare reviewer: string | undefined;
  /** What makes the reviewer fit for it, e.g. `MD, FAAOS`. */
  declare credentials: string | undefined;
  /** The address of a page about the reviewer. */
  declare reviewerHref: string | undefined;
  /** Whether the reviewer is a `person`, who needs credentials, or an `organization`. */
  declare reviewerType: MedicalReviewerType;
  /** The day of the review, ISO 8601, e.g. `2026-03-04`. A day in the future is not shown. */
  declare reviewed: string | undefined;
  /** The day of the last change of the text, ISO 8601. A day in the future is not shown. */
  declare modified: string | undefined;
  /** The address of a page that says how articles are reviewed. */
  declare policyHref: string | undefined;
  /**
   * When a review is too old: an ISO 8601 duration such as `P24M`, `P1Y6M` or `P90D`, a number of months, or
   * `none`. 24 months by default.
   */
  declare staleAfter: string | undefined;

  /* The day that was told of as too old. */
  #told?: string;

  constructor() {
    super();
    this.reviewerType = 'person';
  }

  protected override render(): TemplateResult {
    return html`<svg class="icon" part="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 3l7 2.5v5.2c0 4.6-2.9 8.4-7 10.3-4.1-1.9-7-5.7-7-10.3V5.5z" />
        <path d="M8.6 11.9l2.5 2.5 4.4-4.9" />
      </svg>
      <slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  protected override updated(): void {
    if (desk) this.#tell(desk.keepReview(this, localeOf));
    else
      import('./review-desk.js').then(
        (loaded) => {
          desk = loaded;
          this.requestUpdate();
        },
        () => this.warn('code did not load.'),
      );
  }

  /** Says once of a day that it is too long ago. */
  #tell({ stale, reviewed }: ReviewReading): void {
    this.setState('stale', stale);
    if (!stale || !reviewed || reviewed.iso === this.#told) return;
    this.#told = reviewed.iso;
    this.dispatchEvent(new ReviewStaleEvent(reviewed.iso));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'medical-review': MedicalReview;
  }
}
