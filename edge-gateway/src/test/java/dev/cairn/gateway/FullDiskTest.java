package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;

/**
 * A disk that is really full: a small file system in memory, which only root may mount. Elsewhere
 * the injected faults of {@code WriterTest} stand in, and this test says so.
 */
@Timeout(90)
class FullDiskTest {

  /** Near the limit for an event; together far more than the disk holds. */
  private static final int LARGE = 45_000;

  private static final int MANY = 1000;

  @TempDir Path dir;
  private final TestSigner signer = new TestSigner(1);
  private Path disk;
  private GatewayFixture gateway;

  @BeforeEach
  void start() throws Exception {
    disk = Files.createDirectory(dir.resolve("disk"));
    assumeTrue(
        SystemCommand.run("mount", "-t", "tmpfs", "-o", "size=96m", "cairn-test", disk.toString())
            == 0,
        "No file system can be mounted here: full disks are tested by injection only.");
    gateway = new GatewayFixture(GatewaySettings.of(disk.resolve("store")), RocksDB::write);
  }

  @AfterEach
  void invariantsHold() throws Exception {
    if (gateway != null) {
      try {
        gateway.close();
        StoreInvariants.check(disk.resolve("store"));
      } finally {
        assertThat(SystemCommand.run("umount", disk.toString())).isZero();
      }
    }
  }

  @Test
  void fullDisk_refuses_keepsReading_andComesBackByItself() throws Exception {
    assertThat(post("a")).isEqualTo(202);
    Path ballast = fill();
    refusedSoon();
    assertThat(gateway.gateway().batches().read(0, 1)).hasSize(1);

    Files.delete(ballast);
    await().until(gateway.gateway()::ready);
    assertThat(post("a")).as("what was acknowledged is there").isEqualTo(200);
    assertThat(post("c")).isEqualTo(202);
  }

  /** The log has some space of its own, so a few large events still fit on a full disk. */
  private void refusedSoon() throws Exception {
    int status = 202;
    for (int i = 0; i < MANY && status == 202; i++) {
      status = post("large-" + i, "x".repeat(LARGE));
    }
    assertThat(status).isEqualTo(503);
  }

  private int post(String jti) throws Exception {
    return post(jti, "small");
  }

  private int post(String jti, String payload) throws Exception {
    String jws = signer.sign(jti, payload);
    HttpResponse<String> response =
        gateway.post(GatewayFixture.JSON, "{\"events\":[\"" + jws + "\"]}");
    if (response.statusCode() == 503) {
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }
    return response.statusCode();
  }

  private Path fill() throws IOException {
    Path ballast = disk.resolve("ballast");
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      return ballast;
    }
  }
}
