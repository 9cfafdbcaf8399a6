package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.SafeMode;
import dev.plumbline.ui.fx.DatabaseDestination;
import dev.plumbline.ui.fx.Destination;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private static final ResourceRef BILLING =
            new ResourceRef("prod", "dbops.dbprovision.io", "databases", "team", "billing");
    private final Map<String, SafeMode> modes = new HashMap<>(Map.of("prod", SafeMode.PRODUCTION));
    private final ShellViewModel model = new ShellViewModel(
            destination -> destination.ref() == null
                    || destination instanceof Destination.DatabaseOverview
                    || destination instanceof Destination.Repair,
            context -> modes.getOrDefault(context, SafeMode.CONFIRM));

    @Test
    void onlyTabsWithAScreenAreThere() {
        model.go(new Destination.DatabaseOverview(BILLING));
        assertThat(model.tabs())
                .containsExactly(new Destination.DatabaseOverview(BILLING), new Destination.Repair(BILLING));
        model.goToTab(2);
        assertThat(model.current().get()).isEqualTo(new Destination.Repair(BILLING));
        model.goToTab(3);
        assertThat(model.current().get()).isEqualTo(new Destination.Repair(BILLING));
    }

    @Test
    void theReviewsTabStandsLastAndOnlyWhileItIsShown() {
        Destination review = new DatabaseDestination.Review(BILLING);
        assertThat(review.tabs()).last().isEqualTo(review);
        assertThat(review.tabs().subList(0, review.tabs().size() - 1))
                .isEqualTo(new Destination.Repair(BILLING).tabs())
                .doesNotContain(review);
    }

    @Test
    void whereThereIsNoScreenOneDoesNotGo() {
        model.go(new Destination.History(BILLING));
        assertThat(model.current().get()).isEqualTo(new Destination.Estate());
    }

    @Test
    void backGoesWhereOneWas() {
        model.go(new Destination.DatabaseOverview(BILLING));
        model.go(new Destination.Settings());
        model.back();
        assertThat(model.current().get()).isEqualTo(new Destination.DatabaseOverview(BILLING));
        model.back();
        model.back();
        assertThat(model.current().get()).isEqualTo(new Destination.Estate());
    }

    @Test
    void theModeIsThatOfThePlaceAndFollowsItsChange() {
        assertThat(model.mode().get()).isEmpty();
        model.go(new Destination.DatabaseOverview(BILLING));
        assertThat(model.mode().get()).isEqualTo(Optional.of(SafeMode.PRODUCTION));
        modes.put("prod", SafeMode.READ_ONLY);
        model.modeChanged();
        assertThat(model.mode().get()).isEqualTo(Optional.of(SafeMode.READ_ONLY));
    }

    @Test
    void crumbsNameContextNamespaceAndName() {
        assertThat(new Destination.Repair(BILLING).crumbs()).containsExactly("prod", "team", "billing");
        assertThat(new Destination.Context("prod").crumbs()).containsExactly("prod");
        assertThat(new Destination.Estate().crumbs()).isEmpty();
    }
}
