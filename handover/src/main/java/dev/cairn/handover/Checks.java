package dev.cairn.handover;

/** Rules that several entries share. */
final class Checks {

  private Checks() {}

  static void tenant(String tenant) {
    if (tenant.isEmpty()) {
      throw new IllegalArgumentException("A tenant has a name; this one is empty.");
    }
  }

  static void chain(int chainId) {
    if (chainId < 0) {
      throw new IllegalArgumentException("Chains count from 0; this one is " + chainId + ".");
    }
  }

  static void requestKey(String requestKey) {
    if (requestKey.isEmpty()) {
      throw new IllegalArgumentException("A transaction has a request key; this one is empty.");
    }
  }

  static void place(int chainId, String requestKey, long height, String blockHash) {
    chain(chainId);
    requestKey(requestKey);
    if (height < 0) {
      throw new IllegalArgumentException("Heights count from 0; this one is " + height + ".");
    }
    if (blockHash.isEmpty()) {
      throw new IllegalArgumentException("A block has a hash; this one is empty.");
    }
  }
}
