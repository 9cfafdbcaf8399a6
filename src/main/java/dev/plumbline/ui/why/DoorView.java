package dev.plumbline.ui.why;

import dev.plumbline.access.why.Closing;
import dev.plumbline.access.why.Door;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.StatementCard;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.staging.StageButton;
import dev.plumbline.ui.staging.Stager;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One door: how the privilege is held by it, what closes it, and what stays open then. */
final class DoorView {
    private static final int NAMED = 3;

    private DoorView() {}

    static Node of(ToldAnswer.OpenDoor open, AccessSnapshot snapshot, Stager stager) {
        Door door = open.door();
        HBox head = new HBox(
                new Badge(Texts.get("why.door." + door.kind().name()), Tone.NEUTRAL),
                Words.of(door.sentence(), "heading"));
        head.getStyleClass().add("line");
        VBox card = new VBox(head, Words.mono(door.evidence(), "evidence"));
        card.getStyleClass().add("card");
        if (!door.closingNote().isEmpty()) {
            Label note = Words.of("▲ " + door.closingNote(), "warning-text");
            card.getChildren().add(note);
        }
        if (open.closings().isEmpty() && door.closingNote().isEmpty()) {
            card.getChildren().add(Words.of(Texts.get("why.close.none"), "muted"));
        }
        for (int at = 0; at < open.closings().size(); at++) {
            Closing closing = open.closings().get(at);
            card.getChildren().add(Words.of(Texts.get(at == 0 ? "why.close" : "why.close.or"), "fine", "muted"));
            card.getChildren()
                    .add(new StatementCard(
                            closing.statements(),
                            new StageButton(
                                    stager,
                                    snapshot,
                                    List.of(closing.change()),
                                    Texts.get("why.close.spoken", door.sentence()))));
            card.getChildren().add(Words.of(stays(closing.stayOpen()), "small", "muted"));
        }
        return card;
    }

    private static String stays(List<Door> doors) {
        if (doors.isEmpty()) {
            return Texts.get("why.stays.none");
        }
        String named = String.join(
                "; ", doors.stream().limit(NAMED).map(Door::sentence).toList());
        return doors.size() <= NAMED
                ? Texts.get("why.stays", doors.size(), named)
                : Texts.get("why.stays.more", doors.size(), named, doors.size() - NAMED);
    }
}
