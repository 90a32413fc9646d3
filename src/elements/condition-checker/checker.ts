import type { TemplateResult } from 'lit';
import { adoptSheet } from '../../foundation/adopt-sheet.js';
import { languageOf } from '../../foundation/locale.js';
import { optOut } from '../../foundation/opt-outs.js';
import { loadTree, treeFrom, type TreeError } from '../../guidance/load-tree.js';
import type { TreeProblem } from '../../guidance/parse-tree.js';
import { readTreeReview, type TreeReview } from '../../guidance/review.js';
import type { Tree } from '../../guidance/tree.js';
import { errorLines, EXPIRED, lackLines, reviewError } from './advice.js';
import { checkerSheet } from './checker.sheet.js';
import type { CheckerTools } from './checker-tools.js';
import type { ConditionChecker } from './condition-checker.js';
import type { CheckerErrorCode } from './events.js';
import { formFor, type Handover } from './handover.js';
import { Interview } from './interview.js';
import { afterFrame, whenIdle } from './moments.js';
import { clinicNumberFor, emergencyNumberFor, type ClinicNumber } from './numbers.js';
import { questionView } from './question-view.js';
import { resultView } from './result-view.js';
import { sayingIn, type Saying } from './saying.js';
import { startView, unavailableView } from './start-view.js';
import { warmUp } from './warm-up.js';

/** Where a tree is, as the author wrote it, or its JSON: as text, or as a value. */
export type TreeSource = { address: string } | { json: object | string };

/* The button that starts, to take the focus. */
const START = '[part="start"]';

/** One element's guide: its tree, the visitor's way through it, and what is shown of that. */
export class Checker {
  /** Why it cannot be started. */
  error?: CheckerErrorCode;
  review?: TreeReview;
  handover?: Handover;
  /**
   * Whether what can wait for a frame is shown: what stands below a result, and the picture beside a question. On
   * an old phone the answer is there in half the time.
   */
  isWhole = true;
  /** Until it is. */
  whole?: Promise<void> | undefined;

  #abort = new AbortController();
  #interview?: Interview;
  /* What is to take the focus after the next update. */
  #focus?: string;
  #finished = false;
  #picture?: typeof import('./body-picture.js');

  constructor(
    readonly host: ConditionChecker,
    readonly tools: CheckerTools,
    private readonly source: TreeSource,
  ) {
    // Where none can be constructed it fails: the children are better than a bare form.
    adoptSheet(host.renderRoot as ShadowRoot, checkerSheet);
  }

  get tree(): Tree | undefined {
    return this.#interview?.tree;
  }

  get isLoading(): boolean {
    return !this.tree && !this.error;
  }

  /** Whether questions or a result stand in place of the children. */
  get isRunning(): boolean {
    return !!this.#interview?.visit;
  }

  /** The words and settings of one rendering. */
  get saying(): Saying {
    return sayingIn(this.#language, this.tools);
  }

  get #language(): string {
    return languageOf(this.host);
  }

