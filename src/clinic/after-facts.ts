import { pageFacts } from './page-facts.js';

/**
 * Starts something at once; or, where the page's facts are on their way, when they are there, unless it is
 * stopped first: who follows the facts starts anew with what they say.
 *
 * @param start - returns the way to stop
 * @returns the way to stop
 */
export function afterFacts(start: () => () => void): () => void {
  if (!pageFacts.expected) return start();
  let stop = (): void => void pageFacts.followers.delete(follower);
  const follower = {
    requestUpdate() {
      stop();
      // After the updates of those who follow.
      const timer = setTimeout(() => (stop = start()));
      stop = () => clearTimeout(timer);
    },
  };
  pageFacts.followers.add(follower);
  return () => stop();
}
