/** Why a message is not known to have arrived. */
export type ContactFailure = 'invalid' | 'rejected' | 'unconfirmed' | 'failed';

/**
 * A visitor's answers are about to be sent. Cancelable; carries values, and so neither bubbles nor leaves
 * the element: only a listener on this very element hears it.
 */
export class ContactSubmitEvent extends Event {
  constructor(
    /** The answers as they will be sent. */
    readonly data: FormData,
  ) {
    super('contact-submit', { cancelable: true });
  }
}

/** The endpoint confirmed the message. Bubbles, for analytics; carries no answer. */
export class ContactSentEvent extends Event {
  constructor(
    /** The form's name. */
    readonly form: string,
    /** The endpoint's reference for the message. */
    readonly receipt: string,
  ) {
    super('contact-sent', { bubbles: true, composed: true });
  }
}

/** The message is not known to have arrived. Bubbles, for analytics; carries no answer. */
export class ContactFailedEvent extends Event {
  constructor(
    /** The form's name. */
    readonly form: string,
    readonly reason: ContactFailure,
  ) {
    super('contact-failed', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'contact-submit': ContactSubmitEvent;
    'contact-sent': ContactSentEvent;
    'contact-failed': ContactFailedEvent;
  }
}
