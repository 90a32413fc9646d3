/** Where a call button stands: in the text, or in the bar at the bottom of a phone's screen. */
export type CallPlacement = 'block' | 'bar';

/** A visitor chose to call. Bubbles, for analytics; carries no number and nothing about the visitor. */
export class CallStartEvent extends Event {
  constructor(readonly placement: CallPlacement) {
    super('call-start', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-start': CallStartEvent;
  }
}
