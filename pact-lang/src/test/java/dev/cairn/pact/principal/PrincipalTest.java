package dev.cairn.pact.principal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.Vectors;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.KeysetName;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.QualifiedName;
import dev.cairn.pact.value.Values;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class PrincipalTest {
  private static final String KEY_1 =
      "584deb6f81d8efe67767309d1732019cf6ad14f9f0007cff50c730ef62521c68";
  private static final String KEY_2 =
      "4440249a122879f2060814e1c4348cdfe0cbf971017ab1f43a0eaf9799583271";
  private static final String KEY_3 =
      "2f625f20a1a6fffb60455bf957779a82e3d811d350f2b9bc8d3d5549bfd4a953";
  private static final String PACT_ID = "DldRwCblQ7Loqy6wYJnaodHl30d3j3eH-qtFzfEv46g";
  private static final Guard ONE_KEY = keyset("keys-all", KEY_1);
  private static final Guard TWO_KEYS = keyset("keys-all", KEY_2, KEY_3);

  /** The guards that the vectors describe in words, in their order. */
  private static final List<Guard> GUARDS =
      List.of(
          ONE_KEY,
          TWO_KEYS,
          new Guard.KeysetReference(new KeysetName("ns", "ks3")),
          new Guard.ModuleGuard(new ModuleName("test-ns", "tester2"), "tester"),
          new Guard.UserGuard(
              new QualifiedName(new ModuleName("test-ns", "tester"), "both-guard"),
              PList.of(ONE_KEY, TWO_KEYS)),
          new Guard.PactGuard(PACT_ID, "pact-guard"),
          keyset("keys-any", KEY_1),
          keyset("keys-any", KEY_2, KEY_3),
          keyset("keys-all"),
          keyset("keys-all", "alice"),
          new Guard.CapabilityGuard(name("m", "CAP"), PList.EMPTY, null),
          new Guard.CapabilityGuard(name("some-module", "CAPGUARD"), integers(2, 3), null),
          new Guard.CapabilityGuard(name("some-module", "CAPGUARD"), integers(1, 23), PACT_ID),
          new Guard.UserGuard(name("m", "f"), PList.EMPTY));

  private static Guard keyset(String predicate, String... keys) {
    return Guard.Keyset.of(List.of(keys), predicate);
  }

  private static QualifiedName name(String module, String member) {
    return new QualifiedName(ModuleName.root(module), member);
  }

  private static PList integers(int first, int second) {
    return PList.of(PInteger.of(first), PInteger.of(second));
  }

  /** The guards that the vectors describe in words, in their order. */
  public static List<Guard> guards() {
    return GUARDS;
  }

  static Stream<JsonNode> parseVectors() {
    return Vectors.cases("principals", "parse");
  }

  @Test
  void principal_vectors() {
    List<String> expected =
        Vectors.cases("principals", "cases").map(v -> v.required("principal").asText()).toList();
    assertThat(GUARDS.stream().map(Principal::of)).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("parseVectors")
  public void kind_vector(JsonNode vector) {
    assertThat(Principal.kind(vector.required("text").asText()))
        .isEqualTo(vector.required("typeof").asText());
  }

  @Test
  void kind_ofHostileText_endsSoon() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(Principal.kind("m:" + "a.".repeat(1_000_000))).isEmpty();
          assertThat(Principal.kind("m:" + "a".repeat(4_000) + "!:")).isEmpty();
        });
  }

  /** Random guards have names without colons and blanks only where names are checked. */
  @Property(tries = 200)
  void kind_ofAPrincipalThatWasMade_isThatOfItsGuard(@ForAll("keysets") Guard guard) {
    Map<Boolean, String> kinds = Map.of(true, "w:", false, "r:");
    assertThat(Principal.kind(Principal.of(guard)))
        .isEqualTo(kinds.get(guard instanceof Guard.Keyset));
  }

  @Provide
  Arbitrary<Guard> keysets() {
    return Values.guards()
        .filter(g -> g instanceof Guard.Keyset || g instanceof Guard.KeysetReference);
  }
}
