package dev.plumbline.access.drop;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.List;

/**
 * Whether a role can be dropped now, by this login: what stands in the way, the steps that take it away in order, and what goes along with the role unasked. Nothing is
 * guessed: the server keeps books of everything that depends on a role ({@code pg_shdepend}), and refuses by them.
 */
public record DropPreflight(
        Name role,
        Verdict verdict,
        List<Obstacle> obstacles,
        List<DropStep> steps,
        List<String> goesAlong,
        List<Gap> unknown) {
    public DropPreflight {
        obstacles = List.copyOf(obstacles);
        steps = List.copyOf(steps);
        goesAlong = List.copyOf(goesAlong);
        unknown = List.copyOf(unknown);
    }

    /** The answer in a word. */
    public enum Verdict {
        NOW("can be dropped now"),
        AFTER_STEPS("can be dropped after the steps below"),
        NOT_BY_THIS_LOGIN("cannot be dropped by this login"),
        CANNOT_TELL("cannot be dropped now, and it cannot be told from here what would have to go first");

        private final String shown;

        Verdict(String shown) {
            this.shown = shown;
        }

        public String shown() {
            return shown;
        }
    }

    /** Something for which the server would refuse, and the objects by name as far as they can be seen. {@code database} is the one it lies in, empty for what lies in none. */
    public record Obstacle(String database, String text, List<String> objects) {
        public Obstacle {
            objects = List.copyOf(objects);
        }
    }

    /** A statement to run while connected to {@code database}, and what it takes away. */
    public record DropStep(Name database, Sql sql, String why) {}
}
