package dev.plumbline.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private static PaletteEntry entry(String title, String detail) {
        return new PaletteEntry(title, detail, () -> {});
    }

    private static List<String> found(PaletteViewModel model) {
        return model.found().get().stream()
                .map(found -> found.title() + " " + found.detail())
                .toList();
    }

    @Test
    void theTitleCountsMoreThanWhereItIs() {
        PaletteViewModel model = new PaletteViewModel(
                () -> List.of(entry("ledger", "team-billing"), entry("billing", "team-x"), entry("other", "y")));
        model.open();
        assertThat(model.found().get()).hasSize(3);
        model.typed().set("billing");
        assertThat(found(model)).containsExactly("billing team-x", "ledger team-billing");
    }

    @Test
    void openingForgetsWhatWasTypedAndAsksAnew() {
        List<PaletteEntry> entries = new java.util.ArrayList<>(List.of(entry("one", "")));
        PaletteViewModel model = new PaletteViewModel(() -> List.copyOf(entries));
        model.open();
        model.typed().set("zzz");
        assertThat(model.found().get()).isEmpty();
        entries.add(entry("two", ""));
        model.open();
        assertThat(found(model)).containsExactly("one ", "two ");
    }

    @Test
    void whatIsReadWhileItIsOpenIsFoundToo() {
        List<PaletteEntry> entries = new java.util.ArrayList<>(List.of(entry("one", "")));
        PaletteViewModel model = new PaletteViewModel(() -> List.copyOf(entries));
        model.open();
        model.typed().set("tw");
        assertThat(model.found().get()).isEmpty();
        entries.add(entry("two", ""));
        model.refresh();
        assertThat(found(model)).containsExactly("two ");
    }

    @Test
    void manyObjectsGiveTheBestFew() {
        PaletteViewModel model = new PaletteViewModel(() -> IntStream.range(0, 10_000)
                .mapToObj(i -> entry("orders-" + i, "team"))
                .toList());
        model.open();
        model.typed().set("orders-777");
        assertThat(found(model).get(0)).isEqualTo("orders-777 team");
        assertThat(found(model)).hasSizeLessThanOrEqualTo(60);
    }
}
