package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.operation.runbook.KubeObjects;
import dev.plumbline.runbook.document.Block;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code kube logs}: the last lines of a container's log, those that contain a text where {@code contains:} names one. */
final class KubeLogsAction implements StepAction {
    private static final int USUAL_LINES = 100;

    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        ObjectNode fields = Rendering.fields(block, scope);
        KubeObjects.Address address = KubeAddress.of(block, fields, scope);
        int lines = fields.path("lines").asInt(USUAL_LINES);
        String contains = fields.path("contains").asText("");
        String command = "logs of " + KubeAddress.shown(address, fields) + ", the last " + lines + " lines"
                + (contains.isEmpty() ? "" : ", those with \"" + contains + "\"");
        return Preparing.of(KubeAddress.reading(block, scope, address, command), (approval, listener, token) -> {
            KubeObjects.Logs logs = scope.tools()
                    .kube()
                    .logs(
                            address.context(),
                            address.namespace(),
                            address.name(),
                            fields.path("selector").asText(""),
                            fields.path("container").asText(""),
                            lines,
                            token);
            String wanted = contains.toLowerCase(Locale.ROOT);
            List<String> found = logs.lines().stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
            return new Ran(
                    found.size() + " of " + logs.lines().size() + " lines of " + logs.from()
                            + (logs.cut() ? ", older ones are cut" : ""),
                    Evidence.capped(found),
                    Map.of(),
                    true);
        });
    }
}
