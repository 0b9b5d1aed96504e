/** The provinces of Thailand, to know one that a scanner damaged. */
export const PROVINCES: readonly string[] =
  `กระบี่ กรุงเทพมหานคร กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย
เชียงใหม่ ตรัง ตราด ตาก นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์
ปทุมธานี ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ พะเยา
ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยะลา ยโสธร ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร
สงขลา สตูล สมุทรปราการ สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี สุราษฎร์ธานี สุรินทร์ หนองคาย
หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี`.split(/\s+/);

/** Districts named `เมือง…` that are not the seat of their province; every other is `เมือง` and the province's name. */
const NO_SEAT: readonly string[] = ['เมืองปาน', 'เมืองจันทร์', 'เมืองสรวง', 'เมืองยาง'];

/** Whether a district may lie in the province: a seat of another name is a misreading. */
export function isDistrictOf(district: string, province: string): boolean {
  if (!district.startsWith('เมือง') || district === 'เมือง') return true;
  return district === `เมือง${province}` || NO_SEAT.includes(district);
}
