package dev.cairn.virtualchain.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.ChainId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskRouterTest {

  @Test
  void chainOf_anyKey_equalsThePlainFormula() throws Exception {
    for (int chains : new int[] {1, 2, 3, 10, 20, 97}) {
      TaskRouter router = new TaskRouter(chains);
      for (String key : new String[] {"", "a", "did:key:z6Mk", "Zähler 7", "0".repeat(1000)}) {
        assertThat(router.chainOf(key)).isEqualTo(plain(key, chains));
      }
    }
  }

  @Test
  void chainOf_manyKeys_usesEveryChainAboutAsOften() {
    TaskRouter router = new TaskRouter(20);
    Map<ChainId, Long> uses =
        IntStream.range(0, 20_000)
            .mapToObj(i -> router.chainOf("device-" + i))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(uses).hasSize(20);
    assertThat(uses.values()).allSatisfy(count -> assertThat(count).isBetween(850L, 1150L));
  }

  @Test
  void noChains_isRefused() {
    assertThatThrownBy(() -> new TaskRouter(0))
        .hasMessage("A network has at least one chain, not 0.");
  }

  private static ChainId plain(String key, int chains) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-512/256").digest(key.getBytes(StandardCharsets.UTF_8));
    BigInteger first = new BigInteger(1, Arrays.copyOf(digest, 8));
    return new ChainId(first.mod(BigInteger.valueOf(chains)).intValueExact());
  }
}
