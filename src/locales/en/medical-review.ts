/** The words of medical-review in English, the source that other languages are typed against. */
export const medicalReview = {
  /** `reviewer` and `day` may be empty, but not both. */
  reviewed: (reviewer: string, day: string) =>
    `Medically reviewed${reviewer && ` by ${reviewer}`}${day && ` on ${day}`}`,
  updated: (day: string) => `Updated ${day}`,
  policy: 'How we review',
};
