import type { MapPage } from '../../clinic/maps.js';

/* How long a map may take, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Shows a map in a frame, once a visitor asked for it, and takes the focus there.
 *
 * @param box - for the frame, and nothing else
 * @returns whether it loaded; false where the page's policy forbids it, or nothing came in time
 */
export function openMap(
  box: HTMLElement,
  { href, sandbox }: MapPage,
  title: string,
): Promise<boolean> {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.setAttribute('sandbox', sandbox);
  frame.referrerPolicy = 'no-referrer';
  return new Promise((resolve) => {
    const end = (loaded: boolean): void => {
      clearTimeout(timer);
      document.removeEventListener('securitypolicyviolation', refused);
      const hadFocus = (frame.getRootNode() as ShadowRoot).activeElement === frame;
      if (!loaded) frame.remove();
      // Where it is said what came of it.
      if (!loaded && hadFocus) box.parentElement!.focus();
      resolve(loaded);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    // Of a frame that the policy forbids, browsers say that it loaded.
    const refused = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
      if (/^(?:frame|child|default)-src$/.test(effectiveDirective) && href.startsWith(blockedURI))
        end(false);
    };
    document.addEventListener('securitypolicyviolation', refused);
    frame.addEventListener('load', () => setTimeout(() => end(true)));
    frame.src = href;
    box.parentElement!.tabIndex = -1;
    box.append(frame);
    frame.focus();
  });
}
