package dev.plumbline.cli.output;

import dev.plumbline.plan.RunOutcome;

/** How the run of a plan ended, for a person and as the exit code. */
public final class RunEnding {
    private RunEnding() {}

    public static int exitCode(RunOutcome outcome) {
        return switch (outcome.ending()) {
            case VERIFIED -> ExitCode.DONE;
            case ROLLED_BACK -> outcome.problem().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
            case REFUSED -> ExitCode.REFUSED;
            case DONE_NOT_VERIFIED, FAILED, CANCELLED, UNKNOWN -> ExitCode.FAILED;
        };
    }

    public static String words(RunOutcome outcome) {
        return switch (outcome.ending()) {
            case VERIFIED -> "Done, and verified by reading again. Journal: " + outcome.journalId();
            case ROLLED_BACK -> "Rolled back, as was asked. Journal: " + outcome.journalId();
            case REFUSED -> "Nothing was run.";
            case DONE_NOT_VERIFIED, FAILED, CANCELLED, UNKNOWN ->
                "Ended: " + outcome.ending() + ". Journal: " + outcome.journalId();
        };
    }
}