  /** What to dial in an emergency; undefined where that is not certain. */
  get emergency(): string | undefined {
    return emergencyNumberFor(this.host.country, this.tools.facts(), this.#language);
  }

  get clinic(): ClinicNumber | undefined {
    return clinicNumberFor(this.host.phone, this.tools.facts());
  }

  /** Has the tree read, and shows the start; once more where a visitor asks for that. */
  async load(): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    this.error = undefined;
    this.#update();
    try {
      // A tree in the page is not waited for: it shows with the element's first words.
      this.#take(
        'address' in this.source
          ? await loadTree(this.source.address, this.host.baseURI, signal)
          : treeFrom(this.source.json),
      );
    } catch (error) {
      if (signal.aborted) return;
      const { code = 'code', status, problems } = error as Partial<TreeError>;
      this.#fail(code, status, problems);
    }
    this.#update();
  }

  /** Ends what is on its way. */
  stop(): void {
    this.#abort.abort();
  }

  #take(tree: Tree): void {
    this.review = readTreeReview(tree, Date.now());
    this.#interview = new Interview(tree, () => this.#language);
    void this.#prepare(tree);
    const error = reviewError(this.review, this.host.expired);
    if (error) this.#fail(error);
    else if (this.review.state === 'expired') this.tools.warn(EXPIRED);
  }

  #fail(code: CheckerErrorCode, status?: number, problems?: readonly TreeProblem[]): void {
    this.error = code;
    for (const line of errorLines(code, status, problems)) this.tools.warn(line);
    this.tools.tell.error(code, status);
  }

  view(hasHeading: boolean, level: number): TemplateResult | undefined {
    const { saying, error } = this;
    const interview = this.#interview;
    if (error) return unavailableView(this, saying);
    if (!interview) return undefined;
    const { tree, visit, question, problem } = interview;
    if (!visit) return startView(this, tree, saying, hasHeading ? undefined : level);
    const shown = { checker: this, saying, level };
    if (!question) return resultView({ ...shown, tree, visit, outcome: interview.outcome });
    const { draft, progress } = interview;
    const picture = this.isWhole ? this.#picture : undefined;
    return questionView({ ...shown, question, draft, progress, problem, picture });
  }

  /** Moves the focus, once what is to have it is there. */
  settle(root: ParentNode): void {
    optOut(root.querySelector('.inside')!, false);
    if (!this.isWhole) this.whole ??= this.#complete();
    if (!this.#focus) return;
    const target = root.querySelector<HTMLElement>(this.#focus);
    this.#focus = undefined;
    if (target?.matches('h2, h3, h4, h5, h6')) target.tabIndex = -1;
    target?.focus();
  }

  async #complete(): Promise<void> {
    await afterFrame();
    this.isWhole = true;
    this.whole = undefined;
    this.#update();
  }

  begin(): void {
    const { host, tools, tree, emergency, clinic } = this;
    if (!tree) return;
    const page = { emergency, clinic, form: formFor(host) };
    for (const line of lackLines(tree, page)) tools.warn(line);
    this.#finished = false;
    this.#interview!.begin();
    this.#arrive();
    tools.tell.start();
  }

  /** Answers the question that is shown, and goes on; or says what is wrong. */
  next(): void {
    if (this.#interview!.next()) this.#arrive();
    else this.#show('.place input');
  }

  skip(): void {
    this.#interview!.skip();
    this.#arrive();
  }

  back(): void {
    this.#interview!.back();
    this.#arrive();
  }

  change(question: string): void {
    this.#interview!.change(question);
    this.#arrive();
  }

  /** Forgets everything. */
  restart(focus = true): void {
    this.#interview?.forget();
    this.handover = undefined;
    if (focus) this.#show(START);
    else this.#update();
  }

  choose(option: string): void {
    this.#interview!.choose(option);
    this.#update();
  }

  fill(text: string): void {
    this.#interview!.fill(text);
    this.#update();
  }

  /** Shows what would be handed over, or takes it away. */
  toggleHandover(text: string): void {
    this.handover = this.handover ? undefined : { text };
    this.#show(this.handover ? '.handover .heading' : '[aria-expanded]');
  }

  /** Puts the visitor's text, or none, into the form and moves the focus there. */
  handOver(text: string): void {
    const added = formFor(this.host)?.addMessage(text);
    this.handover = added ? undefined : { text: text || this.handover!.text, noField: true };
    this.#update();
  }

  /** Shows where the visitor has come to. */
  #arrive(): void {
    const { visit, question } = this.#interview!;
    this.handover = undefined;
    if (!visit) {
      this.#show(START);
      return;
    }
    this.isWhole = !!question && question.kind !== 'region';
    this.#show('.place .heading');
    if (question || this.#finished) return;
    this.#finished = true;
    this.tools.tell.finish();
  }

  /** What questions need, before somebody waits for it: with the tree, so that no answer makes a request. */
  async #prepare(tree: Tree): Promise<void> {
    if ([...tree.questions.values()].some(({ kind }) => kind === 'region')) {
      this.#picture ??= await import('./body-picture.js').catch(() => undefined);
      // Without it, the list is as good.
      if (this.#picture) this.#update();
    }
    whenIdle(() => {
      if (this.tree === tree && !this.isRunning && !this.error) warmUp(this, tree, this.#picture);
    });
  }

  #show(focus: string): void {
    this.#focus = focus;
    this.#update();
  }

  #update(): void {
    this.host.requestUpdate();
  }
}
