/** What the page and the service worker call each other by: the tag registered for a line that is back, and the message that wakes the tabs. */
export const syncTag = 'motcua-sync';
export const syncWake = 'SYNC_NOW';
