/** The runner itself: a conversation that goes differently than its script must not pass. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buttonOf, says } from './message-words.ts';
import { playConversation } from './player.ts';
import { readScript } from './script.ts';

async function problemsOf(...steps: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nong-ita-conversation-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const text = ['title: t', 'steps:', ...steps.map((step) => `  - ${step}`)].join('\n');
  return (await playConversation(readScript('planted', text), folder)).problems;
}

const REPORT = 'who: ชาติ, says: O12 เสร็จแล้วครับ';

describe('a conversation fails when', () => {
  it('nothing of it is different, it does not', async () => {
    expect(await problemsOf(`{ ${REPORT}, bot: [O12], entries: [item-reported O12 done] }`)).toEqual([]);
  });

  it('an entry is kept that the script does not name', async () => {
    expect(await problemsOf(`{ ${REPORT}, bot: [O12] }`)).toEqual([
      'step 1: kept: [item-reported O12 done], wanted: []',
    ]);
  });

  it('an entry the script names is not kept, or has other fields', async () => {
    const [problem] = await problemsOf(`{ ${REPORT}, bot: [O12], entries: [item-reported O12 in_progress] }`);
    expect(problem).toContain('wanted: [item-reported O12 in_progress]');
  });

  it('words or buttons are missing, or words stand there that must not', async () => {
    const entries = 'entries: [item-reported O12 done]';
    expect(await problemsOf(`{ ${REPORT}, bot: [O1], not: [O12], buttons: [ไม่มี], ${entries} }`)).toEqual([
      'step 1: the bot does not say "O1"',
      'step 1: there is no button [ไม่มี]',
      'step 1: the bot says "O12"',
    ]);
  });

  it('something is said where silence was wanted, and silence is where words were', async () => {
    const [said] = await problemsOf(`{ ${REPORT}, silent: true, entries: [item-reported O12 done] }`);
    expect(said).toContain('something was said');
    expect(await problemsOf('{ who: ชาติ, in: staff group, says: กินข้าวกัน, bot: [ข้าว] }')).toEqual([
      'step 1: the bot does not say "ข้าว"',
    ]);
  });

  it('a button is pressed that nobody drew', async () => {
    expect(await problemsOf('{ who: ชาติ, presses: เสร็จแล้ว, silent: true }')).toEqual([
      'step 1: there is no button [เสร็จแล้ว]',
    ]);
  });

  it('what is to be forgotten is kept', async () => {
    const told = 'who: ชาติ, says: O12 กำลังทำ 60% รอหนังสือจากอำเภอ';
    const entries = 'entries: [item-reported O12 in_progress 60% note]';
    const problems = await problemsOf(`{ ${told}, bot: [O12], ${entries}, forgotten: [หนังสือจากอำเภอ] }`);
    expect(problems).toContain('"หนังสือจากอำเภอ" is kept in table beside');
  });

  it('somebody hears what he should not, or not what he should', async () => {
    const problems = await problemsOf(
      '{ at: 2026-02-18 09:00, hears: { ชาติ: [ไม่มีคำนี้], staff group: [สรุป] }, unheard: [ใบเฟิร์น], entries: [reminders] }',
    );
    expect(problems).toHaveLength(3);
    expect(problems.join()).toMatch(
      /ชาติ does not hear.*staff group does not hear.*ใบเฟิร์น was sent something/s,
    );
  });
});

describe('a script is refused when', () => {
  const refusal = (step: string) => () => readScript('planted', `title: t\nsteps:\n  - ${step}`);

  it.each([
    ['{ who: ชาติ, sayz: สวัสดี, silent: true }', 'sayz'],
    ['{ who: ชาติ, says: ก, presses: ข, silent: true }', 'one step does one thing'],
    ['{ who: ชาติ, says: สวัสดี }', 'what must follow'],
    ['{ says: สวัสดี, silent: true }', 'who?'],
    ['{ who: ชาติ, silent: true }', 'no time passes'],
    ['{ at: 2026-02-30 09:00 }', '2026-02-16 09:00'],
    ['{ wait: 5m, bot: [ค่ะ] }', 'hears'],
    ['{ who: ชาติ, says: ก, silent: true, bot: [ข] }', 'silent'],
  ])('%s', (step, why) => {
    expect(refusal(step)).toThrow(why);
  });
});

describe('words', () => {
  it('a number is found only whole, whatever the line breaks', () => {
    expect(says('ข้อ O12 แล้วเสร็จ', 'O1')).toBe(false);
    expect(says('11 O1', 'O1')).toBe(true);
    expect(says('เหลืออีก 6\nข้อ', 'อีก 6 ข้อ')).toBe(true);
    expect(says('30 เม.ย. 69', '30 เมษายน 2569 | 30 เม.ย. 69')).toBe(true);
  });

  it('of buttons alike the one on the right card is found', () => {
    const card = (item: string) => ({
      type: 'bubble',
      body: { type: 'box', contents: [{ type: 'text', text: item }] },
      footer: {
        type: 'box',
        contents: [{ type: 'button', action: { type: 'postback', label: 'ดู', data: item } }],
      },
    });
    const message = { type: 'flex', contents: { type: 'carousel', contents: [card('O1'), card('O12')] } };
    expect(buttonOf([message], 'ดู', 'O12')?.action.data).toBe('O12');
    expect(buttonOf([message], 'ดู')?.action.data).toBe('O1');
    expect(buttonOf([message], 'ดู', 'O2')).toBeNull();
  });
});
