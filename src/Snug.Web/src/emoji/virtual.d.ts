// Made by emoji-data.js when the page is built.
declare module 'virtual:emoji/*' {
  const emoji: readonly (readonly [emoji: string, name: string, words: string, codes: string, group: number])[];
  export default emoji;
}
