// A small tree as it is, and with a fault planted in it: each is found, and nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LINT_RULES, type Finding } from '../../src/guidance/findings.js';
import { lintFile, type LintOptions } from '../../src/guidance/lint.js';
import { walk } from '../../src/guidance/walk.js';
import { goodTree, randomTree, TODAY, type RawTree } from './trees.js';

const lint = (raw: unknown, options: LintOptions = {}) =>
  lintFile(raw, { today: TODAY, ...options });

const told = ({ code, severity, path }: Finding): string =>
  `${code}${severity === 'warning' ? ' (warning)' : ''} at ${path || 'the tree'}`;

interface Plant {
  what: string;
  edit: (tree: RawTree) => void;
  /** What is found, all of it. */
  finds: string[];
}

const plant = (what: string, edit: Plant['edit'], ...finds: string[]): Plant => ({
  what,
  edit,
  finds,
});

const signs = (tree: RawTree) => tree.questions.signs.options;

/** What can be read, and should not be shown. */
const PLANTS: Plant[] = [
  plant(
    'a question that nobody reaches',
    (tree) => {
      tree.questions.stray = { ...tree.questions.fall, next: 'rules' };
    },
    'unreachable-question at questions.stray',
  ),
  plant(
    'a question behind a branch that is never taken',
    (tree) => {
      tree.questions.age.next.splice(1, 0, { when: 'age > 80', goto: 'stray' });
      tree.questions.stray = { ...tree.questions.fall, next: 'rules' };
    },
    'unreachable-question at questions.stray',
    'branch-never-taken at questions.age.next[1]',
  ),
  plant(
    'a branch whose condition never holds on the way there',
    (tree) => {
      tree.questions.fall.next = [{ when: 'age < 70', goto: 'read' }, { goto: 'weeks' }];
    },
    'branch-never-taken at questions.fall.next[0]',
  ),
  plant(
    'an outcome that nothing names',
    (tree) => {
      tree.outcomes.stray = tree.outcomes['see-us'];
    },
    'unreachable-outcome at outcomes.stray',
  ),
  plant(
    'a rule that can never hold',
    (tree) => {
      tree.rules.unshift({ when: 'age < 30 and age > 60', outcome: 'read' });
    },
    'rule-never-decides at rules[0]',
  ),
  plant(
    'a rule after one that always holds',
    (tree) => {
      tree.rules.splice(1, 0, { when: 'age >= 30 or age < 30', outcome: 'read' });
    },
    'rule-never-decides at rules[2]',
  ),
  plant(
    'a rule that a red flag always overrules',
    (tree) => {
      tree.rules.unshift({ when: 'flag(hot-joint)', outcome: 'see-us' });
    },
    'rule-never-decides at rules[0]',
  ),
  plant(
    'a rule for a sign that ends the questions before',
    (tree) => {
      tree.rules.unshift({ when: 'signs has "cold"', outcome: 'call-now' });
    },
    'rule-never-decides at rules[0]',
  ),
  plant(
    'a red flag that nothing raises',
    (tree) => {
      tree.redFlags.stray = { ...tree.redFlags['hot-joint'], when: undefined };
    },
    'flag-never-raised at redFlags.stray',
  ),
  plant(
    'a red flag whose condition never holds',
    (tree) => {
      tree.redFlags['fall-old'].when = 'age < 70 and fall == "yes"';
    },
    'flag-never-raised at redFlags.fall-old',
  ),
  plant(
    'a way round the question of a red flag',
    (tree) => {
      tree.questions.where.options[1].goto = 'age';
    },
    'flag-not-asked at redFlags.no-blood',
    'flag-not-asked at redFlags.hot-joint',
    'condition-not-asked (warning) at rules[1].when',
  ),
  plant(
    'an outcome before the second half of a red flag was asked',
    (tree) => {
      tree.questions.age.next[0].goto = 'weeks';
      tree.questions.weeks.next = [{ when: 'answered(weeks)', goto: 'fall' }, { goto: 'rules' }];
      tree.questions.fall.next = 'rules';
    },
    'flag-not-asked at redFlags.fall-old',
  ),
  plant(
    'red flags that may be passed over',
    (tree) => {
      tree.questions.signs.optional = true;
    },
    'flag-question-optional (warning) at questions.signs.optional',
  ),
  plant(
    'a red flag that rests on nothing',
    (tree) => {
      tree.redFlags['fall-old'].sources = [];
      tree.rules[0].sources = ['falls'];
    },
    'flag-without-source at redFlags.fall-old',
  ),
  plant(
    'a source that nothing rests on',
    (tree) => {
      tree.sources.push({ id: 'stray', title: 'Another' });
    },
    'source-unused (warning) at sources[2]',
  ),
  plant(
    'a rule about a question that was not asked',
    (tree) => {
      tree.rules[1].when = 'fall == "no" and signs has "swollen"';
    },
    'condition-not-asked (warning) at rules[1].when',
  ),
  plant(
    'a rule that holds because a question was not asked',
    (tree) => {
      tree.rules[1].when = 'not (fall == "yes") and signs has "swollen"';
    },
    'negation-not-asked at rules[1].when',
  ),
  plant(
    'a rule that holds because a question was passed over',
    (tree) => {
      tree.rules[1].when = 'not (weeks < 2) and signs has "swollen"';
    },
    'negation-not-asked at rules[1].when',
  ),
  plant(
    'a red flag that is raised before its question',
    (tree) => {
      tree.redFlags['hot-joint'].when = 'signs has "hot" and not (age < 16.5)';
    },
    'negation-not-asked at redFlags.hot-joint.when',
  ),
  plant(
    'a number that nobody can answer',
    (tree) => {
      tree.rules[0].when = 'weeks >= 600 or where == "knee" and weeks >= 6';
    },
    'comparison-constant (warning) at rules[0].when',
  ),
  plant(
    'a number that everybody answers',
    (tree) => {
      tree.rules[0].when = 'weeks >= 6 and age >= 16';
    },
    'comparison-constant (warning) at rules[0].when',
  ),
  plant(
    'a count that cannot come',
    (tree) => {
      tree.rules[1].when = 'count(signs) > 5 or signs has "swollen"';
    },
    'comparison-constant (warning) at rules[1].when',
  ),
  plant(
    'signs without a way to have none',
    (tree) => {
      signs(tree).pop();
    },
    'none-missing (warning) at questions.signs.options',
  ),
  plant(
    'two options that read alike',
    (tree) => {
      signs(tree)[3].text.en = 'It is hot, and red!';
      signs(tree)[1].text.en = 'It is hot and red.';
    },
    'duplicate-option at questions.signs.options[3].text.en',
  ),
  plant(
    'an emergency that begins with the contact form',
    (tree) => {
      tree.outcomes['call-now'].actions.unshift({ kind: 'form' });
    },
    'emergency-without-call at outcomes.call-now.actions',
  ),
  plant(
    'an emergency that calls the clinic',
    (tree) => {
      tree.outcomes['call-now'].actions[0].number = 'clinic';
    },
    'emergency-without-call at outcomes.call-now.actions',
  ),
  plant(
    'an outcome with nothing to do',
    (tree) => {
      tree.outcomes['see-us'].actions = [];
    },
    'outcome-without-action at outcomes.see-us.actions',
  ),
  plant(
    'a review that has yet to be done',
    (tree) => {
      tree.reviewedOn = '2027-01-05';
    },
    'review-in-future at reviewedOn',
  ),
  plant(
    'a review that is too old',
    (tree) => {
      tree.reviewedOn = '2025-11-25';
    },
    'review-expired at reviewedOn',
  ),
  plant(
    'a language that nothing is in',
    (tree) => {
      tree.languages.push('fr');
    },
    'language-unused at languages[2]',
  ),
  plant(
    'texts that are not translated',
    (tree) => {
      delete tree.questions.fall.options[0].text.es;
      delete tree.disclaimer.es;
      delete tree.outcomes.read.related[0].text.es;
    },
    'missing-translation at disclaimer.es',
    'missing-translation at questions.fall.options[0].text.es',
    'missing-translation at outcomes.read.related[0].text.es',
  ),
  plant(
    'a text that was copied, not translated',
    (tree) => {
      tree.outcomes.today.body.es = tree.outcomes.today.body.en;
    },
    'untranslated (warning) at outcomes.today.body.es',
  ),
  plant(
    'a question that nobody reads to its end',
    (tree) => {
      tree.questions.where.text.en = `Where does it hurt${', or has it hurt'.repeat(20)}?`;
    },
    'long-text (warning) at questions.where.text.en',
  ),
  plant(
    'sixteen questions in a row',
    (tree) => {
      for (let at = 0; at < 12; at++)
        tree.questions[`more${at}`] = { ...tree.questions.fall, next: `more${at + 1}` };
      tree.questions.more11.next = 'rules';
      tree.questions.weeks.next = 'more0';
    },
    'too-many-questions (warning) at questions',
  ),
  plant(
    'a finding',
    (tree) => {
      tree.outcomes['see-us'].body.en = 'You have arthritis of the knee.';
    },
    'wording-finding at outcomes.see-us.body.en',
  ),
  plant(
    'a reassurance, in Spanish',
    (tree) => {
      tree.outcomes.read.body.es = 'No es nada grave.';
    },
    'wording-reassurance at outcomes.read.body.es',
  ),
  plant(
    'a dose',
    (tree) => {
      tree.outcomes.read.body.en = 'Many start with 400 mg in the morning.';
    },
    'wording-drug at outcomes.read.body.en',
  ),
];

