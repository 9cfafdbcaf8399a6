package dev.plumbline.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.plumbline.model.Problem;
import java.io.PrintStream;
import java.util.List;

/** Standard output for what was asked for, standard error for all else. */
public final class Console {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final PrintStream out;
    private final PrintStream err;

    public Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public void line(String text) {
        out.println(text);
    }

    public void lines(List<String> texts) {
        texts.forEach(out::println);
    }

    public void raw(String text) {
        out.print(text);
        out.flush();
    }

    /** Part of a long answer: not flushed until {@link #flush}. */
    public void part(String text) {
        out.print(text);
    }

    public void flush() {
        out.flush();
    }

    public void note(String text) {
        err.println(text);
    }

    public void warning(Problem problem) {
        err.println("Warning: " + problem.message());
    }

    public void error(Problem problem) {
        err.println("Error: " + problem.message() + " [" + problem.code() + "]");
    }

    public void json(JsonNode node) {
        try {
            out.println(JSON.writeValueAsString(node));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a tree of texts can always be written", broken);
        }
    }

    public static ObjectMapper mapper() {
        return JSON;
    }
}
