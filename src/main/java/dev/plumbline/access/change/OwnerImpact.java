package dev.plumbline.access.change;

import dev.plumbline.model.AccessSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What giving objects another owner changes besides their owner, as the statements of PostgreSQL do it: the blast radius of a transfer. Who gains and loses privileges
 * is {@link PrivilegeDifference}'s to say; here stands what a list of privileges does not show.
 */
public record OwnerImpact(List<Line> lines) {
    public OwnerImpact {
        lines = List.copyOf(lines);
    }

    /** What a line is about. */
    public enum Topic {
        KEPT_ONLY_AS_OWNER("lost with the ownership"),
        GRANTOR("granted by the new owner from now on"),
        RIGHTS("runs with the new owner's rights"),
        ROW_SECURITY("row security"),
        DEFAULTS("default privileges"),
        STAYS("stays where it is");

        private final String shown;

        Topic(String shown) {
            this.shown = shown;
        }

        public String shown() {
            return shown;
        }
    }

    /** One consequence; {@code object} is its name for screens, empty where it is about no single one. */
    public record Line(Topic topic, String object, String text) {}

    public static OwnerImpact of(AccessSnapshot before, List<? extends AccessChange> changes) {
        List<ChangeOwner> transfers = new ArrayList<>();
        for (AccessChange change : changes) {
            if (change instanceof ChangeOwner transfer && transfer.object().owner() != transfer.newOwner()) {
                transfers.add(transfer);
            }
        }
        TransferredObject search = new TransferredObject(before);
        transfers.forEach(search::look);
        List<Line> lines = new ArrayList<>(search.lines());
        lines.addAll(new LeftBehind(before, transfers).lines());
        return new OwnerImpact(lines);
    }
}
