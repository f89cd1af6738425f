/** Whose card is open, and beside what. */
export interface OpenCard {
  readonly name: string;
  readonly anchor: HTMLElement;
}

class PersonCardState {
  current = $state.raw<OpenCard | null>(null);

  /** Shows who somebody is, beside what was clicked on; a second click takes it away. */
  show(name: string, anchor: HTMLElement): void {
    this.current = this.current?.anchor === anchor ? null : { name, anchor };
  }

  close(): void {
    this.current = null;
  }
}

export const personCard = new PersonCardState();
