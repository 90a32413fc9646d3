import { addons } from 'storybook/manager-api';
import { addNumbersPanel } from './numbers-panel.js';
import { theme } from './theme.js';

addNumbersPanel();
addons.setConfig({ theme, sidebar: { showRoots: true } });
