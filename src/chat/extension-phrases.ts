/** `คำขอขยายเวลา`: what waits for the decision of whoever types it, in 1:1. Spaces and polite endings count for nothing. */
import { plainPhrase } from './plain-phrase.ts';

export function asksForRequests(text: string): boolean {
  return /^(?:ดู|ขอดู)?คำขอขยาย(?:เวลา)?(?:ที่รอพิจารณา|ที่รออนุมัติ)?$/.test(plainPhrase(text));
}
