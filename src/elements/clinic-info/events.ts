import type { FactsErrorCode } from '../../clinic/load-facts.js';

/** The clinic's facts are there, out of `src` or the element's child. Bubbles; the facts are not in it. */
export class ClinicInfoLoadEvent extends Event {
  constructor() {
    super('clinic-info-load', { bubbles: true, composed: true });
  }
}

/** The clinic's facts could not be had; what was known before stays. Bubbles; carries a code and no body. */
export class ClinicInfoErrorEvent extends Event {
  constructor(
    /** What went wrong. */
    readonly code: FactsErrorCode,
    /** The HTTP status, where there was one. */
    readonly status?: number,
  ) {
    super('clinic-info-error', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'clinic-info-load': ClinicInfoLoadEvent;
    'clinic-info-error': ClinicInfoErrorEvent;
  }
}
