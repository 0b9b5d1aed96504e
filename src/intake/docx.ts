/** Word documents as blocks, through mammoth: merged cells become spans, check marks and lists stay. */
import mammoth from 'mammoth';
import { readHtml } from './html.ts';
import type { Pages } from './pages.ts';

export async function readWord(bytes: Uint8Array): Promise<Pages> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    // Pictures are not read; their bytes would only fill memory.
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
  );
  return { blocks: readHtml(value), parts: [] };
}
