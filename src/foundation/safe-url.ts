const LINK_SCHEMES = ['https:', 'http:', 'mailto:', 'tel:', 'sms:'];
const RESOURCE_SCHEMES = ['https:', 'http:'];
const IMAGE_DATA = /^data:image\/(?:avif|gif|jpeg|png|svg\+xml|webp)[;,]/i;

/* Stands in for the page's address on a server, where relative addresses stay relative. */
const NO_BASE = 'https://relative.invalid/';

function parse(
  value: string | null | undefined,
  base: string | undefined,
  schemes: string[],
): URL | undefined {
  if (!value?.trim()) return undefined;
  let url: URL;
  try {
    url = new URL(value.trim(), base ?? NO_BASE);
  } catch {
    return undefined;
  }
  // A user name in a link is a way to disguise its host.
  return schemes.includes(url.protocol) && !url.username && !url.password ? url : undefined;
}

/** The address to print: absolute in a page, as written on a server. */
function print(url: URL | undefined, value: string): string | undefined {
  return url?.href.startsWith(NO_BASE) ? value : url?.href;
}

/**
 * The absolute URL of a link, or undefined where the text is no URL or its scheme could run code.
 * WordPress filters schemes in some attributes and not in others, so elements check again.
 *
 * @param base - an absolute URL, usually `document.baseURI`; undefined on a server
 * @returns an `https`, `http`, `mailto`, `tel` or `sms` URL
 */
export function safeLink(
  value: string | null | undefined,
  base: string | undefined,
): string | undefined {
  return print(parse(value, base, LINK_SCHEMES), value?.trim() ?? '');
}

/** The absolute `https` or `http` URL of something to fetch or to post to, or undefined. */
export function safeResource(
  value: string | null | undefined,
  base: string | undefined,
): URL | undefined {
  return parse(value, base, RESOURCE_SCHEMES);
}

/** The absolute URL of a picture (`https`, `http` or `data:image/…`), or undefined. */
export function safeImage(
  value: string | null | undefined,
  base: string | undefined,
): string | undefined {
  const text = value?.trim() ?? '';
  return IMAGE_DATA.test(text) ? text : print(parse(text, base, RESOURCE_SCHEMES), text);
}
