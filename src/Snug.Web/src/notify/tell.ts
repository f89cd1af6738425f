import { address, write } from '../frame/route.svelte';
import { t } from '../texts/texts.svelte';
import type { Call } from './news';

/** Characters of a message that a notification shows. */
const Shown = 160;

/** Calls somebody who does not look at the page; a room's newer call takes the place of the older. */
export async function tell({ message, room, place }: Call): Promise<void> {
  const title = place === null ? message.from.name : t.notify.says(message.from.name, place);
  const text = message.text || t.notify.file;
  const route = write({ room, message: null, pane: null });
  const options = { body: text.length > Shown ? `${text.slice(0, Shown)} …` : text, tag: `snug-room-${room}`, renotify: true, icon: '/icon-192.png', data: { route } };

  // With a service worker a click also finds a page that was closed meanwhile; phones show only such ones.
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker?.active) return worker.showNotification(title, options);
  const notification = new Notification(title, options);
  notification.onclick = () => {
    window.focus();
    address.go({ room });
    notification.close();
  };
}
