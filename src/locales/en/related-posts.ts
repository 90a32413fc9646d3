/** The words of related-posts in English, the source that other languages are typed against. */
export const relatedPosts = {
  heading: 'Related reading',
  loading: 'Loading related reading',
};
