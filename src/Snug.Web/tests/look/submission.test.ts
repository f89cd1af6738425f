import { expect, test, vi } from 'vitest';
import { Unreachable } from '../../src/api/http';
import { Submission } from '../../src/look/submission.svelte';
import { t } from '../../src/texts/texts.svelte';

const submitted = () => new Event('submit', { cancelable: true }) as SubmitEvent;

test('a form that is sent is sent once, however often one clicks', async () => {
  let finish = () => {};
  const work = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const submission = new Submission(work);

  const first = submission.submit(submitted());
  await submission.submit(submitted());
  expect(submission.isBusy).toBe(true);
  finish();
  await first;

  expect(work).toHaveBeenCalledOnce();
  expect(submission.isBusy).toBe(false);
});

test('what went wrong is said until it is tried again', async () => {
  const work = vi.fn().mockRejectedValueOnce(new Unreachable()).mockResolvedValueOnce(undefined);
  const submission = new Submission(work);

  await submission.submit(submitted());
  expect(submission.problem).toBe(t.failures.unreachable);
  await submission.submit(submitted());

  expect(submission.problem).toBe('');
});
