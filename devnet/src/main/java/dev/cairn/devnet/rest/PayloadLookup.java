package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.store.ChainStore;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds payloads by hash, and by height where a client gives one: a wrong height finds nothing. */
final class PayloadLookup {

  /** Of a longer batch only the beginning counts. */
  private static final int MAX_BATCH = 1000;

  private final ChainStore store;

  PayloadLookup(ChainStore store) {
    this.store = store;
  }

  /** The payload of a call. */
  PayloadWithOutputs one(Call call) {
    Hash hash = call.hash("hash");
    return find(call.chain(), hash, call.natural("height"))
        .findFirst()
        .orElseThrow(() -> Refusal.keyNotFound(hash.toString()));
  }

  /** The payloads of a batch, in its order; what is not found is left out. */
  List<PayloadWithOutputs> batch(Call call) {
    JsonShape body = call.json();
    return body.node().isArray()
        ? all(call.chain(), body.elements())
        : pairs(call.chain(), body.member("hashes").elements(), body.member("heights").elements());
  }

  private List<PayloadWithOutputs> all(ChainId chain, List<JsonShape> hashes) {
    return hashes.stream()
        .limit(MAX_BATCH)
        .flatMap(hash -> find(chain, Call.hashOf(hash.text()), OptionalLong.empty()))
        .toList();
  }

  private List<PayloadWithOutputs> pairs(
      ChainId chain, List<JsonShape> hashes, List<JsonShape> heights) {
    int size = Math.min(MAX_BATCH, Math.min(hashes.size(), heights.size()));
    return IntStream.range(0, size)
        .boxed()
        .flatMap(
            i ->
                find(
                    chain,
                    Call.hashOf(hashes.get(i).text()),
                    OptionalLong.of(heights.get(i).integer())))
        .toList();
  }

  private Stream<PayloadWithOutputs> find(ChainId chain, Hash hash, OptionalLong height) {
    return store
        .payload(chain, hash)
        .filter(kept -> height.isEmpty() || kept.height().value() == height.getAsLong())
        .map(ChainStore.KeptPayload::payload)
        .stream();
  }
}
