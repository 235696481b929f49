; Namespace policy of an embedded network: `free` and `user` are open to everybody, the root is
; closed once the genesis block is made, and nobody opens further namespaces.
(module ns GOVERNANCE
  @doc "Decides who may open namespaces."

  (defcap GOVERNANCE ()
    (enforce false "The namespace policy of an embedded network is fixed by its genesis."))

  (defun success:bool ()
    @doc "The user guard of open namespaces."
    true)

  (defun failure:bool ()
    @doc "The admin guard of namespaces that nobody may change."
    (enforce false "Disabled"))

  (defun validate:bool (name:string admin-guard:guard)
    @doc "Called by the node for every new namespace."
    (enforce false "Inactive or unregistered namespace"))
)

(define-namespace "free" (create-user-guard (success)) (create-user-guard (failure)))
(define-namespace "user" (create-user-guard (success)) (create-user-guard (failure)))
