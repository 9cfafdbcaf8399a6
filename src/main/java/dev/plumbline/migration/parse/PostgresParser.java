package dev.plumbline.migration.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18's own parser (libpg_query 18.1.5). It knows the grammar and nothing else: not what exists, and not the older majors, whose grammar 18 holds but for what was
 * removed. CockroachDB's own statements do not parse. Safe for many threads, each with an instance of its own while it parses; the first is made when it is used, in about half a second.
 */
public final class PostgresParser {
    private static final char NUL = 0;
    private static final int MOST_THREADS = 4;
    /** So many texts for each thread take longer than making an instance for it, with its memory of 32 MB. */
    private static final int WORTH = 400;

    private final ObjectMapper json = new ObjectMapper();
    private final ParsedTexts lately = new ParsedTexts();
    private final Deque<CompiledParser> idle = new ArrayDeque<>();

    /** What the grammar says of a text. */
    public sealed interface Parsing {
        /** Each statement of the text, in order. */
        record Parsed(List<Node> statements) implements Parsing {
            public Parsed {
                statements = List.copyOf(statements);
            }
        }

        /** Not SQL to PostgreSQL 18: the parser's words, and where in characters from 1; 0 when not known. */
        record NotParsed(String message, int at) implements Parsing {}
    }

    /** Parses one text, which may hold several statements. */
    public Parsing parse(String sql) {
        if (sql.indexOf(NUL) >= 0) {
            return new Parsing.NotParsed("a NUL character, which no server takes", sql.indexOf(NUL) + 1);
        }
        Parsing known = known(sql);
        if (known != null) {
            return known;
        }
        Parsing parsing = parsed(sql);
        keep(sql, parsing);
        return parsing;
    }

    /** Parses each text. Many are parsed by as many threads as there are processors, four at most, each with an instance of its own meanwhile. */
    public List<Parsing> parseAll(List<String> texts) {
        int threads =
                Math.min(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), texts.size() / WORTH);
        if (threads < 2) {
            return texts.stream().map(this::parse).toList();
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Parsing>> parsings = texts.stream()
                    .map(text -> CompletableFuture.supplyAsync(() -> parse(text), workers))
                    .toList();
            return parsings.stream().map(CompletableFuture::join).toList();
        } finally {
            workers.shutdown();
            keepOne();
        }
    }

    private Parsing parsed(String sql) {
        CompiledParser parser = take();
        try {
            CompiledParser.Result result = parser.parse(sql);
            Parsing parsing = result.error().isEmpty()
                    ? new Parsing.Parsed(statements(json.readTree(result.tree())))
                    : new Parsing.NotParsed(result.error(), result.at());
            giveBack(parser);
            return parsing;
        } catch (ParserFailure broken) {
            return new Parsing.NotParsed(broken.inWords(), 0);
        } catch (StackOverflowError deep) {
            return new Parsing.NotParsed("nested too deeply to be parsed here", 0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private synchronized @Nullable Parsing known(String sql) {
        return lately.find(sql);
    }

    private synchronized void keep(String sql, Parsing parsing) {
        lately.keep(sql, parsing);
    }

    private CompiledParser take() {
        synchronized (this) {
            CompiledParser ready = idle.poll();
            if (ready != null) {
                return ready;
            }
        }
        return new CompiledParser();
    }

    private synchronized void giveBack(CompiledParser parser) {
        idle.add(parser);
    }

    /** An instance holds 32 MB. */
    private synchronized void keepOne() {
        while (idle.size() > 1) {
            idle.remove();
        }
    }

    private static List<Node> statements(JsonNode tree) {
        List<Node> statements = new ArrayList<>();
        tree.path("stmts").forEach(statement -> statements.add(Node.only(statement.path("stmt"))));
        return statements;
    }
}
