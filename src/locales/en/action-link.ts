/** The words of action-link in English, the source that other languages are typed against. */
export const actionLink = {
  /** Behind the link's own words, for screen readers. */
  newTab: '(opens in a new tab)',
};
