package dev.cairn.devnet.rest;

import dev.cairn.devnet.mempool.InsertRules;
import dev.cairn.devnet.spv.OutputProver;
import dev.cairn.devnet.transaction.LocalRun;
import dev.cairn.devnet.transaction.PreflightRules;
import java.util.List;
import java.util.stream.Stream;

/** All endpoints of the service API (reference/chainweb.md 6). */
final class Endpoints {

  private Endpoints() {}

  static List<Endpoint> of(ServedNetwork network) {
    String base = "/chainweb/0.0/" + network.version().name();
    return Stream.of(
            node(network, base), chains(network, base), pact(network, base), mining(network, base))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Endpoint> node(ServedNetwork network, String base) {
    String name = network.version().name();
    UpdateEvents events = new UpdateEvents(new Encodings(name));
    return List.of(
        new GetInfo(network.version()),
        new GetHealthCheck(network.healthy()),
        new GetCut(name, base, network.store(), network.history()::frontier),
        new GetHeaderUpdates(base, network.feed(), events),
        new GetBlockUpdates(base, network.feed(), events));
  }

  private static List<Endpoint> chains(ServedNetwork network, String base) {
    Encodings encodings = new Encodings(network.version().name());
    HeaderLists lists = new HeaderLists(network.store(), network.history()::frontier);
    PayloadLookup payloads = new PayloadLookup(network.store());
    return List.of(
        new GetHashPage(base, lists),
        new PostHashBranch(base, lists),
        new GetHeaderPage(base, lists, encodings),
        new PostHeaderBranch(base, lists, encodings),
        new GetHeader(base, network.store(), encodings),
        new GetBlockPage(base, lists, network.store(), encodings),
        new PostBlockBranch(base, lists, network.store(), encodings),
        new PostPayloadBatch(base, payloads),
        new PostPayloadOutputsBatch(base, payloads),
        new GetPayload(base, payloads),
        new GetPayloadOutputs(base, payloads));
  }

  private static List<Endpoint> mining(ServedNetwork network, String base) {
    return List.of(
        new GetMiningWork(base, network.desk(), network.miner()),
        new PostMiningSolved(base, network.desk()),
        new GetMiningUpdates(base, network.feed(), network.version().latestGraph().order()));
  }

  private static List<Endpoint> pact(ServedNetwork network, String base) {
    String name = network.version().name();
    InsertRules rules =
        new InsertRules(name, network.clock(), network.contracts(), network.store());
    Results results = new Results(network.store(), network.history(), network.mempools());
    OutputProver prover =
        new OutputProver(
            network.store(), network.history()::frontier, network.version().latestGraph());
    return List.of(
        new PostSend(base, network.history(), rules, network.mempools(), network.wakeMiner()),
        new PostPoll(base, results),
        new PostListen(base, results, network.feed()),
        new PostLocal(
            base, network.history(), new LocalRun(network.contracts()), new PreflightRules(name)),
        new PostSpv(base, network.version().latestGraph(), prover),
        new PostSpv2(base, network.version().latestGraph(), network.history()::frontier, prover));
  }
}
