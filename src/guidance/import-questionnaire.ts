import { safeEndpoint } from '../foundation/safe-url.js';
import { visibleText } from '../foundation/text.js';
import { nextOf } from './fhir/branches.js';
import { Displays, isHelp } from './fhir/displays.js';
import {
  EXTENSION,
  extensionsOf,
  extensionValue,
  fieldsOf,
  listOf,
  stringOf,
  translationsOf,
  type Fields,
} from './fhir/elements.js';
import {
  allOf,
  ConditionProblem,
  enableWhenOf,
  type Asked,
  type Condition,
} from './fhir/enable-when.js';
import { idFrom } from './fhir/ids.js';
import { kindOf } from './fhir/kinds.js';
import { Report, type ImportNote } from './fhir/report.js';
import { Texts, type Text } from './fhir/texts.js';
import { TREE_LIMITS } from './tree-limits.js';

export type { ImportNote, ImportNoteCode } from './fhir/report.js';

/** What comes of a Questionnaire. */
export interface QuestionnaireImport {
  /** A file of format 1, refused by `parseTree` until somebody has filled in what the report names. */
  draft: Readonly<Record<string, unknown>>;
  /** In the order of the Questionnaire; what is about the whole comes last. */
  report: ImportNote[];
}

/** The outcome that stands for those to be written. */
const PLACEHOLDER = 'to-be-written';
const MOST_DEPTH = 30;

/** A question that was taken over, but for where it leads. */
interface Draft {
  id: string;
  condition: Condition;
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
  readonly #report = new Report();
  readonly #texts: Texts;
  readonly #displays: Displays;
  readonly #drafts: Draft[] = [];
  /** The value sets that it brings along. */
  readonly #contained: readonly Fields[];
  /** By linkId: what conditions can name. */
  readonly #asked = new Map<string, Asked>();
  readonly #linkIds: ReadonlySet<string>;
  readonly #ids = new Set<string>([PLACEHOLDER]);

  constructor(private readonly file: Fields) {
    this.#texts = new Texts(file);
    this.#displays = new Displays(this.#texts, this.#report);
    this.#contained = listOf(file['contained']).filter((one) => one['resourceType'] === 'ValueSet');
    this.#linkIds = new Set(allItems(file).map(({ linkId }) => stringOf(linkId)));
  }

