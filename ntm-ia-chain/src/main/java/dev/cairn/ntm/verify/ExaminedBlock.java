package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.FingerprintForm;
import java.util.Optional;

/** What a block is by itself, and the little of it that its neighbours are compared with. */
record ExaminedBlock(
    Findings findings,
    Optional<String> previousHash,
    Optional<Timestamp> timestamp,
    Optional<FingerprintForm> fingerprintForm) {

  /** A block of which nothing but its findings is known. */
  static ExaminedBlock unreadable(Findings findings) {
    return new ExaminedBlock(findings, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
