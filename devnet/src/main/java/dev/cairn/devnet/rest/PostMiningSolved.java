package dev.cairn.devnet.rest;

import dev.cairn.chainweb.MalformedException;
import dev.cairn.devnet.mining.UnknownWorkException;
import dev.cairn.devnet.mining.UnsolvedException;
import dev.cairn.devnet.mining.WorkDesk;

/** Takes solved work: the bytes of a header without its hash. */
final class PostMiningSolved implements Endpoint {

  private final String base;
  private final WorkDesk desk;

  PostMiningSolved(String base, WorkDesk desk) {
    this.base = base;
    this.desk = desk;
  }

  @Override
  public Route route() {
    return Route.postBytes(base + "/mining/solved", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    byte[] bytes = call.body().bytes();
    if (bytes.length != desk.solvedBytes()) {
      String problem = bytes.length < desk.solvedBytes() ? "not enough bytes" : "too many bytes";
      throw Refusal.text(400, "Decoding error: " + problem);
    }
    try {
      desk.solved(bytes);
      return Answer.empty(200);
    } catch (UnknownWorkException unknown) {
      throw Refusal.text(404, "No associated Payload");
    } catch (UnsolvedException unsolved) {
      throw Refusal.text(400, "Invalid solved work: " + unsolved.getMessage());
    } catch (MalformedException noHeader) {
      throw Refusal.text(400, "Decoding error: " + noHeader.getMessage());
    }
  }
}
