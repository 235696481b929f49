package dev.cairn.pact.keyset;

import dev.cairn.pact.value.Guard;

/**
 * A prefix of module and keyset names.
 *
 * @param user who may put modules into it
 * @param admin who may redefine it
 */
public record Namespace(String name, Guard user, Guard admin) {}
