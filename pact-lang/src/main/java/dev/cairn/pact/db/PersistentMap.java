package dev.cairn.pact.db;

import dev.cairn.pact.value.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from strings, in code point order; putting shares all but one path with the old
 * map. An AVL tree: heights of two siblings differ by at most one.
 */
final class PersistentMap<V> {
  private final @Nullable Node<V> root;

  private PersistentMap(@Nullable Node<V> root) {
    this.root = root;
  }

  static <V> PersistentMap<V> empty() {
    return new PersistentMap<>(null);
  }

  @Nullable V get(String key) {
    Node<V> node = root;
    while (node != null) {
      int side = CodePoints.compare(key, node.key);
      if (side == 0) {
        return node.value;
      }
      node = side < 0 ? node.left : node.right;
    }
    return null;
  }

  PersistentMap<V> with(String key, V value) {
    return new PersistentMap<>(put(root, key, value));
  }

  /** All keys, ascending. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    collect(root, keys);
    return keys;
  }

  /** Visits all entries by ascending key. */
  void forEach(BiConsumer<String, V> visitor) {
    visit(root, visitor);
  }

  private static <V> void visit(@Nullable Node<V> node, BiConsumer<String, V> visitor) {
    if (node != null) {
      visit(node.left, visitor);
      visitor.accept(node.key, node.value);
      visit(node.right, visitor);
    }
  }

  private static <V> void collect(@Nullable Node<V> node, List<String> keys) {
    if (node != null) {
      collect(node.left, keys);
      keys.add(node.key);
      collect(node.right, keys);
    }
  }

  private static <V> Node<V> put(@Nullable Node<V> node, String key, V value) {
    if (node == null) {
      return new Node<>(null, key, value, null);
    }
    int side = CodePoints.compare(key, node.key);
    if (side == 0) {
      return new Node<>(node.left, key, value, node.right);
    }
    return side < 0
        ? balanced(put(node.left, key, value), node, node.right)
        : balanced(node.left, node, put(node.right, key, value));
  }

  private static <V> Node<V> balanced(
      @Nullable Node<V> left, Node<V> middle, @Nullable Node<V> right) {
    int lean = Node.height(left) - Node.height(right);
    if (left != null && lean > 1) {
      return leftHeavy(left, middle, right);
    }
    if (right != null && lean < -1) {
      return rightHeavy(left, middle, right);
    }
    return middle.between(left, right);
  }

  private static <V> Node<V> leftHeavy(Node<V> left, Node<V> middle, @Nullable Node<V> right) {
    Node<V> inner = left.right;
    if (inner == null || Node.height(left.left) >= inner.height) {
      return left.between(left.left, middle.between(inner, right));
    }
    return inner.between(left.between(left.left, inner.left), middle.between(inner.right, right));
  }

  private static <V> Node<V> rightHeavy(@Nullable Node<V> left, Node<V> middle, Node<V> right) {
    Node<V> inner = right.left;
    if (inner == null || Node.height(right.right) >= inner.height) {
      return right.between(middle.between(left, inner), right.right);
    }
    return inner.between(middle.between(left, inner.left), right.between(inner.right, right.right));
  }

  private static final class Node<V> {
    private final @Nullable Node<V> left;
    private final String key;
    private final V value;
    private final @Nullable Node<V> right;
    private final int height;

    private Node(@Nullable Node<V> left, String key, V value, @Nullable Node<V> right) {
      this.left = left;
      this.key = key;
      this.value = value;
      this.right = right;
      this.height = 1 + Math.max(height(left), height(right));
    }

    private static int height(@Nullable Node<?> node) {
      return node == null ? 0 : node.height;
    }

    private Node<V> between(@Nullable Node<V> newLeft, @Nullable Node<V> newRight) {
      return new Node<>(newLeft, key, value, newRight);
    }
  }
}
