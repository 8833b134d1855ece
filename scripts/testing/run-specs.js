/**
 * Runs the spec files named on the command line in one process, one after the other, so that they share the servers and the browser:
 * starting those takes longer than most specs.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

await Promise.all(process.argv.slice(2).map((file) => import(pathToFileURL(path.resolve(file)).href)));
