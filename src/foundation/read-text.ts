/**
 * The text of an answer, at most so many bytes of it as UTF-8; undefined where it is longer, or ends before
 * it is whole. Nothing of what is too long is kept, whatever Content-Length says.
 */
export async function readText(response: Response, most: number): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      read += value.byteLength;
      if (read > most) {
        void reader.cancel().catch(() => {});
        return undefined;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return undefined;
  }
}
