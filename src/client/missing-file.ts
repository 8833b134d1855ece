/**
 * A file of the page itself that cannot be had: for `import(…).catch(missingFile)`.
 * @throws an error named `MissingFileError`, always
 */
export function missingFile(cause?: unknown): never {
  throw Object.assign(new Error('A file of the page cannot be fetched.', { cause }), { name: 'MissingFileError' });
}
