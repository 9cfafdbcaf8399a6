package dev.plumbline.model.upgrade;

/** A Job that the operator made. Times are RFC 3339 text, empty when unset; {@code failure} is what its Failed condition says. */
public record UpgradeJob(
        String name,
        String created,
        int active,
        int succeeded,
        int failed,
        String started,
        String completed,
        String failure) {

    public enum State {
        PENDING,
        ACTIVE,
        SUCCEEDED,
        FAILED
    }

    public State state() {
        if (succeeded > 0) {
            return State.SUCCEEDED;
        }
        if (failed > 0 || !failure.isEmpty()) {
            return State.FAILED;
        }
        return active > 0 ? State.ACTIVE : State.PENDING;
    }
}
