/** Where another app or the system browser hands a person back to the app: the app's universal link. */
new BroadcastChannel('native-shell').postMessage({ search: location.search });
window.close();

export {};
