package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockFile;
import java.time.Duration;
import java.util.Optional;

/** Verifies one block by the rules of a whole chain. The sealer's check of its own work. */
public final class BlockVerifier {

  private final Keyring keyring;
  private final SignatureScheme scheme;

  public BlockVerifier(Keyring keyring, SignatureScheme scheme) {
    this.keyring = keyring;
    this.scheme = scheme;
  }

  /** All checks but the age and {@code last_hash.txt}; {@code previous} is the hash before it. */
  public BlockVerdict verify(BlockIndex index, BlockFile file, BlockHash previous, Timestamp now) {
    VerifySettings settings =
        VerifySettings.at(now).withMaxAge(Duration.ZERO).startingAt(index, previous);
    ExaminedBlock block = new BlockExaminer(keyring, scheme, settings).examine(index, file);
    ReportBuilder report = new ReportBuilder(now);
    new ChainWalk(settings, report)
        .block(new ReadBlock.Examined(index, Optional.of(file.hash()), block));
    return new BlockVerdict(report.build().failures(), block.timestamp());
  }
}
