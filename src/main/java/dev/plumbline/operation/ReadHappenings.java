package dev.plumbline.operation;

import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.ResourceRef;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is known to have happened in a span of time: runs from this machine, and the events of a resource as long as its cluster keeps them. Changes nothing. */
public final class ReadHappenings {
    private static final int RUNS = 500;

    private final Supplier<KubeContexts> contexts;
    private final ReadJournal journal;

    public ReadHappenings(Supplier<KubeContexts> contexts, ReadJournal journal) {
        this.contexts = contexts;
        this.journal = journal;
    }

    /** {@code words} are as they were recorded, not safe to show. */
    public record Happening(Instant at, Kind kind, String words) {
        public enum Kind {
            RUN,
            EVENT
        }
    }

    /** The oldest first; {@code unread} says what could not be read, empty when all could. */
    public record Happenings(List<Happening> all, String unread) {
        public Happenings {
            all = List.copyOf(all);
        }
    }

    /** @param resource whose events are looked for; without it runs alone are told */
    public Happenings between(Instant from, Instant to, Optional<ResourceRef> resource, CancelToken cancel) {
        List<Happening> all = new ArrayList<>();
        for (HistoryRun run : journal.list(RUNS)) {
            all.add(new Happening(
                    run.begunAt(),
                    Happening.Kind.RUN,
                    run.target() + " · " + run.statements() + (run.statements() == 1 ? " statement" : " statements")
                            + " · " + (run.finished() ? run.outcome() : "unfinished") + " · by " + run.by()));
        }
        String unread = "";
        if (resource.isPresent()) {
            try {
                contexts.get()
                        .open(resource.get().context())
                        .stoppedBy(cancel)
                        .readEvents(resource.get())
                        .forEach(event -> at(event)
                                .ifPresent(at -> all.add(new Happening(
                                        at,
                                        Happening.Kind.EVENT,
                                        event.type() + " " + event.reason() + " · " + event.message()))));
            } catch (ProblemException refused) {
                unread = refused.problem().message();
            }
        }
        all.removeIf(
                happening -> happening.at().isBefore(from) || happening.at().isAfter(to));
        all.sort(Comparator.comparing(Happening::at));
        return new Happenings(all, unread);
    }

    private static Optional<Instant> at(ResourceEvent event) {
        try {
            return Optional.of(Instant.parse(event.lastSeen()));
        } catch (DateTimeParseException timeless) {
            return Optional.empty();
        }
    }
}
