package dev.plumbline.migration.parse;

/** The parser itself broke; what it was given may still be good SQL. */
final class ParserFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    ParserFailure(String why) {
        super(why);
        this.why = why;
    }

    String inWords() {
        return "PostgreSQL's parser stopped: " + why;
    }
}
