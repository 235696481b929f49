package dev.cairn.chainweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HashTest {

  private static final String ZEROES = "A".repeat(43);

  @Test
  void of_takesACopy() {
    byte[] bytes = new byte[32];
    Hash hash = Hash.of(bytes);
    bytes[0] = 1;
    hash.bytes()[1] = 1;
    assertThat(hash).hasToString(ZEROES).isEqualTo(Hash.parse(ZEROES));
  }

  @Test
  void of_refusesAnyOtherLength() {
    assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessage("A hash is 32 bytes, not 31.");
    assertThatThrownBy(() -> Hash.of(new byte[33])).hasMessage("A hash is 32 bytes, not 33.");
  }

  @Test
  void compareTo_isUnsigned() {
    byte[] high = new byte[32];
    high[0] = (byte) 0x80;
    assertThat(Hash.of(high)).isGreaterThan(Hash.parse(ZEROES));
  }

  /** FIPS 180-4, not SHA-512 cut short (reference §1.1). */
  @Test
  void sha512t256_ofNothing() {
    assertThat(HexFormat.of().formatHex(Sha512t256.hash().bytes()))
        .isEqualTo("c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a");
  }

  /** The request key of a genesis coinbase (reference §4). */
  @Test
  void blake2b256_ofNothing() {
    assertThat(Blake2b256.hash(new byte[0]))
        .hasToString("DldRwCblQ7Loqy6wYJnaodHl30d3j3eH-qtFzfEv46g");
  }
}
