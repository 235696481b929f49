package dev.cairn.pact.chain;

import dev.cairn.pact.capability.CapabilityNatives;
import dev.cairn.pact.defpact.PactNatives;
import dev.cairn.pact.eval.FunctionNatives;
import dev.cairn.pact.keyset.KeysetNatives;
import dev.cairn.pact.keyset.NamespaceNatives;
import dev.cairn.pact.message.ChainNatives;
import dev.cairn.pact.message.MessageNatives;
import dev.cairn.pact.module.ModuleNatives;
import dev.cairn.pact.natives.ArithmeticNatives;
import dev.cairn.pact.natives.BitNatives;
import dev.cairn.pact.natives.CodecNatives;
import dev.cairn.pact.natives.ComparisonNatives;
import dev.cairn.pact.natives.HashNatives;
import dev.cairn.pact.natives.ListNatives;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeTable;
import dev.cairn.pact.natives.SequenceNatives;
import dev.cairn.pact.natives.TextNatives;
import dev.cairn.pact.natives.TimeNatives;
import dev.cairn.pact.natives.TranscendentalNatives;
import dev.cairn.pact.table.QueryNatives;
import dev.cairn.pact.table.TableNatives;
import java.util.ArrayList;
import java.util.List;

/** All natives of the language. */
public final class StandardNatives {

  private StandardNatives() {}

  /** The table that programs on chain see. */
  public static NativeTable table() {
    return NativeTable.of(lists());
  }

  /** The same with further natives, for the REPL. */
  public static NativeTable tableWith(List<Native> more) {
    List<List<Native>> all = new ArrayList<>(lists());
    all.add(more);
    return NativeTable.of(all);
  }

  private static List<List<Native>> lists() {
    return List.of(
        ArithmeticNatives.natives(),
        BitNatives.natives(),
        CodecNatives.natives(),
        ComparisonNatives.natives(),
        HashNatives.natives(),
        ListNatives.natives(),
        SequenceNatives.natives(),
        TextNatives.natives(),
        TimeNatives.natives(),
        TranscendentalNatives.natives(),
        FunctionNatives.natives(),
        CapabilityNatives.natives(),
        KeysetNatives.natives(),
        NamespaceNatives.natives(),
        MessageNatives.natives(),
        ChainNatives.natives(),
        TableNatives.natives(),
        QueryNatives.natives(),
        PactNatives.natives(),
        ModuleNatives.natives(),
        UnsupportedNatives.natives());
  }
}
