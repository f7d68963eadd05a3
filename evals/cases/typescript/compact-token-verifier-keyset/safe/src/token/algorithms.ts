import { createHmac, timingSafeEqual, verify } from 'node:crypto';

export interface Algorithm {
  verify(material: string, input: Buffer, signature: Buffer): boolean;
}

const HS256: Algorithm = {
  verify(secret, input, signature) {
    const expected = createHmac('sha256', secret).update(input).digest();
    return expected.length === signature.length && timingSafeEqual(expected, signature);
  },
};

const RS256: Algorithm = {
  verify(publicKey, input, signature) {
    return verify('RSA-SHA256', input, publicKey, signature);
  },
};

const ES256: Algorithm = {
  verify(publicKey, input, signature) {
    return verify('sha256', input, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  },
};

export const ALGORITHMS = { HS256, RS256, ES256 };

export type AlgorithmName = keyof typeof ALGORITHMS;

export function isAlgorithm(name: unknown): name is AlgorithmName {
  return typeof name === 'string' && Object.hasOwn(ALGORITHMS, name);
}
