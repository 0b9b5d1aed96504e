/** What the page knows, kept up to date by the server's events; who draws something listens here. */
import { listen } from './server.js';

/** @typedef {{ user: string, name: string, position: string, role: string, shown: boolean }} Person */
/** @typedef {{ id: string, name: string, members: string[], withBot: boolean, names: Record<string, string> }} Group */
/**
 * @typedef {{ id: string, at: number, from: string, name: string, message?: any, via?: string, text?: string,
 *   content?: { type: string, fileName?: string, url?: string }, unsent?: true, edited?: true }} Entry
 */

export class World {
  /** @param {any} state */
  constructor(state) {
    /** @type {number} */
    this.now = state.now;
    this.moving = false;
    this.bot = state.bot;
    /** @type {Person[]} */
    this.people = state.people;
    /** @type {Group[]} */
    this.groups = state.groups;
    /** @type {Record<string, Entry[]>} */
    this.chats = state.chats;
    /** @type {Record<string, string>} */
    this.friends = state.friends;
    /** @type {Record<string, any>} */
    this.richMenus = state.richMenus;
    this.quota = state.quota;
    this.mischief = { faults: state.faults, duplicates: state.duplicates, held: state.held };
    /** @type {any[]} */
    this.wire = state.wire;
    /** @type {Map<string, Set<(data: any) => void>>} */
    this.listeners = new Map();
  }

  /** @param {string} name @param {(data: any) => void} fn @returns {() => void} stops it */
  on(name, fn) {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(fn));
    return () => set.delete(fn);
  }

  /** @param {string} name @param {unknown} [data] */
  tell(name, data) {
    for (const fn of this.listeners.get(name) ?? []) fn(data);
  }

  /** @param {string} user */
  person(user) {
    return this.people.find((one) => one.user === user);
  }

  /** The chats a person has: the one with the bot, then the groups. @param {string} user */
  chatsOf(user) {
    const groups = this.groups.filter((group) => group.members.includes(user));
    return [{ key: user, group: null }, ...groups.map((group) => ({ key: group.id, group }))];
  }

  /** @param {string} after the event the state was read at */
  follow(after) {
    listen(
      after,
      {
        entry: ({ chat, entry }) => {
          const lines = this.chats[chat] ?? [];
          this.chats[chat] = lines;
          lines.push(entry);
          this.tell(`entry ${chat}`, entry);
          this.tell('entry', { chat, entry });
        },
        changed: ({ chat, entry }) => {
          const lines = this.chats[chat] ?? [];
          const at = lines.findIndex((one) => one.id === entry.id);
          if (at >= 0) lines[at] = entry;
          this.tell(`changed ${chat}`, entry);
        },
        clock: ({ now, moving }) => {
          this.now = now;
          this.moving = moving === true;
          this.tell('clock');
        },
        quota: ({ push, ...quota }) => {
          const fresh = quota.used < this.quota.used;
          const pushes = fresh ? [] : this.quota.pushes;
          this.quota = { ...quota, pushes: push === undefined ? pushes : [...pushes, push] };
          this.tell('quota');
        },
        wire: (entry) => {
          this.wire.push(entry);
          if (this.wire.length > 1_000) this.wire.shift();
          this.tell('wire', entry);
        },
        faults: (mischief) => {
          this.mischief = mischief;
          this.tell('faults');
        },
        richmenu: (menus) => {
          this.richMenus = menus;
          this.tell('richmenu');
        },
        people: ({ groups, friends }) => {
          this.groups = groups;
          this.friends = friends;
          this.tell('people');
        },
        loading: (data) => this.tell('loading', data),
        reload: () => location.reload(),
      },
      (up) => this.tell('line', up),
    );
  }
}
