package dev.plumbline.ui.roles;

import dev.plumbline.access.graph.GraphDot;
import dev.plumbline.access.graph.GraphJson;
import dev.plumbline.access.graph.GraphMermaid;
import dev.plumbline.access.graph.GraphSvg;
import dev.plumbline.access.graph.Overlay;
import java.util.function.BiConsumer;

/** What the drawing can be taken away as, and where it goes: texts and pictures, each with a suggested file name. */
public record RolesExports(BiConsumer<String, String> texts, BiConsumer<String, byte[]> pictures) {

    /** A kind of text, with the end of its file's name. */
    enum Kind {
        SVG(".svg"),
        DOT(".dot"),
        MERMAID(".mmd"),
        JSON(".json");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    void export(Kind kind, Drawing drawing, Overlay overlay) {
        String text = switch (kind) {
            case SVG -> GraphSvg.write(drawing.layout(), overlay);
            case DOT -> GraphDot.write(drawing.graph());
            case MERMAID -> GraphMermaid.write(drawing.graph());
            case JSON -> GraphJson.write(drawing.graph());
        };
        texts.accept(fileName(drawing) + kind.ending, text);
    }

    void exportPicture(Drawing drawing, byte[] png) {
        pictures.accept(fileName(drawing) + ".png", png);
    }

    /** The database's name with all but plain letters, digits, dash and underscore left out. */
    static String fileName(Drawing drawing) {
        String database =
                drawing.report().snapshot().catalog().database().name().text();
        String plain = database.replaceAll("[^A-Za-z0-9_-]", "");
        return (plain.isEmpty() ? "database" : plain) + "-roles";
    }
}
