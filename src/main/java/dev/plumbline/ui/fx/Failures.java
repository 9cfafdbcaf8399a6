package dev.plumbline.ui.fx;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.Locale;

/** Turns what went wrong into a {@link Problem} that can be shown. */
public final class Failures {
    private Failures() {}

    /** The problem that was thrown, or one with a short stable code for what nobody foresaw. */
    public static Problem problemOf(Throwable failure, String tried) {
        if (failure instanceof ProblemException foreseen) {
            return foreseen.problem();
        }
        String answer =
                failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
        return new Problem(
                Problem.Kind.SERVER, codeOf(failure), tried, "", answer, Texts.get("failure.unforeseen.next"));
    }

    /** The same for the same kind of failure at the same place, whatever its message. */
    public static String codeOf(Throwable failure) {
        int hash = failure.getClass().getName().hashCode();
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.plumbline.")) {
                hash = 31 * hash + (frame.getClassName() + "." + frame.getMethodName()).hashCode();
                break;
            }
        }
        return String.format(Locale.ROOT, "PL-%04X", (hash ^ hash >>> 16) & 0xFFFF);
    }
}
