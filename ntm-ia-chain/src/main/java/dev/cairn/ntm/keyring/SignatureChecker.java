package dev.cairn.ntm.keyring;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks signatures for one thread. It keeps a prepared object of the provider for each key: to
 * look the algorithm up and translate the key costs as much as the check. Only keys of a keyring
 * come here, so they are few.
 */
public final class SignatureChecker {

  private final SignatureScheme scheme;
  private final Map<RsaPublicKey, Signature> prepared = new HashMap<>();

  SignatureChecker(SignatureScheme scheme) {
    this.scheme = scheme;
  }

  public boolean check(RsaPublicKey key, byte[] message, byte[] signature) {
    try {
      Signature checker = prepared(key);
      checker.update(message);
      return checker.verify(signature);
    } catch (SignatureException malformed) {
      prepared.remove(key); // what a provider keeps after an exception is not said anywhere
      return false;
    } catch (GeneralSecurityException e) {
      throw new KeyRejected("The public key can't check signatures. " + e.getMessage(), e);
    }
  }

  private Signature prepared(RsaPublicKey key) throws GeneralSecurityException {
    Signature known = prepared.get(key);
    if (known != null) {
      return known; // after a check it is as initVerify left it
    }
    Signature made = scheme.newSignature();
    made.initVerify(key.key());
    prepared.put(key, made);
    return made;
  }
}
