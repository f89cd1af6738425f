import { MediaQuery } from 'svelte/reactivity';

/** Whether the list of rooms and a room stand side by side (as in Frame.svelte's styles). */
export const isWide = new MediaQuery('(min-width: 761px)');

/** Whether there is space for a pane beside them that nobody has asked for. */
export const hasSpace = new MediaQuery('(min-width: 1101px)');

/** Whether fingers do what elsewhere a pointer does. */
export const isTouch = new MediaQuery('(pointer: coarse)');
