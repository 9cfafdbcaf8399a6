package dev.plumbline.sandbox.kubeapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The latest changes of one kind and who hears of new ones. Older changes are forgotten: a watch from before them is told to list again. */
final class History {
    private static final int KEPT = 2000;
    private final Deque<Change> changes = new ArrayDeque<>();
    private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();
    private long forgotten;

    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    void add(Change change) {
        changes.addLast(change);
        if (changes.size() > KEPT) {
            forgotten = changes.removeFirst().version();
        }
        watchers.forEach(watcher -> watcher.accept(change));
    }

    List<Change> since(long version) {
        if (version < forgotten) {
            throw ApiFailure.expired("too old resource version: " + version + " (" + forgotten + ")");
        }
        return changes.stream().filter(change -> change.version() > version).toList();
    }

    Subscription subscribe(Consumer<Change> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
