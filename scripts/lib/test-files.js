// @ts-check
// Runs test files with Node's own runner, in the order in which they are named: `node --test` sorts them.
//
//   node --import=tsx scripts/lib/test-files.js <how many at once> <file>…
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const [atOnce, ...files] = process.argv.slice(2);
run({ files, concurrency: Number(atOnce) })
  .on('test:fail', () => (process.exitCode = 1))
  .compose(new spec())
  .pipe(process.stdout);
