import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { behaviour, isAway, waysOf } from '../../../src/cli/year/behaviour.ts';
import { chanceOf } from '../../../src/cli/year/chance.ts';
import { buttonsOf, isReminder, itemsIn } from '../../../src/cli/year/reading.ts';
import { REPOSITORY } from '../terminal.ts';

const raw = JSON.parse(readFileSync(join(REPOSITORY, 'example/simulation/behaviour.json'), 'utf8'));
const usual = behaviour.parse(raw);
const staff = { key: 'kaew', roles: [{ role: 'staff' as const, division: 'finance' }] };

describe('behaviour', () => {
  it('is that of the person, else of his division, else of his widest role', () => {
    const { slow, prompt, silent, coordinator } = usual.manners;
    expect(waysOf(usual, staff).manner).toBe(slow);
    expect(waysOf(usual, { ...staff, key: 'baifern' }).manner).toBe(prompt);
    const silentFinance = { ...usual, divisions: { finance: 'silent' } };
    expect(waysOf(silentFinance, { ...staff, key: 'baifern' }).manner).toBe(silent);
    expect(waysOf(silentFinance, staff).manner).toBe(slow);
    const both = { key: 'somying', roles: [...staff.roles, { role: 'coordinator' as const }] };
    expect(waysOf(usual, both).manner).toBe(coordinator);
  });

  it('refuses a manner nobody described, and shares of more than a hundred', () => {
    expect(behaviour.safeParse({ ...raw, roles: { ...raw.roles, staff: 'lazy' } }).success).toBe(false);
    const manners = { ...raw.manners, head: { ...raw.manners.head, near: { done: 60, doing: 60 } } };
    expect(behaviour.safeParse({ ...raw, manners }).success).toBe(false);
  });

  it('away holds over the turn of the year, both days included', () => {
    const away = [{ from: '12-22', until: '01-02' }];
    const days = ['2024-12-21', '2024-12-22', '2024-12-31', '2025-01-02', '2025-01-03'];
    expect(days.map((day) => isAway(away, day))).toEqual([false, true, true, true, false]);
  });
});

describe('chance', () => {
  const drawn = (seed: number) => Array.from({ length: 500 }, chanceOf(seed).next);

  it('is the same with the same seed, another with another, and spreads', () => {
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
    const mean = drawn(7).reduce((sum, one) => sum + one, 0) / 500;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  });

  it('of one person does not hang on what others draw', () => {
    const [one, other] = [chanceOf(7), chanceOf(7)];
    other.next();
    expect(one.of('kaew').next()).toBe(other.of('kaew').next());
    expect(one.of('kaew').next()).not.toBe(one.of('mek').next());
  });
});

describe('what a person sees in a message', () => {
  const button = (data: string) => ({ type: 'postback', label: 'x', data, displayText: 'x' });

  it('buttons of ours, wherever they lie; what is forged or another’s is none', () => {
    const message = {
      contents: [{ action: button('do=report&item=m1&status=done&year=2569&entry=4') }],
      quickReply: { items: [{ action: button('do=acknowledge') }, { action: button('do=nonsense') }] },
    };
    const buttons = buttonsOf(message);
    expect(buttons.map(({ press }) => press.do)).toEqual(['report', 'acknowledge']);
    expect(isReminder(buttons)).toBe(true);
    expect(itemsIn(buttons)).toEqual(['m1']);
  });
});
