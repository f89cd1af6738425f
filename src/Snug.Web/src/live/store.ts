import { createStore, type UseStore } from 'idb-keyval';

/**
 * A part of the browser's database. A browser that keeps nothing may throw where it is asked for one, instead of failing what it promised:
 * whoever uses this has to see to the latter only.
 */
export function storeOf(database: string, name: string): UseStore {
  const store = createStore(database, name);
  return async (mode, work) => store(mode, work);
}