/** What is not read at all; test/guidance/parse-tree.node.test.ts has them all. */
const REFUSED: Plant[] = [
  plant('no reviewer', (tree) => delete tree.reviewedBy, 'reviewer-missing at reviewedBy'),
  plant('no review date', (tree) => delete tree.reviewedOn, 'review-date-missing at reviewedOn'),
  plant('no disclaimer', (tree) => delete tree.disclaimer, 'disclaimer-missing at disclaimer'),
  plant(
    'an empty disclaimer',
    (tree) => {
      tree.disclaimer.en = ' \u200B';
    },
    'text-missing at disclaimer.en',
  ),
  plant(
    'an option that leads nowhere',
    (tree) => {
      tree.questions.fall.options[2].goto = 'see-you';
    },
    'target-unknown at questions.fall.options[2].goto',
  ),
  plant(
    'a question that leads back to itself',
    (tree) => {
      tree.questions.weeks.next = 'age';
    },
    'circle at questions.age',
  ),
  plant('rules without an end', (tree) => delete tree.otherwise, 'otherwise-missing at otherwise'),
  plant(
    'branches without an end',
    (tree) => {
      tree.questions.age.next[1].when = 'age < 70';
    },
    'branch-open at questions.age.next',
  ),
  plant(
    'a red flag that is no more than a visit',
    (tree) => {
      tree.redFlags['hot-joint'].outcome = 'see-us';
    },
    'flag-too-low at redFlags.hot-joint.outcome',
  ),
  plant(
    'a misspelt red flag',
    (tree) => {
      signs(tree)[0].redFlag = 'no-bood';
    },
    'flag-unknown at questions.signs.options[0].redFlag',
  ),
  plant(
    'a misspelt field',
    (tree) => {
      signs(tree)[0].redflag = 'no-blood';
    },
    'field-unknown at questions.signs.options[0].redflag',
  ),
  plant(
    'a condition about an option that there is not',
    (tree) => {
      tree.rules[1].when = 'signs has "swelling"';
    },
    'expression-unknown at rules[1].when',
  ),
  plant(
    'a condition that is none',
    (tree) => {
      tree.rules[1].when = 'signs has swollen';
    },
    'expression-invalid at rules[1].when',
  ),
  plant(
    'a source that is not there',
    (tree) => {
      tree.redFlags['hot-joint'].sources = ['sings'];
    },
    'source-unknown at redFlags.hot-joint.sources[0]',
  ),
  plant(
    'a link that runs code',
    (tree) => {
      tree.outcomes.read.related[0].href = 'javascript:alert(1)';
    },
    'link-unsafe at outcomes.read.related[0].href',
  ),
];

