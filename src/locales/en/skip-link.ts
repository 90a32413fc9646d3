/** The words of skip-link in English, the source that other languages are typed against. */
export const skipLink = {
  skip: 'Skip to main content',
};
