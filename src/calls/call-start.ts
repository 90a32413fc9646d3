/**
 * Where a call began: a button in the page, the bar at the bottom of a phone's screen, a number in running
 * text, or a form that could not send.
 */
export type CallPlacement = 'block' | 'bar' | 'inline' | 'form';

/**
 * A visitor chose to call. Bubbles, for analytics; carries no number and nothing about the visitor. One
 * intent is one event, however often the link is pressed within a second.
 */
export class CallStartEvent extends Event {
  /**
   * @param open - whether the clinic was open then; undefined where no hours are given
   */
  constructor(
    readonly placement: CallPlacement,
    readonly open?: boolean,
  ) {
    super('call-start', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-start': CallStartEvent;
  }
}
