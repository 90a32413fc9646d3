/* Where the light styles make a bar of it. */
const NARROW = '(max-width: 40rem)';
/* What brings a keyboard onto the screen; a form in a closed root is seen as its element. */
const EDITABLE =
  'input:not([type="button"], [type="submit"], [type="checkbox"], [type="radio"]), textarea, select, [contenteditable]:not([contenteditable="false"]), contact-form';
/* How much smaller the visible page is when a keyboard lies over it, in CSS pixels. */
const KEYBOARD = 120;
/* How often the bar looks at most whether something lies where it lies, in milliseconds. */
const LOOK = 400;

/**
 * Makes a bar at the bottom of a phone's screen step aside: while a contact form is on the screen, while
 * somebody writes, and where something else that is fixed, such as a cookie banner, lies there. It does not
 * leave while the focus is on it.
 *
 * @param show - called with whether it is to step aside
 * @returns the way to stop
 */
export function keepBarOutOfTheWay(bar: HTMLElement, show: (aside: boolean) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const media = matchMedia(NARROW);
  const forms = new Set<Element>();
  let writing = false;
  let covered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const decide = (): void => {
    const away = writing || forms.size > 0 || covered || keyboardIsUp();
    show(media.matches && away && !bar.contains(document.activeElement));
  };
  const look = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      covered = media.matches && isCovered(bar);
      decide();
    }, LOOK);
  };

  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) forms.add(target);
      else forms.delete(target);
    }
    decide();
  });
  const watch = (): void => {
    for (const form of document.querySelectorAll('contact-form')) near.observe(form);
    for (const form of forms) if (!form.isConnected) forms.delete(form);
    look();
  };
  watch();
  // Banners come last in the page, or near its top.
  const added = new MutationObserver(watch);
  added.observe(document.body, { childList: true });

  const focus = ({ target }: FocusEvent): void => {
    writing = target instanceof Element && target.matches(EDITABLE);
    decide();
  };
  const blur = (): void => {
    writing = false;
    decide();
  };
  document.addEventListener('focusin', focus, { signal });
  document.addEventListener('focusout', blur, { signal });
  document.addEventListener('scroll', look, { signal, passive: true, capture: true });
  document.addEventListener('click', look, { signal, capture: true });
  media.addEventListener('change', look, { signal });
  visualViewport?.addEventListener('resize', decide, { signal });
  return () => {
    stop.abort();
    near.disconnect();
    added.disconnect();
    clearTimeout(timer);
    show(false);
  };
}

function keyboardIsUp(): boolean {
  const { height = innerHeight, scale = 1 } = visualViewport ?? {};
  return innerHeight - height * scale > KEYBOARD;
}

/** Whether something fixed to the screen lies over the bar, or under it. */
function isCovered(bar: HTMLElement): boolean {
  const { left, right, top, bottom } = bar.getBoundingClientRect();
  if (bottom < 1 || top > innerHeight - 1) return false;
  const y = Math.min((top + bottom) / 2, innerHeight - 2);
  const found = [left + 8, (left + right) / 2, right - 8].flatMap((x) =>
    document.elementsFromPoint(x, y),
  );
  return found.some((element) => {
    for (let node: Element | null = element; node && node !== bar; node = node.parentElement) {
      if (node.contains(bar)) return false;
      // A round button in the corner is no banner.
      const wide = node.getBoundingClientRect().width > innerWidth / 2;
      if (wide && getComputedStyle(node).position === 'fixed') return true;
    }
    return false;
  });
}
