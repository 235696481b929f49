package dev.cairn.ntm.block;

import java.util.List;

/** The required fields of {@code block_data}, in the order in which a sealer writes them. */
public enum Field {
  INDEX("index", Kind.INTEGER),
  TIMESTAMP("timestamp", Kind.TEXT),
  PREVIOUS_HASH("previous_hash", Kind.TEXT),
  HITS("hits", Kind.INTEGER),
  PCT_IA("pct_ia", Kind.NUMBER),
  AI_INDEX("ai_index", Kind.NUMBER),
  UAS("uas", Kind.INTEGER),
  HUB("hub", Kind.INTEGER),
  RESPOSTAS("respostas", Kind.INTEGER),
  NP("np", Kind.NUMBER),
  NTM_ORIGINAL_PRICE("ntm_original_price", Kind.NUMBER),
  NTM_IA_PRICE("ntm_ia_price", Kind.NUMBER),
  SUPPLY("supply", Kind.NUMBER),
  MARKET_CAP("market_cap", Kind.NUMBER),
  MINT_RATIO("mint_ratio", Kind.INTEGER),
  DATA_SOURCE("data_source", Kind.TEXT),
  SOURCE_TIMESTAMP("source_timestamp", Kind.TEXT);

  /** All of them, in order; {@link #values} makes a new array each time. */
  static final List<Field> VALUES = List.of(values());

  private final String key;
  private final Kind kind;

  Field(String key, Kind kind) {
    this.key = key;
    this.kind = kind;
  }

  /** What a field's literal must be. A number may be an integer literal: PHP writes 1.0 as 1. */
  public enum Kind {
    INTEGER,
    NUMBER,
    TEXT
  }

  public String key() {
    return key;
  }

  public Kind kind() {
    return kind;
  }
}
