/** A mark that no two sayings share: 128 random bits. (`crypto.randomUUID` is not there over plain HTTP.) */
export const newNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
