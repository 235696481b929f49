package dev.cairn.chainweb.payload;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The binary forms of payloads: counts and lengths are BE64 (reference §4). */
final class PayloadCodec {

  private static final int HASHES_SIZE = 3 * Hash.SIZE;

  private PayloadCodec() {}

  // count ‖ (length ‖ transaction)* ‖ length ‖ miner data ‖ hashes
  static PayloadData decodeData(byte[] bytes) {
    return decode(
        bytes,
        source ->
            new PayloadData(
                readList(source, PayloadCodec::readBytes), readBytes(source), readHashes(source)));
  }

  // count ‖ (length ‖ transaction ‖ length ‖ output)* ‖ length ‖ miner data ‖ length ‖ coinbase ‖
  // hashes
  static PayloadWithOutputs decodeWithOutputs(byte[] bytes) {
    return decode(
        bytes,
        source ->
            new PayloadWithOutputs(
                readList(source, PayloadCodec::readPair),
                readBytes(source),
                readBytes(source),
                readHashes(source)));
  }

  static byte[] encode(PayloadData payload) {
    List<Bytes> parts = new ArrayList<>(payload.transactions());
    parts.add(payload.minerData());
    return encode(payload.transactions().size(), parts, payload.hashes());
  }

  static byte[] encode(PayloadWithOutputs payload) {
    List<Bytes> parts = new ArrayList<>();
    for (TransactionWithOutput pair : payload.transactions()) {
      parts.add(pair.transaction());
      parts.add(pair.output());
    }
    parts.add(payload.minerData());
    parts.add(payload.coinbase());
    return encode(payload.transactions().size(), parts, payload.hashes());
  }

  private static byte[] encode(int count, List<Bytes> parts, PayloadHashes hashes) {
    int size = Long.BYTES + HASHES_SIZE;
    for (Bytes part : parts) {
      size += Long.BYTES + part.size();
    }
    ByteBuffer target = ByteBuffer.allocate(size).putLong(count);
    for (Bytes part : parts) {
      target.putLong(part.size());
      part.write(target);
    }
    hashes.payload().write(target);
    hashes.transactions().write(target);
    hashes.outputs().write(target);
    return target.array();
  }

  private static <T> T decode(byte[] bytes, Function<ByteBuffer, T> read) {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    try {
      T payload = read.apply(source);
      if (source.hasRemaining()) {
        throw new MalformedException(
            "A payload ends " + source.remaining() + " bytes before these bytes do.");
      }
      return payload;
    } catch (BufferUnderflowException e) {
      throw new MalformedException("The payload is cut short.", e);
    }
  }

  private static <T> List<T> readList(ByteBuffer source, Function<ByteBuffer, T> read) {
    List<T> items = new ArrayList<>();
    for (int left = readSize(source); left > 0; left--) {
      items.add(read.apply(source));
    }
    return items;
  }

  private static TransactionWithOutput readPair(ByteBuffer source) {
    return new TransactionWithOutput(readBytes(source), readBytes(source));
  }

  private static Bytes readBytes(ByteBuffer source) {
    byte[] bytes = new byte[readSize(source)];
    source.get(bytes);
    return Bytes.of(bytes);
  }

  // No count or length is larger than what is left, which bounds every allocation.
  private static int readSize(ByteBuffer source) {
    long size = source.getLong();
    if (size < 0 || size > source.remaining()) {
      throw new MalformedException("The payload is cut short: a size of " + size + " is ahead.");
    }
    return (int) size;
  }

  private static PayloadHashes readHashes(ByteBuffer source) {
    Hash payload = Hash.read(source);
    Hash transactions = Hash.read(source);
    return new PayloadHashes(transactions, Hash.read(source), payload);
  }
}
