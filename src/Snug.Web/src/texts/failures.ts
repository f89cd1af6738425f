import { Refusal, Unreachable } from '../api/http';
import { toasts } from '../look/toasts.svelte';
import { t } from './texts.svelte';

/** What went wrong, in the reader's language. @throws what is neither a refusal nor a lost server: a bug of the page. */
export function explain(failure: unknown): string {
  if (failure instanceof Unreachable) return t.failures.unreachable;
  if (failure instanceof Refusal) return t.refusals[failure.code] ?? t.failures.refused(failure.message);
  throw failure;
}

/** Does what somebody asked for with a click; what goes wrong is told in a toast. @returns whether it was done. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (failure) {
    toasts.show(explain(failure));
    return false;
  }
}
