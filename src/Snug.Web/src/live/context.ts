import { createContext } from 'svelte';
import type { Visit } from './visit.svelte';

/** The visit that a component is shown in. */
export const [getVisit, setVisit] = createContext<Visit>();
