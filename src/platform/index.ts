/** What the flow asks of its surroundings, for a browser and for everything else. Nothing here runs by being imported. */
export { browserNavigation, browserOneTimeCodeReader, browserStorages, randomToken, systemClock } from './browser.ts';
export { memoryNavigation, type MemoryNavigation, type MemoryNavigationOptions, memoryStorage } from './in-memory.ts';
export { type NativeBridge, nativeBridge, type NativeRequest, onNativeMessage } from './native-bridge.ts';
export type { Clock, Location, Navigation, OneTimeCodeReader, Storage, Storages } from './ports.ts';
