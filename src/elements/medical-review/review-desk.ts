import { readReview, type ReviewProblem, type ReviewReading } from '../../clinic/review.js';
import { calendarDay, type Day } from '../../foundation/dates.js';
import { languageOf, type localeOf } from '../../foundation/locale.js';
import { made, type MadeContent, type MadeElement, sayWith } from '../../foundation/made-child.js';
import { madeLine, madeLink, madeTime, placeParts } from '../../foundation/made-children.js';
import { collapse } from '../../foundation/text.js';
import { warn } from '../../foundation/warn.js';
import { medicalReview as english } from '../../locales/en/medical-review.js';
import type { MedicalReview } from './medical-review.js';
import { isWritten, writtenDates } from './written-review.js';

/* What to mend; where the author wrote the sentence, what to mend in it. */
const REMEDIES: Record<ReviewProblem, string | [attribute: string, sentence: string]> = {
  'reviewed-invalid': [
    '"reviewed" must be a date like 2026-03-04; the review is shown without one.',
    'the day of the review needs <time datetime="2026-03-04">.',
  ],
  'reviewed-future': [
    '"reviewed" lies in the future and is not shown.',
    'its sentence says that the review was on a day that has not come: mend the sentence.',
  ],
  'modified-invalid': [
    '"modified" must be a date like 2026-03-04; it is not shown.',
    'the day of the last change needs <time datetime="2026-03-04">.',
  ],
  'modified-future': [
    '"modified" lies in the future and is not shown.',
    'its sentence says that the text was changed on a day that has not come: mend the sentence.',
  ],
  stale: 'the review is older than "stale-after" allows: have the text reviewed again.',
  'changed-since': 'the text was changed after it was reviewed: have it reviewed again.',
  'stale-after-invalid':
    '"stale-after" must be a duration like P24M, a number of months, or none; 24 months hold.',
};

/** What the sentence is made with: this file brings no second registry of words. */
interface Saying {
  words: typeof english;
  language: string;
}

/**
 * Keeps the sentence that a review's attributes say among its children, where the author wrote none, and tells
 * what is to be mended.
 *
 * @param locale - the registry that the page's elements share
 */
export function keepReview(review: MedicalReview, locale: typeof localeOf): ReviewReading {
  const written = isWritten(review);
  const said = written ? writtenDates(review) : {};
  const reviewed = said.reviewed || review.reviewed;
  const modified = said.modified || review.modified;
  const { staleAfter } = review;
  const reading = readReview({ reviewed, modified, staleAfter }, Date.now());

  const language = languageOf(review);
  const saying = { language, words: { ...english, ...locale(language)?.medicalReview } };
  placeParts(review, [
    { name: 'review', made: written ? undefined : sentence(review, reading, saying), last: true },
    { name: 'more', made: written ? undefined : more(review, reading, saying), last: true },
  ]);

  for (const problem of reading.problems) {
    const remedy = REMEDIES[problem];
    warn(review.localName, typeof remedy === 'string' ? remedy : remedy[written ? 1 : 0]);
  }
  for (const lack of lacksOf(review, written, reviewed)) warn(review.localName, lack);
  return reading;
}

/** What a reader would ask for, and a review does not say. */
function lacksOf(review: MedicalReview, written: boolean, reviewed: string | undefined | null) {
  const lacks: string[] = [];
  const name = collapse(review.reviewer);
  if (!reviewed && written)
    lacks.push('its sentence has no <time datetime="2026-03-04">: its age cannot be known.');
  if (!reviewed && !written && name) lacks.push('"reviewed" is missing: its age cannot be known.');
  const bare = !written && name && !name.includes(',') && !collapse(review.credentials);
  if (bare && review.reviewerType !== 'organization')
    lacks.push('a person’s review needs "credentials"; a clinic’s, reviewer-type="organization".');
  return lacks;
}

function sentence(
  review: MedicalReview,
  { reviewed }: ReviewReading,
  { words, language }: Saying,
): MadeElement | undefined {
  const name = collapse(review.reviewer);
  const credentials = collapse(review.credentials);
  if (!name && !reviewed) return undefined;
  const who = madeLink(review, name, 'reviewer-href', review.reviewerHref);
  const reviewer = name && made('span', {}, who, credentials && `, ${credentials}`);
  return made('p', {}, ...sayWith(words.reviewed, reviewer, timeOf(reviewed, language)));
}

function more(
  review: MedicalReview,
  { modified }: ReviewReading,
  { words, language }: Saying,
): MadeElement | undefined {
  const policy = madeLink(review, words.policy, 'policy-href', review.policyHref);
  return madeLine([
    modified ? sayWith(words.updated, timeOf(modified, language)) : [],
    typeof policy === 'string' ? [] : [policy],
  ]);
}

const timeOf = (day: Day | undefined, language: string): MadeContent =>
  madeTime(calendarDay(day?.iso, language));
