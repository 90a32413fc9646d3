/** The words of article-card in English, the source that other languages are typed against. */
export const articleCard = {
  /** `reviewer` is a name, or empty. */
  reviewed: (day: string, reviewer: string) =>
    reviewer ? `Reviewed by ${reviewer} on ${day}` : `Reviewed ${day}`,
};
