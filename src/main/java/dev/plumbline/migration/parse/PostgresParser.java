package dev.plumbline.migration.parse;

import com.dylibso.chicory.wasm.WasmModule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18's own parser (libpg_query 18.1.5). It knows the grammar and nothing else: not what exists, and not the older majors, whose grammar 18 holds but for what was
 * removed. CockroachDB's own statements do not parse. Safe for many threads, which take turns; made when it is first used, in about half a second.
 */
public final class PostgresParser {
    private static final char NUL = 0;

    private final ObjectMapper json = new ObjectMapper();
    private final ParsedTexts lately = new ParsedTexts();
    private @Nullable WasmModule module;
    private @Nullable CompiledParser compiled;

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
    public synchronized Parsing parse(String sql) {
        if (sql.indexOf(NUL) >= 0) {
            return new Parsing.NotParsed("a NUL character, which no server takes", sql.indexOf(NUL) + 1);
        }
        Parsing known = lately.find(sql);
        if (known != null) {
            return known;
        }
        try {
            CompiledParser.Result result = parser().parse(sql);
            Parsing parsing = result.error().isEmpty()
                    ? new Parsing.Parsed(statements(json.readTree(result.tree())))
                    : new Parsing.NotParsed(result.error(), result.at());
            lately.keep(sql, parsing);
            return parsing;
        } catch (ParserFailure broken) {
            compiled = null;
            return new Parsing.NotParsed(broken.inWords(), 0);
        } catch (StackOverflowError deep) {
            compiled = null;
            return new Parsing.NotParsed("nested too deeply to be parsed here", 0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private CompiledParser parser() {
        CompiledParser ready = compiled;
        if (ready != null) {
            return ready;
        }
        WasmModule loaded = module == null ? ParserFile.load() : module;
        module = loaded;
        CompiledParser made = new CompiledParser(loaded);
        compiled = made;
        return made;
    }

    private static List<Node> statements(JsonNode tree) {
        List<Node> statements = new ArrayList<>();
        tree.path("stmts").forEach(statement -> statements.add(Node.only(statement.path("stmt"))));
        return statements;
    }
}
