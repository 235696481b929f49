package dev.cairn.chainweb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.HeaderSet;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import java.util.List;
import java.util.stream.Stream;

/** Real blocks with their payloads. */
public final class Blocks {

  /** One block. */
  public record Block(BlockHeader header, PayloadWithOutputs payload) {

    /** The place of a transaction in the block; -1 if it is not there. */
    public int indexOf(RequestKey key) {
      List<RequestKey> keys =
          payload.transactions().stream()
              .map(pair -> PactCommand.fromJson(pair.transaction().bytes()).requestKey())
              .toList();
      return keys.indexOf(key);
    }
  }

  private final List<Block> blocks;

  private Blocks(Stream<Block> blocks) {
    this.blocks = blocks.toList();
  }

  /** The 31 recorded blocks of a development network. */
  public static Blocks development() {
    return new Blocks(
        Vectors.items(Vectors.read("node-capture/blocks.json").get("blocks"))
            .map(
                block ->
                    new Block(
                        BlockHeader.decode(block.get("headerJson").textValue()),
                        PayloadWithOutputs.fromJson(
                            Vectors.parsed(block.get("payloadWithOutputsText"))))));
  }

  /** The blocks of mainnet01 around height 1800000 of which the payload is known. */
  public static Blocks mainnet() {
    HeaderSet headers = HeaderSet.mainnet();
    return new Blocks(
        Stream.of("web-mainnet01-1800000.json", "web-mainnet01-1800020.json")
            .flatMap(file -> Vectors.items(Vectors.read(file).get("payloads")))
            .map(entry -> block(headers, entry)));
  }

  /** Transactions with outputs of all whole payloads of the vectors, genesis among them. */
  public static List<TransactionWithOutput> allTransactions() {
    Stream<PayloadWithOutputs> whole =
        Stream.of(
                "payload-genesis-mainnet-chain0.json",
                "payload-genesis-mainnet-chain9.json",
                "payload-genesis-mainnet-chains10to19.json",
                "payload-mainnet01-chain0-1800025.json")
            .map(file -> PayloadWithOutputs.fromJson(Vectors.read(file).get("payload")));
    Stream<PayloadWithOutputs> ofBlocks =
        Stream.of(development(), mainnet())
            .flatMap(blocks -> blocks.all().stream())
            .map(Block::payload);
    return Stream.concat(whole, ofBlocks)
        .flatMap(payload -> payload.transactions().stream())
        .toList();
  }

  public List<Block> all() {
    return blocks;
  }

  public List<Block> withTransactions() {
    return blocks.stream().filter(block -> !block.payload().transactions().isEmpty()).toList();
  }

  public Block at(ChainId chain, long height) {
    return blocks.stream()
        .filter(block -> block.header().chainId().equals(chain))
        .filter(block -> block.header().height().value() == height)
        .findFirst()
        .orElseThrow();
  }

  /** The block that holds a transaction. */
  public Block of(RequestKey key) {
    return blocks.stream().filter(block -> block.indexOf(key) >= 0).findFirst().orElseThrow();
  }

  private static Block block(HeaderSet headers, JsonNode entry) {
    PayloadWithOutputs payload = PayloadWithOutputs.fromJson(entry.get("payload"));
    BlockHeader header =
        headers.all().stream()
            .filter(candidate -> candidate.payloadHash().equals(payload.payloadHash()))
            .findFirst()
            .orElseThrow();
    return new Block(header, payload);
  }
}
