/**
 * The menu of each role: one table for the rich menu (its image is drawn from it, `papers/menu-image.ts`) and for the typed
 * word เมนู, which gives the same choices where LINE shows no menu: on a PC and in groups.
 */
import type { Member } from '../domain/agency.ts';
import { divisionsOf, holds } from '../domain/permission.ts';
import { normalise } from '../thai/normalise.ts';
import { menuCard } from './cards.ts';
import { flex } from './flex.ts';
import type { Outgoing } from './outgoing.ts';
import { plainPhrase } from './plain-phrase.ts';
import { isCitizen, type Scene } from './scene.ts';
import { takeCall } from './understand/call.ts';
import { MENU_CHOICE, MENU_WORDS } from './words-menu.ts';

export type MenuRole = 'citizen' | 'staff' | 'head' | 'executive' | 'coordinator';
export type MenuChoice = keyof typeof MENU_CHOICE;

/** The first choice is drawn to stand out. Three in a row. */
export const MENUS: Readonly<Record<MenuRole, readonly MenuChoice[]>> = {
  citizen: ['measures', 'contact', 'help'],
  staff: ['mine', 'near', 'overdue', 'summary', 'progress', 'help'],
  head: ['mine', 'extensions', 'overdue', 'summary', 'divisions', 'help'],
  executive: ['progress', 'divisions', 'overdue', 'summary', 'score', 'help'],
  coordinator: ['matters', 'missing', 'divisions', 'waiting', 'summary', 'help'],
};

export const MENU_ROLES = Object.keys(MENUS) as readonly MenuRole[];

/** Whose menu somebody has. Who holds several roles has that of the one with most to do here. */
export function menuRoleOf(member: Member | null): MenuRole {
  if (member === null) return 'citizen';
  if (holds(member, 'coordinator')) return 'coordinator';
  if (holds(member, 'head')) return 'head';
  return divisionsOf(member).length > 0 ? 'staff' : 'executive';
}

/** The answer to เมนู. In a group everybody's choices are those of staff, called by name. */
export function sayMenu(scene: Scene): Outgoing[] {
  const inGroup = scene.group !== null;
  const role = inGroup && !isCitizen(scene) ? 'executive' : menuRoleOf(scene.member);
  const choices = MENUS[role].map((choice) => {
    const { label, say } = MENU_CHOICE[choice];
    return { label, say: inGroup ? `${MENU_WORDS.call} ${say}` : say };
  });
  const hint = inGroup ? MENU_WORDS.hintInGroup : MENU_WORDS.hint;
  const alt = `${MENU_WORDS.title}: ${choices.map(({ label }) => label).join(', ')}`;
  return [flex(alt, [menuCard({ title: MENU_WORDS.title, hint, choices })])];
}

/** A field of a rich menu, in pixels. */
export interface MenuField {
  readonly choice: MenuChoice;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const FIELD = { width: 400, height: 405 };
const IN_A_ROW = 3;

/** Where the fields of a role's rich menu lie, rows of three. */
export function menuFields(role: MenuRole): MenuField[] {
  return MENUS[role].map((choice, index) => ({
    choice,
    label: MENU_CHOICE[choice].label,
    x: (index % IN_A_ROW) * FIELD.width,
    y: Math.floor(index / IN_A_ROW) * FIELD.height,
    ...FIELD,
  }));
}

/** A rich menu in LINE's shape (`docs/line-platform.md` §2.6); `name` tells it from others of the account. */
export interface RichMenu {
  readonly size: { readonly width: number; readonly height: number };
  readonly selected: boolean;
  readonly name: string;
  readonly chatBarText: string;
  readonly areas: readonly {
    readonly bounds: {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };
    readonly action: { readonly type: 'message'; readonly label: string; readonly text: string };
  }[];
}

export function richMenuOf(role: MenuRole, name: string): RichMenu {
  const fields = menuFields(role);
  return {
    size: menuSize(fields),
    selected: true,
    name,
    chatBarText: MENU_WORDS.bar,
    areas: fields.map(({ choice, label, x, y, width, height }) => ({
      bounds: { x, y, width, height },
      action: { type: 'message', label, text: MENU_CHOICE[choice].say },
    })),
  };
}

export function menuSize(fields: readonly MenuField[]): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(...fields.map(({ x, width }) => x + width)),
    height: Math.max(...fields.map(({ y, height }) => y + height)),
  };
}

/**
 * True for the word เมนู alone, in a group when the bot is called; spaces and polite endings count for nothing.
 * `mentioned`: LINE says that a mention in it is the bot.
 */
export function asksMenu(text: string, inGroup: boolean, mentioned = false): boolean {
  const { called, text: rest } = takeCall(normalise(text), mentioned);
  return (called || !inGroup) && MENU_ASKED.test(plainPhrase(rest));
}

const MENU_ASKED = new RegExp(`^(?:ขอ|ดู|ขอดู)?${MENU_WORDS.asked}$`);

/** True for words only a member's menu says: whoever else says them has a menu that is not his any more. */
export function isMembersMenu(text: string): boolean {
  const ofMembers = MENU_ROLES.filter((role) => role !== 'citizen').flatMap((role) => MENUS[role]);
  return ofMembers.some(
    (choice) => !MENUS.citizen.includes(choice) && MENU_CHOICE[choice].say === text.trim(),
  );
}
