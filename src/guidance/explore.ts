import { conditionsOf, questionsIn, whatIsLeft, type Sight } from './conditions.js';
import { expressionText, holds, leavesOf, type Expression, type Known } from './expression.js';
import { representatives } from './representatives.js';
import {
  atLeast,
  optionsOf,
  RULES,
  type Answer,
  type Answers,
  type Question,
  type Target,
  type Tree,
} from './tree.js';
import { targetsOf, walk, type Decision, type Walk } from './walk.js';

export interface ExploreOptions {
  /** The most answers that are tried; 200,000. */
  limit?: number;
  /** The walker to be proved. */
  walk?: (tree: Tree, answers: Answers) => Walk;
}

/** What was tried. */
export interface Coverage {
  /**
   * Ways from the start to an end, by answers that stand for all. Ways that meet in one situation, where nothing
   * that still decides tells them apart, are followed to the end once and counted each.
   */
  paths: number;
  /** How often an answer was given to the walker. */
  walks: number;
  /** Whether each set of answers that there can be goes one of these ways. */
  exhaustive: boolean;
  /** The most walks that were allowed. */
  limit: number;
}

/** Ways that end alike. */
export interface Ending {
  outcome: string;
  decision: Decision;
  paths: number;
  example: Answers;
}

/** A condition that was looked at before what decides it was asked. */
export interface Doubt {
  /** The condition's place. */
  path: string;
  question: string;
  /** Whether it held for want of an answer; else it was false for want of one. */
  held: boolean;
  example: Answers;
}

/** Something that went wrong, at a question, an option or a red flag. */
export interface Mishap {
  path: string;
  message: string;
  example: Answers;
}

/** What answers came to. */
export interface Exploration {
  coverage: Coverage;
  endings: readonly Ending[];
  /** Questions that were asked. */
  asked: ReadonlySet<string>;
  /** Places of the branches that were taken. */
  taken: ReadonlySet<string>;
  /** Rules that held, whether or not another came first. */
  held: ReadonlySet<number>;
  /** Red flags that answers raised, by their own account. */
  raised: ReadonlySet<string>;
  /** By red flag: a way to an outcome that is not urgent, on which nobody asked for it. */
  unasked: ReadonlyMap<string, { outcome: string; example: Answers }>;
  /** By red flag: a way on which it was raised and came to nothing. */
  swallowed: ReadonlyMap<string, Mishap>;
  /** By place: ways that do not end. */
  deadEnds: ReadonlyMap<string, Mishap>;
  doubts: readonly Doubt[];
  /** The longest way. */
  longest: { length: number; example: Answers };
}

/**
 * Tries answers that stand for all and looks at what comes out, depth first. Which red flags must be heard is
 * worked out from the answers here, and not taken from the walker.
 *
 * @param tree - as `parseTree` gave it: without circles
 */
export function explore(tree: Tree, options: ExploreOptions = {}): Exploration {
  return new Explorer(tree, options).explore();
}

/** What is known so far. */
interface Situation {
  /** To the questions of the path, in their order. */
  answers: Answers;
  raised: ReadonlySet<string>;
}

/** How far a way has come. */
interface Way extends Situation {
  /** What is left of each condition, as text. */
  left: ReadonlyMap<Expression, Left>;
}

type Left = boolean | string;

/** What comes after a situation. */
interface Tally {
  paths: number;
  endings: Map<string, number>;
  longest: { length: number; example: Answers };
}

/** What can still decide from a question on. */
interface Ahead {
  branches: Expression[];
  rules: boolean;
}

const own = (answers: Answers, question: string): Answer | undefined =>
  Object.hasOwn(answers, question) ? answers[question] : undefined;

class Explorer {
  readonly #limit: number;
  readonly #walk: NonNullable<ExploreOptions['walk']>;
  readonly #answers;
  readonly #ahead = new Map<string, Ahead>();
  /** By red flag: the questions of which an option raises it. */
  readonly #carriers = new Map<string, Set<string>>();
  /** By question: the conditions that name it. */
  readonly #naming = new Map<string, Expression[]>();
  readonly #namingFlags: Expression[] = [];
  readonly #tallies = new Map<string, Tally>();
  readonly #endings = new Map<string, Omit<Ending, 'paths'>>();
  readonly #asked = new Set<string>();
  readonly #taken = new Set<string>();
  readonly #held = new Set<number>();
  readonly #raised = new Set<string>();
  readonly #unasked = new Map<string, { outcome: string; example: Answers }>();
  readonly #swallowed = new Map<string, Mishap>();
  readonly #deadEnds = new Map<string, Mishap>();
  readonly #doubts = new Map<string, Doubt>();
  #walks = 0;
  #isExhaustive = true;

