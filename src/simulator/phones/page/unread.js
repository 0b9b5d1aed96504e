/** What each person has not seen: lines that came into a chat that is not open on a phone in sight. */

/** @typedef {import('./world.js').World} World */

export class Unread {
  /** @param {World} world @param {(user: string) => boolean} inSight */
  constructor(world, inSight) {
    this.world = world;
    this.inSight = inSight;
    /** @type {Map<string, number>} */
    this.counts = new Map();
    /** @type {Map<string, string | null>} */
    this.open = new Map();
    /** @type {Map<string, Set<() => void>>} */
    this.listeners = new Map();
    world.on('entry', ({ chat, entry }) => {
      for (const { user } of world.people) {
        const mine = world.chatsOf(user).some(({ key }) => key === chat);
        if (mine && entry.from !== user && !this.sees(user, chat))
          this.set(user, chat, this.count(user, chat) + 1);
      }
    });
  }

  /** @param {string} user @param {string} key */
  sees(user, key) {
    return this.open.get(user) === key && this.inSight(user);
  }

  /** @param {string} user @param {string} key */
  count(user, key) {
    return this.counts.get(`${user} ${key}`) ?? 0;
  }

  /** All of a person's. @param {string} user */
  total(user) {
    return this.world.chatsOf(user).reduce((sum, { key }) => sum + this.count(user, key), 0);
  }

  /** That chat is open on that phone now. @param {string} user @param {string | null} key */
  looking(user, key) {
    this.open.set(user, key);
    if (key !== null && this.inSight(user)) this.set(user, key, 0);
  }

  /** The phone came into sight. @param {string} user */
  seen(user) {
    const key = this.open.get(user);
    if (key) this.set(user, key, 0);
  }

  /** @param {string} user @param {string} key @param {number} count */
  set(user, key, count) {
    if (this.count(user, key) === count) return;
    this.counts.set(`${user} ${key}`, count);
    for (const fn of [...(this.listeners.get(user) ?? []), ...(this.listeners.get('') ?? [])]) fn();
  }

  /** @param {string} user or '' for anybody @param {() => void} fn */
  on(user, fn) {
    const set = this.listeners.get(user) ?? new Set();
    this.listeners.set(user, set.add(fn));
    return () => set.delete(fn);
  }
}
