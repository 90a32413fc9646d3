// @ts-check
/** @import { CDPSession } from 'puppeteer-core' */

/**
 * The main thread's work so far, in seconds, and exact counts. Wants `Performance.enable` with
 * `timeDomain: 'threadTicks'`, so that other programs do not count.
 *
 * @param {CDPSession} cdp
 */
export async function work(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (/** @type {string} */ name) =>
    metrics.find((metric) => metric.name === name)?.value ?? 0;
  const cpu = value('TaskDuration');
  return {
    cpu,
    // ScriptDuration leaves out microtasks, where Lit renders.
    script: cpu - value('LayoutDuration') - value('RecalcStyleDuration'),
    style: value('RecalcStyleDuration'),
    styles: value('RecalcStyleCount'),
    layouts: value('LayoutCount'),
  };
}
/** @typedef {Awaited<ReturnType<typeof work>>} Work */

/** @param {Work} before @param {Work} after @param {number} [times] */
export const between = (before, after, times = 1) => ({
  cpu: (after.cpu - before.cpu) / times,
  script: (after.script - before.script) / times,
  style: (after.style - before.style) / times,
  styles: (after.styles - before.styles) / times,
  layouts: (after.layouts - before.layouts) / times,
});
