package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockIndex;
import java.util.Optional;

/**
 * One check that failed.
 *
 * @param block empty for the chain as a whole
 * @param detail a whole sentence in printable ASCII
 */
public record Failure(Optional<BlockIndex> block, Check check, String detail) {}
