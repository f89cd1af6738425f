import { explain } from '../texts/failures';

/** What a form sends: once at a time, and why it could not be done. */
export class Submission {
  problem = $state('');
  isBusy = $state(false);

  /** @param words what is said of a failure. */
  constructor(private readonly work: () => Promise<void>, private readonly words: (failure: unknown) => string = explain) {}

  readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = '';
    try {
      await this.work();
    } catch (failure) {
      this.problem = this.words(failure);
    } finally {
      this.isBusy = false;
    }
  };
}
