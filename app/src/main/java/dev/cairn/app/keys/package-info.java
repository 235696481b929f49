/** Private keys on disk: read in the forms that people have, written for their owner only. */
@NullMarked
package dev.cairn.app.keys;

import org.jspecify.annotations.NullMarked;
