/**
 * A link that opens the 1:1 chat with the account, the code typed already: one touch sends it (`docs/line-platform.md`
 * §2.7). `account` = the basic id, as `@123abcde`.
 */
export function inviteLink(account: string, code: string): string {
  return `https://line.me/R/oaMessage/${encodeURIComponent(account)}/?${encodeURIComponent(code)}`;
}

/** True for a basic or premium id as LINE writes it. */
export function isAccount(text: string): boolean {
  return /^@[A-Za-z0-9._-]{2,30}$/.test(text);
}
