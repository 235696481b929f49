package dev.cairn.bench;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.keyring.FingerprintForm;
import dev.cairn.ntm.keyring.SigningKey;
import dev.cairn.ntm.metrics.Derived;
import dev.cairn.ntm.metrics.Metrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A long valid chain, written without the sealer's waits for the disk. Figures grow and vary. */
final class NtmChainSample {

  /** The chain's first block; each further one is ten minutes later. */
  private static final long FIRST_SECOND = 1_735_689_600;

  private static final long SLOT_SECONDS = 600;

  private final Path root;
  private final SigningKey key;
  private final SplittableRandom random = new SplittableRandom(7);
  private long hits = 200_000;

  NtmChainSample(Path root, SigningKey key) {
    this.root = root;
    this.key = key;
  }

  /** When a block of this index was sealed. */
  static Timestamp sealedAt(long index) {
    return new Timestamp(FIRST_SECOND + SLOT_SECONDS * (index - 1));
  }

  void write(long blocks) throws IOException {
    Files.createDirectories(root.resolve("blocks"));
    BlockHash previous = BlockHash.ZERO;
    for (long index = 1; index <= blocks; index++) {
      byte[] file = block(index, previous);
      Files.write(root.resolve("blocks").resolve(new BlockIndex(index).fileName()), file);
      previous = BlockHash.of(file);
    }
    Files.write(root.resolve("last_hash.txt"), previous.hex().getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] block(long index, BlockHash previous) {
    try {
      BlockData data = data(index, previous);
      byte[] signature = key.sign(PhpEncoder.canonical(data.map()));
      return new Envelope(
              data,
              Base64.getEncoder().encodeToString(signature),
              Envelope.RSA_SHA256,
              key.keyId(),
              key.publicKey().fingerprint(FingerprintForm.SPKI_DER))
          .toFile();
    } catch (PhpJsonException e) {
      throw new IllegalStateException("The sample's figures are finite.", e);
    }
  }

  private BlockData data(long index, BlockHash previous) {
    hits += random.nextLong(1, 400);
    Metrics metrics =
        new Metrics(
            hits,
            random.nextDouble(0.3, 0.9),
            random.nextDouble(0.5, 1),
            random.nextLong(40, 80),
            random.nextLong(600, 700),
            4_653 + index / 7);
    Derived derived = Derived.of(metrics).rounded();
    Map<String, PhpValue> fields = new LinkedHashMap<>();
    fields.put(Field.INDEX.key(), new PhpInteger(index));
    fields.put(Field.TIMESTAMP.key(), new PhpText(sealedAt(index).toString()));
    fields.put(Field.PREVIOUS_HASH.key(), new PhpText(previous.hex()));
    fields.put(Field.HITS.key(), new PhpInteger(metrics.hits()));
    fields.put(Field.PCT_IA.key(), new PhpDouble(metrics.pctIa()));
    fields.put(Field.AI_INDEX.key(), new PhpDouble(metrics.aiIndex()));
    fields.put(Field.UAS.key(), new PhpInteger(metrics.uas()));
    fields.put(Field.HUB.key(), new PhpInteger(metrics.hub()));
    fields.put(Field.RESPOSTAS.key(), new PhpInteger(metrics.respostas()));
    fields.put(Field.NP.key(), new PhpDouble(derived.np()));
    fields.put(Field.NTM_ORIGINAL_PRICE.key(), new PhpDouble(derived.ntmOriginalPrice()));
    fields.put(Field.NTM_IA_PRICE.key(), new PhpDouble(derived.ntmIaPrice()));
    fields.put(Field.SUPPLY.key(), new PhpDouble(derived.supply()));
    fields.put(Field.MARKET_CAP.key(), new PhpDouble(derived.marketCap()));
    fields.put(Field.MINT_RATIO.key(), new PhpInteger(metrics.uas()));
    fields.put(Field.DATA_SOURCE.key(), new PhpText(BlockData.DATA_SOURCE));
    fields.put(Field.SOURCE_TIMESTAMP.key(), new PhpText(sealedAt(index).toString()));
    return new BlockData(new PhpMap(fields));
  }
}
