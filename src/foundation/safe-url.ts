/* On a server the page is not known: an address must be safe on either kind. */
const ANY_PAGE = ['http://relative.invalid', 'https://relative.invalid'];
/** Addresses that a visitor may follow. */
const LINK = /^(?:https?|mailto|tel|sms):/;
/** Addresses to fetch from or to post to. */
const RESOURCE = /^https?:/;
/** Addresses of pictures; a picture cannot run what a `data:` address holds. */
const IMAGE = /^(?:https?:|data:image\/)/;

/**
 * An address as it may be used, or undefined where it is none, has a scheme that could run code, or hides
 * its host behind a user name. WordPress filters schemes in some attributes and not in others, so the
 * elements check again.
 *
 * @param base - an absolute URL, usually `document.baseURI`; undefined on a server, where a relative
 *   address stays as written
 */
function safeUrl(
  value: string | null | undefined,
  base: string | undefined,
  allowed: RegExp,
): string | undefined {
  // Quotes that an editor has curled no longer end an attribute: they become a part of it.
  const text = value?.replace(/^[\s“”″]+|[\s“”″]+$/g, '');
  if (!text) return undefined;
  try {
    let result: string | undefined;
    for (const page of base ? [base] : ANY_PAGE) {
      const { href, host, username, password } = new URL(text, page);
      // The URL standard lets a quote stand in a host; no host has one.
      if (!allowed.test(href) || username || password || host.includes('"')) return undefined;
      result = base ? href : text;
    }
    return result;
  } catch {
    // no address
  }
  return undefined;
}

/** The address of a link: `https`, `http`, `mailto`, `tel` or `sms`. */
export function safeLink(value: string | null | undefined, base?: string): string | undefined {
  return safeUrl(value, base, LINK);
}

/** The address of a picture: `https`, `http` or `data:image/…`. */
export function safeImage(value: string | null | undefined, base?: string): string | undefined {
  return safeUrl(value, base, IMAGE);
}

/** The address of something to fetch or to post to: `https` or `http`. */
export function safeEndpoint(value: string | null | undefined, base?: string): string | undefined {
  return safeUrl(value, base, RESOURCE);
}

/** The same as an absolute URL. */
export function safeResource(value: string | null | undefined, base: string): URL | undefined {
  const href = safeEndpoint(value, base);
  return href ? new URL(href) : undefined;
}
