package dev.cairn.devnet.rest;

/** One request of the service API. */
interface Endpoint {

  /** What it answers to. */
  Route route();

  /**
   * Answers a request that the route covers. Runs on a thread that may block and has a deep stack.
   *
   * @throws Refusal for a request that gets an error
   */
  Answer answer(Call call);
}
