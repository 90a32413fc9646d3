// Ways to a place, and maps in a frame.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directionsTo, mapPage } from '../../src/clinic/maps.js';

describe('directions', () => {
  it('lead to an address, whatever signs are in it', () => {
    const url = new URL(directionsTo(['8 Mill Lane #2 & 3', 'Leeds', 'LS1 4DY', 'GB'])!);
    assert.equal(url.origin + url.pathname, 'https://www.google.com/maps/dir/');
    assert.equal(url.searchParams.get('api'), '1');
    assert.equal(url.searchParams.get('destination'), '8 Mill Lane #2 & 3, Leeds, LS1 4DY, GB');
  });

  it('lead to a point where there is no address', () => {
    const url = directionsTo([], { latitude: 29.42, longitude: -98.49 })!;
    assert.equal(new URL(url).searchParams.get('destination'), '29.42,-98.49');
  });

  it('lead nowhere where that is not known: a town alone is no place', () => {
    assert.equal(directionsTo([]), undefined);
    assert.equal(directionsTo(['San Antonio']), undefined);
    assert.equal(directionsTo([], { latitude: 129, longitude: 0 }), undefined);
    assert.equal(directionsTo([], { latitude: NaN, longitude: 0 }), undefined);
  });
});

describe('a map', () => {
  const page = 'https://clinic.example/locations/';

  it('of another site says which, and is boxed', () => {
    assert.deepEqual(mapPage('https://www.maps.example/embed?q=1', page), {
      href: 'https://www.maps.example/embed?q=1',
      host: 'maps.example',
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-same-origin',
    });
  });

  it('of the same site cannot leave its box, and tells nobody else', () => {
    const map = mapPage('/map.html', page);
    assert.equal(map?.host, '');
    assert.doesNotMatch(map?.sandbox ?? '', /same-origin/);
  });

  for (const src of [
    'http://maps.example/embed',
    'javascript:alert(1)',
    'data:text/html,x',
    '//user:secret@maps.example/',
    'https://',
  ])
    it(`is none at ${src}`, () => assert.equal(mapPage(src, page), undefined));

  it('is there on a server too, which does not know the page', () => {
    assert.equal(mapPage('https://maps.example/', undefined)?.host, 'maps.example');
    assert.equal(mapPage('/map.html', undefined), undefined);
  });
});
