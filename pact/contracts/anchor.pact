; Anchors Merkle batches: one row per batch, one ANCHORED event per recording.
;
; Request data at deployment:
;   namespace   text; the namespace the module goes into ("free" on public networks)
;   governance  keyset; who may upgrade the module and admit submitters
;   upgrade     bool; false on the first deployment (creates the tables), true afterwards
(namespace (read-string "namespace"))

(define-keyset (+ (read-string "namespace") ".cairn-governance") (read-keyset "governance"))

(module cairn-anchor GOVERNANCE
  @doc "Registers submitters and records the Merkle roots of their batches. A batch id \
       \has one root for good: recording the same claim again repeats its event and \
       \changes nothing, so that a submitter that lost track may simply send again; \
       \another claim under a known batch id is refused."

  ; A constant, not a call at run time: the name is fixed by the request data of the deployment.
  (defconst GOVERNANCE_KEYSET:string (+ (read-string "namespace") ".cairn-governance"))

  (defconst ALGORITHMS:[string] ["SHA512t_256"]
    "Names of the hash functions a root may be made with.")

  (defconst BATCH_ID_LENGTH:integer 36
    "Characters of a UUID in its canonical text form.")

  (defconst ROOT_LENGTH:integer 43
    "Characters of 32 bytes in base64url without padding.")

  (defconst MAX_CLAIMS:integer 64
    "Claims in one transaction: keeps its output, which every evidence carries, small.")

  (defschema submitter
    @doc "Who may record batches."
    guard:guard
    active:bool)

  (defschema batch
    @doc "What is known of an anchored batch, and in which block it was first recorded."
    root:string
    tree-size:integer
    algorithm:string
    submitter:string
    recorded-height:integer
    recorded-time:time)

  (defschema claim
    @doc "What a submitter states about a batch."
    batch-id:string
    root:string
    tree-size:integer
    algorithm:string)

  (deftable submitters:{submitter})
  (deftable batches:{batch})

  (defcap GOVERNANCE ()
    @doc "Upgrades the module and admits submitters."
    (enforce-keyset GOVERNANCE_KEYSET))

  (defcap SUBMIT (submitter:string)
    @doc "Held while a submitter records batches; the only capability its signature needs beside gas."
    (with-read submitters submitter { "guard" := submitter-guard, "active" := active }
      (enforce active (format "Submitter {} is suspended." [submitter]))
      (enforce-guard submitter-guard)))

  (defcap ANCHORED
    ( batch-id:string
      root:string
      tree-size:integer
      algorithm:string
      submitter:string )
    @doc "Everything that evidence needs to know about the anchored batch."
    @event
    true)

  (defcap SUBMITTER_CHANGED (submitter:string active:bool)
    @doc "A submitter was admitted, suspended or given another guard."
    @event
    true)

  ; ---- submitters

  (defun register-submitter:string (submitter:string submitter-guard:guard)
    @doc "Admits SUBMITTER, who from now on is whoever satisfies SUBMITTER-GUARD."
    (enforce (!= "" submitter) "A submitter needs a name.")
    (with-capability (GOVERNANCE)
      (insert submitters submitter { "guard": submitter-guard, "active": true })
      (emit-event (SUBMITTER_CHANGED submitter true)))
    submitter)

  (defun rotate-submitter:string (submitter:string submitter-guard:guard)
    @doc "Gives SUBMITTER another guard; batches recorded before keep their submitter."
    (with-capability (GOVERNANCE)
      (update submitters submitter { "guard": submitter-guard })
      (with-read submitters submitter { "active" := active }
        (emit-event (SUBMITTER_CHANGED submitter active))))
    submitter)

  (defun set-submitter-active:string (submitter:string active:bool)
    @doc "Suspends SUBMITTER or lets it go on."
    (with-capability (GOVERNANCE)
      (update submitters submitter { "active": active })
      (emit-event (SUBMITTER_CHANGED submitter active)))
    submitter)

  (defun get-submitter:object{submitter} (submitter:string)
    @doc "The guard and state of SUBMITTER; fails when it is not registered."
    (read submitters submitter))

  ; ---- batches

  (defun record-batch:string
    ( submitter:string
      batch-id:string
      root:string
      tree-size:integer
      algorithm:string )
    @doc "Records one batch and gives back its id."
    (with-capability (SUBMIT submitter)
      (record submitter
        { "batch-id": batch-id, "root": root, "tree-size": tree-size, "algorithm": algorithm })))

  (defun record-batches:[string] (submitter:string claims:[object{claim}])
    @doc "Records all CLAIMS in one transaction, or none, and gives back their batch ids."
    (enforce (< 0 (length claims)) "There is no claim to record.")
    (enforce (<= (length claims) MAX_CLAIMS)
      (format "At most {} claims go into one transaction." [MAX_CLAIMS]))
    (with-capability (SUBMIT submitter)
      (map (record submitter) claims)))

  (defun record:string (submitter:string new:object{claim})
    (require-capability (SUBMIT submitter))
    (enforce-claim new)
    (bind new
      { "batch-id" := batch-id
      , "root" := root
      , "tree-size" := tree-size
      , "algorithm" := algorithm }
      (with-default-read batches batch-id
        { "root": "", "tree-size": 0, "algorithm": "", "submitter": "" }
        { "root" := known-root
        , "tree-size" := known-size
        , "algorithm" := known-algorithm
        , "submitter" := known-submitter }
        (if (= known-root "")
          (insert batches batch-id
            { "root": root
            , "tree-size": tree-size
            , "algorithm": algorithm
            , "submitter": submitter
            , "recorded-height": (at "block-height" (chain-data))
            , "recorded-time": (at "block-time" (chain-data)) })
          (enforce
            (= [known-root known-size known-algorithm known-submitter]
               [root tree-size algorithm submitter])
            (format "Batch {} is anchored already with another claim." [batch-id])))
        (emit-event (ANCHORED batch-id root tree-size algorithm submitter))))
    (at "batch-id" new))

  (defun enforce-claim:bool (new:object{claim})
    @doc "Refuses a claim whose parts cannot be what they are named."
    (enforce (= BATCH_ID_LENGTH (length (at "batch-id" new)))
      (format "A batch id has {} characters." [BATCH_ID_LENGTH]))
    (enforce (= ROOT_LENGTH (length (at "root" new)))
      (format "A root has {} characters." [ROOT_LENGTH]))
    (enforce (< 0 (at "tree-size" new)) "A batch has at least one leaf.")
    (enforce (contains (at "algorithm" new) ALGORITHMS)
      (format "The algorithm is one of {}." [ALGORITHMS])))

  (defun get-batch:object{batch} (batch-id:string)
    @doc "The recorded claim of BATCH-ID and its first block; fails when it is not anchored."
    (read batches batch-id))

  (defun is-anchored:bool (batch-id:string root:string)
    @doc "True when BATCH-ID is anchored under ROOT; for contracts that settle on a batch."
    (with-default-read batches batch-id { "root": "" } { "root" := known-root }
      (and (!= known-root "") (= known-root root))))
)

(if (read-msg "upgrade")
  ["Module upgraded, tables kept"]
  [(create-table submitters) (create-table batches)])
