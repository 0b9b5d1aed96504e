/** Words of the drawing of a simulated year. */
export const YEAR_CHART = {
  title: (year: number) => `จำลองการแจ้งเตือน ปีงบประมาณ พ.ศ. ${year}`,
  pushed: 'น้องไอต้า: ข้อความที่นับโควตาในแต่ละเดือน',
  naive: (group: number) => `หากส่งทุกเรื่องเข้ากลุ่ม ${group} คน เรื่องละหนึ่งข้อความ`,
  quota: (quota: number) => `โควตาฟรี ${quota}`,
  total: (pushed: number, naive: number) =>
    `รวมทั้งปี ${thousands(pushed)} ข้อความ เทียบกับ ${thousands(naive)} ข้อความ หากส่งเข้ากลุ่มทีละเรื่อง`,
  source: 'นับโดย LINE Platform จำลอง ข้อความถึงกลุ่มนับตามจำนวนคนในกลุ่ม ข้อความตอบกลับไม่นับโควตา',
};

export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
