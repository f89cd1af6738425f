import { expect, test } from 'vitest';
import { firstBelow } from '../../src/talk/visible';

test('the first row in view is found among thousands with few looks', () => {
  let looks = 0;
  const bottomOf = (index: number) => { looks++; return (index + 1) * 20; };

  expect(firstBelow(5_000, bottomOf, 50_005)).toBe(2_500);
  expect(looks).toBeLessThan(15);
  expect(firstBelow(3, bottomOf, -5)).toBe(0);
  expect(firstBelow(3, bottomOf, 60)).toBe(3);
});
