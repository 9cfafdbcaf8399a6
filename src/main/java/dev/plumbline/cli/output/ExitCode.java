package dev.plumbline.cli.output;

/** The exit codes scripts rely on. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int FINDINGS = 3;
    public static final int REFUSED = 4;

    private ExitCode() {}
}
