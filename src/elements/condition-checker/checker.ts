import type { html as litHtml, render as litRender, svg as litSvg, TemplateResult } from 'lit';
import { emergencyNumber, readEmergencyNumber } from '../../calls/emergency-numbers.js';
import { parsePhoneNumber, type PhoneNumber } from '../../calls/phone-number.js';
import type { FactsAt } from '../../clinic/facts-at.js';
import { optOut } from '../../foundation/opt-outs.js';
import { languageOf, regionOf, type localeOf } from '../../foundation/locale.js';
import { collapse } from '../../foundation/text.js';
import { loadTree, treeFrom, treeFromText, type TreeError } from '../../guidance/load-tree.js';
import { readTreeReview, type TreeReview } from '../../guidance/review.js';
import type { Answer, Answers, Outcome, Question, Tree } from '../../guidance/tree.js';
import { answer, back, begin, change, progressOf, type Visit } from '../../guidance/visit.js';
import { walk } from '../../guidance/walk.js';
import { conditionChecker as english } from '../../locales/en/condition-checker.js';
import { medicalDisclaimer as disclaimerEnglish } from '../../locales/en/medical-disclaimer.js';
import { checkerSheet } from './checker.sheet.js';
import type { ConditionChecker } from './condition-checker.js';
import { draftOf, readDraft, toggled, type Draft, type DraftProblem } from './drafts.js';
import type { CheckerErrorCode } from './events.js';
import { formFor, type Handover } from './handover.js';
import { questionView } from './question-view.js';
import { resultView } from './result-view.js';
import { saying, type Saying } from './saying.js';
import { startView, unavailableView } from './start-view.js';

/** What this file takes from its element: it brings no second Lit, and no second registry. */
export interface CheckerTools {
  html: typeof litHtml;
  svg: typeof litSvg;
  render: typeof litRender;
  locale: typeof localeOf;
  facts: () => FactsAt;
  warn: (message: string) => void;
  tell: {
    start: () => void;
    finish: () => void;
    error: (code: CheckerErrorCode, status?: number) => void;
  };
}

/* What a console is told of one tree. */
const MOST_TOLD = 10;

/* What to do about it, where the tree itself can be mended. */
const REMEDIES: Partial<Record<CheckerErrorCode, string>> = {
  'bad-address': 'write an address like "/guides/back-pain.json".',
  'not-json': 'it is no JSON; look at its commas and quotes.',
  'not-a-tree': 'mend what is said above; `clinic-elements checker lint` finds it all.',
  'too-large': 'write at most 1 MB.',
  'not-reviewed': 'its "reviewedOn" has not come.',
  expired: 'its review is too old: have it reviewed again.',
};

/** One element's guide: its tree, where the visitor is in it, and what is shown of that. */
export class Checker {
  tree?: Tree;
  /** Why it cannot be started. */
  error?: CheckerErrorCode;
  review?: TreeReview;
  visit?: Visit;
  /** What is wrong with the answer that is shown. */
  problem?: DraftProblem;
  handover?: Handover;
  /**
   * Whether what can wait for a frame is shown: what stands below a result, and the picture beside a question. On
   * an old phone the answer is there in half the time.
   */
  isWhole = true;
  /** Until it is. */
  whole?: Promise<void> | undefined;

  #abort = new AbortController();
  #load?: () => Promise<void>;
  /* What was chosen or written and not yet answered with, by question. */
  #drafts = new Map<string, Draft>();
  /* What is to take the focus after the next update. */
  #focus?: string;
  #finished = false;
  /* Of one who went back to the start. */
  #kept: Answers = {};
  #picture?: typeof import('./body-picture.js');

  constructor(
    readonly host: ConditionChecker,
    readonly tools: CheckerTools,
  ) {
    adoptSheet(host.renderRoot as ShadowRoot);
  }

  get isLoading(): boolean {
    return !this.tree && !this.error;
  }

  /** Whether questions or a result stand in place of the children. */
  get isRunning(): boolean {
    return !!this.visit;
  }

  /** The words and settings of one rendering. */
  get saying(): Saying {
    const { html, svg, locale } = this.tools;
    const language = languageOf(this.host);
    const local = locale(language);
    return saying(html, svg, {
      language,
      own: local ? language : /^en\b/i.test(language) ? language : 'en',
      words: {
        ...english,
        ...local?.conditionChecker,
        disclaimer: { ...disclaimerEnglish, ...local?.medicalDisclaimer },
      },
    });
  }

