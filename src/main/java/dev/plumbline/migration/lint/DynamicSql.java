package dev.plumbline.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The EXECUTEs of a PL/pgSQL body whose text is put together without quoting. Found by words, since the body is a text to PostgreSQL's parser; a variable is followed to the assignments
 * of the same body and no further.
 */
public final class DynamicSql {
    private static final Pattern NOISE = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern EXECUTE =
            Pattern.compile("\\bexecute\\s+(?!function\\b|procedure\\b|on\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("\\G\\s+(?:into|using|loop)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile(
            "(?:pg_catalog\\.)?(?:quote_ident|quote_literal|quote_nullable|format)\\s*\\(.*", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern FORMAT = Pattern.compile("format\\s*\\(\\s*[eE]?(?=')", Pattern.CASE_INSENSITIVE);

    private DynamicSql() {}

    /** The expressions, as they are written. */
    public static List<String> unquoted(String body) {
        String text = NOISE.matcher(body).replaceAll(" ");
        List<String> found = new ArrayList<>();
        Matcher execute = EXECUTE.matcher(text);
        while (execute.find()) {
            String expression = expression(text, execute.end());
            if (isUnquoted(expression)) {
                found.add(expression);
            } else if (WORD.matcher(expression).matches()) {
                assigned(text, expression).stream()
                        .filter(DynamicSql::isUnquoted)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> assigned(String text, String variable) {
        return Pattern.compile("\\b" + variable + "\\b[^;='\\n]*?:?=\\s*", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .results()
                .map(each -> expression(text, each.end()))
                .toList();
    }

    /** From here to what ends it: a semicolon, INTO, USING or LOOP outside of quotes. */
    private static String expression(String text, int begin) {
        Matcher end = END.matcher(text);
        int at = begin;
        while (at < text.length() && text.charAt(at) != ';') {
            if (text.charAt(at) == '\'') {
                at = behindLiteral(text, at);
            } else if (Character.isWhitespace(text.charAt(at)) && end.find(at) && end.start() == at) {
                break;
            } else {
                at++;
            }
        }
        return text.substring(begin, Math.min(at, text.length())).strip();
    }

    /** A doubled quote is as good as an end and a new beginning. */
    private static int behindLiteral(String text, int quote) {
        int at = quote;
        do {
            int close = text.indexOf('\'', at + 1);
            at = close < 0 ? text.length() : close + 1;
        } while (at < text.length() && text.charAt(at) == '\'');
        return at;
    }

    private static boolean isUnquoted(String expression) {
        Matcher format = FORMAT.matcher(expression);
        while (format.find()) {
            String literal = expression.substring(format.end(), behindLiteral(expression, format.end()));
            if (literal.replace("%%", "").contains("%s")) {
                return true;
            }
        }
        List<String> operands = operands(expression);
        return operands.size() > 1 && operands.stream().anyMatch(each -> !isSafe(each));
    }

    private static boolean isLiteral(String operand) {
        int quote = operand.indexOf('\'');
        return (quote == 0 || quote == 1 && operand.toLowerCase(Locale.ROOT).charAt(0) == 'e')
                && behindLiteral(operand, quote) == operand.length();
    }

    private static boolean isSafe(String operand) {
        return isLiteral(operand)
                || QUOTED.matcher(operand.toLowerCase(Locale.ROOT)).matches()
                || operand.endsWith("::regclass");
    }

    /** What {@code ||} joins outside of brackets and quotes. */
    private static List<String> operands(String expression) {
        List<String> operands = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        boolean quoted = false;
        for (int at = 0; at < expression.length(); at++) {
            char here = expression.charAt(at);
            quoted = (here == '\'') != quoted;
            if (!quoted) {
                depth += here == '(' ? 1 : here == ')' ? -1 : 0;
                if (depth == 0 && expression.startsWith("||", at)) {
                    operands.add(expression.substring(begin, at).strip());
                    begin = at + 2;
                }
            }
        }
        operands.add(expression.substring(begin).strip());
        return operands;
    }
}
