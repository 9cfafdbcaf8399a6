package dev.plumbline.ui.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plumbline.ui.fx.Texts;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricSetupTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void everyPartHasItsTextAndItsWords() {
        for (String part : MetricSetupController.PARTS) {
            assertThat(MetricSetupController.text(part)).isNotEmpty();
            assertThat(Texts.bundle().containsKey("setup." + part)).isTrue();
            assertThat(Texts.bundle().containsKey("setup." + part + ".words")).isTrue();
        }
    }

    @Test
    void theRulesMakeTheMetricsThatTheSampleChecksAskFor() throws IOException {
        JsonNode rules =
                YAML.readTree(MetricSetupController.text("adapter-values.yaml")).path("rules");
        assertThat(rules.findValuesAsText("as"))
                .contains("http_errors_per_second", "http_request_latency_p99", "queue_messages_ready");
        assertThat(rules.findValuesAsText("metricsQuery"))
                .allSatisfy(query -> assertThat(query).contains("<<.LabelMatchers>>", "<<.GroupBy>>"));
    }

    @Test
    void theAlertsSpeakOfTheSeriesThatTheConfigurationMakes() throws IOException {
        JsonNode state =
                YAML.readTree(MetricSetupController.text("state-metrics.yaml")).at("/spec/resources/0");
        String series = state.path("metricNamePrefix").asText() + "_"
                + state.at("/metrics/0/name").asText();
        Set<String> labels = new HashSet<>();
        state.path("labelsFromPath").fieldNames().forEachRemaining(labels::add);
        state.at("/metrics/0/each/gauge/labelsFromPath").fieldNames().forEachRemaining(labels::add);
        assertThat(labels).containsExactlyInAnyOrder("namespace", "name", "condition", "reason");
        JsonNode alerts = YAML.readTree(MetricSetupController.text("alerts.yaml"));
        String stuck = alerts.at("/groups/0/rules/1/expr").asText();
        assertThat(stuck).contains(series, "and on (namespace, name)");
        assertThat(alerts.at("/groups/0/rules/2/expr").asText()).startsWith(series + "{");
    }
}