  /** What to dial in an emergency; undefined where that is not certain. */
  get emergency(): string | undefined {
    const { emergencyNumber: own, address } = this.tools.facts();
    const here = collapse(this.host.country);
    if (here) return emergencyNumber(here);
    const region = address?.country ?? regionOf(languageOf(this.host));
    return readEmergencyNumber(own) ?? emergencyNumber(region);
  }

  /** The clinic's number; without `href` where it can be shown and not dialled. */
  get clinic(): (Pick<PhoneNumber, 'text'> & Partial<PhoneNumber>) | undefined {
    const written = collapse(this.host.phone) || collapse(this.tools.facts().phone);
    return written ? (parsePhoneNumber(written) ?? { text: written }) : undefined;
  }

  /**
   * Has the tree read, and shows the start.
   *
   * @param asked - the tree's JSON as text or as a value; its address with `isAddress`
   */
  async load(asked: object | string, isAddress: boolean): Promise<void> {
    this.#load = async () => {
      const { signal } = (this.#abort = new AbortController());
      const { host, tools } = this;
      this.error = undefined;
      host.requestUpdate();
      try {
        const tree =
          typeof asked === 'object'
            ? treeFrom(asked)
            : isAddress
              ? await loadTree(asked, host.baseURI, signal)
              : treeFromText(asked);
        this.review = readTreeReview(tree, Date.now());
        const { state } = this.review;
        this.tree = tree;
        void this.#prepare(tree);
        if (state === 'future') this.#fail('not-reviewed');
        else if (state === 'expired' && host.expired === 'stop') this.#fail('expired');
        else if (state === 'expired') tools.warn(`the tree: ${REMEDIES.expired}`);
      } catch (error) {
        if (signal.aborted) return;
        const { code = 'code', status, problems = [] } = error as Partial<TreeError>;
        for (const { path, message } of problems.slice(0, MOST_TOLD))
          tools.warn(`${path || 'the tree'}: ${message}`);
        this.#fail(code, status);
      }
      host.requestUpdate();
    };
    await this.#load();
  }

