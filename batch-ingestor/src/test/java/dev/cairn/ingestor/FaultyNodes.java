package dev.cairn.ingestor;

import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.NodeUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Nodes of which one call, by its number, fails: not done, or done and reported as failed. */
final class FaultyNodes {

  private final FakeNetwork network;
  private final int failing;
  private final Variant variant;
  private int calls;

  FaultyNodes(FakeNetwork network, int failing, Variant variant) {
    this.network = network;
    this.failing = failing;
    this.variant = variant;
  }

  ChainwebNodes nodes() {
    return (ChainwebNodes)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {ChainwebNodes.class}, this::invoke);
  }

  /** Calls so far, of those that need a node. */
  int calls() {
    return calls;
  }

  private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean needsNode =
        !method.getName().equals("network") && !method.getName().equals("headUpdates");
    boolean fails = needsNode && ++calls == failing;
    if (fails && variant == Variant.NOT_DONE) {
      throw new NodeUnavailable("call " + calls + " was not done");
    }
    Object answer = call(method, arguments);
    if (fails) {
      throw new NodeUnavailable("call " + calls + " was done, and its answer lost");
    }
    return answer;
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(network, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
