/** The client's errors by name, as codes. By name and not by class: a page that the server filled has no client yet. */
const codes: Readonly<Record<string, string | undefined>> = {
  NetworkError: 'network',
  TimeoutError: 'timeout',
  ContractError: 'contract',
  ApiError: 'service.failed',
  ChunkLoadError: 'chunk_load_failed',
};

/** Our own code of an error that the client or the loading of the page's files can fail with. */
export const failureCode = (error: unknown): string | undefined => (error instanceof Error ? codes[error.name] : undefined);
