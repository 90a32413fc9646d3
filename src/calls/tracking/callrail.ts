import { attempt, methodOf, whenThere } from './tools.js';
import type { Vendor } from './tracker.js';

/* In milliseconds. CallRail's script forgets a question when another comes. */
const ANSWER_LIMIT = 5000;

/**
 * CallRail: `CallTrk.getSwapNumbers(["2105550142"], callback)` asks for numbers without looking at the page.
 * The callback gets an object of strings, by the numbers as they were asked: `{ "2105550142": "8305550199" }`;
 * what has no tracking number is missing or null. (As in public copies of its script, of 2016 and of 2024.)
 * That script takes North American numbers only, empties the list that it is given, and keeps one
 * callback: so one question after the other. For other numbers, and where the function is missing,
 * `CallTrk.swap(link)` lets it change the link, which the book notices.
 */
export const callrail: Vendor = {
  where: () => '',
  start(tracker) {
    /** Ends the wait for the answer that is on its way. */
    let waiting: (() => void) | undefined;
    const ask = (script: object) => {
      if (waiting) return;
      const getSwapNumbers = methodOf(script, 'getSwapNumbers');
      const asked = new Map<string, string>();
      for (const number of tracker.take()) {
        const [, digits] = /^tel:\+1(\d{10})$/.exec(number.href) ?? [];
        if (digits && getSwapNumbers) asked.set(digits, number.href);
        else for (const link of tracker.links(number)) methodOf(script, 'swap')!(link);
      }
      if (!asked.size) return;
      const stop = (waiting = tracker.tools.timer(ANSWER_LIMIT, next));
      getSwapNumbers!([...asked.keys()], (answer: unknown) => {
        for (const [digits, own] of asked) {
          attempt(() => tracker.answer(own, (answer as Record<string, unknown>)[digits]));
        }
        next();
      });
      function next(): void {
        if (waiting !== stop) return;
        stop();
        waiting = undefined;
        ask(script);
      }
    };
    const find = () => {
      const { CallTrk } = tracker.tools.page() as { CallTrk?: object };
      return methodOf(CallTrk, 'swap') && CallTrk;
    };
    return whenThere(find, ask, tracker.tools);
  },
};
