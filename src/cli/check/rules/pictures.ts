import type { Element } from 'domhandler';
import type { Check } from '../finding.js';
import { around } from '../page.js';

const FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i;
/* What cameras and telephones call a picture. */
const CAMERA = /^(?:img|dsc[nf]?|dcim|pxl|screenshot)[\s_-]*\d[\d\s_-]*$/i;

export const pictures: Check = {
  rules: [
    { id: 'missing-alt', severity: 'error', about: 'a picture without alt' },
    { id: 'file-name-alt', severity: 'error', about: 'a picture whose alt is a file’s name' },
  ],
  *check(page, { manifest }) {
    for (const element of page.select('img, input[type="image" i], area[href]')) {
      if (around(element, '[aria-hidden="true"],[hidden]')) continue;
      const { alt } = element.attribs;
      if (alt === undefined && !isNamed(element)) {
        const isLink = around(element, 'a[href]') && element.name === 'img';
        yield {
          rule: 'missing-alt',
          at: element,
          message: `<${element.name}> has no alt: screen readers may read its file’s name out.`,
          remedy: isLink
            ? 'Write what the link leads to, or alt="" where its words say that already.'
            : 'Write what it shows that the text does not say, or alt="" where it is decoration.',
        };
      }
      if (isFileName(alt)) yield { ...fileName(alt!), at: [element, 'alt'] };
    }
    for (const element of page.elements) {
      if (!manifest.has(element.name)) continue;
      const alt = element.attribs['image-alt'];
      if (isFileName(alt)) yield { ...fileName(alt!), at: [element, 'image-alt'] };
    }
  },
};

/** Not asked for a name, or with another one. */
const isNamed = ({ name, attribs }: Element): boolean =>
  (name === 'img' && /^(?:presentation|none)$/.test(attribs.role ?? '')) ||
  !!(attribs['aria-label'] || attribs['aria-labelledby'] || attribs.title);

const isFileName = (alt = ''): boolean => FILE.test(alt.trim()) || CAMERA.test(alt.trim());

const fileName = (alt: string) => ({
  rule: 'file-name-alt',
  message: `“${alt.trim().slice(0, 60)}” is the name of a file.`,
  remedy: 'Write what the picture shows that the text does not say, or nothing.',
});
