import { randomBytes } from 'node:crypto';
import type { Happenings } from './happenings.ts';
import type { JsonObject } from './json.ts';

export interface MenuImage {
  readonly bytes: Buffer;
  readonly contentType: string;
}

export interface RichMenu {
  readonly richMenuId: string;
  /** As the bot sent it: size, selected, name, chatBarText, areas. */
  readonly menu: JsonObject;
  readonly image?: MenuImage;
}

/** A menu as somebody sees it at the foot of the 1:1 chat. */
export interface ShownMenu extends JsonObject {
  readonly richMenuId: string;
  readonly imageUrl: string;
}

/** The rich menus of each bot: per-user before default (docs/line-platform.md 2.6). */
export interface RichMenus {
  create(bot: string, menu: JsonObject): string;
  find(bot: string, id: string): RichMenu | undefined;
  list(bot: string): readonly RichMenu[];
  remove(bot: string, id: string): void;
  setImage(bot: string, id: string, image: MenuImage): void;
  defaultOf(bot: string): string | undefined;
  setDefault(bot: string, id: string | undefined): void;
  linkOf(bot: string, user: string): string | undefined;
  /** Undefined takes the user's own menu away. */
  link(bot: string, users: readonly string[], id: string | undefined): void;
  aliasOf(bot: string, alias: string): string | undefined;
  setAlias(bot: string, alias: string, id: string | undefined): void;
  aliases(bot: string): readonly (readonly [alias: string, id: string])[];
  image(bot: string, id: string): MenuImage | undefined;
  /** What a person sees; null = no menu. */
  shownTo(bot: string, user: string): ShownMenu | null;
}

interface Shelf {
  readonly menus: Map<string, RichMenu>;
  readonly links: Map<string, string>;
  readonly aliases: Map<string, string>;
  default: string | undefined;
}

export function createRichMenus({ tell }: Pick<Happenings, 'tell'>): RichMenus {
  const shelves = new Map<string, Shelf>();
  const shelfOf = (bot: string): Shelf => {
    const shelf = shelves.get(bot) ?? {
      menus: new Map(),
      links: new Map(),
      aliases: new Map(),
      default: undefined,
    };
    shelves.set(bot, shelf);
    return shelf;
  };
  const changed = () => tell({ kind: 'rich-menus' });
  const menus: RichMenus = {
    create(bot, menu) {
      const richMenuId = `richmenu-${randomBytes(16).toString('hex')}`;
      shelfOf(bot).menus.set(richMenuId, { richMenuId, menu });
      return richMenuId;
    },
    find: (bot, id) => shelfOf(bot).menus.get(id),
    list: (bot) => [...shelfOf(bot).menus.values()],
    remove(bot, id) {
      const shelf = shelfOf(bot);
      shelf.menus.delete(id);
      if (shelf.default === id) shelf.default = undefined;
      for (const [user, linked] of shelf.links) if (linked === id) shelf.links.delete(user);
      changed();
    },
    setImage(bot, id, image) {
      const menu = shelfOf(bot).menus.get(id);
      if (menu !== undefined) shelfOf(bot).menus.set(id, { ...menu, image });
      changed();
    },
    defaultOf: (bot) => shelfOf(bot).default,
    setDefault(bot, id) {
      shelfOf(bot).default = id;
      changed();
    },
    linkOf: (bot, user) => shelfOf(bot).links.get(user),
    link(bot, users, id) {
      const { links } = shelfOf(bot);
      for (const user of users) {
        if (id === undefined) links.delete(user);
        else links.set(user, id);
      }
      changed();
    },
    aliasOf: (bot, alias) => shelfOf(bot).aliases.get(alias),
    setAlias(bot, alias, id) {
      if (id === undefined) shelfOf(bot).aliases.delete(alias);
      else shelfOf(bot).aliases.set(alias, id);
    },
    aliases: (bot) => [...shelfOf(bot).aliases],
    image: (bot, id) => shelfOf(bot).menus.get(id)?.image,
    shownTo(bot, user) {
      const shelf = shelfOf(bot);
      const id = shelf.links.get(user) ?? shelf.default;
      const shown = id === undefined ? undefined : shelf.menus.get(id);
      if (shown?.image === undefined) return null;
      const { richMenuId, menu } = shown;
      return { richMenuId, ...menu, imageUrl: `/phones/richmenus/${richMenuId}/image` };
    },
  };
  return menus;
}
