package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;

/** Results of transactions, by request key; what has none yet is left out. */
final class PostPoll implements Endpoint {

  private final String base;
  private final Results results;

  PostPoll(String base, Results results) {
    this.base = base;
    this.results = results;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/pact/api/v1/poll", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    long depth = call.natural("confirmationDepth").orElse(0);
    Set<Hash> keys = new LinkedHashSet<>();
    call.json()
        .member("requestKeys")
        .nonEmptyElements()
        .forEach(key -> keys.add(WireCommand.requestKey(key)));
    return Answer.json(found(call.chain(), keys, depth));
  }

  private String found(ChainId chain, Set<Hash> keys, long depth) {
    StringJoiner members = new StringJoiner(",", "{", "}");
    for (Hash key : keys) {
      results.find(chain, key, depth).ifPresent(result -> members.add("\"" + key + "\":" + result));
    }
    return members.toString();
  }
}
