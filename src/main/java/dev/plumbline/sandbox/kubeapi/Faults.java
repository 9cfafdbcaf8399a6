package dev.plumbline.sandbox.kubeapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What goes wrong next: each entry answers so many of the next requests that match it, the first entry first. */
public final class Faults {
    private static final class Entry {
        private final String method;
        private final Pattern path;
        private final Fault fault;
        private int left;

        private Entry(int left, String method, Pattern path, Fault fault) {
            this.left = left;
            this.method = method;
            this.path = path;
            this.fault = fault;
        }

        private boolean matches(String asked, String uri) {
            return (method.isEmpty() || method.equals(asked))
                    && path.matcher(uri).find();
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** The method may be empty for any; the path is a regular expression found anywhere in path and query. */
    public synchronized Faults next(int times, String method, String path, Fault fault) {
        entries.add(new Entry(times, method, Pattern.compile(path), fault));
        return this;
    }

    public synchronized void clear() {
        entries.clear();
    }

    synchronized Optional<Fault> take(String method, String uri) {
        Optional<Entry> first =
                entries.stream().filter(entry -> entry.matches(method, uri)).findFirst();
        first.ifPresent(entry -> {
            entry.left--;
            if (entry.left == 0) {
                entries.remove(entry);
            }
        });
        return first.map(entry -> entry.fault);
    }
}
