/** @returns the index of the first of `count` things, one below the other, that reaches below `top`; `count` where none does. */
export function firstBelow(count: number, bottomOf: (index: number) => number, top: number): number {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bottomOf(middle) > top) high = middle;
    else low = middle + 1;
  }
  return low;
}
