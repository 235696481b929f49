package dev.cairn.ntm.block;

/** What stands behind a signature, the same from block to block as long as the key is. */
record SignerTexts(String algorithm, String keyId, String fingerprint) {}
