package dev.cairn.devnet.genesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.json.JsonText;
import java.util.List;

/**
 * A transaction of the first block. Nobody signs it and nobody pays.
 *
 * @param nonce its name
 * @param data request data
 */
record GenesisTransaction(String nonce, String code, ObjectNode data) {

  /** The command as the block holds it (reference/pact.md 7.1). */
  PactCommand command() {
    String text =
        "{\"networkId\":null,\"payload\":{\"exec\":{\"data\":"
            + data
            + ",\"code\":"
            + JsonText.quote(code)
            + "}},\"signers\":[],\"meta\":{\"creationTime\":0,\"ttl\":172800,\"gasLimit\":0,"
            + "\"chainId\":\"\",\"gasPrice\":0,\"sender\":\"\"},\"nonce\":"
            + JsonText.quote(nonce)
            + "}";
    return PactCommand.of(Bytes.utf8(text), List.of());
  }
}
