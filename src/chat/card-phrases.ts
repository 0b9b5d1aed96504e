/** What a coordinator types in 1:1 about what waits for him, the month's messages and what will be sent. */
import { plainPhrase } from './plain-phrase.ts';

export type CardPhrase = 'matters' | 'quota' | 'plan';

const PHRASES: Readonly<Record<string, CardPhrase>> = {
  เรื่องค้าง: 'matters',
  งานของผู้ประสานงาน: 'matters',
  เรื่องที่รอผู้ประสานงาน: 'matters',
  โควตา: 'quota',
  โควต้า: 'quota',
  ดูโควตา: 'quota',
  โควตาเดือนนี้: 'quota',
  ดูแผนแจ้งเตือน: 'plan',
  แผนแจ้งเตือน: 'plan',
};

/** Null = it is none of these, and is understood as any other words. */
export function cardPhrase(text: string): CardPhrase | null {
  const plain = plainPhrase(text);
  return Object.hasOwn(PHRASES, plain) ? (PHRASES[plain] ?? null) : null;
}
