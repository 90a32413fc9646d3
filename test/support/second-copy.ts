// Registers an element as a second copy of the library would: same tag, other class, other version.
import { isUnclaimed } from '../../src/foundation/unclaimed.js';

const tag = new URL(import.meta.url).searchParams.get('tag')!;

class SecondCopy extends HTMLElement {
  static version = '9.9.9';
}

if (isUnclaimed(tag, SecondCopy)) customElements.define(tag, SecondCopy);
