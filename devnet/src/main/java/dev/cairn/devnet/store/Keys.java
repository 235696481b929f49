package dev.cairn.devnet.store;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The layout of all keys: one byte for the kind, four for the chain, then what names the entry. */
final class Keys {

  private static final int CHAIN_PREFIX_BYTES = 1 + Integer.BYTES;

  /** What the store belongs to and how far it is; the key is the kind alone. */
  private static final byte NETWORK = 'n';

  private static final byte PROGRESS = 'l';

  private Keys() {}

  /** Which network the store holds. */
  static byte[] network() {
    return new byte[] {NETWORK};
  }

  /** How far each chain is. */
  static byte[] progress() {
    return new byte[] {PROGRESS};
  }

  // 'h' ‖ BE32(chain) ‖ BE64(height): hash of the block of the winning branch
  static byte[] branch(ChainId chain, BlockHeight height) {
    return of('h', chain, Long.BYTES).putLong(height.value()).array();
  }

  // 'b' ‖ BE32(chain) ‖ block hash: header
  static byte[] header(ChainId chain, Hash hash) {
    return of('b', chain, hash);
  }

  // 'p' ‖ BE32(chain) ‖ payload hash: BE64(height) ‖ payload with outputs
  static byte[] payload(ChainId chain, Hash hash) {
    return of('p', chain, hash);
  }

  // 'c' ‖ BE32(chain) ‖ BE64(height) ‖ block hash: nothing; a block that is or was not the winner
  static byte[] competitor(ChainId chain, BlockHeight height, Hash hash) {
    byte[] bytes = hash.bytes();
    return of('c', chain, Long.BYTES + bytes.length).putLong(height.value()).put(bytes).array();
  }

  /** All blocks of a height that are or were not the winner. */
  static byte[] competitors(ChainId chain, BlockHeight height) {
    return of('c', chain, Long.BYTES).putLong(height.value()).array();
  }

  /** The block that a competitor's key names. */
  static Hash competitor(byte[] key) {
    return Hash.of(Arrays.copyOfRange(key, CHAIN_PREFIX_BYTES + Long.BYTES, key.length));
  }

  // 's' ‖ BE32(chain) ‖ block hash: what is needed to go on after the block
  static byte[] state(ChainId chain, Hash hash) {
    return of('s', chain, hash);
  }

  // 't' ‖ BE32(chain) ‖ request key: block hash ‖ BE64(height) ‖ BE32(index)
  static byte[] transaction(ChainId chain, Hash requestKey) {
    return of('t', chain, requestKey);
  }

  // 'r' ‖ BE32(chain) ‖ row name: newest version of a row
  static byte[] row(ChainId chain, byte[] name) {
    return of('r', chain, name.length).put(name).array();
  }

  // 'v' ‖ BE32(chain) ‖ BE64(number) ‖ row name: a version that was replaced
  static byte[] replaced(ChainId chain, long number, byte[] name) {
    return of('v', chain, Long.BYTES + name.length).putLong(number).put(name).array();
  }

  // 'u' ‖ BE32(chain) ‖ BE64(number): which rows a block wrote
  static byte[] written(ChainId chain, long number) {
    return of('u', chain, Long.BYTES).putLong(number).array();
  }

  /** The part of a row's key that names it within its chain. */
  static byte[] rowName(byte[] key) {
    return Arrays.copyOfRange(key, CHAIN_PREFIX_BYTES, key.length);
  }

  static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static byte[] of(char kind, ChainId chain, Hash name) {
    byte[] bytes = name.bytes();
    return of(kind, chain, bytes.length).put(bytes).array();
  }

  private static ByteBuffer of(char kind, ChainId chain, int rest) {
    return ByteBuffer.allocate(CHAIN_PREFIX_BYTES + rest).put((byte) kind).putInt(chain.value());
  }
}
