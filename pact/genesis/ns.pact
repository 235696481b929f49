; Namespace policy: `free` and `user` are open to everybody, others belong to whom the operator
; enters into the registry, and each guard may open the principal namespace that is made from it.
(define-keyset "ns-admin-keyset" (read-keyset "ns-admin-keyset"))
(define-keyset "ns-operate-keyset" (read-keyset "ns-genesis-keyset"))

(module ns GOVERNANCE
  @doc "Decides who may open namespaces."

  (defschema reg-entry
    @doc "A row per namespace that is registered; the key is its name."
    admin-guard:guard
    active:bool)

  (deftable registry:{reg-entry})

  (defcap GOVERNANCE ()
    (enforce-keyset "ns-admin-keyset"))

  (defcap OPERATE ()
    @doc "Entering names into the registry."
    (enforce-keyset "ns-operate-keyset"))

  (defconst PRINCIPAL_PREFIX "n_")
  (defconst PRINCIPAL_DIGITS 40
    "Hexadecimal digits of a hash: 160 bits.")

  (defconst GUARD_SUCCESS (create-user-guard (success)))
  (defconst GUARD_FAILURE (create-user-guard (failure)))

  (defun success:bool ()
    @doc "The user guard of open namespaces."
    true)

  (defun failure:bool ()
    @doc "The admin guard of namespaces that nobody may change."
    (enforce false "Disabled"))

  (defun validate-name:bool (name:string)
    @doc "Refuses names that no namespace may have."
    (enforce (!= "" name) "Empty name not allowed")
    (enforce (< (length name) 64) "Name must be less than 64 characters long")
    (enforce (is-charset CHARSET_LATIN1 name) "Name must be in latin1 charset"))

  (defun create-principal-namespace:string (guard:guard)
    @doc "The name of the namespace that belongs to GUARD and to nobody else."
    (+ PRINCIPAL_PREFIX
      (take PRINCIPAL_DIGITS (int-to-str 16 (str-to-int 64 (hash guard))))))

  (defun validate:bool (name:string admin-guard:guard)
    @doc "Called by the node for every new namespace."
    (if (= (create-principal-namespace admin-guard) name)
      (enforce-guard admin-guard)
      (with-default-read registry name
        { "admin-guard": admin-guard, "active": false }
        { "admin-guard" := registered, "active" := active }
        (enforce active "Inactive or unregistered namespace")
        (enforce (= registered admin-guard) "Admin guard must match guard in registry")
        (enforce-guard registered))))

  (defun write-registry:string (name:string guard:guard active:bool)
    @doc "Enters NAME for GUARD, or changes its entry."
    (with-capability (OPERATE)
      (validate-name name)
      (write registry name { "admin-guard": guard, "active": active })
      "Register entry written"))

  (defun query:object{reg-entry} (name:string)
    @doc "The entry of NAME."
    (read registry name))
)

(create-table registry)
(write-registry "kadena" (keyset-ref-guard "ns-operate-keyset") true)
(define-namespace "kadena"
  (keyset-ref-guard "ns-operate-keyset") (keyset-ref-guard "ns-operate-keyset"))
(define-namespace "user" GUARD_SUCCESS GUARD_FAILURE)
(define-namespace "free" GUARD_SUCCESS GUARD_FAILURE)
(define-keyset "ns-operate-keyset" (read-keyset "ns-operate-keyset"))
