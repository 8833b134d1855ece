/**
 * Plays what a native SDK injects into its web view. Runs before the page's own scripts. Only a page inside the shell's frame
 * gets the bridge, so other tabs are not affected.
 */
const shell = parent === window ? undefined : (parent as Window & { nativeShell?: { createSdk(): unknown } }).nativeShell;
if (shell) Object.assign(window, { logtoNativeSdk: shell.createSdk() });

export {};
