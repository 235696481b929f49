package dev.cairn.chainweb.header;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.Uint256;
import java.math.BigInteger;

/** The target that a block must have, given its parents (reference §2.6). */
final class TargetRule {

  private static final BigInteger MODULUS = Uint256.MAX.add(BigInteger.ONE);

  private final ChainwebVersion version;
  private final EpochRule epochs;

  TargetRule(ChainwebVersion version) {
    this.version = version;
    this.epochs = new EpochRule(version);
  }

  /** Whether the rules of this class are all that there was at the child's height. */
  boolean isKnownFor(BlockHeader parent) {
    return EpochRule.isFrom(version.forks().withoutEmergencyFrom(), parent);
  }

  HashTarget target(ParentHeaders parents, BlockTime childTime) {
    BlockHeader parent = parents.parent();
    if (!isKnownFor(parent)) {
      throw new UnsupportedOperationException(
          "The emergency adjustment of targets below height %s of %s is not supported."
              .formatted(version.forks().withoutEmergencyFrom(), version.name()));
    }
    if (!epochs.startsEpoch(parent)) {
      return parent.target();
    }
    return EpochRule.isFrom(version.forks().currentRuleFrom(), parent)
        ? average(parents)
        : legacy(parent, childTime);
  }

  // floor( average of a(x) over the parent and all adjacent parents x )
  private HashTarget average(ParentHeaders parents) {
    BigInteger epochMicros = epochs.epochMicros(parents.parent());
    BigInteger sum =
        parents.all().map(x -> adjusted(x, epochMicros)).reduce(BigInteger.ZERO, BigInteger::add);
    return new HashTarget(sum.divide(BigInteger.valueOf(1 + parents.adjacents().size())));
  }

  // a(x) = ceil( (x.creationTime - x.epochStart) / (window * delay) * x.target ) mod 2^256:
  // nodes cut it to 256 bits before they compare it with the maximum, so it wraps.
  private static BigInteger adjusted(BlockHeader x, BigInteger epochMicros) {
    BigInteger taken = micros(x.epochStart(), x.creationTime());
    return ceilDivide(taken.multiply(x.target().value()), epochMicros).mod(MODULUS);
  }

  // difficulty = ceil( (2^256 - 1) / target * window * delay / delta ); (2^256 - 1) div difficulty
  private HashTarget legacy(BlockHeader parent, BlockTime childTime) {
    BigInteger delta = micros(parent.epochStart(), epochs.epochEnd(parent, childTime));
    BigInteger difficulty =
        ceilDivide(
            Uint256.MAX.multiply(epochs.epochMicros(parent)),
            parent.target().value().multiply(delta));
    return new HashTarget(Uint256.MAX.divide(difficulty));
  }

  private static BigInteger micros(BlockTime from, BlockTime to) {
    return BigInteger.valueOf(to.micros()).subtract(BigInteger.valueOf(from.micros()));
  }

  private static BigInteger ceilDivide(BigInteger dividend, BigInteger divisor) {
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    boolean up = parts[1].signum() != 0 && parts[1].signum() == divisor.signum();
    return up ? parts[0].add(BigInteger.ONE) : parts[0];
  }
}
