package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.mining.WorkDesk;
import dev.cairn.devnet.transaction.MinerAccount;
import java.util.Optional;

/** A header that needs a nonce; the body of the request is the account that mines. */
final class GetMiningWork implements Endpoint {

  private final String base;
  private final WorkDesk desk;
  private final MinerAccount miner;

  GetMiningWork(String base, WorkDesk desk, MinerAccount miner) {
    this.base = base;
    this.desk = desk;
    this.miner = miner;
  }

  @Override
  public Route route() {
    return Route.get(base + "/mining/work", Representation.OCTETS);
  }

  @Override
  public Answer answer(Call call) {
    Optional<ChainId> wish =
        call.natural("chain").stream()
            .mapToObj(number -> new ChainId((int) Math.min(number, Integer.MAX_VALUE)))
            .findFirst();
    MinerAccount asked = read(call.json());
    if (!asked.equals(miner)) {
      throw Refusal.text(403, "Unauthorized Miner: " + asked.account());
    }
    return Answer.of(Representation.OCTETS, desk.work(wish, asked).encode());
  }

  private static MinerAccount read(JsonShape body) {
    return new MinerAccount(
        body.member("account").text(),
        body.member("predicate").text(),
        body.member("public-keys").elements().stream().map(JsonShape::text).toList());
  }
}
