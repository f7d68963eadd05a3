import { execFileSync, execSync } from 'node:child_process';

export class ImageMagickError extends Error {}

export function dimensions(file: string): [number, number] {
  const out = execFileSync('identify', ['-format', '%w %h', file], { encoding: 'utf8' });
  const [width, height] = out.split(' ').map(Number);
  if (!width || !height) {
    throw new ImageMagickError('not an image');
  }
  return [width, height];
}

export interface Caption {
  text: string;
  size: number;
}

export function caption(background: string, { text, size }: Caption, target: string): void {
  const label = text.replace(/"/g, '\\"');
  execSync(`convert "${background}" -gravity center -pointsize ${size} -annotate 0 "${label}" "${target}"`);
}
