package dev.cairn.devnet.rest;

import dev.cairn.devnet.json.JsonText;

/** Several payloads. */
final class PostPayloadBatch implements Endpoint {

  private final String base;
  private final PayloadLookup payloads;

  PostPayloadBatch(String base, PayloadLookup payloads) {
    this.base = base;
    this.payloads = payloads;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/payload/batch", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    return Answer.json(
        JsonText.array(
            payloads.batch(call).stream()
                .map(payload -> payload.withoutOutputs().toJson().toString())
                .toList()));
  }
}
