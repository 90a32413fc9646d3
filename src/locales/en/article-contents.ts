/** The words of article-contents in English, the source that other languages are typed against. */
export const articleContents = {
  heading: 'On this page',
};
