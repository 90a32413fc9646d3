import { safeEndpoint } from '../foundation/safe-url.js';
import { visibleText } from '../foundation/text.js';
import {
  EXTENSION,
  extensionsOf,
  extensionValue,
  fieldsOf,
  isFields,
  listOf,
  numberOf,
  stringOf,
  translationsOf,
  type Fields,
} from './fhir/elements.js';
import {
  allOf,
  conditionText,
  ConditionProblem,
  enableWhenOf,
  type Asked,
  type Condition,
} from './fhir/enable-when.js';
import { choicesOf } from './fhir/options.js';
import { Texts, type Text } from './fhir/texts.js';
import { TAKEN, TREE_LIMITS } from './parse-tree.js';

/** Something that the draft does not hold, or that somebody must look at. */
export interface ImportNote {
  code: ImportNoteCode;
  /** The item that it is about; without one, the whole. */
  linkId?: string;
  /** What it is and what to do, in plain words. */
  message: string;
}

export type ImportNoteCode =
  | 'not-a-questionnaire'
  | 'fill-in'
  | 'questions-missing'
  | 'too-many'
  | 'too-deep'
  | 'link-id'
  | 'text-missing'
  | 'translation-missing'
  | 'question-left-out'
  | 'options-left-out'
  | 'free-text-left-out'
  | 'condition-left-out'
  | 'asked-once'
  | 'range-guessed'
  | 'display-left-out'
  | 'initial-left-out'
  | 'extension-left-out'
  | 'review-date'
  | 'copyright';

export interface QuestionnaireImport {
  /** A file of format 1, refused by `parseTree` until somebody has filled in what the report names. */
  draft: Readonly<Record<string, unknown>>;
  report: ImportNote[];
}

/** The outcome that stands for those to be written. */
const PLACEHOLDER = 'to-be-written';
const MOST_DEPTH = 30;
/** With one more for the branch that is always taken. */
const MOST_CONDITIONAL_IN_A_ROW = TREE_LIMITS.branches - 1;
const YES_AND_NO: Record<string, readonly [string, string]> = {
  en: ['Yes', 'No'],
  es: ['Sí', 'No'],
};
const CHOICE_TYPES = new Set(['choice', 'open-choice']);
const NUMBER_TYPES = new Set(['integer', 'decimal', 'quantity']);
const KNOWN_EXTENSIONS = new Set<unknown>(Object.values(EXTENSION));

interface Draft {
  id: string;
  condition: Condition;
  /** The condition as text. */
  when?: string;
  linkId: string;
  fields: Record<string, unknown> & { help?: Text };
}

/** What an item has from those around it. */
interface Around {
  condition: Condition;
  /** The text of the group. */
  help?: Text;
  depth: number;
}

/**
 * A draft of a decision tree from a FHIR R4 Questionnaire (https://hl7.org/fhir/R4/questionnaire.html), and a
 * report of what was not taken over. Groups are flattened; `enableWhen` becomes branches that pass over what
 * is not enabled. A Questionnaire knows no outcome, red flag or rule: somebody with clinical responsibility
 * writes them, the disclaimer, and who reviewed when. docs/guidance.md says what is taken over. Never throws.
 *
 * @param value - the Questionnaire’s JSON, parsed
 */
export function importQuestionnaire(value: unknown): QuestionnaireImport {
  return new Import(fieldsOf(value)).read();
}

class Import {
  readonly #report: ImportNote[] = [];
  readonly #texts: Texts;
  readonly #drafts: Draft[] = [];
  readonly #contained: readonly Fields[];
  /** By linkId: what conditions can name. */
  readonly #asked = new Map<string, Asked>();
  readonly #linkIds: ReadonlySet<string>;
  readonly #ids = new Set<string>([PLACEHOLDER]);
  /** Texts shown before the next question, and when. */
  #displays: { text: Text; linkId: string; condition: Condition }[] = [];
  #intro: Text[] = [];

  constructor(private readonly file: Fields) {
    this.#texts = new Texts(file);
    this.#contained = listOf(file['contained']).filter((one) => one['resourceType'] === 'ValueSet');
    this.#linkIds = new Set(allItems(file).map(({ linkId }) => stringOf(linkId)));
  }

