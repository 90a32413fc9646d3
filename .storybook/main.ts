import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  staticDirs: [{ from: '../stories/assets', to: '/pictures' }],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-themes'],
  framework: {
    name: '@storybook/web-components-vite',
    // Its own: vite.config.ts builds the library, with entries and plugins that have no place here.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  core: {
    // No enableCrashReports here, not even false: it is looked at first and lets error events through.
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
  },
};

export default config;
