package dev.plumbline.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Works through cases that know nothing of each other on as many threads as there are lanes. A lane is what one case at a time needs for itself, such as a folder or a scratch
 * server.
 */
public final class Lanes {
    /** Two, since that is how many processors the smallest machine of the tests has. */
    public static final List<Integer> NUMBERS = List.of(0, 1);

    /** What is done with one case. */
    public interface Work<L, T, R> {
        R of(L lane, T one) throws Exception;
    }

    private Lanes() {}

    /**
     * The results in the order of the cases.
     *
     * @throws AssertionError names the first case, in their order, that failed
     */
    public static <L, T, R> List<R> each(List<L> lanes, List<T> cases, Work<L, T, R> work) throws InterruptedException {
        BlockingQueue<L> free = new LinkedBlockingQueue<>(lanes);
        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        try {
            List<Future<R>> begun = new ArrayList<>();
            for (T one : cases) {
                begun.add(threads.submit(() -> {
                    L lane = free.remove();
                    try {
                        return work.of(lane, one);
                    } finally {
                        free.add(lane);
                    }
                }));
            }
            List<R> results = new ArrayList<>();
            for (int number = 0; number < cases.size(); number++) {
                results.add(result(begun.get(number), cases.get(number)));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> R result(Future<R> begun, Object one) throws InterruptedException {
        try {
            return begun.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("case " + one + ": " + failure.getCause(), failure.getCause());
        }
    }
}
