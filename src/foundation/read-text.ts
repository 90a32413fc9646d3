/**
 * The bytes of an answer, at most so many; undefined where it is longer. Nothing of what is too long is kept,
 * whatever Content-Length says.
 *
 * @throws where it ends before it is whole
 */
export async function readBytes(
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) break;
    length += value.byteLength;
    if (length > most) {
      void reader?.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/**
 * The text of an answer, at most so many bytes of it as UTF-8; undefined where it is longer, or ends before
 * it is whole.
 */
export async function readText(response: Response, most: number): Promise<string | undefined> {
  const bytes = await readBytes(response, most).catch(() => undefined);
  return bytes && new TextDecoder().decode(bytes);
}
