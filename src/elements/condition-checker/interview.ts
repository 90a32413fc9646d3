import type { Answer, Answers, Outcome, Question, Tree } from '../../guidance/tree.js';
import {
  answer,
  back,
  begin,
  change,
  progressOf,
  type Progress,
  type Visit,
} from '../../guidance/visit.js';
import { walk } from '../../guidance/walk.js';
import { draftOf, readDraft, toggled, type Draft, type DraftProblem } from './drafts.js';

/** One visitor's way through a tree, with what they chose or wrote on it. Knows no screen. */
export class Interview {
  /** Undefined before the start. */
  visit?: Visit;
  /** What is wrong with the answer to the question that is shown. */
  problem?: DraftProblem;

  /* What was chosen or written and not yet answered with, by question. */
  #drafts = new Map<string, Draft>();
  /* Of one who went back to the start. */
  #kept: Answers = {};

  /** @param language - of the page, BCP 47: numbers are written as it writes them */
  constructor(
    readonly tree: Tree,
    private readonly language: () => string,
  ) {}

  /** The question that is shown; undefined before the start and at the end. */
  get question(): Question | undefined {
    const at = this.visit?.at;
    return at === undefined ? undefined : this.tree.questions.get(at);
  }

  /** What stands in the controls of the question that is shown. */
  get draft(): Draft {
    const { at, answers } = this.visit!;
    return this.#drafts.get(at!) ?? draftOf(this.question!, answers[at!], this.language());
  }

  get progress(): Progress {
    return progressOf(this.tree, this.visit!);
  }

  /** Where the answers lead, at the end. */
  get outcome(): Outcome {
    const { tree, visit } = this;
    return tree.outcomes.get(walk(tree, visit!.answers).outcome!.id)!;
  }

  begin(): void {
    this.#go({ ...begin(this.tree), answers: this.#kept });
  }

  /** Chooses an option, or takes it back. */
  choose(option: string): void {
    this.#drafts.set(this.visit!.at!, toggled(this.question!, this.draft, option));
  }

  /** Keeps what was written, right or wrong. */
  fill(text: string): void {
    this.#drafts.set(this.visit!.at!, text);
  }

  /** Answers the question that is shown, and goes on; false where it stays, with a problem. */
  next(): boolean {
    const { answer: given, problem } = readDraft(this.question!, this.draft);
    if (problem) this.problem = problem;
    else this.#answer(given);
    return !problem;
  }

  skip(): void {
    this.#drafts.delete(this.visit!.at!);
    this.#answer(null);
  }

  /** To the question before; from the first to the start, with every answer kept. */
  back(): void {
    const { tree, visit } = this;
    const before = back(tree, visit!);
    if (!before) this.#kept = visit!.answers;
    this.#go(before);
  }

  change(question: string): void {
    this.#go(change(this.visit!, question));
  }

  /** To the start, with nothing kept. */
  forget(): void {
    this.#kept = {};
    this.#drafts.clear();
    this.#go(undefined);
  }

  #answer(given: Answer): void {
    this.#go(answer(this.tree, this.visit!, given));
  }

  #go(visit: Visit | undefined): void {
    this.visit = visit;
    this.problem = undefined;
  }
}
