package dev.plumbline.access.graph;

import java.util.Locale;

/**
 * A laid out graph as SVG: boxes of their own light ground, so that it can stand on any page; no script, no link, no style that reaches out of
 * it. Names are escaped for XML, and everything that XML cannot hold is already written as an escape.
 */
public final class GraphSvg {
    private static final int NAME_LETTERS = 23;
    private static final int DETAIL_LETTERS = 28;
    private static final double MARGIN = 24;
    private static final double HEAD = 40;

    private GraphSvg() {}

    public static String write(GraphLayout layout, Overlay overlay) {
        StringBuilder svg = new StringBuilder();
        double width = layout.width() + 2 * MARGIN;
        double height = layout.height() + HEAD + 2 * MARGIN;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Inter, sans-serif\" font-size=\"12\"")
                .append(size(" width", width))
                .append(size(" height", height))
                .append(" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\">\n<title>Roles of ")
                .append(escaped(
                        layout.graph().snapshot().catalog().database().name().shown()))
                .append("</title>\n<g transform=\"translate(")
                .append(number(MARGIN))
                .append(' ')
                .append(number(MARGIN + HEAD))
                .append(")\">\n");
        layout.lanes().forEach((lane, at) -> heading(svg, lane, at));
        for (int edge = 0; edge < layout.routes().size(); edge++) {
            GraphEdge drawn = layout.graph().edges().get(edge);
            if (overlay.shows(drawn.standing())) {
                edge(svg, drawn, layout.routes().get(edge), overlay);
            }
        }
        for (int place = 0; place < layout.spots().size(); place++) {
            GraphNode drawn = layout.graph().nodes().get(place);
            if (overlay.shows(drawn.standing())) {
                node(svg, drawn, layout.spots().get(place), overlay);
            }
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static void heading(StringBuilder svg, Lane lane, double at) {
        svg.append("<text fill=\"#6b7280\" font-size=\"11\"")
                .append(size(" x", lane.isRail() ? 0 : at))
                .append(size(" y", lane.isRail() ? at + GraphLayout.BOX_HEIGHT / 2 + 4 : -HEAD / 2))
                .append('>')
                .append(escaped(lane.words().toUpperCase(Locale.ROOT)))
                .append("</text>\n");
    }

    private static void edge(StringBuilder svg, GraphEdge edge, double[] route, Overlay overlay) {
        Standing standing = overlay.marked(edge.standing());
        String colour = colour(standing, "#6b7280");
        svg.append("<path fill=\"none\" stroke=\"")
                .append(colour)
                .append('"')
                .append(standing.differs() ? " stroke-width=\"2\" stroke-dasharray=\"6 4\"" : "")
                .append(overlay.isFaint(edge.standing()) ? " opacity=\"0.3\"" : "")
                .append(" d=\"");
        Curve.draw(route, (command, numbers) -> {
            svg.append(command);
            for (double value : numbers) {
                svg.append(' ').append(number(value));
            }
        });
        svg.append("\"/>\n<path fill=\"").append(colour).append("\" d=\"M");
        for (double value : Curve.head(route)) {
            svg.append(' ').append(number(value));
        }
        String sign = standing.differs() || standing == Standing.UNKNOWN ? standing.sign() + " " : "";
        svg.append("Z\"/>\n<text font-size=\"10\" fill=\"")
                .append(colour)
                .append('"')
                .append(size(" x", route[0] + 6))
                .append(size(" y", route[1] - 4))
                .append('>')
                .append(escaped(sign + edge.label()))
                .append("</text>\n");
    }

    private static void node(StringBuilder svg, GraphNode node, Spot spot, Overlay overlay) {
        Standing standing = overlay.marked(node.standing());
        String fill = switch (node.kind()) {
            case LOGIN, BUNDLE -> "#e8efff";
            case OWNER, OWNER_BUNDLE -> "#fff3d4";
            case TARGET, PREDEFINED, PUBLIC -> "#f5f6f8";
            case GROUP, UNREAD -> "#ffffff";
        };
        svg.append("<g")
                .append(overlay.isFaint(node.standing()) ? " opacity=\"0.3\"" : "")
                .append("><title>")
                .append(escaped(node.shown() + " · " + node.detail()))
                .append("</title><rect rx=\"8\" fill=\"")
                .append(fill)
                .append("\" stroke=\"")
                .append(colour(standing, node.superuser() ? "#b4232f" : "#c9ced7"))
                .append('"')
                .append(standing.differs() || node.superuser() ? " stroke-width=\"2\"" : "")
                .append(size(" x", spot.x()))
                .append(size(" y", spot.y()))
                .append(size(" width", GraphLayout.BOX_WIDTH))
                .append(size(" height", GraphLayout.BOX_HEIGHT))
                .append("/>");
        String sign = standing.differs() ? standing.sign() + " " : "";
        text(svg, spot.x() + 12, spot.y() + 16, "#1b1f27", "bold", cut(sign + node.shown(), NAME_LETTERS));
        text(svg, spot.x() + 12, spot.y() + 30, "#5c6573", "normal", cut(node.detail(), DETAIL_LETTERS));
        svg.append("</g>\n");
    }

    private static void text(StringBuilder svg, double x, double y, String fill, String weight, String words) {
        svg.append("<text font-weight=\"")
                .append(weight)
                .append("\" font-size=\"")
                .append(weight.equals("bold") ? 12 : 10.5)
                .append("\" fill=\"")
                .append(fill)
                .append('"')
                .append(size(" x", x))
                .append(size(" y", y))
                .append('>')
                .append(escaped(words))
                .append("</text>");
    }

    private static String colour(Standing standing, String otherwise) {
        return switch (standing) {
            case ADDED -> "#176f3d";
            case REMOVED -> "#b4232f";
            case UNKNOWN -> "#855a00";
            case LIVE, AGREED -> otherwise;
        };
    }

    static String cut(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "…";
    }

    private static String size(String name, double value) {
        return name + "=\"" + number(value) + "\"";
    }

    private static String number(double value) {
        return Double.toString(Math.rint(value * 10) / 10).replaceAll("\\.0$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
