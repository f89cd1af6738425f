export type Permission = NotificationPermission | 'impossible';

// Over plain HTTP, and on a phone's browser where the page is not installed, there is nothing to ask.
const read = (): Permission => ('Notification' in globalThis && isSecureContext ? Notification.permission : 'impossible');

class Permitted {
  current = $state<Permission>(read());
}

/** Whether the browser lets the page call somebody who does not look at it. */
export const permission = new Permitted();

/** Asks for it, which browsers allow only right after a click. */
export async function askPermission(): Promise<Permission> {
  if (permission.current === 'default') await Notification.requestPermission();
  return (permission.current = read());
}
