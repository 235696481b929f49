package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;

/**
 * A disk that becomes read-only while the gateway writes to it, and is mounted anew. Only root may
 * do that. Elsewhere the injected faults of {@code WriterTest} stand in, and this test says so.
 */
@Timeout(90)
class ReadOnlyDiskTest {

  @TempDir Path dir;
  private final TestSigner signer = new TestSigner(1);
  private LoopDisk disk;
  private GatewayFixture gateway;

  @BeforeEach
  void start() throws Exception {
    disk = new LoopDisk(dir);
    assumeTrue(
        disk.mountNew(), "No disk can be made here: read-only disks are tested by injection only.");
    gateway = new GatewayFixture(GatewaySettings.of(store()), RocksDB::write);
  }

  private Path store() {
    return disk.place().resolve("store");
  }

  @AfterEach
  void invariantsHold() throws Exception {
    try {
      if (gateway != null) {
        gateway.close();
        StoreInvariants.check(store());
      }
    } finally {
      disk.close();
    }
  }

  @Test
  void readOnlyDisk_refuses_keepsReading_andComesBackByItself() throws Exception {
    assertThat(post("a")).isEqualTo(202);

    disk.becomeReadOnly();
    assertThat(post("b")).isEqualTo(503);
    assertThat(post("b")).as("again").isEqualTo(503);
    assertThat(gateway.gateway().ready()).isFalse();
    assertThat(gateway.gateway().batches().read(0, 1)).hasSize(1);

    disk.repair();
    await().until(gateway.gateway()::ready);
    assertThat(post("a")).as("what was acknowledged is there").isEqualTo(200);
    // Whether the refused one reached the disk is not known; it may be sent again either way.
    assertThat(post("b")).isBetween(200, 202);
    assertThat(post("c")).isEqualTo(202);
  }

  private int post(String jti) throws Exception {
    String body = "{\"events\":[\"" + signer.sign(jti) + "\"]}";
    HttpResponse<String> response = gateway.post(GatewayFixture.JSON, body);
    if (response.statusCode() == 503) {
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }
    return response.statusCode();
  }
}
