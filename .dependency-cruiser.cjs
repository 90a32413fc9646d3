// Who may import whom: docs/architecture says why, scripts/check-imports.js runs it.
//   doors → define → element → domain rooms → foundation; words (locales) beside the elements.
// Types count as much as code, but for cycles and for the words.

const ROOMS = 'leads|posts|calls|guidance|clinic';
const DOOR = '^src/[^/]+\\.ts$';
const DEFINE = '^src/elements/[^/]+/define\\.ts$';
const PAGE_PARSERS =
  '(?:^|/)node_modules/(?:parse5|parse5-htmlparser2-tree-adapter|css-select|linkedom)/';
const NAMING =
  '^src/elements/(?:article-contents/sections|faq-list/(?:items|make-questions))\\.ts$';
const LIT = '(?:^|/)node_modules/(?:@?lit|@lit-labs|lit-html|lit-element)/';

/** Elements that render another element: its class and its door, not what it is made of inside. */
const PAIRS = [
  ['related-posts', 'article-card'],
  ['clinic-location', 'open-hours'],
];
const rendering = PAIRS.map(([from]) => from).join('|');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'doors-are-the-top',
      comment: 'Nothing imports a door: whoever did would bring every element along.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: DOOR },
    },
    {
      name: 'only-doors-register',
      comment: 'A define.ts is imported by all.ts, autoload.ts and other define.ts files only.',
      severity: 'error',
      from: { pathNot: ['^src/(?:all|autoload)\\.ts$', DEFINE] },
      to: { path: DEFINE },
    },
    {
      name: 'define-only-registers',
      comment: 'A define.ts imports its class, the guard, and doors of elements that it renders.',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/define\\.ts$' },
      to: {
        pathNot: ['^src/elements/$1/$1\\.ts$', '^src/foundation/unclaimed\\.ts$', DEFINE],
      },
    },
    {
      name: 'elements-are-strangers',
      comment: 'An element that must render another stands in PAIRS; others meet on the page.',
      severity: 'error',
      from: { path: `^src/elements/(?!(?:${rendering})/)([^/]+)/` },
      to: { path: '^src/elements/', pathNot: '^src/elements/$1/' },
    },
    ...PAIRS.map(([from, to]) => ({
      name: 'elements-are-strangers',
      comment: `${from} renders ${to}: its class and its door, and nobody else's.`,
      severity: 'error',
      from: { path: `^src/elements/${from}/` },
      to: {
        path: '^src/elements/',
        pathNot: [`^src/elements/${from}/`, `^src/elements/${to}/(?:${to}|define)\\.ts$`],
      },
    })),
    {
      name: 'elements-speak-english',
      comment: 'An element imports its own English words; other languages are registered.',
      severity: 'error',
      from: { path: '^src/elements/' },
      to: { path: '^src/locales/(?!en/)' },
    },
    {
      name: 'rooms-are-strangers',
      comment: 'The domain rooms do not import each other: they meet in an element.',
      severity: 'error',
      from: { path: `^src/(${ROOMS})/` },
      to: { path: `^src/(?:${ROOMS})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'rooms-know-no-element',
      comment: 'A domain room knows no tag and no words of an element.',
      severity: 'error',
      from: { path: `^src/(?:${ROOMS})/` },
      to: { path: '^src/(?:elements|locales)/' },
    },
    {
      name: 'foundation-is-the-ground',
      comment: 'The foundation knows nothing of what stands on it.',
      severity: 'error',
      from: { path: '^src/foundation/' },
      to: { path: '^src/', pathNot: '^src/foundation/' },
    },
    {
      name: 'locales-are-words',
      comment: 'Words import how words are registered, other words, and types.',
      severity: 'error',
      from: { path: '^src/locales/' },
      to: {
        pathNot: ['^src/locales/', '^src/foundation/locale\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-elements-know-lit',
      comment: 'What can be decided without a screen needs no Lit, and runs in Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(?:foundation|elements)/', DOOR] },
      to: { path: LIT },
    },
    {
      name: 'command-line-is-a-door',
      comment: 'Nothing imports the command line: it runs in Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'command-line-has-no-screen',
      comment:
        'The command line imports domain rooms and the foundation, no words, and of elements only what gives ids: that needs a document, and no screen.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/(?:elements|locales)/', pathNot: NAMING },
    },
    {
      name: 'command-line-reaches-no-lit',
      comment: 'Not through the foundation either: it would load at every command.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: LIT, reachable: true },
    },
    {
      name: 'pages-are-parsed-on-computers',
      comment: 'What reads whole pages is too large for a page: elements must not reach it.',
      severity: 'error',
      from: { path: '^src/(?:elements/|(?:all|autoload|index)\\.ts$)' },
      to: { path: PAGE_PARSERS, reachable: true },
    },
    {
      name: 'no-dev-dependency',
      comment: 'What is published imports only what package.json installs with it.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-bundled'],
        // Optional peers are installed here for development.
        dependencyTypesNot: ['npm', 'npm-peer', 'npm-optional'],
      },
    },
    {
      name: 'nothing-of-node',
      comment: 'This code runs in browsers.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'stays-in-src',
      comment: 'What is published does not reach into tests, stories or scripts.',
      severity: 'error',
      from: { path: '^src/' },
      to: { pathNot: ['^src/', '(?:^|/)node_modules/'], dependencyTypes: ['local'] },
    },
    {
      name: 'resolves',
      comment: 'Whatever is imported is there.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycle',
      comment: 'A cycle of code has no first module. Types may go round.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphan',
      comment: 'A module that nobody imports and that imports nobody is left over.',
      severity: 'error',
      from: { path: '^src/', orphan: true, pathNot: [DOOR, '\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type-only imports too.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      conditionNames: ['import', 'browser', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
