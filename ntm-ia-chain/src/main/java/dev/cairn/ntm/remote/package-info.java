/**
 * A chain on a web server that nobody has to trust: it may be slow, endless or lie. Each answer is
 * bounded in bytes and time, and what comes back is verified like files of a directory.
 */
@NullMarked
package dev.cairn.ntm.remote;

import org.jspecify.annotations.NullMarked;
