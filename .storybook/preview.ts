// First, so that the roots of the elements are open to the accessibility panel.
import '../src/testing.js';
import '../src/all.js';
import '@fontsource-variable/figtree';
import './preview.css';
import { withThemeByDataAttribute } from '@storybook/addon-themes';
import type { Decorator, Preview, WebComponentsRenderer } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { withActions } from 'storybook/actions/decorator';
import { theme } from './theme.js';
import { tellNumbers } from './numbers.js';
import { eventNames, extractArgTypes, extractComponentDescription } from './manifest.js';

void tellNumbers();

/** The page's language, direction and brand, from the toolbar. Elements read a language once, so anew. */
const withPage: Decorator = (story, { globals }) => {
  const { brand, direction, language } = globals as Record<string, string>;
  const page = document.documentElement;
  page.lang = language ?? 'en';
  page.dir = direction ?? 'ltr';
  if (brand) page.style.setProperty('--clinic-brand', brand);
  else page.style.removeProperty('--clinic-brand');
  return html`${keyed(`${page.lang} ${page.dir}`, story())}`;
};

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    actions: { handles: eventNames },
    controls: { expanded: true, sort: 'none' },
    docs: {
      theme,
      extractArgTypes,
      extractComponentDescription,
      source: { type: 'dynamic', language: 'html', excludeDecorators: true },
      toc: { headingSelector: 'h2, h3' },
    },
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Guides',
          ['Introduction', 'Brand', 'Accessibility', 'Example page'],
          'Elements',
          ['article-card', 'related-posts', 'contact-form', 'call-cta'],
        ],
      },
    },
    viewport: {
      options: {
        small: { name: 'Small phone', styles: { width: '320px', height: '640px' }, type: 'mobile' },
        phone: { name: 'Phone', styles: { width: '390px', height: '780px' }, type: 'mobile' },
        tablet: { name: 'Tablet', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        desktop: { name: 'Desktop', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
  },
  globalTypes: {
    brand: {
      description: 'The page’s --clinic-brand',
      toolbar: {
        title: 'Brand',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: '', title: 'Brand: default teal' },
          { value: '#1f6a53', title: 'Brand: forest' },
          { value: '#1d4ed8', title: 'Brand: blue' },
          { value: '#7c2d6b', title: 'Brand: plum' },
          { value: '#b3261e', title: 'Brand: red' },
          { value: '#f5b301', title: 'Brand: yellow' },
          { value: '#111111', title: 'Brand: black' },
        ],
      },
    },
    language: {
      description: 'The page’s lang',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'es', title: 'Español' },
        ],
      },
    },
    direction: {
      description: 'The page’s dir',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { brand: '', language: 'en', direction: 'ltr' },
  decorators: [
    withActions,
    withPage,
    withThemeByDataAttribute<WebComponentsRenderer>({
      themes: { light: 'light', dark: 'dark' },
      defaultTheme: 'light',
      attributeName: 'data-theme',
    }),
  ],
};

export default preview;
