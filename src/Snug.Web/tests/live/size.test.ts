import { expect, test } from 'vitest';
import { sizeOf } from '../../src/live/size';

test.each([[0, '0 bytes'], [999, '999 bytes'], [1_000, '1 kB'], [1_234_567, '1.2 MB'], [123_456_789, '123 MB'], [5e12, '5,000 GB']])(
  '%d bytes are written as %s', (bytes, written) => expect(sizeOf(bytes, 'en')).toBe(written));
