/**
 * Opens a dialog above the page, for as long as it is drawn. The focus goes back to where it was, unless something else has taken it:
 * the platform gives it back only where the dialog is closed before it is gone from the page. @returns what ends that.
 */
export function showModal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  return () => {
    dialog.close();
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}
