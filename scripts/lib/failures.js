// @ts-check
/** What is said again of one step at most, in characters. */
const MOST = 4000;
/** How a failed test of a browser, and a failed story, begin. */
const FAILED = /^ *❌ |^FAIL /;

/**
 * What a run that failed said of it, for the end of a long log: of Node's runner the list that it closes with, of
 * the browsers' runner and of the stories each failed test, of anything else the end of what it printed.
 *
 * @param {string} output
 */
export function failuresIn(output) {
  const list = output.indexOf('✖ failing tests:');
  const found = list < 0 ? failedTests(output) : output.slice(list);
  if (found) return shortened(found);
  const end = output.trim();
  return end.length > MOST ? `…${end.slice(-MOST)}` : end;
}

/** @param {string} output */
function failedTests(output) {
  const lines = output.split('\n');
  /** @type {string[]} */
  const kept = [];
  let file = '';
  let within = false;
  for (const line of lines) {
    // The runner moves the cursor before it names a file.
    const name = /^(?:\x1b\[\w*)*(test\/\S+):$/.exec(line)?.[1];
    if (name) file = name;
    // What belongs to a test stands deeper than its name.
    within = FAILED.test(line) || (within && !name && /^(?: {3,}|$)/.test(line));
    if (!within) continue;
    if (file && FAILED.test(line)) kept.push(`${file}:`);
    kept.push(line);
  }
  return kept.join('\n');
}

/** @param {string} text */
const shortened = (text) => (text.length > MOST ? `${text.slice(0, MOST)}…` : text).trim();
