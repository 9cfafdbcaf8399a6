package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.DatabaseChoice;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.drift.security.SecurityFinding;
import dev.plumbline.drift.security.Severity;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "findings",
        description = {
            "What is dangerous or broken about roles and grants, each with the statements that end it. Changes nothing.",
            "Each code is explained by its page under docs/checks. What could not be read is listed as unknown."
        })
public final class FindingsCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private DatabaseChoice database = new DatabaseChoice();

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            defaultValue = "info",
            description =
                    "only this or heavier: high, medium, low, info (default: info); what is unknown is always listed")
    private Severity severity = Severity.INFO;

    public FindingsCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return Set.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.MARKDOWN);
    }

    @Override
    public Integer call() {
        AccessReport report = database.readAlsoCockroach(session, options, /* everyCell= */ false, /* system= */ false);
        List<SecurityFinding> findings = report.findings().stream()
                .filter(finding -> !finding.isFound() || finding.severity().isAtLeast(severity))
                .toList();
        switch (options.output()) {
            case JSON -> session.console().json(json(findings));
            case MARKDOWN -> session.console().lines(FindingsText.markdown(findings));
            default -> session.console().lines(FindingsText.table(findings));
        }
        session.console().note(FindingsText.counted(findings));
        boolean found = findings.stream().anyMatch(SecurityFinding::isFound);
        return options.detailedExitCode() && found ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static ArrayNode json(List<SecurityFinding> findings) {
        ArrayNode list = Console.mapper().createArrayNode();
        for (SecurityFinding finding : findings) {
            ObjectNode node = list.addObject();
            node.put("code", finding.code());
            node.put("severity", finding.severity().word());
            node.put("unknown", finding.isUnknown());
            if (!finding.applies()) {
                node.put("applies", false);
            }
            node.put("sentence", Visible.text(finding.sentence()));
            ArrayNode objects = node.putArray("objects");
            finding.objects().forEach(objects::add);
            ArrayNode fix = node.putArray("fix");
            finding.fix().forEach(sql -> fix.add(sql.text()));
            node.put("destructive", finding.destructive());
            node.put("unknownBecause", finding.unknownBecause());
        }
        return list;
    }
}
