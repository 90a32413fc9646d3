// What a clinician signs: all that a tree can say is in it, as a visitor reads it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decisionTable } from '../../src/guidance/decision-table.js';
import { parseExpression } from '../../src/guidance/expression.js';
import { parseTree } from '../../src/guidance/parse-tree.js';
import { shownTexts } from '../../src/guidance/shown-texts.js';
import type { Tree } from '../../src/guidance/tree.js';
import { conditionWords } from '../../src/guidance/words.js';
import { goodTree, TODAY, type RawTree } from './trees.js';

function read(edit: (raw: RawTree) => void = () => {}): Tree {
  const raw = goodTree();
  edit(raw);
  const { tree, problems } = parseTree(raw);
  assert.ok(tree, JSON.stringify(problems));
  return tree;
}

const table = (tree = read(), language?: string, limit?: number) =>
  decisionTable(tree, language, { today: TODAY, ...(limit && { limit }) });

describe('a decision table', () => {
  it('says every word that a visitor can read, in the language asked for', () => {
    const tree = read((raw) => {
      raw.outcomes.read.actions[0].text = { en: 'About knees', es: 'Sobre las rodillas' };
    });
    for (const language of ['en', 'es']) {
      const text = table(tree, language);
      for (const { text: shown, path } of shownTexts(tree))
        assert.ok(text.includes(shown[language]!), path);
    }
  });

  it('names who reviewed it, when, until when, and what it rests on', () => {
    const text = table();
    assert.match(text, /^\| Tree \| `knee`, version 1\.2\.0 \|$/m);
    assert.match(text, /^\| Reviewed by \| Ines Okafor, MD \|$/m);
    assert.match(text, /^\| Reviewed on \| 2026-09-01; holds until 2027-09-01 \|$/m);
    assert.match(text, /^2\. Falls after seventy, https:\/\/society\.example\/falls$/m);
  });

  it('says what raises each red flag, in words and as it is written', () => {
    const text = table();
    assert.match(
      text,
      /^\| Leg without blood \(`no-blood`\) \| emergency \| \*\*Call 911 now\*\* \(`call-now`, emergency\) \| “The foot is cold and pale” in “Which of these do you notice\?” \| 1 \|$/m,
    );
    assert.match(
      text,
      /“How old are you\?” is at least 70 years and “Did you fall this month\?” is “Yes” \(`age >= 70 and fall == "yes"`\)/,
    );
  });

  it('says where each answer leads', () => {
    const text = table();
    assert.match(
      text,
      /^\| I am not sure \(`unsure`\) \| {2}\| \*\*Ask for a visit\*\* \(`see-us`, soon\) \|$/m,
    );
    assert.match(
      text,
      /^- If “How old are you\?” is at least 70 years \(`age >= 70`\): “Did you fall this month\?” \(`fall`\)\n- Else: “For how many weeks\?” \(`weeks`\)$/m,
    );
    assert.match(text, /^Else: \*\*Read more\*\* \(`read`, self\)\.$/m);
  });

  it('counts the ways to each outcome, and gives one that leads there', () => {
    const text = table();
    assert.match(
      text,
      /^\| red flag `no-blood` \| 32 \| Where does it hurt\? Knee · Which of these do you notice\? The foot is cold and pale \|$/m,
    );
    const sums = [...text.matchAll(/^- `[a-z-]+`: \*\*\w+\*\*, ([\d,]+) ways?$/gm)];
    const total = sums.reduce((sum, [, ways]) => sum + Number(ways!.replace(',', '')), 0);
    assert.deepEqual([sums.length, total], [4, 1664]);
  });

  it('says that it is proved, not fit, or not proved', () => {
    assert.match(table(), /^\*\*Proved\.\*\* Every set of answers goes one of 1,664 ways/m);
    assert.match(table(read(), 'en', 20), /^\*\*Not proved\.\*\* Not everything was tried/m);
    const text = table(read((raw) => (raw.questions.where.options[1].goto = 'age')));
    assert.match(text, /^\*\*Not fit to be signed\.\*\* .* 2 errors, 1 warning\.$/m);
    assert.match(text, /^\| error \| `flag-not-asked` \| `redFlags\.no-blood` \| Answers lead/m);
  });

  it('says that an example is one, and ends with a line to sign', () => {
    assert.doesNotMatch(table(), /worked example/);
    assert.match(
      table(read((raw) => (raw.example = true))),
      /^\*\*A worked example: not reviewed/m,
    );
    assert.match(table(), /\nDate: _+\n\nSignature: _+\n$/);
  });

  it('keeps its cells, whatever a text holds', () => {
    const tree = read((raw) => {
      raw.title.en = 'Knee | <script>*bold*</script>';
      raw.disclaimer.en = 'One.\n\nTwo | three `code`.';
    });
    const text = table(tree);
    assert.match(text, /^# Knee \\\| \\<script\\>\\\*bold\\\*\\<\/script\\>$/m);
    assert.match(text, /^\| Disclaimer \| One\. Two \\\| three \\`code\\`\. \|$/m);
  });
});

describe('a condition in words', () => {
  const tree = read();
  for (const [condition, words] of [
    ['where == "knee"', '“Where does it hurt?” is “Knee”'],
    ['where != "knee"', '“Where does it hurt?” is not “Knee”'],
    ['where in ("knee", "calf")', '“Where does it hurt?” is “Knee” or “Calf”'],
    ['signs has "hot"', '“It is hot and red” is chosen in “Which of these do you notice?”'],
    ['count(signs) >= 2', 'at least 2 chosen in “Which of these do you notice?”'],
    ['age < 70', '“How old are you?” is less than 70 years'],
    ['weeks != 6', '“For how many weeks?” is not 6'],
    ['answered(weeks)', '“For how many weeks?” is answered'],
    ['flag(hot-joint)', 'the red flag hot-joint is raised'],
    [
      'not (age > 70) and (weeks == 6 or weeks <= 2)',
      'not (“How old are you?” is more than 70 years) and (“For how many weeks?” is exactly 6 or “For how many weeks?” is at most 2)',
    ],
  ] as const) {
    it(condition, () =>
      assert.equal(conditionWords(tree, parseExpression(condition), 'en'), words),
    );
  }
});
