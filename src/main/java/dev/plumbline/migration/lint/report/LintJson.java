package dev.plumbline.migration.lint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.migration.lint.LintFinding;
import dev.plumbline.migration.lint.LintReport;
import dev.plumbline.migration.lint.Rewrite;

/** For programs: names and texts exactly as they are. */
public final class LintJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LintJson() {}

    public static String of(LintReport report) {
        ObjectNode root = NODES.objectNode();
        root.put("files", report.files());
        root.put("statements", report.statements());
        ArrayNode findings = root.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding)));
        ArrayNode suppressed = root.putArray("suppressed");
        report.suppressed().forEach(finding -> suppressed.add(finding(finding)));
        ArrayNode notes = root.putArray("notes");
        report.notes().forEach(notes::add);
        return root.toPrettyString();
    }

    private static ObjectNode finding(LintFinding finding) {
        ObjectNode node = NODES.objectNode();
        node.put("file", finding.statement().file().name());
        node.put("line", finding.statement().line());
        node.put("statement", finding.statement().number());
        node.put("code", finding.code().name());
        node.put("analyzer", finding.code().analyzer().word());
        node.put("severity", finding.severity().word());
        node.put("evidence", finding.evidence().word());
        node.put("about", finding.found().about());
        node.put("message", finding.found().message());
        node.put("advice", finding.found().advice());
        finding.found().rewrites().forEach(rewrite -> node.set("instead", instead(rewrite)));
        return node;
    }

    /** The files to write instead, each with its text. */
    static ObjectNode instead(Rewrite rewrite) {
        ObjectNode node = NODES.objectNode();
        ArrayNode files = node.putArray("files");
        rewrite.files().forEach(file -> files.add(file.text()));
        node.put("note", rewrite.note());
        return node;
    }
}
