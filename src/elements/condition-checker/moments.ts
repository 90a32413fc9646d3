/** Calls back while nothing else is to be done. */
export function whenIdle(callback: () => void): void {
  // Safari has none.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback);
  else setTimeout(callback, 200);
}

/** Once a frame with what was rendered is seen; at once where the page is hidden, and has no frames. */
export const afterFrame = (): Promise<void> =>
  new Promise((done) => {
    if (document.hidden) done();
    else requestAnimationFrame(() => setTimeout(done));
  });
