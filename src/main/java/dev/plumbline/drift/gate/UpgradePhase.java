package dev.plumbline.drift.gate;

/** Where a DBUpgrade stands, of the few places that matter to who looks over many of them. */
public enum UpgradePhase {
    DONE,
    /** Held up until somebody does something. */
    BLOCKED,
    /** Something runs, or a time has to pass. */
    WAITING,
    FAILED,
    UNKNOWN;

    /** From the reason of {@code Progressing}, or from the one that is foretold; a reason that is empty or not known says nothing. */
    public static UpgradePhase of(String reason) {
        return switch (reason) {
            case "MigrationComplete" -> DONE;
            case "JobFailed" -> FAILED;
            case "SecretNotFound",
                    "AWSNotSupported",
                    "PreCheckImageVersionFailed",
                    "PreCheckMetricFailed",
                    "PostCheckFailed" -> BLOCKED;
            case "Initializing", "JobPending", "MigrationInProgress", "PostCheckBakeTimeWaiting" -> WAITING;
            default -> UNKNOWN;
        };
    }
}
