package dev.cairn.app.load;

import dev.cairn.app.exit.Failure;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.crypto.SigningKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** What this machine does at best in the same minute: signature checks, and fsync of its disk. */
final class Yardsticks {

  private static final Duration WARM_UP = Duration.ofMillis(1500);
  private static final Duration MEASURED = Duration.ofSeconds(2);
  private static final int CHECKS_PER_LOOK = 64;

  /** The length of what an event's signature covers. */
  private static final int MESSAGE_BYTES = 344;

  private static final int FSYNCS = 300;
  private static final int FSYNC_BYTES = 16 << 10;

  /** {@code openssl speed}: the last number of the line is verifications a second. */
  private static final Pattern VERIFY_RATE =
      Pattern.compile("EdDSA \\(Ed25519\\).*\\s([0-9.]+)\\s*$", Pattern.MULTILINE);

  private Yardsticks() {}

  /** Ed25519 checks per second of processor time in this Java, with nothing around them. */
  static double checksPerSecond(SignatureProvider provider) {
    byte[] message = new byte[MESSAGE_BYTES];
    SigningKey key = SigningKey.fromEd25519Seed(new byte[32]);
    byte[] signature = key.sign(message);
    check(provider, key, message, signature, WARM_UP);
    return check(provider, key, message, signature, MEASURED);
  }

  private static double check(
      SignatureProvider provider,
      SigningKey key,
      byte[] message,
      byte[] signature,
      Duration duration) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long spent = 0;
    long checks = 0;
    while (spent < duration.toNanos()) {
      for (int i = 0; i < CHECKS_PER_LOOK; i++) {
        if (!provider.verify(SignatureAlgorithm.EDDSA, key.publicKey(), message, signature)) {
          throw new IllegalStateException("A good signature was refused.");
        }
      }
      checks += CHECKS_PER_LOOK;
      spent = threads.getCurrentThreadCpuTime() - start;
    }
    return checks * 1e9 / spent;
  }

  /** What {@code openssl speed ed25519} says; empty where there is no openssl. */
  static OptionalDouble opensslChecksPerSecond() {
    try {
      Process openssl =
          new ProcessBuilder("openssl", "speed", "-seconds", "3", "ed25519")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String table = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher rate = VERIFY_RATE.matcher(table);
      return rate.find()
          ? OptionalDouble.of(Double.parseDouble(rate.group(1)))
          : OptionalDouble.empty();
    } catch (IOException absent) {
      return OptionalDouble.empty();
    }
  }

  /** Microseconds of an append with fsync in the directory, which nobody else writes to. */
  static Histogram fsyncMicros(Path directory) {
    Histogram micros = new Histogram(3);
    Path probe = directory.resolve("fsync-probe");
    try (FileChannel file =
        FileChannel.open(
            probe,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      for (int i = 0; i < FSYNCS; i++) {
        long start = System.nanoTime();
        file.write(ByteBuffer.allocate(FSYNC_BYTES));
        file.force(false);
        micros.recordValue((System.nanoTime() - start) / 1000);
      }
      return micros;
    } catch (IOException failed) {
      throw Failure.doNot("The directory " + directory + " cannot be written.", failed);
    }
  }
}
