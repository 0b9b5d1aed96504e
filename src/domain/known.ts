/** The value under an id that came from outside: never something every object has, such as `constructor`. */
export function known<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
