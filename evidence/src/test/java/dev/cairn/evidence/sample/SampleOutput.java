package dev.cairn.evidence.sample;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchTree;

/** A command result as Pact 5 writes it (chainweb reference §7.4), of a record-batches call. */
public record SampleOutput(
    String requestKey, String status, String module, String moduleHash, String events) {
  public static final String MODULE = "free.cairn-anchor";
  public static final String MODULE_HASH = "MQo82uR0HsBqMUW-QLXs5rp_YPjcYLOUgg6EjErz1q0";
  public static final String SUBMITTER = "cairn-submitter";

  private static final String FEE =
      "{\"params\":[\"sender00\",\"NoMiner\",2.31e-6],\"name\":\"TRANSFER\","
          + "\"module\":{\"namespace\":null,\"name\":\"coin\"},"
          + "\"moduleHash\":\"klFkrLfpyLW-M3xjVPSdqXEMgxPPJibRt_D6qiBws6s\"}";

  /** The output of a success that anchored nothing yet. */
  public static SampleOutput success(String requestKey) {
    return new SampleOutput(requestKey, "success", MODULE, MODULE_HASH, "");
  }

  /** The same with another module, or another version of it, as the source of later events. */
  public SampleOutput from(String otherModule, String otherHash) {
    return new SampleOutput(requestKey, status, otherModule, otherHash, events);
  }

  public SampleOutput withStatus(String other) {
    return new SampleOutput(requestKey, other, module, moduleHash, events);
  }

  /** The same with an ANCHORED event of the batch. */
  public SampleOutput anchoring(BatchId batchId, BatchTree tree) {
    return anchoring(batchId, tree.root().toString(), tree.size());
  }

  public SampleOutput anchoring(BatchId batchId, String root, int treeSize) {
    int dot = module.indexOf('.');
    String event =
        ("{\"params\":[\"%s\",\"%s\",{\"int\":%d},\"SHA512t_256\",\"%s\"],\"name\":\"ANCHORED\","
                + "\"module\":{\"namespace\":\"%s\",\"name\":\"%s\"},\"moduleHash\":\"%s\"},")
            .formatted(
                batchId,
                root,
                treeSize,
                SUBMITTER,
                module.substring(0, dot),
                module.substring(dot + 1),
                moduleHash);
    return new SampleOutput(requestKey, status, module, moduleHash, events + event);
  }

  public String toJson() {
    String result =
        status.equals("success")
            ? "{\"status\":\"success\",\"data\":[]}"
            : "{\"status\":\"failure\",\"error\":{\"callStack\":[],\"type\":\"TxFailure\","
                + "\"message\":\"no\",\"info\":\"\"}}";
    return ("{\"gas\":231,\"result\":%s,\"reqKey\":\"%s\","
            + "\"logs\":\"20HCB5A4Catd0neBbc3UNuT0J6ZYVYlUE0xooiEE1OQ\",\"events\":[%s%s],"
            + "\"metaData\":null,\"continuation\":null,\"txId\":17}")
        .formatted(result, requestKey, events, FEE);
  }
}
