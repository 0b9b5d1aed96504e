/** A list that keeps the newest `cap` entries and counts what it dropped. */
export interface BoundedList<T> {
  add(item: T): void;
  all(): readonly T[];
  dropped(): number;
  clear(): void;
}

/** Makes an empty list; `cap` is a number of entries. */
export function createBoundedList<T>(cap: number): BoundedList<T> {
  let items: T[] = [];
  let gone = 0;
  // Trimming one by one would move the whole array per entry, so a tenth is let in before the oldest go.
  const slack = Math.max(1, Math.floor(cap / 10));
  const over = () => Math.max(0, items.length - cap);
  return {
    add(item) {
      items.push(item);
      if (items.length < cap + slack) return;
      gone += over();
      items = items.slice(over());
    },
    all: () => (over() > 0 ? items.slice(over()) : items.slice()),
    dropped: () => gone + over(),
    clear() {
      items = [];
      gone = 0;
    },
  };
}
