package dev.cairn.gateway.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.fail;

import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.event.EventRejected;
import dev.cairn.gateway.TestSigner;
import dev.cairn.http.Problem;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Mutants of good input for every parser at the door: each is read, or refused in the way that the
 * parser has for it; nothing else is thrown. A tenth of a second each in the build, or as long as
 * {@code -Dcairn.fuzz.seconds=N} says, which also prints how many there were; a failure names its
 * input.
 */
class DoorFuzzTest {

  private static final long LONGER_RUN = Long.getLong("cairn.fuzz.seconds", 0);

  private static final Duration TIME =
      LONGER_RUN == 0 ? Duration.ofMillis(100) : Duration.ofSeconds(LONGER_RUN);

  private static final byte[] TELLING =
      "\"\\{}[]:,.=\u0000\n\r-_+e019 \u007f\u00ff".getBytes(StandardCharsets.ISO_8859_1);

  private final TestSigner signer = new TestSigner(1);
  private final String jws = signer.sign("a");

  @Test
  void jsonRequests() {
    BatchRequestParser parser = new BatchRequestParser(RequestLimits.DEFAULT);
    String good =
        "{\"events\":[\""
            + jws
            + "\",{\"protected\":\"a\",\"payload\":\"b\"}],\"taskKey\":\"k\","
            + "\"batchSize\":10,\"ttl\":500}";
    fuzz("JSON requests", good, input -> parser.parse(input, RequestOptions.NONE));
  }

  @Test
  void compactEvents() {
    EventParser parser = new EventParser();
    fuzz("compact events", jws, parser::parse);
  }

  @Test
  void flattenedEvents() {
    EventParser parser = new EventParser();
    String[] parts = jws.split("[.]", -1);
    String good =
        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
            .formatted((Object[]) parts);
    fuzz("flattened events", good, parser::parse);
  }

  @Test
  void eventHeaders() {
    EventParser parser = new EventParser();
    String[] parts = jws.split("[.]", -1);
    String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    fuzz(
        "event headers",
        header,
        input -> {
          String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(input);
          parser.parse((encoded + "." + parts[1] + "." + parts[2]).getBytes(US_ASCII));
        });
  }

  @Test
  void lines() {
    fuzz(
        "lines",
        jws + "\n\"" + jws + "\"\r\n\n",
        input -> {
          LineSplitter lines = new LineSplitter(RequestLimits.LINE_BYTES, line -> {});
          lines.add(Buffer.buffer(input));
          lines.end();
        });
  }

  @Test
  void queries() {
    fuzz(
        "queries",
        "100",
        input -> {
          String value = new String(input, StandardCharsets.ISO_8859_1);
          RequestOptions.NONE.with(RequestOptions.TTL, value);
          RequestOptions.NONE.with(RequestOptions.BATCH_SIZE, value);
          RequestOptions.NONE.with(RequestOptions.TASK_KEY, value);
        });
  }

  private static void fuzz(String what, String good, Consumer<byte[]> parser) {
    byte[] original = good.getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random();
    long end = System.nanoTime() + TIME.toNanos();
    long inputs = 0;
    long refused = 0;
    do {
      inputs++;
      refused += isRefused(parser, mutant(original, random)) ? 1 : 0;
    } while (System.nanoTime() < end);
    if (LONGER_RUN > 0) {
      System.out.printf(
          Locale.ROOT,
          "fuzz, %s: %,d inputs in %d s, %,d of them refused, nothing unexpected%n",
          what,
          inputs,
          LONGER_RUN,
          refused);
    }
  }

  private static boolean isRefused(Consumer<byte[]> parser, byte[] mutant) {
    try {
      parser.accept(mutant);
      return false;
    } catch (Problem | EventRejected refused) {
      return true;
    } catch (RuntimeException | StackOverflowError unexpected) {
      return fail("Input " + Arrays.toString(mutant), unexpected);
    }
  }

  private static byte[] mutant(byte[] original, Random random) {
    byte[] mutant = original.clone();
    for (int edits = 1 + random.nextInt(4); edits > 0 && mutant.length > 0; edits--) {
      int at = random.nextInt(mutant.length);
      switch (random.nextInt(5)) {
        case 0 -> mutant[at] = (byte) random.nextInt();
        case 1 -> mutant[at] = TELLING[random.nextInt(TELLING.length)];
        case 2 -> mutant = Arrays.copyOf(mutant, at);
        case 3 -> mutant = spliced(mutant, at, random.nextInt(mutant.length));
        default -> mutant[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return mutant;
  }

  /** The beginning up to one place, then what follows another one. */
  private static byte[] spliced(byte[] bytes, int to, int from) {
    byte[] joined = Arrays.copyOf(bytes, to + bytes.length - from);
    System.arraycopy(bytes, from, joined, to, bytes.length - from);
    return joined;
  }
}
