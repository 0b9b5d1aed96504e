import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../../src/cli/run.ts';
import { type FakeTerminal, fakeTerminal, ita, newOffice, until } from './terminal.ts';

describe('demo --story', () => {
  it('plays to its end in less than 20 seconds: reminder, answer, group question, summary', async () => {
    const env = newOffice();
    const begun = performance.now();
    const { code, out, err } = await ita(env, 'start', '--story');
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const order = [
      'อีก 14 วัน',
      'อีก 7 วัน',
      'กดปุ่ม',
      'บันทึกแล้วค่ะ',
      'O12 เสร็จแล้วครับ',
      'บอท กองคลังค้างอะไร',
      'กองคลัง เหลืออีก',
      'ยกเลิก',
      'สรุปเดือน',
      'รหัสตรวจสอบข้อมูล',
      'ประชาชน พิมพ์',
      'จบเรื่อง: คนส่ง 9 ข้อความ',
    ];
    let from = 0;
    for (const words of order) {
      const at = out.indexOf(words, from);
      expect(at, `"${words}" after what came before it`).toBeGreaterThan(-1);
      from = at;
    }
    // The ledger it leaves behind is whole.
    const kept = { DATA_DIR: join(env.DATA_DIR, 'demo') };
    const head = /รหัสตรวจสอบข้อมูล ([0-9a-f]{8})/.exec(out)?.[1] ?? '';
    expect(await ita(kept, 'verify', '--head', head)).toMatchObject({ code: 0 });
  });

  it('tells the story on stderr and prints only JSON with --json', async () => {
    const { code, json, err } = await ita(newOffice(), 'demo', '--story', '--json');
    expect(code).toBe(0);
    expect(json()).toEqual({ people: 9, bot: expect.any(Number) });
    expect(err).toContain('สรุปเดือน');
  });

  it('begins anew each time', async () => {
    const env = newOffice();
    const first = await ita(env, 'demo', '--story', '--json');
    const second = await ita(env, 'demo', '--story', '--json');
    expect(second.json()).toEqual(first.json());
  });
});

describe('the demo at the keyboard', () => {
  it('says where it is, what to write, and who there is', async () => {
    const { terminal } = await started();
    const greeting = terminal.printed.join('\n');
    expect(greeting).toMatch(/เปิดหน้านี้: http:\/\/127\.0\.0\.1:\d+\/phones/);
    expect(greeting).toContain('There it is วันจันทร์ที่ 5 มกราคม 2569.');
    expect(greeting).toMatch(/^People: tawan, .*, citizen$/m);
  });

  it('lets anyone speak in the 1:1 chat and in the group', async () => {
    const { answerTo } = await started();
    expect(await answerTo('somying: ขาดข้อไหนบ้าง')).toContain('น้องไอต้า → somying');
    expect(await answerTo('wandee @กลุ่ม: บอท กองคลังค้างอะไร')).toContain('น้องไอต้า → กลุ่ม');
    expect(await answerTo('citizen: มาตรการ')).toContain('น้องไอต้า → citizen');
  });

  it('moves the date, counts the reminders, shows one again and presses its button', async () => {
    const { answerTo } = await started();
    const morning = await answerTo('2026-01-16');
    expect(morning).toContain('━━ วันศุกร์ที่ 16 มกราคม 2569 08.45 น.');
    expect(morning).toMatch(/→ .*baifern.* \(แจ้งเตือน \d+ ข้อความ พิมพ์ชื่อเพื่ออ่าน\)/);
    expect(await answerTo('baifern')).toContain('มาตรการที่ 1');
    expect(await answerTo('baifern [กำลังทำ]')).toContain('บันทึกแล้วค่ะ');
    expect(await answerTo('พรุ่งนี้')).toContain('━━ วันเสาร์ที่ 17 มกราคม 2569');
    expect(await answerTo('2026-01-01')).toContain('Time goes forward only');
  });

  it.each([
    ['zzz: hello', 'There is nobody called zzz.'],
    ['baifern [ไม่มีปุ่มนี้]', 'has no button "ไม่มีปุ่มนี้"'],
    ['what is this?', 'Write a line and press Enter:'],
    ['help', 'Write a line and press Enter:'],
    ['people', 'People: tawan,'],
    ['tawan', 'น'],
    ['citizen @กลุ่ม: hello', 'The citizen is not in the staff group.'],
  ])('answers "%s" with what to do', async (line, sentence) => {
    const { answerTo } = await started();
    expect(await answerTo(line)).toContain(sentence);
  });

  it('takes lines that come in at once one after the other', async () => {
    const { terminal } = await started();
    terminal.keyboard.write('2026-01-16\nbaifern [กำลังทำ]\nbaifern: ยกเลิก\n');
    await until('all three answered', () =>
      /บันทึกแล้วค่ะ[\s\S]*ยกเลิก/.test(terminal.printed.slice(12).join('\n')),
    );
  });

  it('ends at "quit" and lets go of its folder', async () => {
    const { terminal, ended, env } = await started();
    terminal.keyboard.write('quit\n');
    expect(await ended).toBe(0);
    expect(terminal.printed.at(-1)).toBe('Stopped.');
    expect(existsSync(join(env.DATA_DIR, 'demo/server.pid'))).toBe(false);
  });

  it('ends when a terminal hangs up, but not when there never was one', async () => {
    const { terminal, ended } = await started({ isTTY: true });
    terminal.keyboard.end();
    expect(await ended).toBe(0);
    const { terminal: none, ended: on } = await started();
    none.keyboard.end();
    const first = await Promise.race([on, new Promise((resolve) => setImmediate(() => resolve('goes on')))]);
    expect(first).toBe('goes on');
  });
});

interface Talking {
  readonly terminal: FakeTerminal;
  readonly ended: Promise<number>;
  readonly env: { readonly DATA_DIR: string };
  /** Writes a line and resolves with all that was printed until it was dealt with. */
  answerTo(line: string): Promise<string>;
}

async function started(input: { readonly isTTY?: boolean } = {}): Promise<Talking> {
  const env = { ...newOffice(), PORT: '0' };
  const terminal = fakeTerminal(env);
  Object.assign(terminal.keyboard, input);
  const ended = runCommand(['demo'], terminal);
  onTestFinished(async () => {
    terminal.stop();
    await ended;
  });
  await until('the list of people', () => terminal.printed.some((line) => line.startsWith('People:')));
  return {
    terminal,
    ended,
    env,
    async answerTo(line) {
      const from = terminal.printed.length;
      // Lines are taken in turn: the answer to this nonsense is printed once the line before it is done.
      terminal.keyboard.write(`${line}\nendofline: x\n`);
      await until(`the answer to ${line}`, () =>
        terminal.printed.slice(from).some((one) => one.includes('called endofline')),
      );
      return terminal.printed.slice(from).join('\n').split('There is nobody called endofline')[0] ?? '';
    },
  };
}
