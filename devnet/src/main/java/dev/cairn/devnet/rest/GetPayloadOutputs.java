package dev.cairn.devnet.rest;

import dev.cairn.chainweb.payload.PayloadWithOutputs;

/** A payload with its outputs, by its hash. */
final class GetPayloadOutputs implements Endpoint {

  private final String base;
  private final PayloadLookup payloads;

  GetPayloadOutputs(String base, PayloadLookup payloads) {
    this.base = base;
    this.payloads = payloads;
  }

  @Override
  public Route route() {
    return Route.get(
        base + "/chain/{chain}/payload/{hash}/outputs", Representation.JSON, Representation.OCTETS);
  }

  @Override
  public Answer answer(Call call) {
    PayloadWithOutputs payload = payloads.one(call);
    return call.form() == Representation.OCTETS
        ? Answer.of(call.form(), payload.encode())
        : Answer.json(payload.toJson().toString());
  }
}
