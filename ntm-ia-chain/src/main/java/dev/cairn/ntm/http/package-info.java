/**
 * The chain as others read it over HTTP: its files as they lie on disk, the verdict on it, and what
 * the newest block says. Everything is public and nothing can be changed.
 */
@NullMarked
package dev.cairn.ntm.http;

import org.jspecify.annotations.NullMarked;
