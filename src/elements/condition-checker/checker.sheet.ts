import { bodyPictureSheet } from './body-picture.sheet.js';
import { commonSheet } from './common.sheet.js';
import { questionSheet } from './question.sheet.js';
import { resultSheet } from './result.sheet.js';

/**
 * How questions and results look. Text and not Lit's `css`, because it loads with them, which brings no second
 * Lit. What all have in common comes first: of two rules that weigh the same, the later wins.
 */
export const checkerSheet = commonSheet + questionSheet + bodyPictureSheet + resultSheet;
