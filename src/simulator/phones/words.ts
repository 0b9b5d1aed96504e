/** Why the phones do not do something, for whoever holds them: Thai first, English beside. */
export const no = {
  person: 'ไม่มีบุคคลนี้ (There is no such person.)',
  group: 'ไม่มีกลุ่มนี้ (There is no such group.)',
  member: 'คนนี้ไม่ได้อยู่ในกลุ่ม (This person is not in the group.)',
  botHere: 'บอทไม่ได้อยู่ในกลุ่มนี้ จึงไม่ได้ยิน (The bot is not in this group: it would hear nothing.)',
  secondBot: 'ในกลุ่มนี้มีบอทอยู่แล้ว LINE ให้มีได้ตัวเดียว (A bot is in this group already; LINE allows one.)',
  botToRemove: 'ในกลุ่มนี้ไม่มีบอท (No bot is in this group.)',
  ownMessage: 'คนนี้ไม่ได้ส่งข้อความนี้ในแชตนี้ (This person sent no such message here.)',
  editText: 'แก้ไขได้เฉพาะข้อความตัวอักษร (Only a text can be edited.)',
  editHere: 'แก้ไขข้อความได้ในกลุ่มเท่านั้น (Messages are edited in groups only.)',
  picture: 'รูปต้องเป็น JPEG หรือ PNG (The image must be a JPEG or a PNG, as its "contentType" says.)',
  tooLarge: 'ไฟล์ใหญ่เกินไป (That is too large.)',
  picked: 'ค่าที่เลือกอยู่นอกช่วงที่บอทกำหนด (What was picked lies outside what the bot allows.)',
  backward: 'ย้อนเวลาไม่ได้ (Time goes forward only.)',
  farJump: 'เดินเวลาได้ครั้งละไม่เกินสองปี (One jump may go two years at most.)',
  link: 'ลิงก์ต้องเป็นแบบ https://line.me/R/oaMessage/{id}/?{text} (This is no such link.)',
  linkCode: 'ลิงก์เข้ารหัสไม่ถูกต้อง (The link is not percent-encoded as UTF-8.)',
  pages: 'เปิดหน้านี้ไว้มากเกินไป (Too many pages are open.)',
  address: 'ไม่มีที่อยู่นี้ (There is no such address.)',
  file: 'ไม่มีไฟล์นี้ (There is no such file.)',
} as const;

/** A prefilled link of another account. */
export function otherAccount(id: string): string {
  return `ลิงก์นี้เปิดแชตของ ${id} ไม่ใช่บอทของเรา (This link opens another account's chat.)`;
}
