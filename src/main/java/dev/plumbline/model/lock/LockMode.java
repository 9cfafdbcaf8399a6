package dev.plumbline.model.lock;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A mode of a lock on a table, weakest first, with the modes that it excludes (PostgreSQL manual 13.3.1, table 13.2). */
public enum LockMode {
    ACCESS_SHARE("AccessShareLock", "ACCESS SHARE", "AS"),
    ROW_SHARE("RowShareLock", "ROW SHARE", "RS"),
    ROW_EXCLUSIVE("RowExclusiveLock", "ROW EXCLUSIVE", "RE"),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", "SHARE UPDATE EXCLUSIVE", "SUE"),
    SHARE("ShareLock", "SHARE", "S"),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", "SHARE ROW EXCLUSIVE", "SRE"),
    EXCLUSIVE("ExclusiveLock", "EXCLUSIVE", "E"),
    ACCESS_EXCLUSIVE("AccessExclusiveLock", "ACCESS EXCLUSIVE", "AE");

    private final String server;
    private final String words;
    private final String chip;

    LockMode(String server, String words, String chip) {
        this.server = server;
        this.words = words;
        this.chip = chip;
    }

    /** As {@code pg_locks.mode} has it. */
    public String server() {
        return server;
    }

    /** As LOCK TABLE has it. */
    public String words() {
        return words;
    }

    public String chip() {
        return chip;
    }

    public Set<LockMode> excludes() {
        return switch (this) {
            case ACCESS_SHARE -> EnumSet.of(ACCESS_EXCLUSIVE);
            case ROW_SHARE -> EnumSet.of(EXCLUSIVE, ACCESS_EXCLUSIVE);
            case ROW_EXCLUSIVE -> EnumSet.of(SHARE, SHARE_ROW_EXCLUSIVE, EXCLUSIVE, ACCESS_EXCLUSIVE);
            case SHARE_UPDATE_EXCLUSIVE -> EnumSet.range(SHARE_UPDATE_EXCLUSIVE, ACCESS_EXCLUSIVE);
            case SHARE ->
                EnumSet.of(ROW_EXCLUSIVE, SHARE_UPDATE_EXCLUSIVE, SHARE_ROW_EXCLUSIVE, EXCLUSIVE, ACCESS_EXCLUSIVE);
            case SHARE_ROW_EXCLUSIVE -> EnumSet.range(ROW_EXCLUSIVE, ACCESS_EXCLUSIVE);
            case EXCLUSIVE -> EnumSet.range(ROW_SHARE, ACCESS_EXCLUSIVE);
            case ACCESS_EXCLUSIVE -> EnumSet.allOf(LockMode.class);
        };
    }

    /** A plain SELECT waits for it. */
    public boolean blocksReads() {
        return excludes().contains(ACCESS_SHARE);
    }

    /** INSERT, UPDATE and DELETE wait for it. */
    public boolean blocksWrites() {
        return excludes().contains(ROW_EXCLUSIVE);
    }

    /** @param mode as {@code pg_locks.mode} has it */
    public static LockMode of(String mode) {
        return Arrays.stream(values())
                .filter(each -> each.server.equals(mode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown lock mode " + mode));
    }
}
