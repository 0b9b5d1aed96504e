import { entryOf, findEntry } from './entries.ts';
import type { Setting } from './setting.ts';
import { mischiefOf, peopleOf, pushOf, quotaOf, richMenusOf, tellMischief } from './state.ts';

/** Tells the page of everything that happens on the platform from now on. */
export function startWatching(setting: Setting): void {
  const { platform, feed, wire, botId } = setting;
  setting.mischief.told = JSON.stringify(mischiefOf(setting));
  platform.world.watch((entry, { bot, to }) => {
    if (bot === botId) feed.send('entry', { chat: to, entry: entryOf(platform.world, entry) });
  });
  platform.onAccepted((accepted) => {
    if (accepted.bot !== botId || accepted.kind === 'reply') return;
    feed.send('quota', { ...quotaOf(setting), push: pushOf(accepted) });
  });
  platform.happenings.watch((happening) => {
    switch (happening.kind) {
      case 'request':
      case 'webhook': {
        const entry = wire.add(happening);
        if (entry !== undefined) feed.send('wire', entry);
        tellMischief(setting);
        return;
      }
      case 'amended': {
        const changed = findEntry(platform.world, botId, happening.messageId);
        if (changed !== undefined) feed.send('changed', changed);
        return;
      }
      case 'loading':
        if (happening.bot === botId)
          feed.send('loading', { user: happening.user, seconds: happening.seconds });
        return;
      case 'rich-menus':
        feed.send('richmenu', richMenusOf(setting));
        return;
      case 'people':
        feed.send('people', peopleOf(setting));
        // A group's or a person's new settings may be the bot's: its quota is among them.
        feed.send('quota', quotaOf(setting));
        return;
    }
  });
}
