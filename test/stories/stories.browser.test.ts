// Every story shows and plays in every browser, without Storybook.
import '../../src/testing.js';
import '../../src/all.js';
import { declarations, storiesOf } from '../support/stories.js';

for (const { tagName } of declarations) {
  const stories = await storiesOf(tagName);
  describe(`stories of <${tagName}>`, () => {
    for (const story of stories) {
      it(story.name, async () => {
        try {
          await story.mount();
        } finally {
          await story.unmount();
        }
      });
    }
  });
}