describe('a small tree', () => {
  it('is clean, and proved', () => {
    const { findings, coverage } = lint(goodTree());
    assert.deepEqual(findings, []);
    assert.ok(coverage?.exhaustive, 'everything was tried');
  });

  for (const { what, edit, finds } of PLANTS) {
    it(`with ${what}: ${finds.join(', ')}`, () => {
      const raw = goodTree();
      edit(raw);
      const { findings, tree } = lint(raw);
      assert.deepEqual(findings.map(told), finds, JSON.stringify(findings, null, 2));
      for (const { example } of findings)
        if (example) assert.ok(walk(tree!, example).path.length, 'the example can be walked');
    });
  }

  for (const { what, edit, finds } of REFUSED) {
    it(`is refused with ${what}: ${finds.join(', ')}`, () => {
      const raw = goodTree();
      edit(raw);
      const { findings, coverage, tree } = lint(raw);
      assert.deepEqual(findings.map(told), finds, JSON.stringify(findings, null, 2));
      assert.deepEqual({ coverage, tree }, { coverage: undefined, tree: undefined });
    });
  }

  it('shows with answers how a red flag is not asked for', () => {
    const raw = goodTree();
    raw.questions.where.options[1].goto = 'age';
    const { findings, tree } = lint(raw);
    const { example } = findings.find(({ code }) => code === 'flag-not-asked')!;
    const { path, outcome } = walk(tree!, example!);
    assert.deepEqual([path.includes('signs'), outcome?.id], [false, 'read']);
  });

  it('proves nothing with too low a limit, and claims no fault that may be none', () => {
    const { findings, coverage } = lint(goodTree(), { limit: 20 });
    assert.equal(coverage?.exhaustive, false);
    assert.ok(
      findings.some(({ code }) => code === 'not-exhaustive'),
      'it says so',
    );
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('takes a review on its last day, and on the last day of a short month', () => {
    for (const [reviewedOn, reviewMonths, today, expected] of [
      ['2025-11-26', 12, '2026-11-26', []],
      ['2025-11-26', 12, '2026-11-27', ['review-expired']],
      ['2026-08-31', 6, '2027-02-28', []],
      ['2026-08-31', 6, '2027-03-01', ['review-expired']],
      ['2026-11-27', 12, '2026-11-26', []],
      ['2026-11-28', 12, '2026-11-26', ['review-in-future']],
    ] as const) {
      const { findings } = lint({ ...goodTree(), reviewedOn, reviewMonths }, { today });
      assert.deepEqual(
        findings.map(({ code }) => code),
        expected,
        `${reviewedOn}, ${today}`,
      );
    }
  });
});

describe('the trees that come with the package', () => {
  for (const name of ['back-pain', 'neck-pain'])
    it(`${name} is clean, and proved`, () => {
      const file = new URL(`../../src/guidance/trees/${name}.json`, import.meta.url);
      const { findings, coverage } = lint(JSON.parse(readFileSync(file, 'utf8')));
      assert.deepEqual(findings, []);
      assert.ok(coverage?.exhaustive, 'everything was tried');
    });
});

describe('the linter’s codes', () => {
  const found = new Set(PLANTS.flatMap(({ finds }) => finds.map((one) => one.split(' ')[0])));
  // What only a walker that is wrong, or a very large tree, brings about: test/guidance/explore.node.test.ts.
  const elsewhere = ['dead-end', 'flag-swallowed', 'not-exhaustive'];

  it('each have a tree that shows them', () => {
    const without = LINT_RULES.map(({ code }) => code).filter(
      (code) => !found.has(code) && !elsewhere.includes(code) && !code.startsWith('wording-'),
    );
    assert.deepEqual(without, []);
  });

  it('stand in docs/guidance.md, with their severity', () => {
    const text = readFileSync(new URL('../../docs/guidance.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| `([a-z-]+)` +\| (error|warning) +\| ([^|]+?) +\|$/gm)];
    assert.deepEqual(
      rows.map(([, code, severity, about]) => ({ code, severity, about })),
      LINT_RULES.map(({ code, severity, about }) => ({ code, severity, about })),
    );
  });
});

describe('a random tree', () => {
  /** Each makes a way that does not end, and the codes that say so. */
  const BREAKS: [what: string, breakIt: (tree: RawTree, at: number) => void, codes: string[]][] = [
    ['leads to nothing', (tree, at) => (last(tree, at).goto = 'gone'), ['target-unknown']],
    ['leads back', (tree, at) => (last(tree, at).goto = nth(tree, at)), ['circle']],
    ['has no last branch', (tree, at) => (last(tree, at).when = 'answered(q0)'), ['branch-open']],
    [
      'lost an outcome',
      (tree) => delete tree.outcomes[tree.otherwise],
      ['outcome-unknown', 'target-unknown'],
    ],
    ['starts nowhere', (tree) => (tree.start = 'gone'), ['start-unknown']],
    ['has no way on', (tree, at) => (tree.questions[nth(tree, at)].next = []), ['branch-open']],
  ];
  const nth = (tree: RawTree, at: number): string => {
    const ids = Object.keys(tree.questions);
    return ids[at % ids.length]!;
  };
  const last = (tree: RawTree, at: number) => tree.questions[nth(tree, at)].next.at(-1);

  for (const [what, breakIt, codes] of BREAKS) {
    it(`is refused where a question or the tree ${what}`, () => {
      fc.assert(
        fc.property(randomTree, fc.nat(5), (raw, at) => {
          breakIt(raw, at);
          const { findings } = lint(raw);
          assert.ok(
            findings.some(({ code, severity }) => codes.includes(code) && severity === 'error'),
            JSON.stringify(findings),
          );
        }),
        { numRuns: 40 },
      );
    });
  }
});
