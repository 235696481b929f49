package dev.cairn.ntm.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.metrics.Measurement;
import dev.cairn.ntm.metrics.Metrics;
import dev.cairn.ntm.verify.AnchoredHeads;
import dev.cairn.ntm.verify.AnchoredHeads.Head;
import dev.cairn.ntm.verify.ChainVerifier;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.Failure;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import dev.cairn.ntm.verify.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the holder of the signing key can do to a chain, and what anchored heads make of it. */
class AnchoredChainTest {

  @TempDir Path root;

  private SealerFixture chain;

  @BeforeEach
  void sealChain() throws IOException, SealException {
    chain = new SealerFixture(root.resolve("chain"));
    chain.sealBlocks(4);
  }

  @Test
  void anchoredHeads_ofThisChain_pass() throws IOException {
    VerificationReport report =
        verify(AnchoredHeads.required(List.of(head(2), head(4)), List.of()));
    assertThat(report.failures()).isEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void blocksBehindTheNewestAnchor_areToldAsNotAnchored() throws IOException {
    VerificationReport report = verify(AnchoredHeads.required(List.of(head(3)), List.of()));
    assertThat(report.failures()).isEmpty();
    assertThat(report.warnings())
        .containsExactly(
            new Warning(Warning.Kind.NOT_CHECKED, "No anchor covers the blocks behind 3 yet."));
  }

  @Test
  void chainThatWasCutOff_fails() throws IOException {
    AnchoredHeads anchors = AnchoredHeads.required(List.of(head(4)), List.of());
    Files.delete(block(4));
    Files.writeString(chain.directory.root().resolve("last_hash.txt"), head(3).hash().hex());
    assertThat(verify(AnchoredHeads.NONE).failures()).isEmpty();

    assertThat(verify(anchors).failures())
        .containsExactly(
            new Failure(
                Optional.empty(),
                Check.ANCHOR_BEYOND_HEAD,
                "Block 4 was anchored; the chain ends with 3."));
  }

  @Test
  void chainRewrittenWithItsOwnKey_fails() throws IOException, SealException {
    AnchoredHeads anchors = AnchoredHeads.required(List.of(head(2), head(4)), List.of());
    chain = new SealerFixture(root.resolve("rewritten"));
    chain.source =
        () -> new Measurement(new Metrics(999_999, 0.9, 0.9, 58, 638, 4653), Optional.empty());
    chain.sealBlocks(4);
    assertThat(verify(AnchoredHeads.NONE).failures()).isEmpty();

    assertThat(verify(anchors).failures())
        .extracting(Failure::block, Failure::check)
        .containsExactly(
            tuple(Optional.of(new BlockIndex(2)), Check.ANCHOR_MISMATCH),
            tuple(Optional.of(new BlockIndex(4)), Check.ANCHOR_MISMATCH));
  }

  @Test
  void twoAnchoredHashesOfOneBlock_cannotBothHold() throws IOException {
    Head other = new Head(new BlockIndex(2), BlockHash.of(new byte[] {1}));
    assertThat(verify(AnchoredHeads.required(List.of(head(2), other), List.of())).failures())
        .extracting(Failure::check)
        .containsExactly(Check.ANCHOR_MISMATCH);
  }

  @Test
  void requiredAnchorsThatAreAbsent_fail() throws IOException {
    assertThat(verify(AnchoredHeads.required(List.of(), List.of())).failures())
        .extracting(Failure::check)
        .containsExactly(Check.ANCHOR_MISSING);
  }

  @Test
  void evidenceThatDoesNotHold_fails() throws IOException {
    AnchoredHeads anchors = AnchoredHeads.required(List.of(head(4)), List.of("It is torn."));
    assertThat(verify(anchors).failures())
        .containsExactly(new Failure(Optional.empty(), Check.ANCHOR_INVALID, "It is torn."));
  }

  @Test
  void partialCheck_comparesAnchorsBeforeItsStartToo() throws IOException {
    AnchoredHeads anchors = AnchoredHeads.required(List.of(head(2), head(4)), List.of());
    VerifySettings settings = settings(anchors).startingAt(new BlockIndex(3), head(2).hash());
    assertThat(verifier().verify(chain.directory, settings).failures()).isEmpty();
    Files.writeString(block(2), "changed");
    assertThat(verifier().verify(chain.directory, settings).failures())
        .extracting(Failure::check)
        .containsExactly(Check.ANCHOR_MISMATCH);
    Files.delete(block(2));
    assertThat(verifier().verify(chain.directory, settings).failures())
        .extracting(Failure::check)
        .containsExactly(Check.ANCHOR_MISMATCH);
  }

  private VerificationReport verify(AnchoredHeads anchors) throws IOException {
    return verifier().verify(chain.directory, settings(anchors));
  }

  private static ChainVerifier verifier() {
    return new ChainVerifier(SealerFixture.KEY_A.soleKeyring(), SignatureScheme.platform(), 1);
  }

  private VerifySettings settings(AnchoredHeads anchors) {
    return VerifySettings.at(Timestamp.of(chain.clock.instant())).withAnchors(anchors);
  }

  private Head head(long index) throws IOException {
    return new Head(new BlockIndex(index), BlockHash.of(Files.readAllBytes(block(index))));
  }

  private Path block(long index) {
    return chain.directory.root().resolve("blocks").resolve(new BlockIndex(index).fileName());
  }
}
