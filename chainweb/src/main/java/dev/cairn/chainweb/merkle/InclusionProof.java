package dev.cairn.chainweb.merkle;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Proof that an item is in a tree, or in a tree whose root is in a tree, and so on (reference
 * §1.5).
 *
 * <p>The root is not part of the proof: {@link #run} computes it, the caller compares it with one
 * that is already trusted. The position plays no role in that; see {@link #positionFitsSides}.
 *
 * @param position of the item in the first, innermost tree
 * @param steps from the item up to the root
 */
public record InclusionProof(long position, List<ProofStep> steps) {

  /**
   * Most steps that are read: four for each of the 20,000 blocks that a node looks back (reference
   * §5.5), and some for the trees of a block.
   */
  public static final int MAX_STEPS = 80_100;

  private static final int HEADER_SIZE = Integer.BYTES + Long.BYTES;

  public InclusionProof {
    steps = List.copyOf(steps);
    if (position < 0) {
      throw new MalformedException("A proof's position is at least 0, not " + position + ".");
    }
    if (steps.size() > MAX_STEPS) {
      throw new MalformedException(
          "A proof has at most " + MAX_STEPS + " steps, not " + steps.size() + ".");
    }
  }

  /** BE32(count) ‖ BE64(position) ‖ (side ‖ sibling)*; the length must be exact. */
  public static InclusionProof decode(byte[] object) {
    if (object.length < HEADER_SIZE) {
      throw new MalformedException(
          "A proof object is at least 12 bytes, not " + object.length + ".");
    }
    ByteBuffer buffer = ByteBuffer.wrap(object);
    int count = buffer.getInt();
    if (count < 0
        || count > MAX_STEPS
        || buffer.capacity() != HEADER_SIZE + ProofStep.SIZE * count) {
      throw new MalformedException(
          "A proof object of %d steps can't have %d bytes.".formatted(count, object.length));
    }
    return new InclusionProof(buffer.getLong(), decodeSteps(buffer, count));
  }

  public static InclusionProof parse(String base64Url) {
    return decode(Base64Url.decode(base64Url));
  }

  public byte[] encode() {
    ByteBuffer buffer = ByteBuffer.allocate(HEADER_SIZE + ProofStep.SIZE * steps.size());
    buffer.putInt(steps.size()).putLong(position);
    for (ProofStep step : steps) {
      buffer.put(step.side().code());
      step.sibling().write(buffer);
    }
    return buffer.array();
  }

  /** The root of the outermost tree, if the subject is where the proof says. */
  public Hash run(MerkleItem subject) {
    Hash current = subject.hash();
    for (ProofStep step : steps) {
      current = step.apply(current);
    }
    return current;
  }

  /** This proof, continued in the tree that holds this tree's root. */
  public InclusionProof nest(InclusionProof outer) {
    return nest(List.of(outer));
  }

  /** This proof, continued in tree after tree, each of which holds the root of the one before. */
  public InclusionProof nest(List<InclusionProof> outers) {
    List<ProofStep> joined = new ArrayList<>(steps);
    outers.forEach(outer -> joined.addAll(outer.steps));
    return new InclusionProof(position, joined);
  }

  /** Whether the position can have this path, taking all steps as one tree. */
  public boolean positionFitsSides() {
    return TreePath.fits(position, steps);
  }

  @Override
  public String toString() {
    return Base64Url.encode(encode());
  }

  private static List<ProofStep> decodeSteps(ByteBuffer buffer, int count) {
    List<ProofStep> steps = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      steps.add(new ProofStep(Side.decode(buffer.get()), Hash.read(buffer)));
    }
    return steps;
  }
}
