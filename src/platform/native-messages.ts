import { isRecord } from './native-bridge.ts';

/**
 * Calls with each error text that the app reports. Only same-origin messages that are objects without a `sender` count (pages,
 * extensions and our live preview post messages too).
 */
export function onNativeMessage(view: Window, listener: (message: string) => void): () => void {
  const receive = (event: MessageEvent<unknown>) => {
    if (event.origin !== view.location.origin || !isRecord(event.data) || 'sender' in event.data) return;
    const text = event.data['message'] ?? event.data['error'];
    if (typeof text === 'string' && text) listener(text);
  };
  view.addEventListener('message', receive);
  return () => view.removeEventListener('message', receive);
}
