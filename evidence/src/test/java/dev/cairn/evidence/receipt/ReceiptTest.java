package dev.cairn.evidence.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.jws.CompactJws;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
  private static final SigningKey KEY = SigningKey.fromEd25519Seed(new byte[32]);

  private final ReceiptChecker checker = new ReceiptChecker(SignatureProviders.best());
  private final Random random = new Random(1);
  private final List<ReceiptLeaf> leaves = leaves(13);

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void receipts_holdForTheirOwnLeafOnly(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    List<Receipt> receipts = new ReceiptIssuer(key).issue(leaves, 100, 700);
    for (int i = 0; i < leaves.size(); i++) {
      ReceiptChecker.CheckedReceipt checked = checker.check(receipts.get(i), leaves.get(i));
      assertThat(checked.gateway()).isEqualTo(key.didKey());
      assertThat(checked.claims().anchorBy()).isEqualTo(700);
      Receipt receipt = receipts.get(i);
      ReceiptLeaf other = leaves.get((i + 1) % leaves.size());
      assertThatThrownBy(() -> checker.check(receipt, other)).isInstanceOf(ReceiptRejected.class);
    }
  }

  @Test
  void otherBatch_isNotWhatWasPromised() {
    Receipt receipt = new ReceiptIssuer(KEY).issue(leaves, 100, 700).get(0);
    ReceiptLeaf moved = new ReceiptLeaf(leaves.get(0).eventId(), leaves.get(1).batchId());
    assertThatThrownBy(() -> checker.check(receipt, moved))
        .isInstanceOf(ReceiptRejected.class)
        .hasMessageContaining("not about this event");
  }

  @Test
  void pathBytes_makeTheSameReceiptAgain() {
    for (Receipt receipt : new ReceiptIssuer(KEY).issue(leaves, 100, 700)) {
      byte[] path = receipt.pathBytes();
      assertThat(path).hasSize(receipt.path().size() * Hash.SIZE);
      assertThat(Receipt.of(receipt.jws(), receipt.index(), path)).isEqualTo(receipt);
    }
    assertThatThrownBy(() -> Receipt.of("e30.e30.AA", 0, new byte[31]))
        .hasMessage("A path is whole hashes of 32 bytes, not 31 bytes.");
  }

  @Test
  void missingOrExtraHash_isRefused() {
    Receipt receipt = new ReceiptIssuer(KEY).issue(leaves, 100, 700).get(0);
    List<Hash> extra = new ArrayList<>(receipt.path());
    extra.add(extra.get(0));
    List<Hash> missing = receipt.path().subList(1, receipt.path().size());
    for (List<Hash> path : List.of(extra, missing)) {
      Receipt broken = new Receipt(receipt.jws(), receipt.index(), path);
      assertThatThrownBy(() -> checker.check(broken, leaves.get(0)))
          .isInstanceOf(ReceiptRejected.class);
    }
  }

  @Test
  void json_roundTripsInOneSpelling() {
    Receipt receipt = new ReceiptIssuer(KEY).issue(leaves, 100, 700).get(5);
    String json = ReceiptJson.write(receipt);
    assertThat(ReceiptJson.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(receipt);
    assertThatThrownBy(() -> ReceiptJson.read((json + ",").getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("end of the text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"root\":\"x\",\"size\":13,\"iat\":1,\"anchorBy\":2}",
        "{\"root\":\"%s\",\"size\":13,\"iat\":1,\"anchorBy\":0}",
        "{\"root\":\"%s\",\"size\":0,\"iat\":1,\"anchorBy\":2}",
        "{\"root\":\"%s\",\"size\":4294967309,\"iat\":1,\"anchorBy\":2}",
        "{\"root\":\"%s\",\"size\":13,\"iat\":1,\"anchorBy\":2,\"more\":1}"
      })
  void otherClaims_areRefusedThoughSigned(String claims) {
    Receipt good = new ReceiptIssuer(KEY).issue(leaves, 100, 700).get(0);
    String root =
        new ReceiptChecker(SignatureProviders.best())
            .check(good, leaves.get(0))
            .claims()
            .root()
            .toString();
    byte[] payload = claims.formatted(root).getBytes(StandardCharsets.UTF_8);
    CompactJws jws = CompactJws.sign(KEY, ReceiptHeader.write(KEY.didKey()), payload);
    Receipt bad = new Receipt(jws.toString(), 0, good.path());
    assertThatThrownBy(() -> checker.check(bad, leaves.get(0))).isInstanceOf(ReceiptRejected.class);
  }

  private List<ReceiptLeaf> leaves(int count) {
    List<ReceiptLeaf> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] id = new byte[32];
      random.nextBytes(id);
      leaves.add(new ReceiptLeaf(EventId.of(id), BatchId.next(i, random)));
    }
    return leaves;
  }
}
