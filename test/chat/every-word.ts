/** Every sentence of the words files that stands for itself. */
import { readdirSync } from 'node:fs';

const CHAT = new URL('../../src/chat/', import.meta.url);

const files = readdirSync(CHAT).filter((file) => /^words(?:-\w+)?\.ts$/.test(file));
const modules: object[] = await Promise.all(files.map((file) => import(new URL(file, CHAT).href)));

export const EVERY_WORD: readonly string[] = modules
  .flatMap((module) => Object.values(module))
  .filter((said) => typeof said === 'string');
