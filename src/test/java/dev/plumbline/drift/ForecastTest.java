package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.DriftPolicy;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTest {
    private static final String OWNED_BY_POSTGRES = "OWN-104/owned-by-postgres";
    private static final String ALLOW = "allow-destructive-drift";

    private static Scenario scenario(String name) {
        return Scenario.read(Path.of("src/test/resources/scenarios", name + ".scenario"));
    }

    private static SampleResource resource(String name) {
        return new SampleResource(scenario(name).wanted());
    }

    private static OperatorForecast forecast(String name, SampleResource resource) {
        Scenario scenario = scenario(name);
        return Forecast.compute(
                resource.build(),
                Optional.of(SampleResource.instance(null)),
                OwnershipChecks.run(scenario.recorded().orElseThrow(), scenario.wanted()));
    }

    private static JsonNode patch(OperatorForecast forecast) throws IOException {
        return new ObjectMapper().readTree(forecast.route().orElseThrow().mergePatch());
    }

    @Test
    void theDefaultPolicyKeepsTheRepairAndSaysWhatItRestsOn() {
        OperatorForecast forecast = forecast(OWNED_BY_POSTGRES, resource(OWNED_BY_POSTGRES));
        assertThat(forecast.verdict()).isEqualTo(OperatorForecast.Verdict.KEEPS);
        assertThat(forecast.sentence())
                .isEqualTo(
                        "No. Drift mode detect, every 8h (the operator's default): it will overwrite status.drift and"
                                + " keep the changes.");
    }

    @Test
    void theRouteMakesTheOperatorTransferTheOwnerItself() throws IOException {
        OperatorForecast forecast = forecast(OWNED_BY_POSTGRES, resource(OWNED_BY_POSTGRES));
        JsonNode patch = patch(forecast);
        assertThat(patch.at("/spec/driftPolicy/mode").asText()).isEqualTo("correct");
        assertThat(patch.at("/spec/driftPolicy/interval").asText()).isEqualTo("8h");
        assertThat(patch.at("/metadata/annotations/dbops.dbprovision.io~1allow-destructive-drift")
                        .asText())
                .isEqualTo("true");
        assertThat(forecast.route().orElseThrow().effect())
                .contains("transfers the database")
                .doesNotContain("remain");
    }

    @Test
    void theRouteSaysWhatItLeavesUndone() {
        String name = "OWN-101/both-roles-missing";
        OperatorForecast forecast = forecast(name, resource(name));
        assertThat(forecast.route().orElseThrow().effect())
                .contains("DriftCorrectionFailed")
                .contains("9 differences would remain");
    }

    @Test
    void theResourcesOwnPolicyGoesBeforeItsInstances() {
        Scenario scenario = scenario(OWNED_BY_POSTGRES);
        List<CheckResult> checks = OwnershipChecks.run(scenario.recorded().orElseThrow(), scenario.wanted());
        DriftPolicy ofInstance = new DriftPolicy("correct", "5m", "the instance's driftPolicy");
        OperatorForecast own = Forecast.compute(
                resource(OWNED_BY_POSTGRES).policy("ignore").build(),
                Optional.of(SampleResource.instance(ofInstance)),
                checks);
        assertThat(own.sentence()).startsWith("No. Drift mode ignore, every 30m (spec.driftPolicy)");
        OperatorForecast inherited = Forecast.compute(
                resource(OWNED_BY_POSTGRES).build(), Optional.of(SampleResource.instance(ofInstance)), checks);
        assertThat(inherited.sentence()).contains("Drift mode correct, every 5m (the instance's driftPolicy)");
    }

    @Test
    void correctingWithoutTheAnnotationSkipsTheOwner() throws IOException {
        OperatorForecast forecast =
                forecast(OWNED_BY_POSTGRES, resource(OWNED_BY_POSTGRES).policy("correct"));
        assertThat(forecast.verdict()).isEqualTo(OperatorForecast.Verdict.KEEPS);
        assertThat(forecast.sentence()).contains("skips it");
        assertThat(patch(forecast).has("spec")).isFalse();
    }

    @Test
    void correctingWithTheAnnotationRepeatsTheTransfer() {
        OperatorForecast forecast = forecast(
                OWNED_BY_POSTGRES, resource(OWNED_BY_POSTGRES).policy("correct").annotation(ALLOW, "true"));
        assertThat(forecast.verdict()).isEqualTo(OperatorForecast.Verdict.REPEATS);
        assertThat(forecast.route()).isEmpty();
    }

    @Test
    void onlyTheWordTrueAllowsDestruction() {
        OperatorForecast forecast = forecast(
                OWNED_BY_POSTGRES, resource(OWNED_BY_POSTGRES).policy("correct").annotation(ALLOW, "True"));
        assertThat(forecast.verdict()).isEqualTo(OperatorForecast.Verdict.KEEPS);
    }

    @Test
    void directOwnershipIsGivenBack() {
        OperatorForecast forecast = Forecast.compute(
                new SampleResource(new OwnershipModel.Direct(Name.of("boss")))
                        .policy("correct")
                        .annotation(ALLOW, "true")
                        .build(),
                Optional.empty(),
                List.of());
        assertThat(forecast.verdict()).isEqualTo(OperatorForecast.Verdict.REVERTS);
        assertThat(forecast.sentence()).contains("boss (spec.owner)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip-reconcile", "pause-reconcile"})
    void aPausedResourceIsLeftAlone(String annotation) {
        OperatorForecast forecast = forecast(
                OWNED_BY_POSTGRES,
                resource(OWNED_BY_POSTGRES)
                        .policy("correct")
                        .annotation(ALLOW, "true")
                        .annotation(annotation, "true"));
        assertThat(forecast.verdict()).isEqualTo(OperatorForecast.Verdict.KEEPS);
        assertThat(forecast.sentence()).contains(annotation);
        assertThat(forecast.route()).isEmpty();
    }

    @Test
    void anUnreadInstanceOrAnUnknownModeIsNotGuessed() {
        OperatorForecast unread = Forecast.compute(resource(OWNED_BY_POSTGRES).build(), Optional.empty(), List.of());
        assertThat(unread.verdict()).isEqualTo(OperatorForecast.Verdict.UNKNOWN);
        OperatorForecast odd =
                forecast(OWNED_BY_POSTGRES, resource(OWNED_BY_POSTGRES).policy("enforce"));
        assertThat(odd.verdict()).isEqualTo(OperatorForecast.Verdict.UNKNOWN);
        assertThat(odd.sentence()).contains("\"enforce\"");
    }

    @Test
    void missingSchemasAreTheOperatorsToCreate() throws IOException {
        String name = "SCH-301/declared-schema-absent";
        OperatorForecast forecast = forecast(name, resource(name).policy("detect"));
        assertThat(patch(forecast).has("metadata")).isFalse();
        assertThat(patch(forecast).at("/spec/driftPolicy/interval").asText()).isEqualTo("30m");
        assertThat(forecast.route().orElseThrow().effect()).contains("audit");
        assertThat(forecast(name, resource(name).policy("correct")).sentence()).contains("creates the missing schemas");
    }

    @Test
    void aHealthyDatabaseNeedsNoRoute() {
        assertThat(forecast("OWN-101/healthy", resource("OWN-101/healthy")).route())
                .isEmpty();
    }
}
