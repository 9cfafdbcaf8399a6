package dev.plumbline.runbook.document;

/** A place in a file of a runbook, lines and columns counted from 1; column 0 where only the line is known. */
public record Place(String file, int line, int column) {
    public static Place line(String file, int line) {
        return new Place(file, line, 0);
    }

    @Override
    public String toString() {
        return file + ":" + line + (column > 0 ? ":" + column : "");
    }
}
