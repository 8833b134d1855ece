/** Implementations of the interfaces that the flow needs, for browsers and in memory. Importing this module has no side effects. */
export { browserNavigation, browserOneTimeCodeReader, browserStorages, randomToken, systemClock } from './browser.ts';
export { memoryNavigation, type MemoryNavigation, type MemoryNavigationOptions, memoryStorage } from './in-memory.ts';
export { type NativeBridge, nativeBridge, type NativeRequest, onNativeMessage } from './native-bridge.ts';
export type { Clock, Location, Navigation, OneTimeCodeReader, Storage, Storages } from './ports.ts';
