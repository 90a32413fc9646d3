// @ts-check
// `npm start`: the example clinic with its lead inbox, from a fresh clone.
import { buildLibrary, installPackages } from './lib/setup.js';

installPackages();
buildLibrary();
await import('../examples/clinic-site/server/main.js');
