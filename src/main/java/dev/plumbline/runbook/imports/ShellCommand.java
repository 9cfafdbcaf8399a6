package dev.plumbline.runbook.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One command: its words without quotes, and what stood behind it. {@code pipes} are the commands that its output went to, {@code output} and {@code input} the files of redirections,
 * empty where there are none.
 */
record ShellCommand(List<String> words, List<String> pipes, String output, String input) {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");

    static ShellCommand read(String text) {
        List<String> words = new ArrayList<>();
        List<StringBuilder> pipes = new ArrayList<>();
        String output = "";
        String input = "";
        for (Iterator<String> all = split(text).iterator(); all.hasNext(); ) {
            String word = all.next();
            if (word.equals("|")) {
                pipes.add(new StringBuilder());
            } else if ((word.equals(">") || word.equals(">>")) && all.hasNext()) {
                output = plain(all.next());
            } else if (word.equals("<") && all.hasNext()) {
                input = plain(all.next());
            } else if (!pipes.isEmpty()) {
                pipes.get(pipes.size() - 1).append(' ').append(word);
            } else if (!words.isEmpty() || !(ASSIGNMENT.matcher(word).matches() || word.equals("sudo"))) {
                words.add(plain(word));
            }
        }
        return new ShellCommand(
                words, pipes.stream().map(each -> each.toString().strip()).toList(), output, input);
    }

    String word(int at) {
        return at < words.size() ? words.get(at) : "";
    }

    ShellCommand from(int at) {
        return new ShellCommand(words.subList(Math.min(at, words.size()), words.size()), pipes, output, input);
    }

    /** The value of the first of these options, {@code --for=x}, {@code --for x} or {@code -n x}; empty where there is none. */
    String option(String... names) {
        for (int at = 0; at < words.size(); at++) {
            for (String name : names) {
                if (words.get(at).equals(name)) {
                    return word(at + 1);
                }
                if (words.get(at).startsWith(name + "=")) {
                    return words.get(at).substring(name.length() + 1);
                }
            }
        }
        return "";
    }

    boolean has(String... names) {
        return List.of(names).stream().anyMatch(words::contains);
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        int brackets = 0;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (quote == 0 && here == '$' && at + 1 < text.length() && text.charAt(at + 1) == '(') {
                brackets++;
            } else if (brackets > 0 && here == ')') {
                brackets--;
            } else if (brackets == 0 && quote == 0 && (here == '\'' || here == '"')) {
                quote = here;
            } else if (here == quote) {
                quote = 0;
            } else if (quote == 0 && brackets == 0 && (Character.isWhitespace(here) || "|<>".indexOf(here) >= 0)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                if (!Character.isWhitespace(here)) {
                    words.add(String.valueOf(here));
                }
                continue;
            }
            word.append(here);
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** Without the quotes around parts of it. */
    private static String plain(String word) {
        StringBuilder plain = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < word.length(); at++) {
            char here = word.charAt(at);
            if (quote == 0 && (here == '\'' || here == '"')) {
                quote = here;
            } else if (here == quote) {
                quote = 0;
            } else if (here == '\\' && quote == '"' && at + 1 < word.length()) {
                plain.append(word.charAt(++at));
            } else {
                plain.append(here);
            }
        }
        return plain.toString();
    }
}
