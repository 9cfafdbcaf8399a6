package dev.plumbline.migration.lint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * SARIF 2.1.0 (OASIS standard of 27 March 2020), as code review tools read it. The rules are all there are, in the order of {@link RuleCode}; a finding that is kept quiet is a result with a
 * suppression. What to write instead is a property, since it may take several files.
 */
public final class LintSarif {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<RuleCode> CODES = List.of(RuleCode.values());
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private LintSarif() {}

    /** @param directory of the files as results name it, relative to the root of the project; empty for none */
    public static String of(LintReport report, String directory) {
        ObjectNode root = NODES.objectNode();
        root.put("$schema", SCHEMA);
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Plumbline");
        ArrayNode rules = driver.putArray("rules");
        for (RuleCode code : CODES) {
            ObjectNode rule = rules.addObject();
            rule.put("id", code.name());
            rule.putObject("shortDescription").put("text", code.title());
            rule.putObject("defaultConfiguration").put("level", level(code.severity()));
        }
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        report.findings().forEach(finding -> results.add(result(finding, directory)));
        report.suppressed().forEach(finding -> {
            ObjectNode result = result(finding, directory);
            result.putArray("suppressions").addObject().put("kind", "inSource");
            results.add(result);
        });
        return root.toPrettyString();
    }

    private static ObjectNode result(LintFinding finding, String directory) {
        ObjectNode result = NODES.objectNode();
        result.put("ruleId", finding.code().name());
        result.put("ruleIndex", CODES.indexOf(finding.code()));
        result.put("level", level(finding.severity()));
        result.putObject("message")
                .put("text", finding.found().message() + " " + finding.found().advice());
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        String prefix = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
        place.putObject("artifactLocation")
                .put("uri", uri(prefix + finding.statement().file().name()));
        int lines = (int) finding.statement().text().lines().count();
        place.putObject("region")
                .put("startLine", finding.statement().line())
                .put("endLine", finding.statement().line() + Math.max(lines, 1) - 1);
        ObjectNode properties = result.putObject("properties");
        properties.put("evidence", finding.evidence().word());
        finding.found().rewrites().forEach(rewrite -> properties.set("instead", LintJson.instead(rewrite)));
        return result;
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException none) {
            throw new IllegalStateException("a path without a scheme is a URI reference", none);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "note";
        };
    }
}
