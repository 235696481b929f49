package dev.cairn.devnet.rest;

import dev.cairn.chainweb.payload.PayloadData;

/** A payload by its hash. */
final class GetPayload implements Endpoint {

  private final String base;
  private final PayloadLookup payloads;

  GetPayload(String base, PayloadLookup payloads) {
    this.base = base;
    this.payloads = payloads;
  }

  @Override
  public Route route() {
    return Route.get(
        base + "/chain/{chain}/payload/{hash}", Representation.JSON, Representation.OCTETS);
  }

  @Override
  public Answer answer(Call call) {
    PayloadData payload = payloads.one(call).withoutOutputs();
    return call.form() == Representation.OCTETS
        ? Answer.of(call.form(), payload.encode())
        : Answer.json(payload.toJson().toString());
  }
}
