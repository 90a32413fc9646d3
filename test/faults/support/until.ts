import { setTimeout as sleep } from 'node:timers/promises';

/* What a state never seen would keep us waiting for. */
const PATIENCE = 20_000;

/** Asks again and again until the answer is yes. */
export async function until(
  what: string,
  is: () => boolean | Promise<boolean>,
  patience = PATIENCE,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await is())) {
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await sleep(30);
  }
}
