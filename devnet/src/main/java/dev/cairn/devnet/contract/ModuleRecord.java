package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.pact.encoding.ValueCbor;
import dev.cairn.pact.encoding.ValueCborReader;
import dev.cairn.pact.module.Bindings;
import dev.cairn.pact.module.Defconst;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A version of a module as it is kept: its code, what its constants came to, and which versions of
 * other modules its names led to. All that loading it again needs; nothing is evaluated or asked
 * twice.
 *
 * @param transaction hash of the transaction that loaded it
 * @param modules for each name of a module the hash of a record
 * @param names for each top-level name the hash of a record and the member in it
 * @param dependencies for each hash of a record the members that its code needs
 */
record ModuleRecord(
    String name,
    String code,
    String transaction,
    String hash,
    PObject constants,
    ObjectNode modules,
    ObjectNode names,
    ObjectNode dependencies,
    long storedBytes) {

  /**
   * The record of a module.
   *
   * @param ids gives the hashes of other modules' records
   */
  static ModuleRecord of(Module module, Function<Module, String> ids) {
    Bindings bindings = module.bindings();
    ObjectNode modules = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(bindings.modules())
        .forEach((name, found) -> modules.put(name.toString(), ids.apply(found)));
    ObjectNode names = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(bindings.names())
        .forEach(
            (name, member) ->
                names.putArray(name).add(ids.apply(member.module())).add(member.name()));
    return new ModuleRecord(
        module.name().toString(),
        module.code(),
        module.transactionHash(),
        module.hash().text(),
        constants(module),
        modules,
        names,
        dependencies(module, ids),
        module.storedBytes());
  }

  private static ObjectNode dependencies(Module module, Function<Module, String> ids) {
    SortedMap<String, SortedSet<String>> byModule = new TreeMap<>();
    for (Definition definition : module.exports().values()) {
      if (definition.module() != module) {
        byModule
            .computeIfAbsent(ids.apply(definition.module()), id -> new TreeSet<>())
            .add(definition.name());
      }
    }
    ObjectNode dependencies = JsonNodeFactory.instance.objectNode();
    byModule.forEach((id, names) -> names.forEach(dependencies.withArray(id)::add));
    return dependencies;
  }

  private static PObject constants(Module module) {
    Map<String, PactValue> values = new HashMap<>();
    for (Definition definition : module.definitions()) {
      if (definition instanceof Defconst constant) {
        values.put(constant.name(), constant.value());
      }
    }
    return PObject.of(values);
  }

  byte[] encode() {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put("name", name).put("code", code).put("transaction", transaction).put("hash", hash);
    kept.put("constants", Base64Url.encode(ValueCbor.row(constants)));
    kept.set("modules", modules);
    kept.set("names", names);
    kept.set("dependencies", dependencies);
    kept.put("storedBytes", storedBytes);
    return kept.toString().getBytes(StandardCharsets.UTF_8);
  }

  static ModuleRecord decode(byte[] encoded) {
    JsonNode kept = JsonShape.parse(encoded).node();
    return new ModuleRecord(
        kept.get("name").textValue(),
        kept.get("code").textValue(),
        kept.get("transaction").textValue(),
        kept.get("hash").textValue(),
        ValueCborReader.row(Base64Url.decode(kept.get("constants").textValue())),
        (ObjectNode) kept.get("modules"),
        (ObjectNode) kept.get("names"),
        (ObjectNode) kept.get("dependencies"),
        kept.get("storedBytes").longValue());
  }

  /** H(record), which takes in the records of all that it is bound to. */
  String id() {
    return Sha512t256.hash(encode()).toString();
  }
}
