package dev.cairn.ntm.page;

/** Where pages point; the paths are the protocol's. */
final class SiteLinks {

  static final String BLOCKS = "/blockchain/ntm-ia/blocks/";
  static final String LAST_HASH = "/blockchain/ntm-ia/last_hash.txt";
  static final String PUBLIC_KEY = "/blockchain/ntm-ia/ntm_ia_public.key";
  static final String INTEGRITY = "/ai-check-integrity-ntm-ia.php";

  private SiteLinks() {}
}
