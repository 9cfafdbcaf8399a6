package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Secret;
import dev.plumbline.runbook.document.Placeholder;

/**
 * The value of a header, which may hold a value of a Secret: by an input of type {@code secret}, or written {@code {secret: name, key: key, before: "Bearer "}}. What was read of a Secret is never
 * written down.
 */
final class Header {
    private Header() {}

    static Secret of(JsonNode value, StepScope scope, CancelToken cancel) {
        if (value.isObject()) {
            Secret secret = read(
                    scope,
                    value.path("namespace").asText(scope.target().namespace()),
                    Rendering.text(value.path("secret").asText(), scope),
                    Rendering.text(value.path("key").asText(), scope),
                    cancel);
            return new Secret(value.path("before").asText("") + secret.reveal());
        }
        String template = value.asText();
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Placeholder each : Placeholder.in(template)) {
            text.append(template, at, each.from()).append(value(each.name(), scope, cancel));
            at = each.to();
        }
        return new Secret(text.append(template.substring(at)).toString());
    }

    private static String value(String name, StepScope scope, CancelToken cancel) {
        String value = scope.variable(name);
        if (!scope.secrets().contains(name)) {
            return value;
        }
        String[] parts = value.split("/", 2);
        return read(scope, scope.target().namespace(), parts[0], parts[1], cancel)
                .reveal();
    }

    private static Secret read(StepScope scope, String namespace, String name, String key, CancelToken cancel) {
        Secret secret = scope.tools().databases().secret(scope.target().context(), namespace, name, key, cancel);
        scope.hide(secret);
        return secret;
    }
}
