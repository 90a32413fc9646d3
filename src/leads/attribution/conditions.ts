import { decoded, LEFT_OUT } from './values.js';

/**
 * Words that tell what a visitor may suffer from, in English and Spanish, without accents and in the
 * singular. Kept small: what a spine and joint clinic writes about, and a few that any clinic does.
 */
const CONDITIONS =
  // English
  'ache anxiety arthritic arthritis backache backpain bulging bursitis cancer compression concussion ' +
  'degenerative depression diabetes disc disk dislocation fibromyalgia fracture headache herniated ' +
  'herniation impingement incontinence infection inflammation injury kneepain kyphosis lordosis meniscus ' +
  'migraine myelopathy neckpain neuralgia neuropathy numbness osteoarthritis osteoporosis pain painful ' +
  'pinched pregnancy pregnant radiculopathy ruptured sacroiliitis sciatic sciatica scoliosis slipped spasm ' +
  'spondylitis spondylolisthesis spondylosis sprain stenosis strain stroke symptom tendinitis tendonitis ' +
  'tingling torn trauma tumor tumour weakness whiplash ' +
  // Spanish
  'ansiedad artritis artrosis bursitis cefalea cervicalgia ciatica cifosis compresion contractura depresion ' +
  'desgarro disco dolor dorsalgia embarazada embarazo entumecimiento escoliosis esguince espondilitis ' +
  'espondilolistesis espondilosis estenosis fibromialgia fractura hernia herniado hormigueo incontinencia ' +
  'infeccion inflamacion jaqueca latigazo lesion lumbago lumbalgia luxacion mielopatia migrana neuralgia ' +
  'neuropatia osteoartritis pinzamiento radiculopatia sintoma tendinitis trauma';

const WORDS = /[\p{L}\p{M}]+/gu;
/** The words in `kneePainClinic`. */
const HUMPS = /\p{Lu}*[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{Lu}+/gu;

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** Takes condition words out of text and paths. */
export class Scrubber {
  readonly #words: Set<string>;

  /** @param more - further words, each one word; accents, case and plural make no difference */
  constructor(more: readonly string[] = []) {
    this.#words = new Set([...CONDITIONS.split(' '), ...more.map(fold)].filter(Boolean));
  }

  #isCondition(word: string): boolean {
    const folded = fold(word);
    return [
      folded,
      folded.replace(/s$/, ''),
      folded.replace(/es$/, ''),
      folded.replace(/ies$/, 'y'),
    ].some((form) => this.#words.has(form));
  }

  /** The text with `…` in place of each condition word. */
  text(text: string): string {
    return text.replace(WORDS, (word) =>
      this.#isCondition(word)
        ? LEFT_OUT
        : word.replace(HUMPS, (hump) => (this.#isCondition(hump) ? LEFT_OUT : hump)),
    );
  }

  /** Whether a part of a path, as it is written in an address, holds a condition word. */
  findsIn(segment: string): boolean {
    const text = decoded(segment);
    return this.text(text) !== text;
  }
}
