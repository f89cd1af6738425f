import { MediaQuery } from 'svelte/reactivity';

/** Whether the list of rooms and a room stand side by side (as in Frame.svelte's styles). */
export const isWide = new MediaQuery('(min-width: 761px)');