  constructor(
    private readonly tree: Tree,
    { limit = 200_000, walk: walker = walk }: ExploreOptions,
  ) {
    this.#limit = limit;
    this.#walk = walker;
    this.#answers = representatives(tree);
    for (const [id, question] of tree.questions)
      for (const { redFlag } of optionsOf(question))
        if (redFlag !== undefined)
          this.#carriers.set(redFlag, (this.#carriers.get(redFlag) ?? new Set()).add(id));
    for (const { when } of conditionsOf(tree)) {
      for (const id of questionsIn(when))
        this.#naming.set(id, [...(this.#naming.get(id) ?? []), when]);
      if (leavesOf(when).some(({ kind }) => kind === 'flag')) this.#namingFlags.push(when);
    }
  }

  explore(): Exploration {
    const start = { answers: {}, raised: new Set<string>() };
    const all = conditionsOf(this.tree).map(({ when }) => [when, leftOf(when, start)] as const);
    const { paths, endings, longest } = this.#from(this.tree.start, {
      ...start,
      left: new Map(all),
    });
    return {
      coverage: { paths, walks: this.#walks, exhaustive: this.#isExhaustive, limit: this.#limit },
      endings: [...endings].map(([key, count]) => ({ ...this.#endings.get(key)!, paths: count })),
      asked: this.#asked,
      taken: this.#taken,
      held: this.#held,
      raised: this.#raised,
      unasked: this.#unasked,
      swallowed: this.#swallowed,
      deadEnds: this.#deadEnds,
      doubts: [...this.#doubts.values()],
      longest,
    };
  }

  /** Gives each answer to a question. */
  #from(question: string, way: Way): Tally {
    this.#asked.add(question);
    const tally: Tally = { paths: 0, endings: new Map(), longest: { length: 1, example: {} } };
    const { answers, complete } = this.#answers.get(question)!;
    if (!complete) this.#isExhaustive = false;
    for (const answer of answers) {
      if (this.#walks >= this.#limit) {
        this.#isExhaustive = false;
        break;
      }
      const after = this.#step(question, answer, way);
      tally.paths += after.paths;
      for (const [key, count] of after.endings)
        tally.endings.set(key, (tally.endings.get(key) ?? 0) + count);
      if (after.longest.length >= tally.longest.length) {
        const { length, example } = after.longest;
        tally.longest = { length: length + 1, example: { [question]: answer, ...example } };
      }
    }
    return tally;
  }

  #step(question: string, answer: Answer, before: Way): Tally {
    const answers = { ...before.answers, [question]: answer };
    const raised = this.#raise(answers, question, before.raised);
    const way = { answers, raised, left: this.#left(before, { answers, raised }, question) };
    this.#walks++;
    const one = (key?: string): Tally => ({
      paths: 1,
      endings: new Map(key === undefined ? [] : [[key, 1]]),
      longest: { length: 0, example: {} },
    });
    const deadEnd = (message: string): Tally => {
      const path = this.#placeOf(question, answer);
      if (!this.#deadEnds.has(path)) this.#deadEnds.set(path, { path, message, example: answers });
      return one();
    };

    let walked: Walk;
    try {
      walked = this.#walk(this.tree, answers);
    } catch (error) {
      return deadEnd(`Leads nowhere: ${(error as Error).message}.`);
    }
    this.#compare(way, walked);
    const isEmergency = [...way.raised].some((flag) => this.#levelOf(flag) === 'emergency');
    if (!isEmergency) this.#route(question, answer, way);
    const { outcome, question: next } = walked;
    if (outcome) {
      if (!this.tree.outcomes.has(outcome.id))
        return deadEnd(`Leads to "${outcome.id}", which is no outcome.`);
      return one(this.#end(way, outcome));
    }
    if (next === undefined || !this.tree.questions.has(next)) return deadEnd('Leads nowhere.');
    if (own(answers, next) !== undefined)
      return deadEnd(`Leads back to "${next}", which was answered.`);

    const key = this.#situation(next, way, walked);
    const known = this.#tallies.get(key);
    if (known) return known;
    const tally = this.#from(next, way);
    // What was cut short says nothing of what comes after.
    if (this.#walks < this.#limit) this.#tallies.set(key, tally);
    return tally;
  }

  #placeOf(id: string, answer: Answer): string {
    const options = optionsOf(this.tree.questions.get(id)!);
    const option = options.findIndex((one) => one.id === answer);
    return `questions.${id}${option < 0 ? '' : `.options[${option}]`}`;
  }

  #levelOf = (flag: string) => this.tree.redFlags.get(flag)?.level ?? 'emergency';

  /** The red flags that answers raise, by options and conditions. */
  #raise(answers: Answers, question: string, before: ReadonlySet<string>): ReadonlySet<string> {
    const raised = new Set(before);
    const answer = answers[question];
    for (const option of optionsOf(this.tree.questions.get(question)!)) {
      const isChosen = Array.isArray(answer) ? answer.includes(option.id) : answer === option.id;
      if (isChosen && option.redFlag !== undefined) raised.add(option.redFlag);
    }
    let count;
    do {
      count = raised.size;
      for (const [id, { when }] of this.tree.redFlags) {
        if (!when || raised.has(id)) continue;
        const way = { answers, raised };
        if (!holds(when, knownOf(way))) continue;
        this.#doubt(when, `redFlags.${id}.when`, way);
        raised.add(id);
      }
    } while (raised.size > count);
    for (const flag of raised) this.#raised.add(flag);
    return raised;
  }

  /** Only what names the question, or a red flag where one was raised, is looked at again. */
  #left(before: Way, now: Situation, question: string): Way['left'] {
    const left = new Map(before.left);
    for (const when of this.#naming.get(question) ?? []) left.set(when, leftOf(when, now));
    if (now.raised.size > before.raised.size)
      for (const when of this.#namingFlags) left.set(when, leftOf(when, now));
    return left;
  }

  /** Whether the walker heard of each red flag, and leads as high as each is. */
  #compare({ answers, raised }: Way, { flags, outcome }: Walk): void {
    const level = outcome && this.tree.outcomes.get(outcome.id)?.level;
    for (const flag of raised) {
      const wanted = this.#levelOf(flag);
      const message = !flags.includes(flag)
        ? 'Answers raise it, and the walk does not know of it.'
        : level && !atLeast(level, wanted)
          ? `Is ${wanted}, and the walk ends in "${outcome.id}", which is ${level}.`
          : !outcome && wanted === 'emergency'
            ? 'Is an emergency, and the walk goes on.'
            : undefined;
      if (message === undefined || this.#swallowed.has(flag)) continue;
      this.#swallowed.set(flag, { path: `redFlags.${flag}`, message, example: answers });
    }
  }

  /** Notes which branch is taken and which rules hold. */
  #route(id: string, answer: Answer, way: Way): void {
    const question = this.tree.questions.get(id)!;
    if (this.#target(id, question, answer, way) !== RULES) return;
    for (const [index, { when }] of this.tree.rules.entries()) {
      this.#doubt(when, `rules[${index}].when`, way);
      if (!holds(when, knownOf(way))) continue;
      this.#held.add(index);
      break;
    }
  }

  #target(id: string, question: Question, answer: Answer, way: Way): Target | undefined {
    const chosen = optionsOf(question).find((option) => option.id === answer);
    if (chosen?.goto !== undefined) return chosen.goto;
    for (const [index, { when, goto }] of question.next.entries()) {
      const path = `questions.${id}.next[${index}]`;
      if (when) this.#doubt(when, `${path}.when`, way);
      if (when && !holds(when, knownOf(way))) continue;
      this.#taken.add(path);
      return goto;
    }
    return undefined;
  }

  /** Notes a condition that is decided by what was not asked. */
  #doubt(when: Expression, path: string, way: Situation): void {
    const left = whatIsLeft(when, sightOf(way, false));
    if (typeof left === 'boolean') return;
    const held = holds(when, knownOf(way));
    const named = questionsIn(left);
    // Passing a question over is an answer, unless something follows from it.
    const question =
      named.find((one) => own(way.answers, one) === undefined) ?? (held ? named[0] : undefined);
    const key = `${path} ${held}`;
    if (question === undefined || this.#doubts.has(key)) return;
    this.#doubts.set(key, { path, question, held, example: way.answers });
  }

  #end(way: Way, { id, decision }: NonNullable<Walk['outcome']>): string {
    const key = JSON.stringify([id, decision]);
    if (!this.#endings.has(key))
      this.#endings.set(key, { outcome: id, decision, example: way.answers });
    if (!atLeast(this.tree.outcomes.get(id)!.level, 'urgent'))
      for (const flag of this.tree.redFlags.keys())
        if (!this.#unasked.has(flag) && !way.raised.has(flag) && !this.#isAskedFor(flag, way))
          this.#unasked.set(flag, { outcome: id, example: way.answers });
    return key;
  }

  /** Whether what raises a red flag was asked, or can no longer raise it. */
  #isAskedFor(flag: string, way: Way): boolean {
    const { when } = this.tree.redFlags.get(flag)!;
    if (this.#hasCarrier(flag, way)) return true;
    if (!when) return !this.#carriers.has(flag);
    const left = whatIsLeft(when, sightOf(way, false));
    return (
      typeof left === 'boolean' ||
      questionsIn(left).every((question) => own(way.answers, question) !== undefined)
    );
  }

  #hasCarrier(flag: string, { answers }: Way): boolean {
    const carriers = this.#carriers.get(flag) ?? [];
    return [...carriers].some((question) => own(answers, question) !== undefined);
  }

  /**
   * A question with everything that can still make a difference: what is left of the conditions ahead, the red
   * flag that would decide at the end, and which red flags nobody asked for. Two ways that come here alike go
   * on alike.
   */
  #situation(question: string, way: Way, { flags }: Walk): string {
    const left = (when: Expression): Left => way.left.get(when)!;
    const ahead = this.#aheadOf(question);
    const rules: [index: number, left: string | true][] = [];
    for (const [index, { when }] of ahead.rules ? this.tree.rules.entries() : []) {
      const rest = left(when);
      if (rest !== false) rules.push([index, rest]);
      if (rest === true) break;
    }
    const redFlags = [...this.tree.redFlags];
    return JSON.stringify([
      question,
      ahead.branches.map(left),
      rules,
      redFlags.map(([id, { when }]) => !when || way.raised.has(id) || left(when)),
      redFlags.find(([id]) => flags.includes(id))?.[0],
      redFlags.find(([id]) => way.raised.has(id))?.[0],
      redFlags.filter(([id]) => this.#hasCarrier(id, way)).map(([id]) => id),
    ]);
  }

  #aheadOf(id: string): Ahead {
    const known = this.#ahead.get(id);
    if (known) return known;
    const question = this.tree.questions.get(id)!;
    const branches = new Set(question.next.flatMap(({ when }) => when ?? []));
    let rules = false;
    for (const target of targetsOf(question)) {
      if (target === RULES) rules = true;
      if (!this.tree.questions.has(target)) continue;
      const after = this.#aheadOf(target);
      for (const when of after.branches) branches.add(when);
      rules ||= after.rules;
    }
    const ahead = { branches: [...branches], rules };
    this.#ahead.set(id, ahead);
    return ahead;
  }
}

/** What is left of a condition; that a question was passed over is more than that it was not asked. */
function leftOf(when: Expression, way: Situation): Left {
  const left = whatIsLeft(when, sightOf(way, true));
  if (typeof left === 'boolean') return left;
  const passedOver = questionsIn(left).filter((one) => own(way.answers, one) === null);
  return [expressionText(left), ...passedOver].join(' | ');
}

const knownOf = ({ answers, raised }: Situation): Known => ({
  answer: (question) => own(answers, question) ?? undefined,
  flagged: (flag) => raised.has(flag),
});

const sightOf = ({ answers, raised }: Situation, open: boolean): Sight => ({
  answer: (question) => own(answers, question),
  flagged: (flag) => raised.has(flag) || (open ? undefined : false),
  open,
});
