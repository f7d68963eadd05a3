import path from 'node:path';
import picomatch from 'picomatch';
import type { ResolvedConfig } from '../config';

const matchers = new WeakMap<ResolvedConfig, picomatch.Matcher>();

function denied(config: ResolvedConfig): picomatch.Matcher {
  let matcher = matchers.get(config);
  if (!matcher) {
    // such as ['.env', '.env.*', '*.{crt,pem,key}', '**/.git/**']
    matcher = picomatch(config.server.deny, { dot: true, nocase: true, matchBase: true });
    matchers.set(config, matcher);
  }
  return matcher;
}

/** The file of a request URL: without query and hash, decoded. */
export function fileOf(url: string, config: ResolvedConfig): string {
  const pathname = url.replace(/[?#].*$/s, '');
  return path.join(config.root, decodeURIComponent(pathname));
}

/** Whether the dev server may show a file to the browser. */
export function isServable(file: string, config: ResolvedConfig): boolean {
  const relative = path.relative(config.root, file);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) {
    return false;
  }
  return !denied(config)(relative.split(path.sep).join('/'));
}
