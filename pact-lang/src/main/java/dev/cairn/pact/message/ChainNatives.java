package dev.cairn.pact.message;

import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.Value;
import java.util.List;

/** The natives that tell of the chain and of other chains. */
public final class ChainNatives {
  private static final long CHAIN_DATA_MILLIGAS = 500;
  private static final long SPV_MILLIGAS = 100_000;

  private ChainNatives() {}

  public static List<Native> natives() {
    return List.of(
        ContextFunction.named(
            "chain-data",
            0,
            CHAIN_DATA_MILLIGAS,
            (context, call) -> context.transaction().environment().chain().toObject()),
        ContextFunction.named(
            "tx-hash",
            0,
            (context, call) -> new PString(context.transaction().environment().transactionHash())),
        ContextFunction.named("verify-spv", 2, SPV_MILLIGAS, ChainNatives::verifySpv));
  }

  private static Value verifySpv(Context context, NativeCall call) {
    String kind = call.argument(0, PString.class).value();
    PObject proof = call.argument(1, PObject.class);
    return context.transaction().environment().spv().verify(kind, proof);
  }
}
