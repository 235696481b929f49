package dev.cairn.ntm.store;

/** The steps by which a block is published, in this order. Each is one call to the file system. */
public enum PublishStep {
  WRITE_BLOCK,
  NAME_BLOCK,
  REMOVE_BLOCK_TEMPORARY,
  FORCE_BLOCKS,
  WRITE_LAST_HASH,
  REPLACE_LAST_HASH,
  FORCE_ROOT
}
