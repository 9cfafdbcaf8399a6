package dev.plumbline.kube.kubeconfig;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A login by a program of the kubeconfig. The program is started only when its hash is approved, asked anew before every run; its answer is kept
 * until it expires or the server refuses it.
 */
public final class ExecLogin implements Login {
    private static final Duration EARLY = Duration.ofSeconds(10);
    private static final int SHOWN_ERROR = 2000;
    private final ExecPlugin plugin;
    private final String question;
    private final Predicate<String> approved;
    private final Clock clock;
    private final Duration patience;
    private final ReentrantLock running = new ReentrantLock();
    private volatile @Nullable LoginProof known;

    public ExecLogin(
            ExecPlugin plugin,
            ClusterEntry cluster,
            ServerUrl server,
            Predicate<String> approved,
            Clock clock,
            Duration patience) {
        this.plugin = plugin;
        this.question = ExecCredential.question(plugin, cluster, server);
        this.approved = approved;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public LoginProof read(CancelToken cancel) {
        lock(cancel);
        try {
            LoginProof proof = known;
            if (proof == null || isOver(proof)) {
                requireApproval(plugin, approved);
                proof = run(cancel);
                known = proof;
            }
            return proof;
        } finally {
            running.unlock();
        }
    }

    @Override
    public boolean renew(LoginProof refused) {
        if (refused.equals(known)) {
            known = null;
        }
        return true;
    }

    /** @throws ProblemException that shows the command and its hash when nobody approved it */
    public static void requireApproval(ExecPlugin plugin, Predicate<String> approved) {
        if (!approved.test(plugin.hash())) {
            throw new ProblemException(new Problem(
                    Problem.Kind.FORBIDDEN,
                    "KUBE-EXEC-APPROVAL",
                    "log in with the program of the kubeconfig",
                    plugin.shown(),
                    "it has not been run, because nobody has approved this command.",
                    "If you trust it, approve it by its SHA-256 " + plugin.hash()
                            + "; the approval holds for exactly this command, its arguments and its environment."));
        }
    }

    private LoginProof run(CancelToken cancel) {
        ExecRun.End end;
        try {
            end = ExecRun.run(plugin, question, patience, cancel);
        } catch (IOException missing) {
            throw problem("it could not be started (" + missing.getMessage() + ").", hint(), missing);
        }
        if (end.exit() < 0) {
            throw problem(
                    "it did not end within " + patience.toSeconds() + " s and was stopped." + said(end), "", null);
        }
        if (end.exit() != 0) {
            throw problem("it ended with exit code " + end.exit() + "." + said(end), hint(), null);
        }
        try {
            return ExecCredential.answer(plugin, end.output());
        } catch (ExecCredential.MalformedCredential malformed) {
            throw problem("its output " + malformed.getMessage() + "." + said(end), "", malformed);
        }
    }

    private ProblemException problem(String answer, String next, @Nullable Throwable cause) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.AUTHENTICATION,
                        "KUBE-EXEC",
                        "log in with the program of the kubeconfig",
                        plugin.shown(),
                        answer,
                        next.isEmpty() ? "Run it in a terminal to see what it needs." : next),
                cause);
    }

    private String hint() {
        return Visible.text(plugin.installHint().strip());
    }

    private static String said(ExecRun.End end) {
        String error = Visible.text(end.error().strip().replaceAll("\\R", " "));
        return error.isEmpty() ? "" : " It said: " + error.substring(0, Math.min(error.length(), SHOWN_ERROR));
    }

    private boolean isOver(LoginProof proof) {
        Instant expires = proof.expires();
        return expires != null && !clock.instant().plus(EARLY).isBefore(expires);
    }

    private void lock(CancelToken cancel) {
        try {
            do {
                cancel.check();
            } while (!running.tryLock(50, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }
}
