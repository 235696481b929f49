package dev.cairn.chainweb.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.JsonFields;
import dev.cairn.chainweb.MalformedException;
import java.util.ArrayList;
import java.util.List;

/** The JSON forms of payloads: every byte string as base64url (reference §4). */
final class PayloadJson {

  private static final String TRANSACTIONS = "transactions";
  private static final String MINER_DATA = "minerData";
  private static final String COINBASE = "coinbase";

  private PayloadJson() {}

  static PayloadData readData(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "payload");
    List<Bytes> transactions = new ArrayList<>();
    fields.array(TRANSACTIONS).forEach(item -> transactions.add(readBytes(item)));
    return new PayloadData(transactions, readBytes(fields.any(MINER_DATA)), readHashes(fields));
  }

  static PayloadWithOutputs readWithOutputs(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "payload with outputs");
    List<TransactionWithOutput> transactions = new ArrayList<>();
    fields.array(TRANSACTIONS).forEach(pair -> transactions.add(readPair(pair)));
    return new PayloadWithOutputs(
        transactions,
        readBytes(fields.any(MINER_DATA)),
        readBytes(fields.any(COINBASE)),
        readHashes(fields));
  }

  static ObjectNode write(PayloadData payload) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ArrayNode transactions = object.putArray(TRANSACTIONS);
    payload.transactions().forEach(transaction -> transactions.add(transaction.base64Url()));
    object.put(MINER_DATA, payload.minerData().base64Url());
    writeHashes(payload.hashes(), object);
    return object;
  }

  static ObjectNode write(PayloadWithOutputs payload) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ArrayNode transactions = object.putArray(TRANSACTIONS);
    for (TransactionWithOutput pair : payload.transactions()) {
      ArrayNode item = transactions.addArray();
      item.add(pair.transaction().base64Url()).add(pair.output().base64Url());
    }
    object.put(MINER_DATA, payload.minerData().base64Url());
    writeHashes(payload.hashes(), object);
    object.put(COINBASE, payload.coinbase().base64Url());
    return object;
  }

  private static TransactionWithOutput readPair(JsonNode pair) {
    if (!pair.isArray() || pair.size() != 2) {
      throw new MalformedException("A transaction with output is an array of two strings.");
    }
    return new TransactionWithOutput(readBytes(pair.get(0)), readBytes(pair.get(1)));
  }

  private static Bytes readBytes(JsonNode text) {
    if (!text.isTextual()) {
      throw new MalformedException("The byte strings of a payload are base64url strings.");
    }
    return Bytes.parse(text.textValue());
  }

  private static PayloadHashes readHashes(JsonFields fields) {
    return new PayloadHashes(
        fields.hash("transactionsHash"), fields.hash("outputsHash"), fields.hash("payloadHash"));
  }

  private static void writeHashes(PayloadHashes hashes, ObjectNode object) {
    object.put("transactionsHash", hashes.transactions().toString());
    object.put("outputsHash", hashes.outputs().toString());
    object.put("payloadHash", hashes.payload().toString());
  }
}
