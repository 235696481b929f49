package dev.cairn.devnet.genesis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestAccountTest {

  /** Public keys and balances of the development genesis (node-capture/genesis.json). */
  @Test
  void accounts_areThoseOfTheDevelopmentNetwork() {
    assertThat(TestAccount.ALL)
        .extracting(account -> account.publicKeyHex().substring(0, 8))
        .containsExactly(
            "368820f8",
            "6be2f485",
            "3a9dd532",
            "43f2adb1",
            "2d70aa4f",
            "f09d8f63",
            "5ffc1f7f",
            "4c31dc9e",
            "63b2eba4",
            "c59d9840");
    assertThat(TestAccount.ALL.get(9).balance()).isEqualByComparingTo("190000000");
  }
}
