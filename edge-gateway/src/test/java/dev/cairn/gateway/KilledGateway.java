package dev.cairn.gateway;

import dev.cairn.gateway.batch.BatchLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.rocksdb.RocksDB;

/** A gateway in a process of its own, made to be killed. Prints its port and serves until then. */
final class KilledGateway {

  /** Batches close all the time, so that the kill meets every step of their life. */
  private static final BatchLimits LIMITS =
      new BatchLimits(7, BatchLimits.MAX_BYTES, Duration.ofMillis(20));

  private KilledGateway() {}

  public static void main(String[] args) throws Exception {
    GatewaySettings settings = GatewaySettings.of(Path.of(args[0])).withBatch(LIMITS);
    try (GatewayFixture gateway = new GatewayFixture(settings, RocksDB::write)) {
      System.out.println(gateway.port());
      new CountDownLatch(1).await();
    }
  }
}
