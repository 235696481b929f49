/**
 * What contracts store, behind one port: tables, modules, keysets, namespaces and defpacts. The
 * implementation here keeps everything in persistent maps, so savepoints and snapshots are free; a
 * chain brings its own, on disk.
 */
@NullMarked
package dev.cairn.pact.db;

import org.jspecify.annotations.NullMarked;
