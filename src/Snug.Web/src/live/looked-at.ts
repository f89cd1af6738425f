/** Whether the page is to be seen. */
export const isLookedAt = (): boolean => document.visibilityState === 'visible';
