/** Rich menus over the official SDK. */
import type { LineBotClient } from '@line/bot-sdk';
import type { LineMenus, Told } from '../flow/ports.ts';

type Tell = <T>(ask: () => Promise<T>) => Promise<Told<T>>;

export function createMenus(client: LineBotClient, tell: Tell): LineMenus {
  const done = (call: () => Promise<unknown>) =>
    tell(async () => {
      await call();
      return null;
    });
  return {
    list: () =>
      tell(async () => {
        const { richmenus } = await client.getRichMenuList();
        return richmenus.map(({ richMenuId, name }) => ({ id: richMenuId, name }));
      }),
    make: (menu, image) =>
      tell(async () => {
        const areas = menu.areas.map((area) => ({ ...area }));
        const { richMenuId } = await client.createRichMenu({ ...menu, areas });
        try {
          await client.setRichMenuImage(richMenuId, new Blob([new Uint8Array(image)], { type: 'image/png' }));
        } catch (error) {
          // A menu without its image is of no use and counts among the thousand an account may have.
          await client.deleteRichMenu(richMenuId).catch(() => undefined);
          throw error;
        }
        return richMenuId;
      }),
    drop: (menu) => done(() => client.deleteRichMenu(menu)),
    setDefault: (menu) => done(() => client.setDefaultRichMenu(menu)),
    link: (menu, users) =>
      done(() => client.linkRichMenuIdToUsers({ richMenuId: menu, userIds: [...users] })),
    unlink: (user) => done(() => client.unlinkRichMenuIdFromUser(user)),
  };
}
