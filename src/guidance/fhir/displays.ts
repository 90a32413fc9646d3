import { allOf, conditionText, isConditional, type Condition } from './enable-when.js';
import type { Fields } from './elements.js';
import type { Report } from './report.js';
import type { Text, Texts } from './texts.js';

/** A display inside a question explains it. */
export const isHelp = (item: Fields): boolean => item['type'] === 'display' && !isConditional(item);

/** A text shown before the next question, and when. */
interface Waiting {
  text: Text;
  linkId: string;
  condition: Condition;
}

/** Texts that a Questionnaire shows between its questions: what stands before the first is a tree's intro. */
export class Displays {
  readonly intro: Text[] = [];
  #waiting: Waiting[] = [];

  constructor(
    private readonly texts: Texts,
    private readonly report: Report,
  ) {}

  /** @param isFirst - no question comes before it */
  add(item: Fields, linkId: string, condition: Condition, isFirst: boolean): void {
    const text = this.texts.in(item, 'text');
    if (!text) return;
    if (isConditional(item)) {
      const message = `Is shown under a condition, which help is not: “${this.texts.first(text)}”.`;
      this.report.tell('display-left-out', message, linkId);
    } else if (isFirst && !condition) this.intro.push(text);
    else this.#waiting.push({ text, linkId, condition });
  }

  /** The help of a question: those before it that show whenever it is asked. The others are told of. */
  takeFor(condition: Condition): Text[] {
    const shows = ({ condition: shown }: Waiting) => isSame(allOf([condition, shown]), condition);
    return this.#take(shows);
  }

  /** After the last question: they are told of. */
  leaveOut(): void {
    this.#take(() => false);
  }

  #take(fits: (display: Waiting) => boolean): Text[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { text, linkId } of waiting.filter((one) => !fits(one))) {
      const message = `Belongs to no question that is asked when it shows: “${this.texts.first(text)}”.`;
      this.report.tell('display-left-out', message, linkId);
    }
    return waiting.filter(fits).map(({ text }) => text);
  }
}

const isSame = (one: Condition, other: Condition): boolean =>
  (one && conditionText(one)) === (other && conditionText(other));
