/**
 * The bytes that PHP 8.2 writes: {@code json_decode}, {@code json_encode} and {@code round}, digit
 * for digit. A block's signature is over such bytes, so nothing here leans on a JSON library.
 */
@NullMarked
package dev.cairn.ntm.canonical;

import org.jspecify.annotations.NullMarked;
