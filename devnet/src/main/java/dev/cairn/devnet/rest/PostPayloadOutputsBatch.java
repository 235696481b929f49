package dev.cairn.devnet.rest;

import dev.cairn.devnet.json.JsonText;

/** Several payloads with their outputs. */
final class PostPayloadOutputsBatch implements Endpoint {

  private final String base;
  private final PayloadLookup payloads;

  PostPayloadOutputsBatch(String base, PayloadLookup payloads) {
    this.base = base;
    this.payloads = payloads;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/payload/outputs/batch", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    return Answer.json(
        JsonText.array(
            payloads.batch(call).stream().map(payload -> payload.toJson().toString()).toList()));
  }
}
