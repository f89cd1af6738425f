import { mount, unmount } from 'svelte';
import type { Picture } from './list';

/**
 * Shows pictures over everything, beginning with one. It stands outside the conversation, which may go on (and even lose the message)
 * behind it; and it is loaded when somebody first wants to look.
 */
export async function openLightbox(pictures: readonly Picture[], first: string, fromGallery = false): Promise<void> {
  const { default: Lightbox } = await import('./Lightbox.svelte');
  const start = Math.max(0, pictures.findIndex(({ file }) => file.id === first));
  const box = mount(Lightbox, {
    target: document.body,
    props: { pictures, start, fromGallery, close: () => void unmount(box) },
  });
}
