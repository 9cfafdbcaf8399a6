package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.operation.runbook.HttpProbe;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.document.StepClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code http}: one request, and the answer that is expected: {@code expect: {status: 200, contains: text, is: {path: value}}}. */
final class HttpAction implements StepAction {
    /** It was answered, though not as expected: the other side may have done it. */
    static final String SERVED = "RB-HTTP-SERVED";

    private static final String SENT = "sent";

    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        ObjectNode fields = Rendering.fields(block, scope);
        StepClass stepClass = StepClassifier.of(block);
        String command =
                fields.path("method").asText("GET") + " " + fields.path("url").asText();
        Preview preview = new Preview(
                stepClass.changes() ? Verdict.CANNOT_TELL : Verdict.READS,
                stepClass,
                fields.path("url").asText(),
                command,
                stepClass.changes() ? List.of("What the other side does with it cannot be told before.") : List.of(),
                Map.of(),
                fields.path("url").asText(),
                Digest.of(scope.source(), block.id(), fields.toString()),
                scope.tools().clock().instant());
        Preview shown = stepClass.changes() && !scope.marks().isEmpty()
                ? Again.asked(
                        preview,
                        "It was interrupted after it was begun at "
                                + scope.marks().get(SENT) + ": the other side may have done it.")
                : preview;
        Map<String, String> marks =
                stepClass.changes() ? Map.of(SENT, preview.at().toString()) : Map.of();
        return Preparing.of(shown, marks, Map.of(), (approval, listener, token) -> {
            HttpProbe.Answer answer = send(fields, block.field("headers"), scope, token);
            List<String> evidence = shown(answer);
            String wrong = wrong(answer, fields.path("expect"));
            if (!wrong.isEmpty()) {
                boolean mayStand = stepClass.changes() && !isRefusal(answer.status());
                throw new ProblemException(new Problem(
                        Problem.Kind.CONFLICT,
                        mayStand ? SERVED : "RB-HTTP",
                        "Asking",
                        command,
                        wrong + " It answered: " + String.join(" ", evidence),
                        "Look why it answers so, then retry."));
            }
            return new Ran(
                    "status " + answer.status() + " in " + answer.took().toMillis() + " ms",
                    evidence,
                    captures(block, answer, stepClass.changes()),
                    !stepClass.changes());
        });
    }

    private static Map<String, String> captures(Block block, HttpProbe.Answer answer, boolean changes) {
        try {
            return Captures.of(block, ParsedJson.any(answer.body()));
        } catch (ProblemException none) {
            Problem why = none.problem();
            throw changes
                    ? new ProblemException(
                            new Problem(why.kind(), SERVED, why.tried(), why.object(), why.answer(), why.next()))
                    : none;
        }
    }

    /** Sent elsewhere, or not taken (RFC 9110, 15.4 and 15.5); 408 comes from whoever gave up waiting. */
    private static boolean isRefusal(int status) {
        return status >= 300 && status < 500 && status != 408;
    }

    /** @param raw the headers as they are written, with their variables */
    static HttpProbe.Answer send(JsonNode fields, JsonNode raw, StepScope scope, CancelToken cancel) {
        Map<String, Secret> headers = new TreeMap<>();
        raw.properties().forEach(each -> headers.put(each.getKey(), Header.of(each.getValue(), scope, cancel)));
        return scope.tools()
                .http()
                .send(
                        new HttpProbe.Request(
                                fields.path("method").asText("GET"),
                                fields.path("url").asText(),
                                headers,
                                fields.path("body").asText("")),
                        cancel);
    }

    static List<String> shown(HttpProbe.Answer answer) {
        List<String> lines = new ArrayList<>(List.of("status " + answer.status()));
        lines.addAll(answer.body().lines().toList());
        if (answer.cut()) {
            lines.add("(the answer is longer and was cut)");
        }
        return Evidence.capped(lines);
    }

    static String wrong(HttpProbe.Answer answer, JsonNode expect) {
        String status =
                expect.isValueNode() ? expect.asText() : expect.path("status").asText("200");
        if (!status.equals(String.valueOf(answer.status()))) {
            return "The status is " + answer.status() + "; " + status + " is asked for.";
        }
        String contains = expect.path("contains").asText("");
        if (!answer.body().contains(contains)) {
            return "The answer does not contain \"" + contains + "\".";
        }
        JsonNode body = ParsedJson.any(answer.body());
        for (var each : expect.path("is").properties()) {
            String found = JsonPath.at(body, each.getKey()).asText("(not there)");
            if (!found.equals(each.getValue().asText())) {
                return each.getKey() + " is " + found + "; " + each.getValue().asText() + " is asked for.";
            }
        }
        return "";
    }
}
