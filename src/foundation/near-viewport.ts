/**
 * Calls back once when an element comes near the screen (a screen's height away, or 600 px), or at once
 * where the browser cannot tell. Returns the way to stop waiting.
 */
export function whenNearViewport(element: Element, callback: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    callback();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: '600px 0px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
