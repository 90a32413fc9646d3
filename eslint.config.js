// @ts-check
// What the linter holds this code to. A rule that is off says why.
import { configs as lit } from 'eslint-plugin-lit';
// @ts-expect-error -- the plugin brings no types
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * @param {string[]} names
 * @returns {Record<string, 'error'>}
 */
const errors = (names) => Object.fromEntries(names.map((name) => [name, 'error']));

/** A page may refuse these under Trusted Types or a strict policy; and they are how markup gets injected. */
const SINKS = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'srcdoc',
  'write',
  'writeln',
];

/**
 * Templates are looked at as text too: the plugins parse attributes, and these are no attributes. The
 * space before `style` lets `.style=${…}` through, which a policy allows.
 */
const IN_TEMPLATES = [
  [
    '(?:^|\\s)style\\s*=',
    'A policy refuses `style=`. Set a custom property with `style.setProperty()`.',
  ],
  ['<style[\\s>]', 'A policy refuses `<style>`. Put the rules in the sheet beside the element.'],
  ['(?:\\.innerHTML|\\.outerHTML|\\ssrcdoc|\\.srcdoc)\\s*=', 'Markup comes from templates only.'],
  ['\\son[a-z]+\\s*=', 'A policy refuses `on…=`. Listen with `@event`.'],
];

const IN_SRC = [
  ...IN_TEMPLATES.map(([pattern, message]) => ({
    selector: `TaggedTemplateExpression[tag.name=/^(?:html|svg)$/] TemplateElement[value.raw=/${pattern}/i]`,
    message,
  })),
  {
    selector:
      "CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(?:style|on.+)$/i]",
    message: 'A policy refuses it.',
  },
  {
    // What wc/guard-define-call is for; `isUnclaimed` looks into the registry for every define.ts.
    selector:
      ":not(IfStatement[test.callee.name='isUnclaimed']) > ExpressionStatement > CallExpression[callee.object.name='customElements'][callee.property.name='define']",
    message: 'Guard it: `if (isUnclaimed(tag, Class)) customElements.define(tag, Class);`',
  },
];

/**
 * A failing assertion without words makes Node look its source up by line, and under tsx, where lines have
 * moved, that look-up may never end.
 */
const SAYS_WHAT = 'Say what should have held: without a message, failing can hang under tsx.';

export default defineConfig(
  globalIgnores(['dist', 'storybook-static', 'coverage', '.data', 'custom-elements.json']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  // Written against ESLint 9's types; the same thing.
  /** @type {import('eslint').Linter.Config[]} */ (
    /** @type {unknown} */ (storybook.configs['flat/recommended'])
  ),

  // Every file: what TypeScript does not see.
  {
    rules: {
      ...errors([
        'no-async-promise-executor',
        'no-constant-binary-expression',
        'no-debugger',
        'no-empty',
        'no-empty-character-class',
        'no-eval',
        'no-implied-eval',
        'no-irregular-whitespace',
        'no-loss-of-precision',
        'no-misleading-character-class',
        'no-new-func',
        'no-prototype-builtins',
        'no-self-assign',
        'no-self-compare',
        'no-sparse-arrays',
        'no-unassigned-vars',
        'no-unreachable-loop',
        'no-unsafe-finally',
        'no-unsafe-optional-chaining',
        'no-useless-assignment',
        'no-useless-backreference',
        'no-useless-catch',
        'no-useless-escape',
        'preserve-caught-error',
      ]),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // As TypeScript does: an argument that is passed over begins with `_`.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },

  // A promise is awaited, returned or marked `void`, wherever types tell.
  {
    files: ['{src,stories,test}/**/*.ts', '{scripts,bench,examples}/**/*.js'],
    ignores: ['examples/clinic-site/server/inbox-client.js'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            // Node's runner awaits these itself.
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
      // An async listener is fine: what it rejects with ends the program.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false } },
      ],
    },
  },

  // The library.
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/all'], wc['flat/best-practice'], tseslint.configs.recommendedTypeChecked],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A type that is left to inference is written into the declarations as `import("lit-html")`, a
      // package that consumers with a strict node_modules do not have.
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Lit binds a listener in a template to its element.
      '@typescript-eslint/unbound-method': 'off',
      // What a browser promises may still be missing: attachInternals on a server, `states` in old ones.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      'no-console': ['error', { allow: ['warn'] }],

      'no-restricted-properties': [
        'error',
        ...SINKS.map((property) => ({ property, message: 'Build nodes, or render a template.' })),
        { object: 'document', property: 'cookie', message: 'Nothing is stored before consent.' },
      ],
      'no-restricted-globals': [
        'error',
        {
          name: 'DOMParser',
          message: 'A Trusted Types sink; plain-text.ts reads HTML without it.',
        },
        { name: 'event', message: 'Take the event as an argument.' },
        { name: 'name', message: "The window's; you mean a variable of your own." },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['lit/directives/style-map*'],
              message: 'Its first render is a `style` attribute, which a policy refuses.',
            },
            {
              group: ['lit/directives/unsafe-*', 'lit/static-html*'],
              message: 'Markup comes from templates only.',
            },
            {
              group: ['lit/decorators*', 'lit/decorators/**'],
              message: 'Static `properties` with `declare`: smaller, and no compiler flags.',
            },
            {
              regex: '^(?:lit-html|lit-element|@lit/)',
              message: "Import it from `lit`: this is `lit`'s dependency, not ours.",
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...IN_SRC],

      // Closed on purpose: see ClinicElement.
      'wc/no-closed-shadow-root': 'off',
      // Sees only a `customElements.get` beside the call; ours is in isUnclaimed, and required above.
      'wc/guard-define-call': 'off',
      'wc/tag-name-matches-class': 'error',
      // A short arrow beside its event reads better than a method elsewhere, and costs no measurable time.
      'lit/no-template-arrow': 'off',
      // Lit's own documentation maps in templates.
      'lit/no-template-map': 'off',
      // `${' '}` keeps a space that formatters and minifiers would take.
      'lit/no-useless-template-literals': 'off',
      // Safari forgets that a <ul> without bullets is a list, unless it is told.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    // Runs in Node: `write` is a stream's.
    files: ['src/cli/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['src/elements/article-card/*.ts'],
    rules: {
      // A click on the card's words follows its real link, which the keyboard reaches by itself.
      'lit-a11y/click-events-have-key-events': 'off',
    },
  },
  {
    files: ['src/**/define.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...IN_SRC,
        {
          selector: 'Program > :not(ImportDeclaration, IfStatement)',
          message: 'A define.ts registers, and nothing else.',
        },
      ],
    },
  },
  {
    files: ['src/locales/**/*.ts'],
    // A word with a value in it returns the words; a type beside each would drown them.
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },

  // Tests.
  {
    files: ['test/**/*.browser.test.ts'],
    rules: {
      // Chai's `.to.be.empty`.
      '@typescript-eslint/no-unused-expressions': 'off',
      // The types of @open-wc/semantic-dom-diff make a promise of `expect(…).to.equal(…)`.
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/**/*.browser.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.object.name='assert'][callee.property.name='ok'][arguments.length<2]",
          message: SAYS_WHAT,
        },
        {
          selector: 'CallExpression[callee.name=/^(?:assert|ok)$/][arguments.length<2]',
          message: SAYS_WHAT,
        },
      ],
    },
  },
  {
    files: ['stories/**/*.ts'],
    // Stories run in the browser tests too, without Storybook; `expect` is in stories/support.ts.
    rules: { 'storybook/use-storybook-expect': 'off' },
  },
);
