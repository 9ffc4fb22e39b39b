import { writable } from 'svelte/store';

/** One for the whole server. */
export default writable({ isSignedIn: false });
