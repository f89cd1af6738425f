// Which dialog is open over the page: one at a time, from wherever it was asked for.
export type Opened =
  | { readonly name: 'switcher' | 'help' | 'settings' | 'openRoom' | 'browse' | 'newDirect' }
  | { readonly name: 'invite' | 'change' | 'leave'; readonly room: number };

class Dialogs {
  current = $state.raw<Opened | null>(null);

  open(dialog: Opened): void {
    this.current = dialog;
  }

  close(): void {
    this.current = null;
  }
}

export const dialogs = new Dialogs();
