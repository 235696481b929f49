/**
 * The keys that may sign: which public key stands for a {@code key_id}, and for which blocks. A key
 * is trusted because the keyring names it, never because a block or its server does.
 */
@NullMarked
package dev.cairn.ntm.keyring;

import org.jspecify.annotations.NullMarked;
