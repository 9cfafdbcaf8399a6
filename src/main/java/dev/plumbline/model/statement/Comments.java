package dev.plumbline.model.statement;

/** Comments between slash and star, which may hold others (PostgreSQL manual 4.1.5). */
final class Comments {
    private Comments() {}

    /** Where the text goes on behind the comment that begins here. */
    static int end(String text, int begin) {
        int depth = 0;
        int at = begin;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
        return Math.min(at, text.length());
    }
}
