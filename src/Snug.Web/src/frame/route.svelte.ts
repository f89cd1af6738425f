// What is shown, as the address says it: #/rooms/5, #/rooms/5/124 (a message), with ?pane=search beside it. So links lead somewhere,
// and a phone's back gesture goes back.
export type Pane = 'people' | 'search' | 'gallery';

export interface Route {
  /** Null: the list of rooms, which only a narrow screen shows alone. */
  readonly room: number | null;
  readonly message: number | null;
  readonly pane: Pane | null;
}

/** What an entry of the browser's history remembers: the address before it. */
interface Origin {
  readonly from: string;
}

// Without anything behind #, the list of rooms is shown.
const cameFrom = (hash: string): Origin => ({ from: write(read(hash)) });

const Panes: readonly string[] = ['people', 'search', 'gallery'];

class Address {
  current = $state.raw<Route>(read(location.hash));

  constructor() {
    addEventListener('hashchange', ({ oldURL }) => {
      // A link was followed: where from, an entry of the history does not know by itself.
      if (history.state === null) history.replaceState(cameFrom(new URL(oldURL).hash), '');
      this.current = read(location.hash);
    });
  }

  /** @param instead takes the place of the address before in the browser's history. */
  go(to: Partial<Route>, instead = false): void {
    const route = { ...this.current, message: null, ...to };
    const hash = write(route);
    if (hash === location.hash) return;
    if (instead) history.replaceState(history.state, '', hash);
    else history.pushState(cameFrom(location.hash), '', hash);
    this.current = route;
  }

  /** Leads back to where one came from, as a phone's back gesture does: what is closed must not lie in wait behind it. */
  back(to: Partial<Route>): void {
    const hash = write({ ...this.current, message: null, ...to });
    if ((history.state as Origin | null)?.from === hash) history.back();
    else this.go(to, true);
  }
}

export function read(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [, rooms, room, message] = path.split('/');
  const pane = new URLSearchParams(query).get('pane') ?? '';
  return {
    room: rooms === 'rooms' ? toId(room) : null,
    message: rooms === 'rooms' ? toId(message) : null,
    pane: Panes.includes(pane) ? (pane as Pane) : null,
  };
}

export function write({ room, message, pane }: Route): string {
  const path = room === null ? '#/' : message === null ? `#/rooms/${room}` : `#/rooms/${room}/${message}`;
  return pane ? `${path}?pane=${pane}` : path;
}

const toId = (text: string | undefined): number | null => (text && /^\d{1,15}$/.test(text) ? Number(text) : null);

export const address = new Address();
