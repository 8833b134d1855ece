/** A request to the QA API, as a button of the landing page makes it. */
export interface QaRequest {
  readonly method: 'DELETE' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
}

export const choosePreset = (name: string): QaRequest => ({ method: 'POST', path: '/qa/preset', body: { name } });
