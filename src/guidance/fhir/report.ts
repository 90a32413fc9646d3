import { EXTENSION, stringOf, type Fields } from './elements.js';

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

const KNOWN_EXTENSIONS = new Set<unknown>(Object.values(EXTENSION));

/** What is told of an import, in the order in which it came up. */
export class Report {
  readonly notes: ImportNote[] = [];

  tell(code: ImportNoteCode, message: string, linkId?: string): void {
    this.notes.push({ code, ...(linkId && { linkId }), message });
  }

  /** Tells of each extension that nothing here reads, once. */
  tellUnknown(extensions: readonly Fields[], linkId?: string): void {
    const unknown = extensions.map(({ url }) => url).filter((url) => !KNOWN_EXTENSIONS.has(url));
    for (const url of new Set(unknown))
      this.tell('extension-left-out', `Extension not taken over: ${stringOf(url)}.`, linkId);
  }
}
