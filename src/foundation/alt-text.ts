import { collapse } from './text.js';

/**
 * What is wrong with a picture's `alt`:
 * - `missing`: there is none, and a screen reader may read out the file's name
 * - `file-name`: it is the file's name
 * - `says-nothing`: it only says that this is a picture
 * - `repeats-title`: it says the title beside it once more
 * - `long`: it is longer than a person can listen to without a way to stop
 */
export type AltTextProblem = 'missing' | 'file-name' | 'says-nothing' | 'repeats-title' | 'long';

/** Characters; a caption or the text itself is the place for more. */
export const LONGEST_ALT = 150;

const FILE = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i;
/* What cameras, telephones and computers call a picture, without what is neither letter nor digit. */
const MACHINE = /^(?:img|dsc[nf]?|dcim|pxl|screenshot|untitled|unnamed)?\d+(?:at\d+)?$/;
const ONLY_A_PICTURE =
  /^(?:an? |the |una? |la |el )?(?:image|picture|photo(?:graph)?|pic|illustration|hero|banner|thumbnail|imagen|foto(?:grafía)?|ilustración|alt(?: text)?)(?: (?:image|picture|photo))?$/i;

/** Letters and digits only: `Knee_pain-2.jpg` and "Knee pain 2" are the same. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The name of the file that an address leads to, without its ending. */
function fileOf(src: string | null | undefined): string {
  const [path = ''] = (src ?? '').split(/[?#]/, 1);
  const name = /^data:/i.test(path) ? '' : path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name).replace(FILE, '');
  } catch {
    return name.replace(FILE, '');
  }
}

/**
 * What is wrong with the words that stand for a picture, or undefined. An empty `alt` is right: the picture
 * is decoration. After the W3C's advice (https://www.w3.org/WAI/tutorials/images/).
 *
 * @param alt - the attribute as written; null or undefined where there is none
 */
export function altTextProblem(
  alt: string | null | undefined,
  { src, title }: { src?: string | null; title?: string | null } = {},
): AltTextProblem | undefined {
  if (alt == null) return 'missing';
  const text = collapse(alt);
  if (!text) return undefined;
  const words = bare(text);
  // A word that is also the file's name is a word: "Knee" for knee.jpg.
  const namesFile = words === bare(fileOf(src)) && /[\d_-]/.test(text);
  if (FILE.test(text) || MACHINE.test(words) || namesFile) return 'file-name';
  if (ONLY_A_PICTURE.test(text.replace(/[.:]+$/, ''))) return 'says-nothing';
  if (words && words === bare(title ?? '')) return 'repeats-title';
  return [...text].length > LONGEST_ALT ? 'long' : undefined;
}
