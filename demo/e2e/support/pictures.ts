import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A BMP file, 24 bits a pixel: red in its left half, blue in its right. */
export function redAndBlue(width: number, height: number): Uint8Array {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = new Uint8Array(54 + row * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) bytes[54 + y * row + x * 3 + (x < width / 2 ? 2 : 0)] = 255;
  }
  return bytes;
}

let folder: string | undefined;

/** One for each spec file; deleted when its process ends. */
function openFolder(): string {
  const opened = mkdtempSync(path.join(tmpdir(), 'e2e-'));
  process.once('exit', () => rmSync(opened, { recursive: true, force: true }));
  return opened;
}

/** Writes a file for a person to choose. */
export function writeFileToChoose(name: string, content: Uint8Array | string): string {
  const file = path.join((folder ??= openFolder()), name);
  writeFileSync(file, content);
  return file;
}
