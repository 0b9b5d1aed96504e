import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { type InviteCard, inviteSheet } from '../../src/papers/invite-sheet.ts';
import { qrSvg } from '../../src/papers/qr.ts';
import { PAPER_FONTS } from '../../src/papers/style.ts';
import { agencyOf, aStaffedOffice, bangkok } from '../support/an-agency.ts';

const LINK = 'https://line.me/R/oaMessage/%40dontawan/?ABCDE-FGHJ7';
const agency = agencyOf(...aStaffedOffice());
const until = bangkok('2026-01-20 09:00');
const card = (more: Partial<InviteCard> = {}): InviteCard => ({
  name: 'นายดิน สมมุติไพร',
  roles: [{ role: 'staff', division: 'works' }],
  general: false,
  code: 'ABCDE-FGHJ7',
  link: LINK,
  ...more,
});
const sheet = (...invites: InviteCard[]) =>
  inviteSheet({ agency, account: '@dontawan', until, invites }, (file) =>
    Buffer.from(file).toString('base64'),
  );

/** The dark modules of a drawing, row by row. */
function modulesIn(svg: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let n = 0; n < Number(width); n += 1) {
      const row = rows[Number(y)];
      if (row !== undefined) row[Number(x) + n] = true;
    }
  return rows;
}

describe('a QR code', () => {
  it('is drawn module by module, with four white ones around it', () => {
    const { data, size } = encode(LINK, { ecc: 'M', border: 4 });
    const svg = qrSvg(LINK, 'QR').html;
    expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
    const drawn = modulesIn(svg, size);
    expect(drawn).toEqual(data);
    expect([...drawn.slice(0, 4), ...drawn.slice(-4)].flat()).not.toContain(true);
    expect(drawn[4]?.slice(4, 12)).toEqual([true, true, true, true, true, true, true, false]);
  });
});

describe('the sheet', () => {
  it('says whose each invite is, what to do, the code, and until when', () => {
    const page = sheet(
      card(),
      card({ name: 'นางวันดี นิทานทอง', roles: [{ role: 'head', division: 'finance' }] }),
    );
    for (const words of [
      'องค์การบริหารส่วนตำบลดอนตะวัน',
      'นายดิน สมมุติไพร',
      'เจ้าหน้าที่ กองช่าง',
      'นางวันดี นิทานทอง',
      'หัวหน้าส่วนราชการ กองคลัง',
      '@dontawan',
      'ABCDE-FGHJ7',
      'ใช้ได้ 1 คน ถึงวันอังคารที่ 20 มกราคม 2569',
    ])
      expect(page).toContain(words);
    expect(page.match(/<section/g)).toHaveLength(2);
    expect(page.match(/<svg/g)).toHaveLength(2);
    expect(page.match(/<li>/g)).toHaveLength(6);
  });

  it('says of a general code that its bearer waits', () => {
    const page = sheet(card({ name: '', roles: [], general: true }));
    expect(page).toContain('รหัสทั่วไป');
    expect(page).toContain('แล้วรออนุมัติ');
    expect(page).toContain('ใช้ได้หลายคน ถึง');
  });

  it('of nobody in particular is called by its role', () => {
    const page = sheet(card({ name: '', roles: [{ role: 'executive', post: 'nayok' }] }));
    expect(page).toContain('<h2>นายก</h2>');
  });

  it('is one file: its fonts stand in it, and it asks for nothing elsewhere', () => {
    const page = sheet(card());
    for (const file of PAPER_FONTS)
      expect(page).toContain(`data:font/woff2;base64,${Buffer.from(file).toString('base64')}`);
    expect(page).not.toContain('../papers/fonts');
    expect(page).not.toMatch(/<script|src=|href=|@import/);
  });

  it('takes a name as text, never as markup', () => {
    const page = sheet(card({ name: '<script>alert(1)</script>"\u202e' }));
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|\u202e/);
  });
});
