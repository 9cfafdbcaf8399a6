package dev.plumbline.kube.kubeconfig;

import dev.plumbline.job.CancelToken;

/** A kubeconfig user's way to prove who it is. */
public interface Login {
    /** The proof to send now; reads files anew and may run an approved program. */
    LoginProof read(CancelToken cancel);

    /** After the server refused this proof: forgets it, and says whether asking again may give another one. */
    boolean renew(LoginProof refused);
}
