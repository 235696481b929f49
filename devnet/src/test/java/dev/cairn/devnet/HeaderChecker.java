package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.HeaderRules;
import dev.cairn.chainweb.header.ParentHeaders;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import java.util.ArrayList;
import java.util.List;

/** Fetches whole chains over HTTP and checks each block by chainweb's rules, from genesis on. */
final class HeaderChecker {

  private final ChainwebVersion version;
  private final NodeClient client;

  HeaderChecker(Devnet devnet) {
    this(devnet.version(), new NodeClient(devnet));
  }

  HeaderChecker(ChainwebVersion version, NodeClient client) {
    this.version = version;
    this.client = client;
  }

  /** Checks all blocks up to a height. */
  void checkUpTo(long height) {
    List<List<BlockHeader>> chains =
        version.latestGraph().chains().map(chain -> fetch(chain, height)).toList();
    HeaderRules rules = new HeaderRules(version);
    for (List<BlockHeader> chain : chains) {
      assertThat(chain).hasSize((int) height + 1);
      assertThat(rules.checkAlone(chain.get(0))).isEmpty();
      for (int h = 1; h <= height; h++) {
        BlockHeader header = chain.get(h);
        assertThat(rules.check(header, parents(chains, header, h - 1)))
            .as("chain %s height %d", header.chainId(), h)
            .isEmpty();
      }
    }
  }

  private ParentHeaders parents(List<List<BlockHeader>> chains, BlockHeader header, int height) {
    List<BlockHeader> adjacents =
        version.latestGraph().adjacents(header.chainId()).stream()
            .map(chain -> chains.get(chain.value()).get(height))
            .toList();
    return ParentHeaders.of(chains.get(header.chainId().value()).get(height), adjacents);
  }

  private List<BlockHeader> fetch(ChainId chain, long height) {
    List<BlockHeader> headers = new ArrayList<>();
    String next = "";
    while (headers.size() <= height) {
      JsonNode page =
          client.getJson(
              client.path("/chain/" + chain + "/block?limit=100&maxheight=" + height + next));
      for (JsonNode block : page.get("items")) {
        headers.add(check(block));
      }
      next = "&next=" + page.get("next").asText();
    }
    return headers;
  }

  private BlockHeader check(JsonNode block) {
    BlockHeader header = BlockHeader.fromJsonObject(block.get("header"), version.code());
    PayloadWithOutputs payload = PayloadWithOutputs.fromJson(block.get("payloadWithOutputs"));
    assertThat(payload.hasValidHashes()).isTrue();
    assertThat(payload.payloadHash()).isEqualTo(header.payloadHash());
    return header;
  }
}
