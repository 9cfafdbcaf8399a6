package dev.plumbline.cli.access;

import dev.plumbline.access.graph.AccessGraph;
import dev.plumbline.access.graph.GraphDot;
import dev.plumbline.access.graph.GraphJson;
import dev.plumbline.access.graph.GraphMermaid;
import dev.plumbline.access.graph.GraphSvg;
import dev.plumbline.access.graph.GraphTree;
import dev.plumbline.access.graph.LayeredLayout;
import dev.plumbline.access.graph.Overlay;
import dev.plumbline.cli.call.DatabaseChoice;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "roles",
        description = {
            "The role graph: who is a member of whom with which options, who owns what, what was granted to whom.",
            "What the resource declares and the catalog lacks is marked +, what contradicts it −."
        })
public final class RolesCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private DatabaseChoice database = new DatabaseChoice();

    @Option(names = "--focus", paramLabel = "ROLE", description = "only this role, or public, and its neighbours")
    private @Nullable String focus;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "2",
            description = "how many edges away from --focus (default: 2)")
    private int depth = 2;

    @Spec
    private CommandSpec command = CommandSpec.create();

    public RolesCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return Set.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.DOT, OutputFormat.MERMAID, OutputFormat.SVG);
    }

    @Override
    public Integer call() {
        AccessReport report = database.readAlsoCockroach(session, options, /* everyCell= */ false, /* system= */ false);
        AccessGraph graph = focused(AccessGraph.of(report.snapshot(), report.declared()));
        switch (options.output()) {
            case JSON -> session.console().raw(GraphJson.write(graph));
            case DOT -> session.console().raw(GraphDot.write(graph));
            case MERMAID -> session.console().raw(GraphMermaid.write(graph));
            case SVG -> session.console().raw(GraphSvg.write(LayeredLayout.of(graph), overlay(report)));
            default -> session.console().lines(GraphTree.write(graph));
        }
        return options.detailedExitCode() && graph.counts().differing() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static Overlay overlay(AccessReport report) {
        return report.declared() instanceof OwnershipModel.None ? Overlay.LIVE : Overlay.DIFF;
    }

    private AccessGraph focused(AccessGraph graph) {
        if (focus == null) {
            return graph;
        }
        if (depth < 0) {
            throw new ParameterException(command.commandLine(), "--depth counts edges: it is 0 or more.");
        }
        String id = focus.equals("public") ? focus : "role:" + focus;
        if (graph.place(id).isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "The graph has no role \"" + Visible.text(focus) + "\".");
        }
        return graph.around(id, depth);
    }
}
