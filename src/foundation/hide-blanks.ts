/**
 * Hides bare paragraphs that hold nothing but white space, `<br>` and the rest of a link that was split: style sheets
 * see only those that are quite empty, and WordPress's classic editor leaves others.
 */
export function hideBlanks(element: Element): void {
  for (const child of element.querySelectorAll<HTMLElement>(':scope > p')) {
    // One with an attribute may be waiting for a script to write into it.
    if (
      !child.attributes.length &&
      !child.textContent.trim() &&
      !child.querySelector(':not(br, a[href]:empty)')
    )
      child.hidden = true;
  }
}
