package dev.cairn.ntm.verify;

/** The six rows of the protocol's check table. */
public enum CheckGroup {
  CHAIN_INTEGRITY("chain_integrity"),
  SIGNATURES("signatures"),
  FINGERPRINT("fingerprint"),
  DATA_CONSISTENCY("data_consistency"),
  TIMESTAMP("timestamp"),
  DATA_SOURCE("data_source");

  private final String key;

  CheckGroup(String key) {
    this.key = key;
  }

  /** The name in the JSON report. */
  public String key() {
    return key;
  }
}
