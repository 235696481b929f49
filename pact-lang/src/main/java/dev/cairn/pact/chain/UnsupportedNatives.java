package dev.cairn.pact.chain;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Natives that the language has and this evaluator has not: calling one fails and names it. */
final class UnsupportedNatives {
  private static final int MAX_POSEIDON_INPUTS = 8;

  private UnsupportedNatives() {}

  static List<Native> natives() {
    List<Native> natives = new ArrayList<>();
    natives.add(missing("pairing-check", 2));
    natives.add(missing("point-add", 3));
    natives.add(missing("scalar-mult", 3));
    natives.add(missing("hyperlane-message-id", 1));
    natives.add(missing("hyperlane-decode-token-message", 1));
    natives.add(missing("hyperlane-encode-token-message", 1));
    for (int inputs = 1; inputs <= MAX_POSEIDON_INPUTS; inputs++) {
      natives.add(missing("hash-poseidon", inputs));
      natives.add(missing("poseidon-hash-hack-a-chain", inputs));
    }
    return natives;
  }

  private static Native missing(String name, int arity) {
    return Native.of(name, arity, call -> fail(name));
  }

  private static Value fail(String name) {
    throw PactException.fatal("native `" + name + "` is not supported");
  }
}
