package dev.cairn.ntm.http;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpBool;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.watch.ChainView;
import dev.cairn.ntm.watch.RecentBlock;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The newest block's figures for programs. There is no trust score: its formula is in a document
 * that this protocol names and doesn't give.
 */
final class TrustJson {

  private static final List<Field> METRICS =
      List.of(Field.HITS, Field.PCT_IA, Field.AI_INDEX, Field.UAS, Field.HUB, Field.RESPOSTAS);

  private static final List<Field> DERIVED =
      List.of(
          Field.NP,
          Field.NTM_ORIGINAL_PRICE,
          Field.NTM_IA_PRICE,
          Field.SUPPLY,
          Field.MARKET_CAP,
          Field.MINT_RATIO);

  private TrustJson() {}

  static PhpValue of(ChainView view, URI base) {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    members.put("chain_type", new PhpText("ntm-ia-token"));
    members.put("status", new PhpText(view.report().status().name().toLowerCase(Locale.ROOT)));
    members.put("valid", new PhpBool(view.report().isValid()));
    members.put("checked_at", new PhpText(view.report().checkedAt().toString()));
    members.put("block", view.newest().map(block -> block(block, base)).orElse(PhpNull.NULL));
    Optional<BlockData> data = view.newest().flatMap(RecentBlock::data);
    members.put("metrics", data.map(known -> numbers(known, METRICS)).orElse(PhpNull.NULL));
    members.put("derived", data.map(known -> numbers(known, DERIVED)).orElse(PhpNull.NULL));
    members.put("integrity", url(base, SitePaths.INTEGRITY + "?format=json"));
    return new PhpMap(members);
  }

  private static PhpValue block(RecentBlock block, URI base) {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    members.put("index", new PhpInteger(block.index().value()));
    members.put("hash", new PhpText(block.hash().hex()));
    members.put(
        "timestamp",
        block
            .data()
            .flatMap(data -> data.timestamp(Field.TIMESTAMP))
            .<PhpValue>map(time -> new PhpText(time.toString()))
            .orElse(PhpNull.NULL));
    members.put("file", url(base, SitePaths.BLOCKS + block.index().fileName()));
    return new PhpMap(members);
  }

  private static PhpValue url(URI base, String path) {
    return new PhpText(base.resolve(path).toString());
  }

  /** A figure that can't be read is null: whoever made the block, the answer stays JSON. */
  private static PhpValue numbers(BlockData data, List<Field> fields) {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    for (Field field : fields) {
      members.put(field.key(), number(data, field));
    }
    return new PhpMap(members);
  }

  private static PhpValue number(BlockData data, Field field) {
    if (data.integer(field).isPresent()) {
      return new PhpInteger(data.integer(field).getAsLong());
    }
    return data.number(field).isPresent() && Double.isFinite(data.number(field).getAsDouble())
        ? new PhpDouble(data.number(field).getAsDouble())
        : PhpNull.NULL;
  }
}
