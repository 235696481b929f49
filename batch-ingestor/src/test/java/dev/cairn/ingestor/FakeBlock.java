package dev.cairn.ingestor;

import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block of a {@link FakeChain}: transactions with the message of their failure, if they failed.
 */
record FakeBlock(BlockHeader header, Map<PactCommand, Optional<String>> transactions) {

  FakeBlock {
    transactions = new LinkedHashMap<>(transactions);
  }

  Optional<PactCommand> find(RequestKey key) {
    return transactions.keySet().stream().filter(c -> c.requestKey().equals(key)).findFirst();
  }

  List<PactCommand> succeeded() {
    return transactions.entrySet().stream()
        .filter(e -> e.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
