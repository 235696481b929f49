/** API keys: made of randomness, told once, kept as hashes, compared in constant time. */
@NullMarked
package dev.cairn.gateway.apikey;

import org.jspecify.annotations.NullMarked;
