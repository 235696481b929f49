package dev.cairn.evidence.json;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import java.util.ArrayList;
import java.util.List;

/** A list of hashes as a JSON array of base64url texts. */
public final class HashArray {
  /** 32 bytes in base64url. */
  public static final int HASH_CHARS = 43;

  private HashArray() {}

  public static void write(StringBuilder json, List<Hash> hashes) {
    json.append('[');
    String separator = "";
    for (Hash hash : hashes) {
      json.append(separator).append('"').append(hash).append('"');
      separator = ",";
    }
    json.append(']');
  }

  /** Reads at most that many hashes. */
  public static List<Hash> read(CanonicalReader reader, int max) {
    List<Hash> hashes = new ArrayList<>();
    reader.expect('[');
    while (!reader.isNext(']')) {
      if (!hashes.isEmpty()) {
        reader.expect(',');
      }
      if (hashes.size() == max) {
        throw new MalformedException("There are more than %d hashes.".formatted(max));
      }
      hashes.add(Hash.parse(reader.text(HASH_CHARS)));
    }
    reader.expect(']');
    return hashes;
  }
}
