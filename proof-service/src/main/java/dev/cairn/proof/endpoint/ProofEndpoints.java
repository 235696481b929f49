package dev.cairn.proof.endpoint;

import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.http.Endpoint;
import dev.cairn.proof.assembly.EvidenceAssembly;
import dev.cairn.proof.join.CatchUp;
import dev.cairn.proof.store.ProofStore;
import dev.cairn.proof.trust.InstanceTrust;
import dev.cairn.proof.wait.Waiters;
import java.util.List;

/** The list of this service's endpoints, in the order of the API's documentation. */
public final class ProofEndpoints {
  private ProofEndpoints() {}

  public static List<Endpoint> list(
      ProofStore store,
      CatchUp catchUp,
      Waiters waiters,
      EvidenceAssembly assembly,
      EvidenceVerifier verifier,
      InstanceTrust trust) {
    Lookup lookup = new Lookup(store, catchUp, new Patience(waiters));
    GetProof proof = new GetProof(lookup, assembly);
    return List.of(
        new GetBatch(lookup),
        proof,
        new GetEvidence(lookup, assembly),
        new PostProofVerify(verifier, trust),
        new GetCatalog(lookup, store),
        new GetAuditProof(proof),
        new GetTrust(lookup, trust, store.pins()));
  }
}
