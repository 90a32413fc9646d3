/** A visitor chose to see the way to a place. Bubbles, for analytics; carries nothing. */
export class DirectionsOpenEvent extends Event {
  constructor() {
    super('directions-open', { bubbles: true, composed: true });
  }
}

/** A visitor chose to see the map. Bubbles, for analytics; carries nothing. */
export class MapOpenEvent extends Event {
  constructor() {
    super('map-open', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'directions-open': DirectionsOpenEvent;
    'map-open': MapOpenEvent;
  }
}
