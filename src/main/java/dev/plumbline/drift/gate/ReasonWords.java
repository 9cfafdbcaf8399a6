package dev.plumbline.drift.gate;

/** The reasons of {@code Progressing} in words, those that the operator's own table leaves out included. */
public final class ReasonWords {
    private ReasonWords() {}

    public static String of(String reason) {
        return switch (reason) {
            case "" -> "The operator has not reported anything yet.";
            case "Initializing" -> "Being set up: the operator is about to look at the spec anew.";
            case "JobPending" -> "The migration's Job is made and has not started.";
            case "MigrationInProgress" -> "The migration is running.";
            case "MigrationComplete" -> "The migration is done, and the checks after it passed.";
            case "JobFailed" -> "The migration failed. The operator does not try again until the spec changes.";
            case "SecretNotFound" -> "Blocked: the Secret with the connection, or its key, is missing.";
            case "AWSNotSupported" -> "Blocked: an AWS database needs the aws block; a connection alone is not enough.";
            case "PreCheckImageVersionFailed" -> "Blocked before the migration: pods run a version that is too low.";
            case "PreCheckMetricFailed" -> "Blocked before the migration: a metric does not meet its threshold.";
            case "PostCheckBakeTimeWaiting" -> "Migrated; waiting for the bake time before the checks after it.";
            case "PostCheckFailed" -> "Migrated, and a check after it fails. Nothing is rolled back.";
            default -> "A reason that is not known here: " + reason + ".";
        };
    }
}
