/** A visitor dismissed a banner. Bubbles, for analytics; carries what the author named it, and no words. */
export class BannerDismissEvent extends Event {
  /**
   * @param bannerId - the banner's `banner-id`; empty where it has none
   */
  constructor(readonly bannerId: string) {
    super('banner-dismiss', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'banner-dismiss': BannerDismissEvent;
  }
}
