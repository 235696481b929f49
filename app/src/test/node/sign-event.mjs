// Signs standard input as an event with a new key and prints the JWS.
// Usage: node sign-event.mjs EdDSA|ES256 < payload
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { readFileSync } from 'node:fs';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
// Multicodec prefixes of public keys as did:key writes them: ed25519-pub, p256-pub.
const PREFIX = { EdDSA: [0xed, 0x01], ES256: [0x80, 0x24] };

function base58(bytes) {
  let number = BigInt('0x' + Buffer.from(bytes).toString('hex'));
  let text = '';
  for (; number > 0n; number /= 58n) text = BASE58[Number(number % 58n)] + text;
  for (const byte of bytes) {
    if (byte !== 0) break;
    text = '1' + text;
  }
  return text;
}

function publicKeyBytes(algorithm, jwk) {
  const x = Buffer.from(jwk.x, 'base64url');
  if (algorithm === 'EdDSA') return x;
  const y = Buffer.from(jwk.y, 'base64url');
  return Buffer.concat([Buffer.from([2 + (y[31] & 1)]), x]); // SEC 1, compressed
}

const algorithm = process.argv[2];
const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
const key = publicKeyBytes(algorithm, await exportJWK(publicKey));
const kid = 'did:key:z' + base58(Buffer.concat([Buffer.from(PREFIX[algorithm]), key]));
const jws = await new CompactSign(readFileSync(0))
  .setProtectedHeader({
    alg: algorithm,
    typ: 'cairn-event+jws',
    kid,
    iat: Math.floor(Date.now() / 1000),
    jti: crypto.randomUUID(),
    cty: 'application/json',
  })
  .sign(privateKey);
process.stdout.write(jws);
