/** The words of related-posts in English, the source that other languages are typed against. */
export const relatedPosts = {
  heading: 'Related reading',
  loading: 'Loading related reading',
  failed: 'Related reading could not be loaded.',
  offline: 'You are offline.',
  again: 'Try again',
};