  read(): QuestionnaireImport {
    const { file } = this;
    const title = stringOf(file['title']) || stringOf(file['name']);
    if (file['resourceType'] !== 'Questionnaire')
      this.#report.tell(
        'not-a-questionnaire',
        'Is no FHIR Questionnaire: "resourceType" must say so.',
      );
    this.#tellExtensions(file);
    this.#items(listOf(file['item']), { condition: undefined, depth: 0 });
    this.#displays.leaveOut();
    const questions = this.#questions();
    if (!questions.length) this.#report.tell('questions-missing', 'No question was taken over.');
    if (questions.length > TREE_LIMITS.questions)
      this.#report.tell('too-many', `A tree has at most ${TREE_LIMITS.questions} questions.`);
    if (!title) this.#report.tell('text-missing', 'Has no title: write one.');
    const titleText = this.#texts.of(title, translationsOf(file['_title']));
    for (const [language, count] of this.#texts.untranslated)
      this.#report.tell('translation-missing', `${count} texts have no words in "${language}".`);
    this.#tellWhole();
    const { empty, languages } = this.#texts;
    const { intro } = this.#displays;
    const draft = {
      format: 1,
      id: idFrom(stringOf(file['id']) || stringOf(file['name']), 'questionnaire', new Set()),
      version: stringOf(file['version']).slice(0, TREE_LIMITS.line) || '0.1.0',
      languages,
      title: titleText,
      ...(intro.length && { intro: this.#texts.joined(intro) }),
      disclaimer: empty,
      reviewedBy: { name: '' },
      reviewedOn: '',
      sources: [this.#source(title)],
      start: this.#drafts[0]?.id ?? '',
      questions: Object.fromEntries(questions),
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
    return { draft, report: this.#report.notes };
  }

  /** By id, in the order of the Questionnaire. */
  #questions(): [id: string, fields: Fields][] {
    const message = 'Its condition is too long, or one too many in a row: it is always asked.';
    const next = nextOf(this.#drafts, ({ linkId }) =>
      this.#report.tell('condition-left-out', message, linkId),
    );
    return this.#drafts.map(({ id, fields }, index) => [id, { ...fields, next: next[index] }]);
  }

  /** Tells what is about the whole. */
  #tellWhole(): void {
    const { approvalDate, lastReviewDate, copyright } = this.file;
    const reviewed = stringOf(lastReviewDate) || stringOf(approvalDate);
    if (reviewed)
      this.#report.tell(
        'review-date',
        `The Questionnaire was reviewed or approved on ${reviewed}: its questions, not a tree with outcomes. Give the day of your own review.`,
      );
    if (stringOf(copyright))
      this.#report.tell('copyright', `Check that you may use it: ${stringOf(copyright)}`);
    this.#report.tell(
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
      this.#report.tell('question-left-out', why, linkId);
    };
    if (around.depth > MOST_DEPTH) {
      this.#report.tell('too-deep', `Lies more than ${MOST_DEPTH} deep: left out.`, linkId);
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
    this.#tellExtensions(item, linkId);
    if (type === 'display') {
      this.#displays.add(item, linkId, around.condition, !this.#drafts.length);
      return;
    }
    const condition = allOf([around.condition, this.#enableWhen(item, linkId)]);
    const children = listOf(item['item']);
    const inside = { ...around, condition, depth: around.depth + 1 };
    if (type === 'group') {
      const text = this.#texts.in(item, 'text');
      if (item['repeats'] === true)
        this.#report.tell('asked-once', 'A group that repeats is asked once.', linkId);
      this.#items(children, { ...inside, help: text ?? around.help });
      return;
    }
    const asked = this.#question(item, { linkId, type, around, condition });
    if (!asked && children.length)
      this.#report.tell('condition-left-out', 'What is nested in it is asked in any case.', linkId);
    if (asked && item['repeats'] === true && !children.every(isHelp))
      this.#report.tell('asked-once', 'What is nested in it is not asked for each answer.', linkId);
    // In a response, what is nested in a question stands within its answer: without one, it is not asked.
    this.#items(asked ? children.filter((one) => !isHelp(one)) : children, {
      ...inside,
      help: undefined,
      ...(asked && { condition: { kind: 'answered', question: asked.id } }),
    });
  }

  /** Takes a question over; undefined where it cannot be asked. */
  #question(
    item: Fields,
    place: { linkId: string; type: string; around: Around; condition: Condition },
  ): Asked | undefined {
    const { linkId, type, around, condition } = place;
    const leaveOut = (why: string): undefined => {
      this.#report.tell('question-left-out', why, linkId);
    };
    if (extensionsOf(item, EXTENSION.calculated).length)
      return leaveOut('Is calculated, not asked: left out.');
    const reading = {
      linkId,
      texts: this.#texts,
      contained: this.#contained,
      report: this.#report,
    };
    const kind = kindOf(item, type, reading);
    if (!kind)
      return leaveOut(
        `Asks for ${type || 'nothing known'}; a tree asks for choices and numbers: left out.`,
      );
    if ('why' in kind) return leaveOut(`${kind.why} Left out.`);
    if (Array.isArray(item['initial']))
      this.#report.tell('initial-left-out', 'No answer is chosen beforehand.', linkId);
    const id = idFrom(linkId, 'question', this.#ids);
    const text = this.#texts.in(item, 'text');
    if (!text) this.#report.tell('text-missing', 'Has no text: write one.', linkId);
    // A display inside a question is its help: so it is read before the question is written.
    const helps = [
      around.help,
      ...this.#displays.takeFor(condition),
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
      this.#report.tell('link-id', 'Has no linkId of its own: no condition finds it.', linkId);
    else this.#asked.set(linkId, asked);
    return asked;
  }

  #enableWhen(item: Fields, linkId: string): Condition {
    const tell = (message: string) => {
      this.#report.tell(
        'condition-left-out',
        `${message} Whatever cannot be said counts as fulfilled.`,
        linkId,
      );
    };
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

  #tellExtensions(element: Fields, linkId?: string): void {
    const inText = fieldsOf(element['_text']);
    const extensions = [...listOf(element['extension']), ...listOf(inText['extension'])];
    this.#report.tellUnknown(extensions, linkId);
  }
}

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
