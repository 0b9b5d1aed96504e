/** Between the bot and its store: sees which message of the outbox LINE got, and can take the power away. */
import { type Store, StoreDown } from '../../flow/ports.ts';

export interface WatchedStore {
  /** For the stage: watches the store the bot is given. */
  readonly between: (store: Store) => Store;
  /** The outbox message a retry key or a reply token belongs to. */
  outboxOf(keyOrToken: string): string | undefined;
  /** While it is off nothing more is kept: what the bot does then it has not done, as after a crash. */
  power(on: boolean): void;
}

export function watchStore(): WatchedStore {
  const outbox = new Map<string, string>();
  let on = true;
  const alive = () => {
    if (!on) throw new StoreDown('the power is off');
  };
  return {
    between: (store) => ({
      ...store,
      async append(agency, version, batch) {
        alive();
        for (const { id, how } of batch.outbox ?? [])
          outbox.set(how.kind === 'push' ? how.key : how.token, id);
        return store.append(agency, version, batch);
      },
      async noteDeliveries(agency, notes) {
        alive();
        return store.noteDeliveries(agency, notes);
      },
      // Nobody needs a daily copy of a world that is thrown away, and there would be four hundred.
      upkeep: async () => {},
    }),
    outboxOf: (keyOrToken) => outbox.get(keyOrToken),
    power(state) {
      on = state;
    },
  };
}
