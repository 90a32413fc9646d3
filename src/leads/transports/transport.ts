import type { Lead } from '../lead.js';

/** What is wrong with one answer, or with the message as a whole where `field` is absent. */
export interface FieldError {
  /** The field's name in the form. */
  field?: string;
  /** Plain text, for the visitor. */
  message: string;
}

/** What an endpoint's answer means. */
export type Reply =
  /** It has the lead: only where it says so for this very id. */
  | { kind: 'accepted'; receipt: string }
  /** It wants answers changed. */
  | { kind: 'rejected'; errors: FieldError[] }
  /** It may have the lead or not; trying again with the same id does no harm. `after`: wait at least so many ms. */
  | { kind: 'retry'; after?: number }
  /** It never will take it as it is: trying again is of no use. */
  | { kind: 'failed' };

/** How leads are written for one kind of endpoint, and how its answers are read. */
export interface Transport {
  /** A request for one try, not yet sent. */
  request(lead: Lead, action: URL): Request;
  /** Reads an answer; never throws on what a server may say. */
  reply(lead: Lead, response: Response): Promise<Reply>;
}
