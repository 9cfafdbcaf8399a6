package dev.plumbline.runbook.lint;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.Place;
import dev.plumbline.runbook.document.Placeholder;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.SqlText;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.document.StepClassifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the rules look at: a runbook, what its blocks do, in which order they can come, and what the cluster knows. */
public final class Subject {
    private final Runbook runbook;
    private final ClusterSchema schema;
    private final Branches branches;
    private final Map<String, StepClass> classes = new HashMap<>();

    Subject(Runbook runbook, ClusterSchema schema) {
        this.runbook = runbook;
        this.schema = schema;
        branches = new Branches(runbook);
        runbook.blocks().forEach(block -> classes.put(block.id(), StepClassifier.of(block)));
    }

    public Runbook runbook() {
        return runbook;
    }

    public ClusterSchema schema() {
        return schema;
    }

    public List<Block> blocks() {
        return runbook.blocks();
    }

    public Stream<Block> ofKind(BlockKind kind) {
        return blocks().stream().filter(block -> block.kind() == kind);
    }

    public StepClass classOf(Block block) {
        return classes.getOrDefault(block.id(), StepClass.CHANGE);
    }

    public Stream<Block> changes() {
        return blocks().stream().filter(block -> classOf(block).changes());
    }

    /** The blocks that may have run before one, in their order. */
    public List<Block> before(Block block) {
        return blocks().stream()
                .filter(each -> branches.canPrecede(each, block))
                .toList();
    }

    public boolean surelyPrecedes(Block earlier, Block later) {
        return branches.surelyPrecedes(earlier, later);
    }

    /** The steps that may run after one, in their order. */
    public List<Block> after(Block block) {
        return runbook.steps().stream()
                .filter(each -> branches.canPrecede(block, each))
                .toList();
    }

    /** The SQL of a block or of a check, empty where it has none. */
    public String sql(Block block) {
        return block.kind().isSql() ? block.body() : block.kind() == BlockKind.CHECK ? block.text("sql") : "";
    }

    /** Its statements, none where it has none or they do not parse. */
    public List<Node> statements(Block block) {
        String sql = sql(block);
        return !sql.isBlank() && SqlText.parse(sql) instanceof Parsing.Parsed parsed ? parsed.statements() : List.of();
    }

    /** With the defaults of inputs in the place of their placeholders. */
    public String resolved(String text) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (Placeholder each : Placeholder.in(text)) {
            filled.append(text, at, each.from())
                    .append(runbook.input(each.name())
                            .flatMap(Input::standard)
                            .orElse(text.substring(each.from(), each.to())));
            at = each.to();
        }
        return filled.append(text.substring(at)).toString();
    }

    /** The line of a block on which a text stands, the block itself where it does not. */
    public static Place at(Block block, String text) {
        List<String> lines = block.body().lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (!text.isEmpty() && lines.get(line).contains(text)) {
                return Place.line(block.place().file(), block.lineOf(line + 1));
            }
        }
        return block.place();
    }
}
