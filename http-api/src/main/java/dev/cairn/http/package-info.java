/**
 * One way to speak HTTP for all rooms: an endpoint is one class with its description as data, an
 * error is an RFC 9457 problem. The OpenAPI document is made from the same descriptions that route
 * the requests, so the two cannot drift apart.
 */
@NullMarked
package dev.cairn.http;

import org.jspecify.annotations.NullMarked;
