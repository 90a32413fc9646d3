import { readFileSync } from 'node:fs';
import { parseMarkup } from '../../src/foundation/markup.js';
import { plainText } from '../../src/foundation/plain-text.js';
import type { Post } from '../../src/posts/post.js';
import { excerptIn, isoDate } from '../../src/posts/sources/fields.js';
import { parseJson, postFromRecord } from '../../src/posts/sources/json.js';
import { postsFromFeed, postsFromHtml } from '../../src/posts/sources/markup.js';

/** As `loadPosts` hands it over. */
export const reading = { parseMarkup, plainText, parseJson, postFromRecord, isoDate, excerptIn };

export const SITE = 'https://clinic.example';

export const fixture = (path: string): string =>
  readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');

export const fromFeed = (text: string, base = `${SITE}/feed/`): Post[] | undefined =>
  postsFromFeed(text, base, reading)?.posts;

export const fromHtml = (text: string, id = '', base = `${SITE}/blog/`): Post[] | undefined =>
  postsFromHtml(text, base, id, reading);
