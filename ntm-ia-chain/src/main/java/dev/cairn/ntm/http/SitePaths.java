package dev.cairn.ntm.http;

/** The paths of the protocol. They are part of it, and the same on each server. */
final class SitePaths {

  static final String CHAIN = "/blockchain/ntm-ia/";
  static final String BLOCKS = CHAIN + "blocks/";
  static final String LAST_HASH = CHAIN + "last_hash.txt";
  static final String PUBLIC_KEY = CHAIN + "ntm_ia_public.key";
  static final String KEYS = CHAIN + "keys.json";
  static final String INTEGRITY = "/ai-check-integrity-ntm-ia.php";
  static final String TRUST = "/ntm-ia-trust.php";

  private SitePaths() {}
}
