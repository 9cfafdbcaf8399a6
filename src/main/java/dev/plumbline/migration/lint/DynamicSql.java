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
    private static final Pattern EXECUTE = Pattern.compile(
            "\\bexecute\\s+(?!function\\b|procedure\\b|on\\b)((?:'(?:[^']|'')*'|[^;'])*?)(?:\\s+into\\b|\\s+using\\b|;|\\s+loop\\b|$)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("[eE]?'(?:[^']|'')*'");
    private static final Pattern QUOTED = Pattern.compile(
            "(?:pg_catalog\\.)?(?:quote_ident|quote_literal|quote_nullable|format)\\s*\\(.*", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern FORMAT_TEXT =
            Pattern.compile("format\\s*\\(\\s*[eE]?'((?:[^']|'')*)'", Pattern.CASE_INSENSITIVE);

    private DynamicSql() {}

    /** The expressions, as they are written. */
    public static List<String> unquoted(String body) {
        String text = NOISE.matcher(body).replaceAll(" ");
        List<String> found = new ArrayList<>();
        Matcher execute = EXECUTE.matcher(text);
        while (execute.find()) {
            String expression = execute.group(1).strip();
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
        Pattern assignment = Pattern.compile(
                "\\b" + variable + "\\b[^;=]*?:?=\\s*((?:'(?:[^']|'')*'|[^;'])*);",
                Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        return assignment
                .matcher(text)
                .results()
                .map(each -> each.group(1).strip())
                .toList();
    }

    private static boolean isUnquoted(String expression) {
        if (FORMAT_TEXT
                .matcher(expression)
                .results()
                .anyMatch(each -> each.group(1).replace("%%", "").contains("%s"))) {
            return true;
        }
        List<String> operands = operands(expression);
        return operands.size() > 1 && operands.stream().anyMatch(each -> !isSafe(each));
    }

    private static boolean isSafe(String operand) {
        return LITERAL.matcher(operand).matches()
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