  #fail(code: CheckerErrorCode, status?: number): void {
    this.error = code;
    const remedy = REMEDIES[code] ?? 'the address does not answer as it should.';
    this.tools.warn(`no tree (${code}${status ? ` ${status}` : ''}); the children stay: ${remedy}`);
    this.tools.tell.error(code, status);
  }

  /** Ends what is on its way. */
  stop(): void {
    this.#abort.abort();
  }

  view(hasHeading: boolean, level: number): TemplateResult | undefined {
    const { saying, tree, visit, error } = this;
    if (error) return unavailableView(this, saying);
    if (!tree) return undefined;
    if (!visit) return startView(this, tree, saying, hasHeading ? undefined : level);
    if (visit.at === undefined) return resultView(this, tree, visit, this.outcome, saying, level);
    const question = tree.questions.get(visit.at)!;
    return questionView(this, saying, level, {
      question,
      draft: this.#draft(visit.at, question),
      progress: progressOf(tree, visit),
      problem: this.problem,
      picture: this.isWhole ? this.#picture : undefined,
    });
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

  begin(): void {
    const { tree, tools } = this;
    if (!tree) return;
    this.#tellLacks(tree);
    this.#finished = false;
    this.#go({ ...begin(tree), answers: this.#kept });
    tools.tell.start();
  }

  /** What the page lacks for some end. Told at the start: at the end it would tell which one that is. */
  #tellLacks({ outcomes }: Tree): void {
    const { warn } = this.tools;
    const actions = [...outcomes.values()].flatMap((outcome) => outcome.actions);
    if (!this.emergency)
      warn('knows no emergency number for this page. Give "country", e.g. "US".');
    if (!this.clinic && actions.some((each) => each.kind === 'call' && each.number === 'clinic'))
      warn('an outcome leads to a call to the clinic. Give "phone".');
    if (actions.some(({ kind }) => kind === 'form') && !formFor(this.host))
      warn('an outcome leads to a contact-form. Put one on the page.');
  }

  /** Answers the question that is shown, and goes on; or says what is wrong. */
  next(): void {
    const { at } = this.visit!;
    const question = this.tree!.questions.get(at!)!;
    const { answer: given, problem } = readDraft(question, this.#draft(at!, question));
    if (problem) {
      this.problem = problem;
      this.#show('.place input');
    } else this.#answer(given);
  }

  skip(): void {
    this.#drafts.delete(this.visit!.at!);
    this.#answer(null);
  }

  back(): void {
    const visit = back(this.tree!, this.visit!);
    if (visit) this.#go(visit);
    else {
      this.#kept = this.visit!.answers;
      this.visit = undefined;
      this.#show('[part="start"]');
    }
  }

  change(question: string): void {
    this.#go(change(this.visit!, question));
  }

  /** Forgets everything. */
  restart(focus = true): void {
    this.visit = undefined;
    this.#kept = {};
    this.problem = undefined;
    this.handover = undefined;
    this.#drafts.clear();
    if (focus) this.#show('[part="start"]');
    else this.#update();
  }

  /** Chooses an answer, or takes it back; with `text`, what was written. */
  choose(chosen: string, text = false): void {
    const { at } = this.visit!;
    const question = this.tree!.questions.get(at!)!;
    const draft = this.#draft(at!, question);
    this.#drafts.set(at!, text ? chosen : toggled(question, draft, chosen));
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

  #answer(given: Answer): void {
    this.#go(answer(this.tree!, this.visit!, given));
    if (this.visit!.at !== undefined || this.#finished) return;
    this.#finished = true;
    this.tools.tell.finish();
  }

  #go(visit: Visit): void {
    const { at } = visit;
    this.visit = visit;
    this.isWhole = at !== undefined && this.tree!.questions.get(at)!.kind !== 'region';
    this.problem = undefined;
    this.handover = undefined;
    this.#show('.place .heading');
  }

  async #complete(): Promise<void> {
    // Of a page that is hidden nobody sees frames, and there are none.
    await new Promise<void>((done) => {
      if (document.hidden) done();
      else requestAnimationFrame(() => setTimeout(done));
    });
    this.isWhole = true;
    this.whole = undefined;
    this.#update();
  }

  #draft(id: string, question: Question): Draft {
    return this.#drafts.get(id) ?? draftOf(question, this.visit!.answers[id], this.saying.language);
  }

  /** What questions need, before somebody waits for it: with the tree, so that no answer makes a request. */
  async #prepare(tree: Tree): Promise<void> {
    if ([...tree.questions.values()].some(({ kind }) => kind === 'region')) {
      this.#picture ??= await import('./body-picture.js').catch(() => undefined);
      // Without it, the list is as good.
      if (this.#picture) this.#update();
    }
    const warmUp = () => this.#warmUp(tree);
    // Safari has none.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(warmUp);
    else setTimeout(warmUp, 200);
  }

  /**
   * Renders what will come, out of sight, while nobody waits: the first time takes an old phone three times as
   * long as the next.
   */
  #warmUp(tree: Tree): void {
    if (this.visit || this.tree !== tree || this.error) return;
    const { tools, saying } = this;
    const scrap = document.createDocumentFragment();
    const { questions, outcomes } = tree;
    const kinds = new Map([...questions.values()].map((question) => [question.kind, question]));
    const levels = new Map([...outcomes.values()].map((outcome) => [outcome.level, outcome]));
    for (const question of kinds.values()) {
      const draft = draftOf(question, undefined, saying.own);
      const progress = { number: 1, more: 1 };
      const asked = { question, draft, progress, problem: undefined, picture: this.#picture };
      tools.render(questionView(this, saying, 3, asked), scrap);
    }
    for (const outcome of levels.values())
      tools.render(resultView(this, tree, begin(tree), outcome, saying, 3), scrap);
  }

  #show(focus: string): void {
    this.#focus = focus;
    this.#update();
  }

  #update(): void {
    this.host.requestUpdate();
  }

  /** Asks for the tree once more. */
  again(): void {
    void this.#load?.();
  }

  /** Where the answers lead. */
  get outcome(): Outcome {
    const { tree, visit } = this;
    return tree!.outcomes.get(walk(tree!, visit!.answers).outcome!.id)!;
  }
}

let sheet: CSSStyleSheet | undefined;

/** @throws where the browser constructs no sheets: the children are better than a bare form */
function adoptSheet(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(checkerSheet);
  }
  const { adoptedStyleSheets: sheets } = root;
  if (!sheets.includes(sheet)) root.adoptedStyleSheets = [...sheets, sheet];
}
