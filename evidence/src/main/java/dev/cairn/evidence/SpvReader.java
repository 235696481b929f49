package dev.cairn.evidence;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.json.CanonicalReader;

/**
 * Reads the SPV proof inside evidence: a node's proof object (chainweb reference §5.1) in the
 * member order of a 2.32 node, of an output, from a block to itself.
 */
final class SpvReader {
  /** Outputs tree (16), payload tree (1) and header tree (4) need 21 steps of 33 bytes. */
  private static final int MAX_OBJECT_CHARS = 1024;

  /** Outputs with 64 anchored batches have some 25 kB; this is twenty times that. */
  private static final int MAX_SUBJECT_CHARS = 512 * 1024;

  private static final int MAX_NAME_CHARS = 64;

  private SpvReader() {}

  static SpvProof read(CanonicalReader json) {
    json.expect('{');
    json.member("chain");
    ChainId chain = new ChainId(json.number(Integer.MAX_VALUE));
    json.nextMember("object");
    InclusionProof object = InclusionProof.parse(json.text(MAX_OBJECT_CHARS));
    json.nextMember("subject");
    json.expect('{');
    json.member("input");
    MerkleItem subject = MerkleItem.input(Base64Url.decode(json.text(MAX_SUBJECT_CHARS)));
    json.expect('}');
    json.nextMember("algorithm");
    if (!json.text(MAX_NAME_CHARS).equals(BatchTree.ALGORITHM)) {
      throw new MalformedException("The proof's hash is " + BatchTree.ALGORITHM + ".");
    }
    json.expect('}');
    return new SpvProof(chain, object, subject);
  }
}
