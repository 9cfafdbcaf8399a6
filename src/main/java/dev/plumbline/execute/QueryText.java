package dev.plumbline.execute;

import dev.plumbline.model.Visible;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of somebody else's session, short enough for a message and without the texts in it: they may be passwords or what a table holds, and the message goes into the
 * journal. Where it is not plain which quote ends a text, all from the first one on is left out.
 */
final class QueryText {
    private static final int LONGEST = 200;
    private static final String LEFT_OUT = "'…'";
    private static final Pattern TEXTS = Pattern.compile("'[^']*'");

    private QueryText() {}

    static String shown(String statement) {
        String bare = withoutTexts(statement).strip().replaceAll("\\s+", " ");
        return Visible.text(bare.length() > LONGEST ? bare.substring(0, LONGEST) + "…" : bare);
    }

    private static String withoutTexts(String statement) {
        int dollar = statement.indexOf('$');
        int quote = statement.indexOf('\'');
        boolean plain = statement.chars().filter(letter -> letter == '\'').count() % 2 == 0
                && statement.indexOf('\\') < 0
                && !isDollarQuote(statement, dollar);
        if (plain) {
            return TEXTS.matcher(statement).replaceAll(Matcher.quoteReplacement(LEFT_OUT));
        }
        int first = quote < 0 ? dollar : dollar < 0 ? quote : Math.min(quote, dollar);
        return first < 0 ? statement : statement.substring(0, first) + "…";
    }

    /** A number behind the dollar is a parameter's. */
    private static boolean isDollarQuote(String statement, int dollar) {
        return dollar >= 0 && statement.replaceAll("\\$\\d+", "").indexOf('$') >= 0;
    }
}
