package dev.cairn.ntm.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.DeclaredBlock;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.block.SealedReader;
import dev.cairn.ntm.canonical.PhpJsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the quick reader takes, the reader of any JSON takes for exactly the same. */
class SealedReaderTest {

  private static final int MUTANTS_OF_A_FILE = 4_000;

  private final SealedReader quick = new SealedReader();

  @Test
  void filesOfTheSealer_areTaken() throws IOException {
    for (Path file : blocks("valid-12")) {
      assertThat(isTaken(Files.readAllBytes(file))).as(file.toString()).isTrue();
    }
  }

  @Test
  void filesOfAllChains_areTakenForTheSameOrLeft() throws IOException {
    int left = 0;
    try (Stream<Path> chains = Files.list(Vectors.path("chains/valid-12").resolveSibling("."))) {
      for (Path chain : chains.toList()) {
        for (Path file : blocks(chain.getFileName().toString())) {
          left += isTaken(Files.readAllBytes(file)) ? 0 : 1;
        }
      }
    }
    assertThat(left).isPositive();
  }

  @Test
  void mutants_areTakenForTheSameOrLeft() throws IOException {
    Random random = new Random(5);
    int taken = 0;
    for (Path file : blocks("valid-12").subList(0, 4)) {
      byte[] block = Files.readAllBytes(file);
      assertThat(isTaken(block)).isTrue();
      for (int i = 0; i < MUTANTS_OF_A_FILE; i++) {
        taken += isTaken(mutant(block, random)) ? 1 : 0;
      }
    }
    assertThat(taken).isBetween(MUTANTS_OF_A_FILE / 10, 4 * MUTANTS_OF_A_FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "0.5",
        "0.0001",
        "0.00012",
        "58",
        "100000",
        "999999999999999",
        "1.00000000000001",
        "99999999999999.9",
        "0.12345678901234",
        "0.1",
        "9.99"
      })
  void numbersAsPhpWritesThem_areTaken(String literal) throws IOException {
    assertThat(isTaken(withPctIa(literal))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.80",
        "1.0",
        "0.0",
        "-0",
        "-1",
        "-0.5",
        "00",
        "01",
        "00.5",
        "1e5",
        "1E5",
        "1.5e3",
        "1.0e-5",
        "0.00001",
        "0.000099999",
        ".5",
        "5.",
        "+1",
        "1234567890123456",
        "0.1234567890123456",
        "10000000000.00001",
        "1 ",
        " 1",
        "NaN",
        "true",
        "null",
        "\"1\"",
        "[1]",
        "1,\"x\":2",
        ""
      })
  void otherSpellings_areLeft(String literal) throws IOException {
    assertThat(isTaken(withPctIa(literal))).isFalse();
  }

  @Test
  void theSignerOfTheBlockBefore_isNotTakenForThisOnes() throws IOException {
    byte[] block = Files.readAllBytes(blocks("valid-12").get(0));
    String text = new String(block, StandardCharsets.US_ASCII);
    assertThat(isTaken(block)).isTrue();
    for (String other : List.of("RSA-SHA257", "RSA-SHA25", "RSA\\u002dSHA256", "\0")) {
      isTaken(text.replace("RSA-SHA256", other).getBytes(StandardCharsets.US_ASCII));
    }
    isTaken(
        text.replace("\"signature\": \"", "\"signature\": \"\\/")
            .getBytes(StandardCharsets.US_ASCII));
    isTaken(
        text.replace("\"signature\": \"", "\"signature\": \"\",\"")
            .getBytes(StandardCharsets.US_ASCII));
    assertThat(isTaken(block)).isTrue();
  }

  @Test
  void aFirstFileThatEndsBehindItsSignature_isLeft() throws IOException {
    byte[] block = Files.readAllBytes(blocks("valid-12").get(0));
    String text = new String(block, StandardCharsets.US_ASCII);
    int end = text.indexOf("\",\n    \"signature_algorithm\"");
    for (String rest : List.of("", "\0", "\"", "\"}")) {
      byte[] cut = (text.substring(0, end) + rest).getBytes(StandardCharsets.US_ASCII);
      assertThat(new SealedReader().read(cut)).isEmpty();
    }
  }

  /** Whether the quick reader takes it; if so, it is compared with the other one. */
  private boolean isTaken(byte[] file) {
    Optional<DeclaredBlock> taken = quick.read(file);
    taken.ifPresent(block -> assertThatIsSame(block, file));
    return taken.isPresent();
  }

  private static void assertThatIsSame(DeclaredBlock quick, byte[] file) {
    Findings findings = new Findings();
    Envelope any = new EnvelopeReader(findings).read(Optional.of(file)).orElseThrow();
    assertThat(findings.details()).isEmpty();
    assertThat(any.data().map().members().keySet())
        .containsExactlyElementsOf(Stream.of(Field.values()).map(Field::key).toList());
    for (Field field : Field.values()) {
      assertThat(quick.data().value(field)).isEqualTo(any.data().value(field));
    }
    assertThat(List.of(quick.algorithm(), quick.keyId(), quick.fingerprint()))
        .isEqualTo(List.of(any.algorithm(), any.keyId(), any.fingerprint()));
    assertThat(text(quick.signatureBytes())).isEqualTo(text(any.signatureBytes()));
    assertThat(canonical(quick)).isEqualTo(canonical(any));
  }

  private static String text(Optional<byte[]> bytes) {
    return bytes.map(Arrays::toString).orElse("none");
  }

  private static String canonical(DeclaredBlock block) {
    try {
      return new String(block.canonical(), StandardCharsets.ISO_8859_1);
    } catch (PhpJsonException e) {
      return e.toString();
    }
  }

  /** One to three changes of a byte, each replaced, removed or doubled. */
  private static byte[] mutant(byte[] block, Random random) {
    List<Byte> bytes = new ArrayList<>();
    for (byte b : block) {
      bytes.add(b);
    }
    for (int change = random.nextInt(3); change >= 0; change--) {
      int at = random.nextInt(bytes.size());
      switch (random.nextInt(4)) {
        case 0 -> bytes.remove(at);
        case 1 -> bytes.add(at, bytes.get(at));
        case 2 -> bytes.set(at, (byte) random.nextInt(256));
        default -> bytes.set(at, (byte) "0123456789.-eE+\"\\/, ".charAt(random.nextInt(20)));
      }
    }
    byte[] mutant = new byte[bytes.size()];
    for (int i = 0; i < mutant.length; i++) {
      mutant[i] = bytes.get(i);
    }
    return mutant;
  }

  private static byte[] withPctIa(String literal) throws IOException {
    String text = Files.readString(blocks("valid-12").get(0));
    String changed = text.replaceFirst("\"pct_ia\": [^,]*", "\"pct_ia\": " + literal);
    assertThat(changed).contains("\"pct_ia\": " + literal);
    return changed.getBytes(StandardCharsets.US_ASCII);
  }

  private static List<Path> blocks(String chain) throws IOException {
    Path folder = Vectors.path("chains/" + chain).resolve("blocks");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
