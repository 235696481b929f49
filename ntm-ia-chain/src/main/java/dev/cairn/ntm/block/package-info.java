/**
 * One block as it stands in its file: index, hash, timestamp and the table of fields. What is
 * declared here says nothing about whether the block is good; package {@code verify} does.
 */
@NullMarked
package dev.cairn.ntm.block;

import org.jspecify.annotations.NullMarked;
