package dev.cairn.devnet.store;

/** A piece of contract state as the store keeps it: a name within its chain, and bytes. */
@SuppressWarnings("ArrayRecordComponent") // passes from the writer to the store, never compared
public record Row(byte[] name, byte[] value) {}
