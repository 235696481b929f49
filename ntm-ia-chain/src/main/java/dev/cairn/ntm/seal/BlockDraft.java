package dev.cairn.ntm.seal;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.metrics.Derived;
import dev.cairn.ntm.metrics.Measurement;
import dev.cairn.ntm.metrics.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;

/** The data of a block that is about to be signed, in the order of {@link Field}. */
final class BlockDraft {

  private final Map<String, PhpValue> fields = new LinkedHashMap<>();

  private BlockDraft() {}

  static BlockData of(ChainHead head, Timestamp now, Measurement measurement) {
    BlockDraft draft = new BlockDraft();
    draft.put(Field.INDEX, head.next().value());
    draft.put(Field.TIMESTAMP, now.toString());
    draft.put(Field.PREVIOUS_HASH, head.previous().hex());
    draft.putMetrics(measurement.metrics());
    draft.putDerived(Derived.of(measurement.metrics()).rounded());
    draft.put(Field.MINT_RATIO, measurement.metrics().uas());
    draft.put(Field.DATA_SOURCE, BlockData.DATA_SOURCE);
    draft.put(Field.SOURCE_TIMESTAMP, measurement.takenAt().orElse(now).toString());
    return new BlockData(new PhpMap(draft.fields));
  }

  private void putMetrics(Metrics metrics) {
    put(Field.HITS, metrics.hits());
    put(Field.PCT_IA, metrics.pctIa());
    put(Field.AI_INDEX, metrics.aiIndex());
    put(Field.UAS, metrics.uas());
    put(Field.HUB, metrics.hub());
    put(Field.RESPOSTAS, metrics.respostas());
  }

  private void putDerived(Derived derived) {
    put(Field.NP, derived.np());
    put(Field.NTM_ORIGINAL_PRICE, derived.ntmOriginalPrice());
    put(Field.NTM_IA_PRICE, derived.ntmIaPrice());
    put(Field.SUPPLY, derived.supply());
    put(Field.MARKET_CAP, derived.marketCap());
  }

  private void put(Field field, long value) {
    fields.put(field.key(), new PhpInteger(value));
  }

  private void put(Field field, double value) {
    fields.put(field.key(), new PhpDouble(value));
  }

  private void put(Field field, String value) {
    fields.put(field.key(), new PhpText(value));
  }
}
