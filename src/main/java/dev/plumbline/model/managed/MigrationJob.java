package dev.plumbline.model.managed;

/** The Job of a migration; {@code failure} is what its Failed condition says, {@code owned} that it is labelled with this database and migration. */
public record MigrationJob(String name, String uid, State state, String failure, boolean owned) {
    public enum State {
        PENDING,
        ACTIVE,
        SUCCEEDED,
        FAILED
    }
}
