/** Recognising a person's name by its title, and not the offices that begin with the same letters. */

const NAMED =
  /^(?:[(（]\s*)?(?:นาย(?!ก(?:องค์|เทศ|เมือง|สมาคม|รัฐ|อบ|กอง|ฯ|\s|$))|นางสาว|นาง|น\.\s?ส\.|ว่าที่\s?(?:ร้อย|ร\.|พัน)|(?:ร้อย|พัน)(?:ตรี|โท|เอก|ตำรวจ|จ่า)|จ่า(?:เอก|โท|ตรี|สิบ|อากาศ)|สิบ(?:เอก|โท|ตรี)|ดร\.|[พร]\.?[ตอทจ]\.?[ตทอ]?\.)\s?[ก-ฮเ-ไ]/;

/** The name as written, without a number before it and brackets around it; null when it is none. */
export function personIn(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^[๐-๙\d]{1,2}\s*[.)]\s*/, '')
    .replace(/^\(?ลงชื่อ\)?[\s.…]*/, '');
  if (!NAMED.test(bare) || bare.length > 80) return null;
  const name = bare.replace(/^[(（]\s*/, '').replace(/\s*[)）].*$/, '');
  return /^[ก-๙\s.]+$/.test(name) && name.split(/\s+/).length <= 5 ? name.trim() : null;
}
