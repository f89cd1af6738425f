import type { Tray } from '../files/tray.svelte';

/** Ends the recording under way; it waits in the tray to be listened to, and sent. */
export async function keepRecording(tray: Tray): Promise<void> {
  const { recorder } = tray;
  tray.recorder = null;
  const file = await recorder?.stop();
  if (file) tray.add([file]);
}
