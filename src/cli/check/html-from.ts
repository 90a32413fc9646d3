/* As far as browsers look for it (https://html.spec.whatwg.org/#determining-the-character-encoding). */
const PRESCANNED = 1024;
const CHARSET = /<meta\s[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/i;

/**
 * A page's text by its encoding: that of a mark at its beginning, of the server, or of `<meta charset>`; UTF-8
 * without any.
 *
 * @param charset - what the server says
 */
export function htmlFrom(bytes: Uint8Array, charset?: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCANNED));
  // A page in which this can be read has no two bytes to a letter, whatever it says.
  const told = CHARSET.exec(start)?.[1]?.replace(/^utf-?16.*/i, 'utf-8');
  const decoder = decoderFor(markOf(bytes) ?? charset ?? told ?? 'utf-8');
  // In one go, Node 20 reads windows-1252 as ISO 8859-1: curly quotes and dashes would be control characters
  // (https://github.com/nodejs/node/issues/56542).
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
