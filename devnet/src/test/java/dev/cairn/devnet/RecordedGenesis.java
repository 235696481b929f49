package dev.cairn.devnet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first block of a real node's network {@code development}, as it was recorded. */
public final class RecordedGenesis {

  /** Kept with the protocol's own test data. */
  private static final Path FILE =
      Path.of("..", "chainweb", "src", "test", "resources")
          .resolve(Path.of("chainweb", "node-capture", "genesis.json"));

  /** What the recorded block loads, in its order. */
  private static final List<String> MODULES =
      List.of("fungible-v1", "fungible-xchain-v1", "fungible-v2", "coin", "gas-payer-v1", "ns");

  private RecordedGenesis() {}

  /** The transactions of a chain with what they gave. */
  static List<TransactionWithOutput> transactions(int chain) {
    try {
      JsonNode recorded = NodeClient.json(Files.readString(FILE)).at("/chains/" + chain);
      JsonNode payload = NodeClient.json(recorded.get("payloadWithOutputsText").textValue());
      return PayloadWithOutputs.fromJson(payload).transactions();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the public modules into a directory. */
  public static void writeModules(Path directory) {
    List<TransactionWithOutput> transactions = transactions(0);
    for (int i = 0; i < MODULES.size(); i++) {
      JsonNode command = NodeClient.json(transactions.get(i).transaction().text());
      String code =
          NodeClient.json(command.get("cmd").textValue()).at("/payload/exec/code").textValue();
      try {
        Files.writeString(directory.resolve(MODULES.get(i) + ".pact"), code);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
