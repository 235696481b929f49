package dev.cairn.chainweb.header;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.Vectors;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Real headers by hash; the trusted set of the tests. */
public final class HeaderSet {

  private final Map<Hash, BlockHeader> byHash = new LinkedHashMap<>();

  private HeaderSet(Stream<String> binaries) {
    binaries.map(BlockHeader::decode).forEach(header -> byHash.put(header.hash(), header));
  }

  /** All 575 headers of mainnet01 around height 1800000, orphans among them. */
  public static HeaderSet mainnet() {
    return new HeaderSet(
        Stream.of("web-mainnet01-1800000.json", "web-mainnet01-1800020.json")
            .flatMap(file -> Vectors.items(Vectors.read(file).get("headers")))
            .map(entry -> entry.get("binary").textValue()));
  }

  /** All 780 headers of a development network, from genesis to height 38. */
  public static HeaderSet development() {
    return new HeaderSet(
        Vectors.items(Vectors.read("node-capture/headers-web.json").get("chains"))
            .flatMap(chain -> Vectors.items(chain.get("headers")))
            .map(header -> header.textValue()));
  }

  public Collection<BlockHeader> all() {
    return byHash.values();
  }

  public BlockHeader get(Hash hash) {
    return find(hash).orElseThrow();
  }

  public Optional<BlockHeader> find(Hash hash) {
    return Optional.ofNullable(byHash.get(hash));
  }

  /** The parents of a header, if the set has all of them. */
  public Optional<ParentHeaders> parentsOf(BlockHeader header) {
    Map<ChainId, BlockHeader> adjacents = new TreeMap<>();
    header.adjacents().forEach((chain, hash) -> find(hash).ifPresent(x -> adjacents.put(chain, x)));
    return find(header.parent())
        .filter(parent -> adjacents.size() == header.adjacents().size())
        .map(parent -> new ParentHeaders(parent, new TreeMap<>(adjacents)));
  }
}
