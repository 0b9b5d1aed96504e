/** The demo's rich menus, brought to the platform as any bot would bring them: over the API. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CastMember } from '../simulator/phones/phones.ts';

interface DemoMenu {
  readonly role: string;
  /** A file beside `menus.json`. */
  readonly image: string;
  readonly menu: object;
}

/** Whose menu a role without its own has. */
const LIKE: Readonly<Record<string, string>> = { head: 'staff' };

/** Everybody's menu is the citizen's; who has a role gets his own over it. */
export async function deployMenus(api: string, token: string, cast: readonly CastMember[]): Promise<void> {
  const call = async (path: string, body: string | Uint8Array<ArrayBuffer>, type: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': type };
    const response = await fetch(`${api}/v2/bot/${path}`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`LINE refuses ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { readonly richMenuId?: string };
  };
  const json = (path: string, body: object) => call(path, JSON.stringify(body), 'application/json');
  for (const { role, image, menu } of JSON.parse(String(file('menus.json'))) as DemoMenu[]) {
    const { richMenuId = '' } = await json('richmenu', menu);
    await call(`richmenu/${richMenuId}/content`, new Uint8Array(file(image)), 'image/png');
    const users = cast.filter((one) => (LIKE[one.role] ?? one.role) === role).map(({ user }) => user);
    if (role === 'citizen') await json(`user/all/richmenu/${richMenuId}`, {});
    else await json('richmenu/bulk/link', { richMenuId, userIds: users });
  }
}

function file(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../../example/rich-menus/${name}`, import.meta.url)));
}
