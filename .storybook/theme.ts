import { create } from 'storybook/theming';

/** The look of Storybook itself: quiet, so that the elements are what one sees. */
export const theme = create({
  base: 'light',
  brandTitle: 'clinic-elements',
  brandTarget: '_self',
  colorPrimary: '#14626b',
  colorSecondary: '#14626b',
  appBg: '#f3f6f6',
  appContentBg: '#fff',
  appPreviewBg: '#fff',
  appBorderColor: '#d3dcdd',
  appBorderRadius: 8,
  barBg: '#fff',
  barTextColor: '#4a5c5f',
  barHoverColor: '#14565e',
  barSelectedColor: '#14565e',
  textColor: '#17292c',
  textMutedColor: '#4a5c5f',
});
