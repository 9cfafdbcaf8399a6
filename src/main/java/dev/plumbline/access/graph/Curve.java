package dev.plumbline.access.graph;

/** The smooth line through the points of a route, which leaves and reaches every point level. A route that comes back to its own side is a bow. */
public final class Curve {
    private static final double HEAD = 8;
    private static final double LEAST_BEND = 24;

    private Curve() {}

    /** Draws {@code M} to a point, {@code L} to a point, {@code C} by two handles to a point. */
    @FunctionalInterface
    public interface Pen {
        void draw(char command, double... numbers);
    }

    public static void draw(double[] route, Pen pen) {
        pen.draw('M', route[0], route[1]);
        boolean bow = isBow(route);
        for (int at = 2; at < route.length; at += 2) {
            double x = route[at - 2];
            double y = route[at - 1];
            double toX = route[at];
            double toY = route[at + 1];
            double bend = Math.max(LEAST_BEND, Math.abs(toX - x) / 2) * (toX < x ? -1 : 1);
            if (bow) {
                double out = Math.max(x, toX);
                pen.draw('C', out, y, out, toY, toX, toY);
            } else if (y == toY) {
                pen.draw('L', toX, toY);
            } else {
                pen.draw('C', x + bend, y, toX - bend, toY, toX, toY);
            }
        }
    }

    /** How much of its height a curve has gained after a part of its width, both from 0 to 1. */
    static double rise(double part) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 20; step++) {
            double t = (low + high) / 2;
            if (1.5 * t - 1.5 * t * t + t * t * t < part) {
                low = t;
            } else {
                high = t;
            }
        }
        return 3 * low * low - 2 * low * low * low;
    }

    /** The corners of the arrow's head at the end, its tip first: x and y in turn. */
    public static double[] head(double[] route) {
        double x = route[route.length - 2];
        double y = route[route.length - 1];
        double back = route[route.length - 4] > x || isBow(route) ? HEAD : -HEAD;
        return new double[] {x, y, x + back, y - HEAD / 2, x + back, y + HEAD / 2};
    }

    private static boolean isBow(double[] route) {
        return route.length == 6 && route[0] == route[4];
    }
}