  read(): QuestionnaireImport {
    const { file } = this;
    const title = stringOf(file['title']) || stringOf(file['name']);
    if (file['resourceType'] !== 'Questionnaire')
      this.#tell('not-a-questionnaire', 'Is no FHIR Questionnaire: "resourceType" must say so.');
    this.#extensions(file, undefined);
    this.#items(listOf(file['item']), { condition: undefined, depth: 0 });
    this.#takeDisplays(undefined);
    this.#limitConditions();
    const questions = this.#drafts.map(({ id, fields }, index) => [
      id,
      { ...fields, next: this.#next(index) },
    ]);
    if (!questions.length) this.#tell('questions-missing', 'No question was taken over.');
    if (questions.length > TREE_LIMITS.questions)
      this.#tell('too-many', `A tree has at most ${TREE_LIMITS.questions} questions.`);
    if (!title) this.#tell('text-missing', 'Has no title: write one.');
    const titleText = this.#texts.of(title, translationsOf(file['_title']));
    for (const [language, count] of this.#texts.untranslated)
      this.#tell('translation-missing', `${count} texts have no words in "${language}".`);
    this.#whole();
    const { empty, languages } = this.#texts;
    const draft = {
      format: 1,
      id: this.#id(stringOf(file['id']) || stringOf(file['name']), 'questionnaire', new Set()),
      version: stringOf(file['version']).slice(0, TREE_LIMITS.line) || '0.1.0',
      languages,
      title: titleText,
      ...(this.#intro.length && { intro: this.#texts.joined(this.#intro) }),
      disclaimer: empty,
      reviewedBy: { name: '' },
      reviewedOn: '',
      sources: [this.#source(title)],
      start: this.#drafts[0]?.id ?? '',
      questions: Object.fromEntries(questions) as Record<string, unknown>,
      redFlags: {},
      rules: [],
      otherwise: PLACEHOLDER,
      outcomes: {
        [PLACEHOLDER]: {
          level: 'routine',
          heading: empty,
          body: empty,
          actions: [{ kind: 'call', number: 'clinic' }],
        },
      },
    };
    return { draft, report: this.#report };
  }

  #tell(code: ImportNoteCode, message: string, linkId?: string): void {
    this.#report.push({ code, ...(linkId && { linkId }), message });
  }

  #whole(): void {
    const { approvalDate, lastReviewDate, copyright } = this.file;
    const reviewed = stringOf(lastReviewDate) || stringOf(approvalDate);
    if (reviewed)
      this.#tell(
        'review-date',
        `The Questionnaire was reviewed or approved on ${reviewed}: its questions, not a tree with outcomes. Give the day of your own review.`,
      );
    if (stringOf(copyright))
      this.#tell('copyright', `Check that you may use it: ${stringOf(copyright)}`);
    this.#tell(
      'fill-in',
      'A Questionnaire has no outcomes, red flags or rules. Write them, the disclaimer, and who reviewed it when; until then the tree is refused.',
    );
  }

  #source(title: string): Fields {
    const url = stringOf(this.file['url']);
    const publisher = stringOf(this.file['publisher']).slice(0, TREE_LIMITS.line);
    const isWeb = /^https?:/i.test(url) && url.length <= TREE_LIMITS.address && safeEndpoint(url);
    return {
      id: 'questionnaire',
      title: (title || 'FHIR Questionnaire').slice(0, TREE_LIMITS.line),
      ...(visibleText(publisher) && { publisher }),
      ...(isWeb && { url }),
    };
  }

  #items(items: readonly Fields[], around: Around): void {
    for (const item of items) this.#item(item, around);
  }

  #item(item: Fields, around: Around): void {
    const linkId = stringOf(item['linkId']);
    const type = stringOf(item['type']);
    const leaveOut = (why: string) => {
      this.#tell('question-left-out', why, linkId);
    };
    if (around.depth > MOST_DEPTH) {
      this.#tell('too-deep', `Lies more than ${MOST_DEPTH} deep: left out.`, linkId);
      return;
    }
    if (listOf(item['modifierExtension']).length) {
      leaveOut('Has an extension that may change what it means: left out, with all inside.');
      return;
    }
    if (extensionValue(item, EXTENSION.hidden) === true || item['readOnly'] === true) {
      leaveOut('Is not for who answers (hidden or read-only): left out, with all inside.');
      return;
    }
    this.#extensions(item, linkId);
    if (type === 'display') {
      this.#display(item, linkId, around);
      return;
    }
    const condition = allOf([around.condition, this.#enableWhen(item, linkId)]);
    const children = listOf(item['item']);
    const inside = { ...around, condition, depth: around.depth + 1 };
    if (type === 'group') {
      const text = this.#texts.in(item, 'text');
      if (item['repeats'] === true)
        this.#tell('asked-once', 'A group that repeats is asked once.', linkId);
      this.#items(children, { ...inside, help: text ?? around.help });
      return;
    }
    const asked = this.#question(item, { linkId, type, around, condition, leaveOut });
    if (!asked && children.length)
      this.#tell('condition-left-out', 'What is nested in it is asked in any case.', linkId);
    if (asked && item['repeats'] === true && !children.every(isHelp))
      this.#tell('asked-once', 'What is nested in it is not asked for each answer.', linkId);
    // In a response, what is nested in a question stands within its answer: without one, it is not asked.
    this.#items(asked ? children.filter((one) => !isHelp(one)) : children, {
      ...inside,
      help: undefined,
      ...(asked && { condition: { kind: 'answered', question: asked.id } }),
    });
  }

  #question(
    item: Fields,
    place: {
      linkId: string;
      type: string;
      around: Around;
      condition: Condition;
      leaveOut: (why: string) => void;
    },
  ): Asked | undefined {
    const { linkId, type, around, condition, leaveOut } = place;
    if (extensionsOf(item, EXTENSION.calculated).length) {
      leaveOut('Is calculated, not asked: left out.');
      return undefined;
    }
    const isChoice = CHOICE_TYPES.has(type) || type === 'boolean';
    if (!isChoice && !NUMBER_TYPES.has(type)) {
      leaveOut(
        `Asks for ${type || 'nothing known'}; a tree asks for choices and numbers: left out.`,
      );
      return undefined;
    }
    const kind = isChoice ? this.#choice(item, linkId, type) : this.#number(item, linkId, type);
    if ('why' in kind) {
      leaveOut(`${kind.why} Left out.`);
      return undefined;
    }
    if (Array.isArray(item['initial']))
      this.#tell('initial-left-out', 'No answer is chosen beforehand.', linkId);
    const id = this.#id(linkId, 'question', this.#ids);
    const text = this.#texts.in(item, 'text');
    if (!text) this.#tell('text-missing', 'Has no text: write one.', linkId);
    // A display inside a question is its help: so it is read before the question is written.
    const helps = [
      around.help,
      ...this.#takeDisplays({ condition }),
      ...listOf(item['item'])
        .filter(isHelp)
        .map((one) => this.#texts.in(one, 'text')),
    ].filter((one) => one !== undefined);
    this.#drafts.push({
      id,
      condition,
      linkId,
      fields: {
        kind: kind.asked.kind,
        ...(linkId && { 'x-linkId': linkId }),
        text: text ?? this.#texts.empty,
        ...(helps.length && { help: this.#texts.joined(helps) }),
        ...(item['required'] !== true && { optional: true }),
        ...kind.fields,
      },
    });
    const asked = { id, ...kind.asked };
    if (!linkId || this.#asked.has(linkId))
      this.#tell('link-id', 'Has no linkId of its own: no condition finds it.', linkId);
    else this.#asked.set(linkId, asked);
    return asked;
  }

  #choice(item: Fields, linkId: string, type: string): Kind {
    const repeats = item['repeats'] === true;
    if (type === 'boolean') {
      if (repeats) this.#tell('asked-once', 'Repeats, but is asked once.', linkId);
      return this.#yesOrNo();
    }
    const found = choicesOf(item, this.#contained);
    if ('why' in found) return found;
    const { choices, left } = found;
    if (choices.length < 2) return { why: 'Has fewer than two answers that can be taken over.' };
    if (left.length)
      this.#tell('options-left-out', `Answers not taken over: ${left.join(', ')}.`, linkId);
    if (choices.length > TREE_LIMITS.options)
      this.#tell('too-many', `A question has at most ${TREE_LIMITS.options} options.`, linkId);
    if (type === 'open-choice')
      this.#tell('free-text-left-out', 'An answer in own words cannot be given.', linkId);
    for (const option of listOf(item['answerOption'])) this.#optionExtensions(option, linkId);
    const ids = new Set<string>();
    const options = choices.map(({ value, text, translations, exclusive }) => {
      const raw = value.type === 'coding' ? value.code : String(value.value);
      const id = this.#id(raw, 'option', ids);
      const words =
        value.type === 'number' ? this.#texts.everywhere(text) : this.#texts.of(text, translations);
      const fields = { id, text: words, ...(repeats && exclusive && { exclusive: true }) };
      return { value, fields };
    });
    return {
      asked: {
        kind: repeats ? 'many' : 'one',
        options: options.map(({ value, fields }) => ({ id: fields.id, value })),
      },
      fields: { options: options.map(({ fields }) => fields) },
    };
  }

  #yesOrNo(): Kind {
    const words = (index: 0 | 1): Text => {
      const text: Text = {};
      for (const language of this.#texts.languages) {
        const word = YES_AND_NO[language.split('-')[0]!.toLowerCase()]?.[index];
        if (word) text[language] = word;
        else this.#texts.lacks(language);
      }
      const [first] = this.#texts.languages;
      return { [first]: YES_AND_NO['en']![index], ...text };
    };
    return {
      asked: {
        kind: 'one',
        options: [
          { id: 'yes', value: { type: 'boolean', value: true } },
          { id: 'no', value: { type: 'boolean', value: false } },
        ],
      },
      fields: {
        options: [
          { id: 'yes', text: words(0) },
          { id: 'no', text: words(1) },
        ],
      },
    };
  }

  #number(item: Fields, linkId: string, type: string): Kind {
    const bound = (...urls: string[]) => {
      const found = urls.map((url) => extensionValue(item, url)).find((one) => one !== undefined);
      return numberOf(isFields(found) ? found['value'] : found);
    };
    const units = [EXTENSION.unit, EXTENSION.unitOption].flatMap((url) =>
      extensionsOf(item, url).map((one) => fieldsOf(one['valueCoding'])),
    );
    if (units.length > 1) return { why: 'Can be answered in more than one unit.' };
    if (item['repeats'] === true) this.#tell('asked-once', 'Repeats, but is asked once.', linkId);
    const least = bound(EXTENSION.minValue, EXTENSION.minQuantity);
    const most = bound(EXTENSION.maxValue, EXTENSION.maxQuantity);
    const min = least ?? (most !== undefined && most <= 0 ? most - 999 : 0);
    const max = most ?? Math.max(999, min + 999);
    if (!(min < max)) return { why: `Its least answer, ${min}, is not below its largest, ${max}.` };
    if (least === undefined || most === undefined)
      this.#tell('range-guessed', `Does not say its range: ${min} to ${max} is a guess.`, linkId);
    const places = numberOf(extensionValue(item, EXTENSION.maxDecimalPlaces));
    if (type !== 'integer' && places === undefined)
      this.#tell('range-guessed', 'Does not say its decimal places: one is a guess.', linkId);
    const step = type === 'integer' ? 1 : 10 ** -Math.min(6, Math.max(0, places ?? 1));
    if (step > max - min) return { why: `Its range, ${min} to ${max}, is too narrow.` };
    const [unit] = units;
    const name = stringOf(unit?.['display']) || stringOf(unit?.['code']);
    return {
      asked: { kind: 'number', options: [], unit: stringOf(unit?.['code']) || name },
      fields: {
        min,
        max,
        ...(step !== 1 && { step }),
        ...(name && { unit: this.#texts.of(name, translationsOf(unit?.['_display'])) }),
      },
    };
  }

  #display(item: Fields, linkId: string, around: Around): void {
    const text = this.#texts.in(item, 'text');
    if (!text) return;
    if (isConditional(item)) {
      const message = `Is shown under a condition, which help is not: “${this.#texts.first(text)}”.`;
      this.#tell('display-left-out', message, linkId);
    } else if (!this.#drafts.length && !around.condition) this.#intro.push(text);
    else this.#displays.push({ text, linkId, condition: around.condition });
  }

  /** Those that show whenever the question does. The last of all has no question. */
  #takeDisplays(question: { condition: Condition } | undefined): Text[] {
    const waiting = this.#displays;
    this.#displays = [];
    return waiting
      .filter(({ text, linkId, condition }) => {
        if (question && sameCondition(allOf([question.condition, condition]), question.condition))
          return true;
        const message = `Belongs to no question that is asked when it shows: “${this.#texts.first(text)}”.`;
        this.#tell('display-left-out', message, linkId);
        return false;
      })
      .map(({ text }) => text);
  }

  #enableWhen(item: Fields, linkId: string): Condition {
    const tell = (message: string) => {
      this.#tell(
        'condition-left-out',
        `${message} Whatever cannot be said counts as fulfilled.`,
        linkId,
      );
    };
    if (extensionsOf(item, EXTENSION.enableWhenExpression).length)
      tell('Has a condition in an expression language.');
    return enableWhenOf(
      item,
      (wanted) => {
        const found = this.#asked.get(wanted);
        if (found) return found;
        const why = this.#linkIds.has(wanted) ? 'is not asked before it' : 'is not there';
        throw new ConditionProblem(`Its condition names “${wanted}”, which ${why}.`);
      },
      tell,
    );
  }

  /** A tree has at most so many branches in one place, and conditions of at most so many characters. */
  #limitConditions(): void {
    let inARow = 0;
    for (const draft of this.#drafts) {
      if (draft.condition && inARow < MOST_CONDITIONAL_IN_A_ROW)
        draft.when = conditionText(draft.condition);
      inARow = draft.when === undefined ? 0 : inARow + 1;
      if (!draft.condition || draft.when !== undefined) continue;
      const message = 'Its condition is too long, or one too many in a row: it is always asked.';
      this.#tell('condition-left-out', message, draft.linkId);
    }
  }

  /** To the next question whose condition holds. */
  #next(index: number): unknown {
    const branches: { when?: string; goto: string }[] = [];
    for (let next = index + 1; next < this.#drafts.length; next++) {
      const { id, when } = this.#drafts[next]!;
      branches.push({ ...(when !== undefined && { when }), goto: id });
      if (when === undefined) break;
    }
    if (branches.at(-1)?.when !== undefined || !branches.length) branches.push({ goto: 'rules' });
    return branches.length === 1 ? branches[0]!.goto : branches;
  }

  #extensions(element: Fields, linkId: string | undefined): void {
    const inText = fieldsOf(element['_text']);
    this.#tellExtensions([...listOf(element['extension']), ...listOf(inText['extension'])], linkId);
  }

  #optionExtensions(option: Fields, linkId: string): void {
    if (option['initialSelected'] === true)
      this.#tell('initial-left-out', 'No answer is chosen beforehand.', linkId);
    const coding = fieldsOf(option['valueCoding']);
    const extensions = [option, coding].flatMap((one) => listOf(one['extension']));
    if (extensions.some(({ url }) => url === EXTENSION.ordinalValue))
      this.#tell('extension-left-out', 'Its answers have scores; a tree adds nothing up.', linkId);
    this.#tellExtensions(extensions, linkId);
  }

  #tellExtensions(extensions: readonly Fields[], linkId: string | undefined): void {
    const unknown = extensions.map(({ url }) => url).filter((url) => !KNOWN_EXTENSIONS.has(url));
    for (const url of new Set(unknown))
      this.#tell('extension-left-out', `Extension not taken over: ${stringOf(url)}.`, linkId);
  }

  /** An id that the format can have, unlike the others. */
  #id(raw: string, fallback: string, taken: Set<string>): string {
    const plain = raw.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
    const named = /^[A-Za-z]/.test(plain) ? plain : [fallback, plain].filter(Boolean).join('-');
    const base = named.slice(0, TREE_LIMITS.id - 6);
    let id = base;
    for (let count = 2; taken.has(id) || TAKEN.has(id); count++) id = `${base}-${count}`;
    taken.add(id);
    return id;
  }
}

/** A display inside a question explains it. */
const isHelp = (item: Fields): boolean => item['type'] === 'display' && !isConditional(item);

const isConditional = (item: Fields): boolean =>
  listOf(item['enableWhen']).length > 0 ||
  extensionsOf(item, EXTENSION.enableWhenExpression).length > 0;

const sameCondition = (one: Condition, other: Condition): boolean =>
  (one && conditionText(one)) === (other && conditionText(other));

/** A kind of question, or why it cannot be asked. */
type Kind = { asked: Omit<Asked, 'id'>; fields: Record<string, unknown> } | { why: string };

/** Every item, nested or not. */
function allItems(file: Fields): Fields[] {
  const items: Fields[] = [];
  const waiting = listOf(file['item']);
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    items.push(item);
    for (const one of listOf(item['item'])) waiting.push(one);
  }
  return items;
}
