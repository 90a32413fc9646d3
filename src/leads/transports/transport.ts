import type { Lead } from '../lead.js';

/** One message on its way to an endpoint: all that a transport may write into a request. */
export interface Parcel {
  lead: Lead;
  /** Chosen files by field name, in the form's order; they are not part of a lead. */
  files: readonly (readonly [name: string, file: File])[];
  /** The endpoint, as the page wrote it. */
  action: URL;
  /** How the endpoint calls an attribution parameter, e.g. `utm_source` → `input_12`. */
  attributionNames: Readonly<Record<string, string>>;
  /** What `token-url` answered last; absent without one. */
  token?: string;
}

/** What is wrong with one answer, or with the message as a whole where `field` is absent. */
export interface FieldError {
  /** The field's name in the form. */
  field?: string;
  /** Plain text, for the visitor. */
  message: string;
}

/** What an endpoint's answer means. `after`: wait at least so many milliseconds. */
export type Reply =
  /** It has the lead: only where it says so. */
  | {
      kind: 'accepted';
      /** A reference to quote on the phone; empty where the endpoint gives none. */
      receipt: string;
      /** What the endpoint wants the visitor to read, as plain text. */
      message?: string;
      /** The page that the endpoint wants the visitor to see next, not yet checked. */
      next?: string;
    }
  /** It wants answers changed, and has not taken the lead. */
  | { kind: 'rejected'; errors: FieldError[] }
  /** It has not taken the lead for now (429, 503). */
  | { kind: 'busy'; after?: number }
  /** It may have the lead or not: a captive portal's page, a cut answer, a crash. */
  | { kind: 'unclear'; after?: number }
  /** It wants to know who asks (401, 403): a fresh token may help, once. */
  | { kind: 'denied' }
  /** It never will take it as it is: trying again is of no use. */
  | { kind: 'failed' };

/** An ordinary form post, by which the visitor leaves the page; it says nothing of how it ended. */
export interface FormPost {
  /** What the post needs beside the visitor's own fields, as names and values of hidden inputs. */
  formFields(parcel: Parcel): Iterable<readonly [name: string, value: string]>;
}

/** How leads are written for one kind of endpoint, and how its answers are read. */
export interface Transport extends Partial<FormPost> {
  /**
   * The endpoint keeps equal ids once, so that the same lead may be sent again without asking. Where it
   * does not, a try whose end is unknown is never repeated by itself.
   */
  readonly foldsEqualIds?: boolean;
  /** Files go along. Without, a form with a chosen file is not sent. */
  readonly carriesFiles?: boolean;
  /** A request for one try, not yet sent. */
  request(parcel: Parcel): Request;
  /** Reads an answer; never throws on what a server may say. */
  reply(lead: Lead, response: Response): Promise<Reply>;
}
