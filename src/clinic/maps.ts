/** Links to a map or the way there, as a selector. */
export const DIRECTIONS =
  'a:is([href^="geo:" i], [href*="//maps." i], [href*="/maps/" i], [href*="openstreetmap.org" i])';

/**
 * A page with the way to a place, for whoever follows it: it opens in a browser, and on phones in the app.
 * Google's Maps URLs, which need no key: https://developers.google.com/maps/documentation/urls/get-started
 *
 * @param address - its lines, the country's code last
 */
export function directionsTo(
  address: readonly string[],
  geo?: { latitude: number; longitude: number },
): string | undefined {
  const point = geo && isOnEarth(geo) ? `${geo.latitude},${geo.longitude}` : '';
  const destination = address.length > 1 ? address.join(', ') : point;
  return destination
    ? `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(destination)}`
    : undefined;
}

const isOnEarth = ({ latitude, longitude }: { latitude: number; longitude: number }): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

/** A map that may be shown in a frame. */
export interface MapPage {
  href: string;
  /** Whom the visitor's browser then speaks to; empty for the page's own site. */
  host: string;
  /** What the frame is allowed. */
  sandbox: string;
}

/**
 * A map's page as a frame may show it: `https`, and kept from the page around it.
 *
 * @param base - the page's address; undefined on a server
 */
export function mapPage(src: string, base: string | undefined): MapPage | undefined {
  let url: URL;
  try {
    url = new URL(src, base);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' || url.username || url.password) return undefined;
  const isOwn = !!base && url.origin === new URL(base).origin;
  // Links on a map open in a tab that is not in the box. A page of the same site with both scripts and its
  // origin could take itself out of the box.
  const more = isOwn ? '' : ' allow-same-origin';
  return {
    href: url.href,
    host: isOwn ? '' : url.host.replace(/^www\./, ''),
    sandbox: `allow-scripts allow-popups allow-popups-to-escape-sandbox${more}`,
  };
}
