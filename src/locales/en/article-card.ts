/** The words of article-card in English, the source that other languages are typed against. */
export const articleCard = {
  reviewed: (day: string) => `Reviewed ${day}`,
  reviewedBy: (reviewer: string, day: string) => `Reviewed by ${reviewer} on ${day}`,
};
