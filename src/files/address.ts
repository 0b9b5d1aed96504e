/** What may become part of a path or key: both are ours, and are looked at all the same. */

/** As `AGENCY` and `agency add` take it. */
const AGENCY = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** What `Ids.id` makes; no dot and no slash, so nothing above and nothing half-written has such a name. */
const ID = /^[\w-]{1,64}$/;

/** More is no document and no photo of a phone; who fetches files sets a limit of his own below it. */
export const LARGEST_FILE = 32 * 1024 * 1024;

/** @throws TypeError for what is no agency's name: somebody's mistake, perhaps somebody's try. */
export function checkAgency(agency: string): void {
  if (!AGENCY.test(agency)) throw new TypeError('no name of an agency: no files are kept under it');
}

export function isFileId(id: string): boolean {
  return ID.test(id);
}

/** @throws RangeError for more bytes than are taken. */
export function checkSize(bytes: Uint8Array, maxBytes: number): void {
  if (bytes.length > maxBytes)
    throw new RangeError(`a file of ${bytes.length} bytes is too large to keep: ${maxBytes} at most`);
}
