// Folders as people have them: links, other encodings, files that are none.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readFolder } from '../../src/cli/check/folder.js';
import { UsageError } from '../../src/cli/command.js';
import { write } from '../consumers/support.js';
import { temporaryFolder } from '../tools/support.js';
import { pageWith } from './support.js';

const BASE = new URL('https://clinic.example/');
const read = (folder: string) => readFolder(folder, BASE, []);
const names = (folder: string) => read(folder).pages.map(({ name }) => name);

/** A folder with one page, in bytes. */
function pageOf(name: string, bytes: Uint8Array): string {
  const folder = temporaryFolder(name);
  writeFileSync(join(folder, 'index.html'), bytes);
  return read(folder).pages[0]!.html;
}

describe('a folder', () => {
  it('is read through its links, each folder once and by its own name', () => {
    const folder = temporaryFolder('linked');
    write(folder, { 'news/index.html': pageWith(''), 'z/deep/a.html': pageWith('') });
    symlinkSync('news', join(folder, 'aktuell'));
    symlinkSync('..', join(folder, 'z/deep/round'));
    const other = temporaryFolder('elsewhere');
    write(other, { 'b.html': pageWith('') });
    symlinkSync(other, join(folder, 'shared'));
    assert.deepEqual(names(folder), ['news/index.html', 'shared/b.html', 'z/deep/a.html']);
  });

  it('tells which pages could not be read, and reads the others', () => {
    const folder = temporaryFolder('unread');
    write(folder, { 'a.html': pageWith(''), 'empty.html': '\uFEFF \n' });
    symlinkSync('nowhere.html', join(folder, 'gone.html'));
    mkdirSync(join(folder, 'folder.html'));
    const { pages, unread } = read(folder);
    assert.deepEqual(
      pages.map(({ name }) => name),
      ['a.html'],
    );
    assert.deepEqual(unread, [
      { name: 'empty.html', why: 'it is empty' },
      { name: 'gone.html', why: 'its file cannot be read (ENOENT)' },
    ]);
  });

  it('knows the page at every address that a server has for it', () => {
    const folder = temporaryFolder('addresses');
    write(folder, { 'contact/index.html': pageWith(''), 'a b#1.html': pageWith('') });
    const { pageAt } = read(folder);
    const at = (address: string) => pageAt(new URL(address, BASE))?.name;
    for (const address of ['contact', 'contact/', 'contact/index.html', 'contact/?from=home#form'])
      assert.equal(at(address), 'contact/index.html', address);
    assert.equal(at('a%20b%231'), 'a b#1.html');
    assert.equal(at('contact/none'), undefined);
    assert.equal(at('https://elsewhere.example/contact/'), undefined);
  });

  it('does not take facts for a page', () => {
    const folder = temporaryFolder('facts');
    write(folder, { 'clinic.json': '{}' });
    assert.throws(() => read(join(folder, 'clinic.json')), UsageError);
  });
});

describe('a page’s text', () => {
  const words = 'Niños – “(210) 555-0142”';

  it('is UTF-8, with or without a mark before it', () => {
    assert.equal(pageOf('plain', Buffer.from(words)), words);
    assert.equal(pageOf('marked', Buffer.from(`\uFEFF${words}`)), words);
  });

  it('is UTF-16 where a mark says so', () => {
    const little = Buffer.from(`\uFEFF${words}`, 'utf16le');
    assert.equal(pageOf('little', little), words);
    assert.equal(pageOf('big', Buffer.from(little).swap16()), words);
  });

  it('is in the encoding that the page names', () => {
    const bytes = (meta: string) =>
      Buffer.concat([Buffer.from(meta), Buffer.from('\x93Ni\xf1os\x94 \x96', 'latin1')]);
    for (const meta of [
      '<meta charset=windows-1252>',
      '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">',
    ])
      assert.equal(pageOf('old', bytes(meta)), `${meta}“Niños” –`);
    const untrue = '<meta charset="utf-16"><p>Niños';
    assert.equal(pageOf('untrue', Buffer.from(untrue)), untrue);
    const unknown = '<meta charset="none-such"><p>Niños';
    assert.equal(pageOf('unknown', Buffer.from(unknown)), unknown);
  });
});
