// What a wallet does, with npm's @kadena/client alone. Usage: node clients.mjs HOST NETWORK ACCOUNTS
// ACCOUNTS is JSON: [{"name", "publicKey", "secretKey"}, ..]. Prints one JSON object per step.
import {
  Pact,
  addSignatures,
  createClient,
  createSignWithKeypair,
  isSignedTransaction,
  readKeyset,
} from '@kadena/client';

const [host, networkId, accountsJson] = process.argv.slice(2);
const accounts = JSON.parse(accountsJson);
const [alice, bob] = accounts;
const client = createClient(
  ({ chainId, networkId: network }) => `${host}/chainweb/0.0/${network}/chain/${chainId}/pact`,
);

const report = (step, values) => console.log(JSON.stringify({ step, ...values }));
const decimal = (text) => ({ decimal: text });

function meta(chainId, gasLimit = 2500) {
  return {
    chainId,
    senderAccount: alice.name,
    gasLimit,
    gasPrice: 1e-8,
    ttl: 600,
    creationTime: Math.floor(Date.now() / 1000) - 5,
  };
}

async function signed(builder) {
  const transaction = builder.setNetworkId(networkId).createTransaction();
  const sign = createSignWithKeypair({ publicKey: alice.publicKey, secretKey: alice.secretKey });
  const result = await sign(transaction);
  if (!isSignedTransaction(result)) {
    throw new Error('not signed');
  }
  return result;
}

// Sends, waits by listening, and asks once more by polling.
async function mined(step, builder) {
  const transaction = await signed(builder);
  const descriptor = await client.submit(transaction);
  const heard = await client.listen(descriptor);
  const polled = await client.pollStatus(descriptor, { interval: 50, timeout: 60_000 });
  report(step, {
    requestKey: descriptor.requestKey,
    status: heard.result.status,
    data: heard.result.data,
    error: heard.result.error?.message,
    events: (heard.events ?? []).map((event) => event.name),
    samePolled: JSON.stringify(polled[descriptor.requestKey]) === JSON.stringify(heard),
    height: heard.metaData?.blockHeight,
  });
  return { descriptor, result: heard };
}

const transfer = (amount) =>
  Pact.builder
    .execution(Pact.modules.coin.transfer(alice.name, bob.name, decimal(amount)))
    .addSigner(alice.publicKey, (cap) => [
      cap('coin.GAS'),
      cap('coin.TRANSFER', alice.name, bob.name, decimal(amount)),
    ])
    .setMeta(meta('0'));

// 1. transfer, first in preflight
const preflight = await client.preflight(await signed(transfer('1.25')));
report('preflight', {
  status: preflight.result.status,
  gas: preflight.gas,
  warnings: preflight.preflightWarnings,
});
await mined('transfer', transfer('1.25'));

// 2. transfer-create
const created = `k:${bob.publicKey}`;
await mined(
  'transfer-create',
  Pact.builder
    .execution(
      Pact.modules.coin['transfer-create'](
        alice.name,
        created,
        readKeyset('guard'),
        decimal('2.5'),
      ),
    )
    .addKeyset('guard', 'keys-all', bob.publicKey)
    .addSigner(alice.publicKey, (cap) => [
      cap('coin.GAS'),
      cap('coin.TRANSFER', alice.name, created, decimal('2.5')),
    ])
    .setMeta(meta('0')),
);
const balance = await client.dirtyRead(
  Pact.builder
    .execution(Pact.modules.coin['get-balance'](created))
    .setMeta({ chainId: '0' })
    .setNetworkId(networkId)
    .createTransaction(),
);
report('balance', { status: balance.result.status, data: balance.result.data });

// 3. a module of one's own
const module = `
(namespace "free")
(module greetings GOVERNANCE
  (defcap GOVERNANCE () true)
  (defun greet:string (name:string) (format "Hello, {}" [name])))`;
await mined(
  'deploy',
  Pact.builder.execution(module).addSigner(alice.publicKey).setMeta(meta('0', 10_000)),
);
const greeting = await client.local(
  Pact.builder
    .execution('(free.greetings.greet "Ada")')
    .setMeta({ chainId: '0' })
    .setNetworkId(networkId)
    .createTransaction(),
  { preflight: false, signatureVerification: false },
);
report('local', { status: greeting.result.status, data: greeting.result.data });

// 4. a failing transaction
await mined(
  'failing',
  Pact.builder
    .execution('(enforce (= 1 2) "one is not two")')
    .addSigner(alice.publicKey, (cap) => [cap('coin.GAS')])
    .setMeta(meta('0')),
);
try {
  const unsigned = transfer('3.0').setNetworkId(networkId).createTransaction();
  await client.submit(addSignatures(unsigned, { sig: '00'.repeat(64), pubKey: alice.publicKey }));
  report('refused', { error: null });
} catch (refused) {
  report('refused', { error: refused.message });
}

// 5. from chain 0 to chain 3 and back into an account
const amount = '4.125';
const left = await mined(
  'crosschain',
  Pact.builder
    .execution(
      Pact.modules.coin.defpact['transfer-crosschain'](
        alice.name,
        created,
        readKeyset('guard'),
        '3',
        decimal(amount),
      ),
    )
    .addKeyset('guard', 'keys-all', bob.publicKey)
    .addSigner(alice.publicKey, (cap) => [
      cap('coin.GAS'),
      cap('coin.TRANSFER_XCHAIN', alice.name, created, decimal(amount), '3'),
    ])
    .setMeta(meta('0')),
);
const proof = await client.pollCreateSpv(left.descriptor, '3', { interval: 50, timeout: 60_000 });
report('spv', { length: proof.length });
await mined(
  'continuation',
  Pact.builder
    .continuation({
      pactId: left.descriptor.requestKey,
      step: 1,
      rollback: false,
      proof,
      data: {},
    })
    .addSigner(alice.publicKey, (cap) => [cap('coin.GAS')])
    .setMeta(meta('3')),
);
const arrived = await client.dirtyRead(
  Pact.builder
    .execution(Pact.modules.coin.details(created))
    .setMeta({ chainId: '3' })
    .setNetworkId(networkId)
    .createTransaction(),
);
report('arrived', { status: arrived.result.status, data: arrived.result.data });
