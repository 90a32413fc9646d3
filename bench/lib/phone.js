// @ts-check
/** A middling phone: four times slower than this computer, on "slow 4G" as Lighthouse has it. */
export const PHONE = { width: 390, height: 844 };
export const CPU_SLOWDOWN = 4;
export const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.44 * 1024 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
