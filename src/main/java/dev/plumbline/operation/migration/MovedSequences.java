package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.SequenceReader;
import dev.plumbline.catalog.lock.SequenceReader.Position;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.ProblemException;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sequences before and after a trial: what was counted meanwhile, by the trial or by others, is not taken back. */
final class MovedSequences {
    private final ServerPools pools;
    private final ConnectionTarget target;
    private final Map<List<Name>, Position> before = new HashMap<>();
    private String unread = "";

    private MovedSequences(ServerPools pools, ConnectionTarget target) {
        this.pools = pools;
        this.target = target;
    }

    static MovedSequences since(ServerPools pools, ConnectionTarget target, CancelToken cancel) {
        MovedSequences moved = new MovedSequences(pools, target);
        try {
            moved.read(cancel).forEach(each -> moved.before.put(List.of(each.schema(), each.name()), each));
        } catch (ProblemException failure) {
            moved.unread = failure.problem().message();
        }
        return moved;
    }

    private List<Position> read(CancelToken cancel) {
        return pools.read(target, cancel, session -> new SequenceReader().read(session, cancel));
    }

    /** In words; the last sentence is about those that this login may not read. */
    List<String> now(CancelToken cancel) {
        if (!unread.isEmpty()) {
            return List.of("How far sequences are could not be read: " + unread);
        }
        List<String> words = new ArrayList<>();
        try {
            long unseen = 0;
            for (Position now : read(cancel)) {
                Position then = before.get(List.of(now.schema(), now.name()));
                if (then == null) {
                    continue;
                }
                if (!now.seen() || !then.seen()) {
                    unseen++;
                } else if (!Objects.equals(now.last(), then.last())) {
                    words.add("sequence " + now.schema().shown() + "."
                            + now.name().shown() + ": " + shown(then) + " before, " + shown(now) + " now");
                }
            }
            if (unseen > 0) {
                words.add(unseen + (unseen == 1 ? " sequence" : " sequences")
                        + " this login may not read: whether anything was counted there is not known");
            }
        } catch (ProblemException failure) {
            words.add("How far sequences are now could not be read: "
                    + failure.problem().message());
        }
        return words;
    }

    private static String shown(Position position) {
        Long last = position.last();
        return last == null ? "unused" : last.toString();
    }
}
