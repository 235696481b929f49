package dev.cairn.devnet.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where two JSON texts differ: members, their order, types, lengths, values. */
final class JsonDifferences {

  private final Pattern free;
  private final List<String> found = new ArrayList<>();

  private JsonDifferences(Pattern free) {
    this.free = free;
  }

  /**
   * The places that differ.
   *
   * @param free paths, such as {@code .items[0].hash}, whose values belong to a chain: only their
   *     type counts; a path that ends in {@code []} frees the length of an array
   */
  static List<String> between(JsonNode expected, JsonNode actual, Pattern free) {
    JsonDifferences differences = new JsonDifferences(free);
    differences.compare("", expected, actual);
    return differences.found;
  }

  private void compare(String path, JsonNode expected, JsonNode actual) {
    if (expected.getNodeType() != actual.getNodeType()) {
      found.add(path + ": " + brief(expected) + " is " + brief(actual));
    } else if (expected.isObject()) {
      members(path, expected, actual);
    } else if (expected.isArray()) {
      elements(path, expected, actual);
    } else if (!expected.equals(actual) && !free.matcher(path).matches()) {
      found.add(path + ": " + brief(expected) + " is " + brief(actual));
    }
  }

  private void members(String path, JsonNode expected, JsonNode actual) {
    List<String> wanted = names(expected);
    List<String> given = names(actual);
    if (!wanted.equals(given)) {
      found.add(path + ": members " + wanted + " are " + given);
      return;
    }
    wanted.forEach(name -> compare(path + "." + name, expected.get(name), actual.get(name)));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void elements(String path, JsonNode expected, JsonNode actual) {
    if (expected.size() != actual.size() && !free.matcher(path + "[]").matches()) {
      found.add(path + ": " + expected.size() + " elements are " + actual.size());
      return;
    }
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      compare(path + "[" + i + "]", expected.get(i), actual.get(i));
    }
  }

  private static String brief(JsonNode node) {
    String text = node.toString();
    return text.length() > 120 ? text.substring(0, 120) + ".." : text;
  }
}
