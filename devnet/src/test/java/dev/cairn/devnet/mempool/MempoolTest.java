package dev.cairn.devnet.mempool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.contract.Program;
import dev.cairn.devnet.transaction.Command;
import dev.cairn.devnet.transaction.Meta;
import dev.cairn.devnet.transaction.Payload;
import dev.cairn.devnet.transaction.Transaction;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MempoolTest {

  private static Transaction transaction(String name, String price, int limit) {
    Meta meta = new Meta("0", "sender00", BigDecimal.valueOf(limit), new BigDecimal(price), 600, 0);
    Command command =
        new Command(
            PactCommand.of(Bytes.utf8(name), List.of()),
            Optional.empty(),
            new Payload.Exec("1", NullNode.instance),
            List.of(),
            List.of(),
            meta,
            name);
    return new Transaction(command, new Program.Step("", 0, false, Optional.empty()));
  }

  @Test
  void candidates_goByPriceThenLimitThenArrival() {
    Transaction cheap = transaction("cheap", "0.1", 10);
    Transaction large = transaction("large", "0.2", 20);
    Transaction small = transaction("small", "0.20", 10);
    Transaction later = transaction("later", "0.2", 10);
    Mempool mempool = new Mempool();
    mempool.insert(List.of(cheap, large, small, later));
    assertThat(mempool.candidates()).containsExactly(small, later, large, cheap);
  }

  @Test
  void insert_ofTheSameAgainChangesNothing() {
    Transaction first = transaction("first", "0.1", 10);
    Mempool mempool = new Mempool();
    mempool.insert(List.of(first, transaction("second", "0.1", 10), first));
    assertThat(mempool.candidates()).hasSize(2).startsWith(first);
  }

  @Test
  void reject_isRemembered() {
    Transaction bad = transaction("bad", "0.1", 10);
    Mempool mempool = new Mempool();
    mempool.insert(List.of(bad));
    mempool.reject(bad.requestKey());
    assertThat(mempool.isEmpty()).isTrue();
    assertThat(mempool.isBad(bad.requestKey())).isTrue();
  }

  @Test
  void hasRoomFor_endsAtTheCap() {
    Mempool mempool = new Mempool();
    Transaction one = transaction("one", "0.1", 10);
    assertThat(mempool.hasRoomFor(Collections.nCopies(Mempool.MAX_PENDING, one))).isTrue();
    assertThat(mempool.hasRoomFor(Collections.nCopies(Mempool.MAX_PENDING + 1, one))).isFalse();
  }

  @Test
  void room_isSharedAndGivenBack() {
    WaitingRoom room = new WaitingRoom();
    Mempool one = new Mempool(room);
    Mempool other = new Mempool(room);
    Transaction large = transaction("x".repeat((int) WaitingRoom.MAX_BYTES - 10), "0.1", 10);
    Transaction small = transaction("y".repeat(11), "0.1", 10);
    one.insert(List.of(large));
    one.insert(List.of(large));
    assertThat(other.hasRoomFor(List.of(transaction("z".repeat(10), "0.1", 10)))).isTrue();
    assertThat(other.hasRoomFor(List.of(small))).isFalse();
    one.remove(List.of(large.requestKey(), large.requestKey()));
    assertThat(other.hasRoomFor(List.of(small))).isTrue();
    one.insert(List.of(large));
    one.reject(large.requestKey());
    assertThat(one.forget(large.requestKey())).isFalse();
    assertThat(other.hasRoomFor(List.of(large))).isTrue();
  }
}
