/** The words of article-hero in English, the source that other languages are typed against. */
export const articleHero = {
  by: (author: string) => `By ${author}`,
  updated: (day: string) => `Updated ${day}`,
};
