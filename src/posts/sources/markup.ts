// What is read of XML and HTML. It loads when an address turns out to be a feed or a page.
export { postsFromFeed } from './feed.js';
export { postsFromHtml, wordpressOf } from './html.js';
