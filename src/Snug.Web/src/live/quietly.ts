import { Refusal, Unreachable } from '../api/http';

/** What is asked on the side is asked again when the poll has got through, and what went wrong is told by the poll. */
export async function quietly<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (failure) {
    if (failure instanceof Refusal || failure instanceof Unreachable) return undefined;
    throw failure;
  }
}
