import { setTimeout as sleep } from 'node:timers/promises';

/* What a state never seen would keep us waiting for. */
const PATIENCE = 45_000;

/** Asks again and again until the answer is yes, and less often the longer it takes. */
export async function until(
  what: string,
  is: () => boolean | Promise<boolean>,
  patience = PATIENCE,
): Promise<void> {
  const end = Date.now() + patience;
  for (let pause = 15; !(await is()); pause = Math.min(pause * 1.3, 120)) {
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await sleep(pause);
  }
}
