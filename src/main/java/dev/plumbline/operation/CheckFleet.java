package dev.plumbline.operation;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Checks many Databases at once; one that cannot be checked is an answer like the others. */
public final class CheckFleet {
    private final CheckOwnership ownership;
    private final ExecutorService workers;

    /** @param workers as many threads as databases may be asked at once */
    public CheckFleet(CheckOwnership ownership, ExecutorService workers) {
        this.ownership = ownership;
        this.workers = workers;
    }

    /** One Database's answer: its report, or the problem that kept even its resource from being read. */
    public record Answer(ResourceRef ref, Optional<OwnershipReport> report, Optional<Problem> problem) {}

    /** Answers in the order they come; returns them all in the order asked. */
    public List<Answer> check(List<ResourceRef> refs, CancelToken cancel, Progress progress, Consumer<Answer> each) {
        ExecutorCompletionService<Answer> running = new ExecutorCompletionService<>(workers);
        List<Future<Answer>> futures = new ArrayList<>();
        refs.forEach(ref -> futures.add(running.submit(() -> check(ref, cancel))));
        for (int done = 0; done < refs.size(); done++) {
            Answer answer = value(take(running));
            each.accept(answer);
            progress.report("checking " + answer.ref().shown(), done + 1, refs.size());
        }
        return futures.stream().map(CheckFleet::value).toList();
    }

    private Answer check(ResourceRef ref, CancelToken cancel) {
        try {
            return new Answer(ref, Optional.of(ownership.check(ref, cancel, Progress.NONE)), Optional.empty());
        } catch (ProblemException failed) {
            return new Answer(ref, Optional.empty(), Optional.of(failed.problem()));
        }
    }

    private static Future<Answer> take(ExecutorCompletionService<Answer> running) {
        try {
            return running.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private static Answer value(Future<Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException | CancellationException interrupted) {
            throw new Cancelled();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
