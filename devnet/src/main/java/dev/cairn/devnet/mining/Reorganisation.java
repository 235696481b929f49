package dev.cairn.devnet.mining;

import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.store.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A change of the winning branch, chain by chain. */
public record Reorganisation(List<Switch> switches) {

  public Reorganisation {
    switches = List.copyOf(switches);
  }

  /** The blocks that lost. */
  public List<Block> orphaned() {
    return switches.stream().flatMap(each -> each.orphaned().stream()).toList();
  }

  /** The blocks that took their place. */
  public List<Block> adopted() {
    return switches.stream().flatMap(each -> each.adopted().stream()).toList();
  }

  /** Request keys of the transactions that wait again. */
  public List<Hash> returned() {
    return orphaned().stream().flatMap(block -> block.requestKeys().stream()).toList();
  }

  /** The blocks that took their place, height by height. */
  List<List<Block>> rounds() {
    SortedMap<Long, List<Block>> rounds = new TreeMap<>();
    for (Block block : adopted()) {
      rounds.computeIfAbsent(block.height().value(), height -> new ArrayList<>()).add(block);
    }
    return List.copyOf(rounds.values());
  }
}
