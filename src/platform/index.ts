/** What the flow asks of its surroundings, for a browser and for everything else. Nothing here runs by being imported. */
export { type Clock, systemClock } from './clock.ts';
export type { Location, Navigation } from './navigation.ts';
export { browserNavigation } from './browser-navigation.ts';
export { memoryNavigation, type MemoryNavigation, type MemoryNavigationOptions } from './memory-navigation.ts';
export { memoryStorage, type Storage, type Storages } from './storage.ts';
export { browserStorages } from './browser-storage.ts';
export { type NativeBridge, nativeBridge, type NativeRequest, onNativeMessage } from './native-bridge.ts';
export type { OneTimeCodeReader } from './one-time-code.ts';
export { browserOneTimeCodeReader } from './browser-one-time-code.ts';
export { randomToken } from './random.ts';
