package dev.cairn.ntm.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ntm.block.BlockIndex;
import org.junit.jupiter.api.Test;

class BlockListingTest {

  @Test
  void listing_isInNumericOrder_withGapsAndFarNames() {
    BlockListing listing =
        listing(
            "block_1000000.json",
            "block_999999.json",
            "block_000001.json",
            "block_999999999999999999.json",
            "block_000003.json",
            "x");
    assertThat(listing.from(BlockIndex.FIRST))
        .containsExactly(1L, 3L, 999_999L, 1_000_000L, 999_999_999_999_999_999L);
    assertThat(listing.from(new BlockIndex(999_999)))
        .containsExactly(999_999L, 1_000_000L, 999_999_999_999_999_999L);
    assertThat(listing.from(new BlockIndex(20_000_000))).containsExactly(999_999_999_999_999_999L);
    assertThat(listing.size()).isEqualTo(5);
    assertThat(listing.highest()).contains(new BlockIndex(999_999_999_999_999_999L));
    assertThat(listing.hasNoGap()).isFalse();
    assertThat(listing.contains(new BlockIndex(3))).isTrue();
    assertThat(listing.contains(new BlockIndex(2))).isFalse();
    assertThat(listing.contains(new BlockIndex(999_999_999_999_999_999L))).isTrue();
    assertThat(listing.nextMissing(1)).isEqualTo(2);
    assertThat(listing.nextPresent(2)).isEqualTo(3);
    assertThat(listing.unexpected()).containsExactly("x");
  }

  @Test
  void emptyListing_hasNoGapAndNoHighest() {
    assertThat(listing().hasNoGap()).isTrue();
    assertThat(listing().highest()).isEmpty();
    assertThat(listing("block_000001.json", "block_000002.json").hasNoGap()).isTrue();
    assertThat(listing("block_000002.json").hasNoGap()).isFalse();
  }

  @Test
  void millionsOfNames_areKeptInBits() {
    BlockListing.Builder builder = new BlockListing.Builder();
    for (long i = 2_000_000; i > 0; i--) {
      builder.add(new BlockIndex(i).fileName());
      builder.add("junk");
      builder.add(new BlockIndex(1L << 40 | i).fileName());
    }
    BlockListing listing = builder.build();
    assertThat(listing.size()).isEqualTo(2_000_000 + 10_000);
    assertThat(listing.from(BlockIndex.FIRST).limit(2_000_000).sum())
        .isEqualTo(2_000_000L * 2_000_001 / 2);
    assertThat(listing.unexpected()).hasSize(100);
    assertThat(listing.unexpectedCount()).isEqualTo(2_000_000 + 2_000_000 - 10_000);
  }

  private static BlockListing listing(String... names) {
    BlockListing.Builder builder = new BlockListing.Builder();
    for (String name : names) {
      builder.add(name);
    }
    return builder.build();
  }
}
