/** Why something was not done, kindly, and who can. */
import { dayOf, minuteOf } from '../domain/calendar.ts';
import type { Refusal } from '../domain/refusal.ts';
import { clockTime, shortDay } from '../thai/date.ts';
import type { Outgoing } from './outgoing.ts';
import { nameOf, type Scene } from './scene.ts';
import { divisionWords, HELP_JOIN, itemName, ROLE, STATUS } from './words.ts';

/** The sentence of a refusal. `stale` is asked back with a button instead (`askStale`); this is its plain form. */
export function sayRefusal(scene: Scene, refusal: Refusal): Outgoing[] {
  return [{ type: 'text', text: refusalWords(scene, refusal) }];
}

function refusalWords(scene: Scene, refusal: Refusal): string {
  const named = (id: string) => {
    const item = scene.agency.items[id];
    return item === undefined ? 'ข้อนี้' : itemName(item);
  };
  switch (refusal.kind) {
    case 'not-a-member':
      return `รายการนี้แจ้งได้เฉพาะเจ้าหน้าที่ที่ลงทะเบียนแล้วค่ะ\n${HELP_JOIN}`;
    case 'not-permitted':
      return `รายการนี้ทำได้เฉพาะ${refusal.who.map((role) => ROLE[role]).join(' หรือ ')}ค่ะ`;
    case 'not-your-item': {
      if (refusal.divisions.length === 0) {
        return `${named(refusal.item)} ยังไม่มีส่วนราชการรับผิดชอบ แจ้งผู้ประสานงาน ITA ได้เลยค่ะ`;
      }
      const owners = divisionWords(scene.agency, refusal.divisions);
      return `${named(refusal.item)} เป็นของ${owners} แจ้งได้เฉพาะเจ้าหน้าที่ของส่วนราชการนั้นหรือผู้ประสานงาน ITA ค่ะ`;
    }
    case 'no-such-item':
      return 'ไม่พบข้อนี้ในแผนที่เปิดใช้งานค่ะ ลองตรวจเลขข้ออีกครั้งนะคะ';
    case 'plan-not-open':
      return refusal.state === 'draft'
        ? `แผนปี ${refusal.year} ยังเป็นฉบับร่าง จึงยังแจ้งสถานะไม่ได้ค่ะ`
        : `แผนปี ${refusal.year} ปิดแล้ว จึงแจ้งสถานะไม่ได้ค่ะ`;
    case 'stale':
      return `${named(refusal.item)} เป็น "${STATUS[refusal.present]}" แล้วค่ะ`;
    case 'nothing-to-undo':
      return 'ไม่มีรายงานของคุณให้ยกเลิกค่ะ';
    case 'too-late-to-undo':
      return `รายงานเมื่อ ${shortDay(dayOf(refusal.at))} ${clockTime(minuteOf(refusal.at))} เกิน 24 ชั่วโมงแล้ว จึงยกเลิกไม่ได้ค่ะ แจ้งสถานะใหม่แทนได้เลยนะคะ`;
    case 'changed-since':
      return `${named(refusal.item)} มีการรายงานใหม่โดย ${nameOf(scene, refusal.by)} เมื่อ ${shortDay(dayOf(refusal.at))} ${clockTime(minuteOf(refusal.at))} จึงยกเลิกไม่ได้ค่ะ`;
    case 'code-unknown':
      return 'ไม่พบรหัสนี้ค่ะ ลองตรวจตัวอักษรอีกครั้ง หรือขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ';
    case 'code-used':
      return 'รหัสนี้ถูกใช้ไปแล้วค่ะ กรุณาขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ';
    case 'code-expired':
      return 'รหัสนี้หมดอายุแล้วค่ะ กรุณาขอรหัสใหม่จากผู้ประสานงาน ITA นะคะ';
    // The rest come from the terminal or the clock and are not said in chat.
    case 'agency-exists':
    case 'no-agency':
    case 'no-such-division':
    case 'division-needed':
    case 'no-such-plan':
    case 'plan-exists':
    case 'summary-posted':
      return 'ขออภัยค่ะ ทำรายการนี้ไม่ได้';
  }
}
