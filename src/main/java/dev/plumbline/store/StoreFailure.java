package dev.plumbline.store;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Problem.Kind;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The one place where SQLite's result codes (sqlite.org/rescode.html) and file errors become a {@link Problem}. */
final class StoreFailure {
    private StoreFailure() {}

    static ProblemException of(String tried, Path file, SQLException failure) {
        int primary = failure.getErrorCode() & 0xff;
        String answer = failure.getMessage() + ".";
        return new ProblemException(
                switch (primary) {
                    case 5, 6 -> problem(Kind.LOCKED, "store-locked", tried, file, answer, WAIT);
                    case 3, 8, 14, 23 -> problem(Kind.READ_ONLY, "store-read-only", tried, file, answer, PERMIT);
                    case 10 -> problem(Kind.SERVER, "store-unwritable", tried, file, answer, PERMIT);
                    case 11, 26 -> problem(Kind.INVALID, "store-damaged", tried, file, answer, KEEP);
                    case 13 -> problem(Kind.SERVER, "store-full", tried, file, answer, FREE);
                    default -> problem(Kind.SERVER, "store-failed", tried, file, answer, "");
                },
                failure);
    }

    static ProblemException of(String tried, Path file, IOException failure) {
        return new ProblemException(
                problem(Kind.READ_ONLY, "store-read-only", tried, file, failure + ".", PERMIT), failure);
    }

    static ProblemException damaged(String tried, Path file, String answer) {
        return new ProblemException(problem(Kind.INVALID, "store-damaged", tried, file, answer, KEEP));
    }

    private static final String WAIT = "Another program holds the file; close it and try again.";
    private static final String PERMIT =
            "Make the file and its folder writable, or set PLUMBLINE_HOME to a folder that is.";
    private static final String FREE = "Free space on that disk and try again; nothing already written was lost.";
    private static final String KEEP =
            "Plumbline changes nothing in it. Keep a copy, then move the file away: a new one is begun.";

    private static Problem problem(Kind kind, String code, String tried, Path file, String answer, String next) {
        return new Problem(kind, code, tried, file.toString(), answer, next);
    }
}
