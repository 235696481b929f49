package dev.cairn.evidence.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

  private final List<byte[]> decoded = new ArrayList<>();
  private final KeyCache<Byte> cache =
      new KeyCache<>(
          encoded -> {
            decoded.add(encoded);
            return encoded[3] % 2 == 0 ? Optional.of(encoded[3]) : Optional.empty();
          });

  @Test
  void aThousandSigners_areDecodedOnceEach() {
    for (int round = 0; round < 5; round++) {
      for (int signer = 0; signer < 1000; signer++) {
        byte last = (byte) signer;
        Optional<Byte> key = cache.get(ByteBuffer.allocate(4).putInt(signer).array());
        assertThat(key).isEqualTo(last % 2 == 0 ? Optional.of(last) : Optional.empty());
      }
    }
    assertThat(decoded).hasSize(1000);
  }

  @Test
  void bytesThatTheirOwnerChangesLater_areNotTakenForTheKeyTheyWere() {
    byte[] mine = {1, 2, 3, 4};
    assertThat(cache.get(mine)).contains((byte) 4);
    mine[3] = 5;
    assertThat(cache.get(mine)).isEmpty();
    assertThat(cache.get(new byte[] {1, 2, 3, 4})).contains((byte) 4);
  }
}
